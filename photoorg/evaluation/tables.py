"""The table of every engine and rival on every file, and the plots' figures that belong to it.

Each engine runs on each file in a process of its own, so that its peak memory is its own, a crash
is a row that says so, and a slow one is stopped at the time limit with what it had by then.
"""

import logging
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from photoorg.clustering.engine import ClusterEngine, Constraints, Labels
from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.kmeans import TRUE_NUMBER
from photoorg.clustering.peers.rival import Rival
from photoorg.clustering.registry import ENGINES, load_engine
from photoorg.errors import DataError, PhotoorgError
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.evaluation.metrics import Scores, score
from photoorg.evaluation.protocols import (
    Corrections,
    Growth,
    Recognition,
    clicks_to_reach,
    correct,
    grow,
    recognition,
)
from photoorg.evaluation.slices import Slice, by_size, by_spread
from photoorg.types import ProgressCallback, no_progress

logger = logging.getLogger(__name__)

SHOTS = (1, 3, 5)
OURS = "ndde-tpdi"
"""The engine everything is compared with."""
TIME_LIMIT, TOTAL_LIMIT = 40.0, 580.0
"""Seconds for one engine on one file, and for all of them, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """One engine on one file, in one setting: "default", or "tuned" with the ground truth.

    What was not reached within the time limit, or does not apply, is None; ``note`` says why.
    """

    file: str
    engine: str
    setting: str
    parameter: str = ""
    scores: Scores | None = None
    clicks: tuple[int, ...] | None = None
    seconds: float | None = None
    peak_mb: float | None = None
    sizes: tuple[Slice, ...] = ()
    spreads: tuple[Slice, ...] = ()
    growth: Growth | None = None
    corrections: Corrections | None = None
    recognition: tuple[Recognition, ...] = ()
    note: str = ""


def compare(
    paths: Sequence[Path],
    engines: Sequence[str] | None = None,
    *,
    pack: str | None = None,
    time_limit: float | None = None,
    progress: ProgressCallback = no_progress,
) -> list[Row]:
    """Return the rows of all engines (None: every one there is) on all files.

    ``time_limit`` is in seconds for one engine on one file; None lets one take 40 s and all of
    them together not quite ten minutes per file.
    A file that cannot be read or says nothing about grouping is one row without an engine; an
    engine that cannot work with a file, or fails, is a row whose note says why.
    """
    names = list(ENGINES) if engines is None else list(engines)
    rows: list[Row] = []
    total = len(paths) * len(names)
    for number, path in enumerate(paths):
        try:
            check_comparable(read_labelled(path))
        except DataError as error:
            rows.append(Row(path.stem, "", "default", note=str(error)))
            continue
        end = time.monotonic() + TOTAL_LIMIT
        for done, name in enumerate(names):
            progress(number * len(names) + done, total)
            limit = time_limit or fair_limit(end - time.monotonic(), len(names) - done, name)
            rows += measure(path, name, pack, limit)
    progress(total, total)
    return rows


def fair_limit(left: float, engines: int, name: str = "") -> float:
    """Return the seconds the next of so many engines may take: its part of what is left.

    What quick engines leave makes the parts of those after them larger. The engine of the program
    may always take all that one may.
    """
    part = left if name == OURS else left / engines
    return max(min(TIME_LIMIT, part), 0.0)


def check_comparable(data: LabelledFaces) -> None:
    """Raise DataError where the labels leave nothing to group."""
    people, sizes = np.unique(data.labels[data.labels >= 0], return_counts=True)
    if len(people) < 2:
        raise DataError(
            f"{data.name} has fewer than two identities; there is nothing to tell apart."
        )
    if sizes.max() < 2:
        raise DataError(f"{data.name} has no identity with two faces; there is nothing to group.")


def measure(path: Path, engine: str, pack: str | None, time_limit: float) -> list[Row]:
    """Return the rows of one engine on one file, measured in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, path, engine, pack), daemon=True)
    process.start()
    theirs.close()
    rows = {"default": Row(path.stem, engine, "default")}
    deadline = time.monotonic() + time_limit
    note = ""
    while True:
        if not ours.poll(max(0.0, deadline - time.monotonic())):
            note = f"stopped after {time_limit:.0f} s"
            process.kill()
            break
        try:
            row: Row | str = ours.recv()
        except EOFError:
            process.join()
            note = f"ended without an answer (exit code {process.exitcode})"
            break
        if isinstance(row, str):
            note = row
            break
        rows[row.setting] = row
    process.join()
    ours.close()
    if note:
        whole = rows["default"].scores is None
        note = note if whole else f"{note}; what is missing was not reached"
        rows["default"] = replace(rows["default"], note=note)
    return list(rows.values())


