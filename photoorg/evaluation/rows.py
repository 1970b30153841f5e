"""What is measured of one engine on one set of faces whose people are known.

The quick row is what a user would see: the scores of one grouping. The full rows have all that the
tables and plots of the comparison hold; they take an engine many runs.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from photoorg.clustering.engine import ClusterEngine, Constraints, Labels
from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.kmeans import TRUE_NUMBER
from photoorg.clustering.peers.rival import Rival
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import LabelledFaces
from photoorg.evaluation.memory import peak_mb
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

SHOTS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Row:
    """One engine on one file, in one setting: "default", or "tuned" with the ground truth.

    ``seconds`` are those of the grouping alone, ``peak_mb`` is what the process held at most up to
    its end. What was not reached within the time limit, or does not apply, is None; ``note`` says
    why.
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


def quick_rows(engine: ClusterEngine, data: LabelledFaces, name: str) -> Iterator[Row]:
    """Give the one row of scores, seconds and memory; raises DataError."""
    labels, row = _grouped(engine, data, name)
    note = "" if (labels >= 0).any() else "formed no groups"
    yield replace(row, scores=score(data.labels, labels), note=note)


def full_rows(engine: ClusterEngine, data: LabelledFaces, name: str) -> Iterator[Row]:
    """Give the engine's rows, each again whenever it holds more than before; raises DataError."""
    if isinstance(engine, Recognizer):
        _check_needs(engine, data)
        yield _recognizer_row(engine, data, name)
        return
    labels, row = _grouped(engine, data, name)
    row = _scored(row, data, labels)
    yield row
    if isinstance(engine, Rival):
        yield _tuned(engine, data, name)
    row = replace(row, corrections=correct(engine, data.faces, data.labels, labels))
    yield row
    yield replace(row, growth=grow(engine, data.faces))


def _grouped(engine: ClusterEngine, data: LabelledFaces, name: str) -> tuple[Labels, Row]:
    """Return the labels ``(n,)`` and their row, not scored yet."""
    _check_needs(engine, data)
    # Published rules of other programs know nothing of faces sharing a photo; ours do.
    rules = Constraints(same_photo=not isinstance(engine, Rival))
    began = time.perf_counter()
    labels = engine.fit_predict(data.faces, rules)
    seconds = time.perf_counter() - began
    threshold = _threshold(engine) if isinstance(engine, Rival) else ""
    return labels, Row(data.name, name, "default", threshold, seconds=seconds, peak_mb=peak_mb())


def _check_needs(engine: ClusterEngine, data: LabelledFaces) -> None:
    missing = [field for field in sorted(engine.needs) if getattr(data.faces, field) is None]
    if missing:
        raise DataError(f"needs {missing[0]}, which {data.name} does not hold")


def _tuned(engine: Rival, data: LabelledFaces, name: str) -> Row:
    """Return the row at the threshold whose BCubed F is best by the ground truth."""
    people = len(np.unique(data.labels[data.labels >= 0]))
    grid = [people if value == TRUE_NUMBER else value for value in engine.sweep.grid]
    found = list(engine.fit_sweep(data.faces, grid, Constraints(same_photo=False)))
    best = max(range(len(grid)), key=lambda i: score(data.labels, found[i]).bcubed_f)
    row = Row(data.name, name, "tuned", f"{engine.sweep.parameter} {grid[best]:g}")
    return _scored(row, data, found[best])


def _recognizer_row(engine: Recognizer, data: LabelledFaces, name: str) -> Row:
    began = time.perf_counter()
    found = [recognition(engine, data.faces, data.labels, shots) for shots in SHOTS]
    return Row(
        file=data.name,
        engine=name,
        setting="default",
        parameter=_threshold(engine),
        seconds=time.perf_counter() - began,
        peak_mb=peak_mb(),
        recognition=tuple(part for part in found if part is not None),
        note="recognises named people, forms no groups",
    )


def _threshold(engine: Rival | Recognizer) -> str:
    return f"{engine.sweep.parameter} {engine.sweep.published:g}"


def _scored(row: Row, data: LabelledFaces, labels: Labels) -> Row:
    return replace(
        row,
        scores=score(data.labels, labels),
        clicks=tuple(clicks_to_reach(data.labels, labels)),
        sizes=tuple(by_size(data.labels, labels)),
        spreads=tuple(by_spread(data.faces.embeddings, data.labels, labels)),
    )
