"""How well albums are grouped by the cosine alone, as a measure of fitted numbers.

That is what groups the faces of recognisers which nobody trained a network for. Beside the albums
that :mod:`.grouping` makes of each file stand albums of nearly one person, and albums as odd
recognisers give them: such as leave a constant in all embeddings or give positive numbers only, so
that all faces are alike, and such as let a person's faces scatter in few directions. Made-up faces
of a recogniser that hardly tells people apart (:mod:`photoorg.evaluation.synthetic`) come last.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, unit_rows
from photoorg.clustering.registry import load_engine
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.evaluation.synthetic import album
from photoorg.training.numbers.grouping import albums_of, of_people
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores
from photoorg.types import FloatArray

SHARES = (0.12, 0.08, 0.02)
"""Of a file's people, how many are in its albums; as many as in the second are in the album of
each odd recogniser."""
STARS, LEAST, BESIDE = 2, 15, 6
"""People with so many faces at least who have an album of their own, and others in it."""
MADE, FEW = 4, 450
"""Albums of made-up faces, too few for a metric of their own, and the faces of each."""
CONSTANT = 1.0
NARROW, WIDE = 24, 1.2
"""Directions in which faces of a person scatter further, and how far."""


def groups_by_the_cosine(data: Sequence[Path]) -> Scores:
    """Return how faces of some files are grouped by the cosine; raises DataError."""
    albums = [
        *(one for path in data for one in _albums(read_labelled(path))),
        *map(_made_up, range(MADE)),
    ]

    def scores() -> NDArray[np.float64]:
        engine = load_engine("ndde-tpdi-cosine")
        return bcubed_of_parts([(one.labels, engine.fit_predict(one.faces)) for one in albums])

    return scores


def _albums(data: LabelledFaces) -> Iterator[LabelledFaces]:
    albums = albums_of(data, SHARES)
    yield from albums
    yield from _of_stars(data)
    for odd in (_with_a_constant, _positive, _scattered):
        yield _as_given_by(odd, albums[1])


def _of_stars(data: LabelledFaces) -> Iterator[LabelledFaces]:
    """Yield albums of one person each and a few others."""
    sizes = np.bincount(data.labels[data.labels >= 0])
    stars = np.argsort(-sizes, kind="stable")[:STARS]
    others = np.flatnonzero((sizes > 0) & (sizes < LEAST))
    for number, star in enumerate(stars[sizes[stars] >= LEAST].tolist()):
        beside = others[number * BESIDE : (number + 1) * BESIDE]
        yield of_people(data, np.append(beside, star))


def _as_given_by(
    recogniser: Callable[[FloatArray], FloatArray], data: LabelledFaces
) -> LabelledFaces:
    rows = unit_rows(recogniser(data.faces.embeddings))
    return replace(data, faces=replace(data.faces, embeddings=rows))


def _made_up(number: int) -> LabelledFaces:
    made = album(FEW, "hard", number)
    return LabelledFaces(f"made up {number}", FaceSet(made.embeddings), made.labels)


def _with_a_constant(rows: FloatArray) -> FloatArray:
    away = unit_rows(np.random.default_rng(0).standard_normal((1, rows.shape[1])))
    return np.asarray(rows + CONSTANT * away, np.float32)


def _positive(rows: FloatArray) -> FloatArray:
    return np.maximum(rows, 0)


def _scattered(rows: FloatArray) -> FloatArray:
    rng = np.random.default_rng(1)
    directions = unit_rows(rng.standard_normal((NARROW, rows.shape[1])))
    away = rng.standard_normal((len(rows), NARROW)) * WIDE / NARROW**0.5
    return np.asarray(rows + away @ directions, np.float32)