def _work(pipe: Connection, path: Path, name: str, pack: str | None) -> None:
    """Send rows as they fill up, at the end the reason for what is missing ("" if nothing is)."""
    try:
        data = read_labelled(path)
        engine = load_engine(name, pack)
        for row in rows_of(engine, data, name):
            pipe.send(row)
        pipe.send("")
    except PhotoorgError as error:
        pipe.send(str(error))
    except Exception as error:
        logger.exception("%s failed on %s", name, path)
        pipe.send(f"failed: {type(error).__name__}: {error}")


def rows_of(engine: ClusterEngine, data: LabelledFaces, name: str) -> Iterator[Row]:
    """Give the engine's rows, each again whenever it holds more than before."""
    missing = [field for field in sorted(engine.needs) if getattr(data.faces, field) is None]
    if missing:
        raise DataError(f"needs {missing[0]}, which {data.name} does not hold")
    if isinstance(engine, Recognizer):
        yield _recognizer_row(engine, data, name)
        return
    started = time.perf_counter()
    # Rivals know no rule about one photo; ours do, and keep it.
    rules = Constraints(same_photo=not isinstance(engine, Rival))
    labels = engine.fit_predict(data.faces, rules)
    row = _scored(Row(data.name, name, "default"), data, labels)
    row = replace(row, seconds=time.perf_counter() - started, peak_mb=_peak_mb())
    if isinstance(engine, Rival):
        row = replace(row, parameter=f"{engine.sweep.parameter} {engine.sweep.published:g}")
    yield row
    if isinstance(engine, Rival):
        yield _tuned(engine, data, name)
    row = replace(row, corrections=correct(engine, data.faces, data.labels, labels))
    yield row
    yield replace(row, growth=grow(engine, data.faces))


def _tuned(engine: Rival, data: LabelledFaces, name: str) -> Row:
    """Return the row at the threshold whose BCubed F is best by the ground truth."""
    people = len(np.unique(data.labels[data.labels >= 0]))
    grid = [people if value == TRUE_NUMBER else value for value in engine.sweep.grid]
    found = list(engine.fit_sweep(data.faces, grid, Constraints(same_photo=False)))
    best = max(range(len(grid)), key=lambda i: score(data.labels, found[i]).bcubed_f)
    row = Row(data.name, name, "tuned", f"{engine.sweep.parameter} {grid[best]:g}")
    return _scored(row, data, found[best])


def _recognizer_row(engine: Recognizer, data: LabelledFaces, name: str) -> Row:
    started = time.perf_counter()
    found = [recognition(engine, data.faces, data.labels, shots) for shots in SHOTS]
    return Row(
        file=data.name,
        engine=name,
        setting="default",
        parameter=f"{engine.sweep.parameter} {engine.sweep.published:g}",
        seconds=time.perf_counter() - started,
        peak_mb=_peak_mb(),
        recognition=tuple(part for part in found if part is not None),
        note="recognises named people, forms no groups",
    )


def _scored(row: Row, data: LabelledFaces, labels: Labels) -> Row:
    return replace(
        row,
        scores=score(data.labels, labels),
        clicks=tuple(clicks_to_reach(data.labels, labels)),
        sizes=tuple(by_size(data.labels, labels)),
        spreads=tuple(by_spread(data.faces.embeddings, data.labels, labels)),
    )


def _peak_mb() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
