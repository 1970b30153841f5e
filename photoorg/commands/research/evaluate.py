"""``photoorg evaluate``: how well engines group faces whose people are known."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.clustering.registry import ENGINES
from photoorg.commands.follow import MEASURING, ProgressLine
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    noise_to_stderr,
    say,
    table,
)
from photoorg.errors import UsageError
from photoorg.jobs.messages import Progress
from photoorg.settings import load

if TYPE_CHECKING:
    from photoorg.evaluation.rows import Row

LONG_S = 7 * 86400.0

COLUMNS = (
    ("BCUBED P", "bcubed_precision"),
    ("R", "bcubed_recall"),
    ("F", "bcubed_f"),
    ("PAIR P", "pair_precision"),
    ("R", "pair_recall"),
    ("F", "pair_f"),
    ("NMI", "nmi_arithmetic"),
    ("ARI", "ari"),
    ("ACC", "accuracy"),
    ("WCP", "wcp"),
    ("EFFORT", "effort"),
    ("R#I", "ri"),
    ("R#S", "rs"),
    ("GROUPS", "clusters"),
)


def register(commands: Commands) -> None:
    """Add the command."""
    evaluate = commands.add_parser("evaluate", help="measure engines on faces with known people")
    evaluate.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE.npz",
        help="arrays: embeddings (n, d), labels (n,); optional: photo_ids, quality, and track_ids "
        "(-1: none), by which tracks are grouped and scored, by more than one engine",
    )
    which = evaluate.add_mutually_exclusive_group()
    which.add_argument(
        "--engine", metavar="NAME", action="append", help="may be given several times"
    )
    which.add_argument("--all", action="store_true", help="every engine and rival")
    evaluate.add_argument("--pack", metavar="NAME", help="the model pack they come from, if known")
    evaluate.add_argument(
        "--time-limit",
        type=float,
        metavar="SECONDS",
        help="stop an engine after so long (--all: 40 s, and ten minutes per file for all)",
    )
    evaluate.add_argument("--html", type=Path, metavar="FILE", help="also write a report to read")
    add_json(evaluate)
    evaluate.set_defaults(command=run_evaluate)


def run_evaluate(asked: argparse.Namespace) -> int:
    """Print a row for every engine; exit code 2 when one that was asked for could not work."""
    engines = asked.engine or _usual_engines(asked.files)
    unknown = [name for name in engines if name not in ENGINES]
    if unknown:
        raise UsageError(f"There is no engine “{unknown[0]}”; choose of {', '.join(ENGINES)}.")
    rows = _rows(asked, engines)
    if asked.html:
        _write_report(asked.html, rows)
    idle = [row for row in rows if row.scores is None and not row.recognition]
    if len(idle) == len(rows):
        _say_notes(rows)
        return NOTHING_DONE
    if asked.json:
        answer_json([as_json(row) for row in rows])
    else:
        answer(*_lines(rows))
    _say_notes(rows)
    # Of every engine there is, some cannot work with a file; a file no engine can work with counts.
    return NOTHING_DONE if [row for row in idle if not (asked.all and row.engine)] else DONE


def _usual_engines(files: Sequence[Path]) -> list[str]:
    """Return the program's engine, and for tracks of videos those of the literature beside it."""
    with noise_to_stderr():
        from photoorg.evaluation.track_sets import COMPARED, holds_tracks

    engine = load().engine
    beside = COMPARED if any(map(holds_tracks, files)) else ()
    return [engine, *(name for name in beside if name != engine)]


def _rows(asked: argparse.Namespace, engines: Sequence[str]) -> list["Row"]:
    """Measure the engines; for the full table and the report with all that belongs to them."""
    line = ProgressLine()
    names = list(ENGINES) if asked.all else list(engines)

    def show(done: int, total: int) -> None:
        what = names[done % len(names)] if done < total else ""
        line.show(Progress(MEASURING, done, total, what=what))

    try:
        with noise_to_stderr():
            from photoorg.evaluation.evaluate import compare, evaluate

            if asked.all or asked.html:
                return compare(
                    asked.files,
                    names,
                    pack=asked.pack,
                    time_limit=asked.time_limit or (None if asked.all else LONG_S),
                    progress=show,
                )
            return evaluate(
                asked.files,
                engines,
                pack=asked.pack,
                time_limit=asked.time_limit,
                progress=show,
            )
    finally:
        line.clear()


def _say_notes(rows: Sequence["Row"]) -> None:
    for row in rows:
        if row.note:
            say(f"{row.engine} on {row.file}: {row.note}" if row.engine else row.note)


def as_json(row: "Row") -> dict[str, Any]:
    """Return a row as plain values, the scores among the other fields."""
    fields = asdict(row)
    return fields | (fields.pop("scores") or {})


def _lines(rows: Sequence["Row"]) -> list[str]:
    heads = ("FILE", "ENGINE", "", *(head for head, _ in COLUMNS), "SECONDS", "MB")
    return table(
        heads,
        [
            (
                row.file,
                row.engine,
                " ".join(word for word in (row.setting, row.parameter) if word != "default"),
                *(_shown(getattr(row.scores, name, None)) for _, name in COLUMNS),
                _shown(row.seconds, 1),
                _shown(row.peak_mb, 0),
            )
            for row in rows
        ],
    )


def _shown(value: float | None, digits: int = 4) -> str:
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.{digits}f}"


def _write_report(file: Path, rows: Sequence["Row"]) -> None:
    from photoorg.evaluation.report import html_report

    try:
        file.write_text(html_report(rows), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written ({error.strerror or error}); choose another --html."
        ) from error
