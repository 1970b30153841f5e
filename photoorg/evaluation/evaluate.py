"""How well and how fast engines group the faces of files whose people are known.

Each engine runs on each file in a process of its own, so that its peak memory is its own, and a
file or engine that fails, crashes or is too slow costs only its own row, which says so.
"""

import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from photoorg.clustering.registry import ENGINES, load_engine
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.evaluation.own_process import in_own_process
from photoorg.evaluation.rows import Row, full_rows, quick_rows
from photoorg.evaluation.track_sets import by_track
from photoorg.types import ProgressCallback, no_progress

OURS = "ndde-tpdi"
"""The engine everything is compared with."""
TIME_LIMIT, TOTAL_LIMIT = 40.0, 580.0
"""Seconds for one engine on one file, and for all of them, where nobody says otherwise."""

_Limit = Callable[[float, int, str], float | None]
"""``limit(seconds since the file was begun, engines left, the next one's name)`` in seconds."""


def evaluate(
    paths: Sequence[Path],
    engines: Sequence[str],
    *,
    pack: str | None = None,
    time_limit: float | None = None,
    progress: ProgressCallback = no_progress,
) -> list[Row]:
    """Return a quick row for every engine on every file, by files and then engines.

    A file that cannot be used is one row without an engine, and an engine that cannot work a row
    without scores; ``note`` is the sentence that says why. ``time_limit`` is in seconds, for each.
    """
    return _each(
        paths, engines, pack, lambda _spent, _left, _name: time_limit, progress, full=False
    )


def compare(
    paths: Sequence[Path],
    engines: Sequence[str] | None = None,
    *,
    pack: str | None = None,
    time_limit: float | None = None,
    progress: ProgressCallback = no_progress,
) -> list[Row]:
    """Return the full rows of all engines (None: every one there is) on all files.

    ``time_limit`` is in seconds for one engine on one file; None lets one take 40 s and all of
    them together not quite ten minutes per file. An engine that is stopped keeps what it had.
    """

    def limit(spent: float, left: int, name: str) -> float:
        return time_limit or round(fair_limit(TOTAL_LIMIT - spent, left, name), 1)

    names = list(ENGINES) if engines is None else engines
    return _each(paths, names, pack, limit, progress, full=True)


def fair_limit(left: float, engines: int, name: str = "") -> float:
    """Return the seconds the next of so many engines may take: its part of what is left.

    What quick engines leave makes the parts of those after them larger. The engine of the program
    may always take all that one may.
    """
    part = left if name == OURS else left / engines
    return max(min(TIME_LIMIT, part), 0.0)


def measure(path: Path, engine: str, pack: str | None = None, *, full: bool) -> Iterator[Row]:
    """Give the rows of one engine on one file, measured in this process.

    Raises DataError for a file, UsageError for a name of an engine that cannot be used.
    """
    data = read_comparable(path)
    yield from (full_rows if full else quick_rows)(load_engine(engine, pack), data, engine)


def read_comparable(path: Path) -> LabelledFaces:
    """Read labelled faces, or tracks, that leave something to group; raises DataError."""
    damaged = f"{path} is damaged or no .npz file of embeddings; save it again."
    if path.suffix == ".npz" and path.exists() and not zipfile.is_zipfile(path):
        raise DataError(damaged)
    try:
        data = by_track(read_labelled(path))
    except zipfile.BadZipFile as error:
        raise DataError(damaged) from error
    people, sizes = np.unique(data.labels[data.labels >= 0], return_counts=True)
    if len(people) < 2:
        raise DataError(
            f"{data.name} has fewer than two identities; there is nothing to tell apart."
        )
    if sizes.max() < 2:
        raise DataError(f"{data.name} has no identity with two faces; there is nothing to group.")
    return data


def _each(
    paths: Sequence[Path],
    engines: Sequence[str],
    pack: str | None,
    limit: _Limit,
    progress: ProgressCallback,
    *,
    full: bool,
) -> list[Row]:
    rows: list[Row] = []
    total = len(paths) * len(engines)
    for number, path in enumerate(paths):
        progress(number * len(engines), total)
        try:
            read_comparable(path)
        except DataError as error:
            rows.append(Row(path.stem, "", "default", note=_naming(path, error)))
            continue
        began = time.monotonic()
        for done, engine in enumerate(engines):
            progress(number * len(engines) + done, total)
            seconds = limit(time.monotonic() - began, len(engines) - done, engine)
            rows += _rows_of(path, engine, pack, seconds, full=full)
    progress(total, total)
    return rows


def _rows_of(
    path: Path, engine: str, pack: str | None, seconds: float | None, *, full: bool
) -> list[Row]:
    """Return the rows of one engine on one file, each as full as it became."""
    outcome = in_own_process(partial(measure, full=full), path, engine, pack, time_limit=seconds)
    rows = {"default": Row(path.stem, engine, "default")}
    rows |= {row.setting: row for row in outcome.values}
    if outcome.fault:
        begun = rows["default"].scores is not None
        note = f"{outcome.fault}; what is missing was not reached" if begun else outcome.fault
        rows["default"] = replace(rows["default"], note=note)
    return list(rows.values())


def _naming(path: Path, error: DataError) -> str:
    """Return the sentence with the file's name, which what is said of a row may lack."""
    sentence = str(error)
    return sentence if path.stem in sentence else f"{path}: {sentence}"
