"""How well albums are grouped in which a few people have hundreds of faces, as a measure.

No development set has such people, but albums that are drawn from one do
(:mod:`photoorg.training.albums`). Beside them stand the albums that :mod:`.grouping` makes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.registry import load_engine
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.albums import Recognizer, draw_album
from photoorg.training.numbers.grouping import albums_of
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

SHARES = (0.3, 0.3, 0.1, 0.1)
"""Of a file's people, how many are in each of its albums; crowds are drawn from the first two."""
CROWD = 100
"""Faces that one person has at least in an album with a crowd, unless a file has too few."""
TRIES = 12


def groups_in_crowds(data: Sequence[Path]) -> Scores:
    """Return how the default engine groups people of some files; raises DataError.

    The engine is not told whose embeddings they are.
    """
    albums = [album for path in data for album in _albums(read_labelled(path))]

    def scores() -> NDArray[np.float64]:
        tried = load_engine("ndde-tpdi")
        return bcubed_of_parts([(people, tried.fit_predict(faces)) for faces, people in albums])

    return scores


def _albums(data: LabelledFaces) -> Iterator[tuple[FaceSet, Labels]]:
    first, second, *others = albums_of(data, SHARES)
    for number, album in enumerate((first, second)):
        yield with_crowds(album, np.random.default_rng(number))
    for album in others:
        yield album.faces, album.labels


def with_crowds(album: LabelledFaces, rng: np.random.Generator) -> tuple[FaceSet, Labels]:
    """Return faces drawn from an album, and their people, of whom one has a crowd of faces.

    Of several such albums it is the smallest, which costs least.
    """
    known, people = np.unique(album.labels, return_inverse=True)
    recognizer = Recognizer((album.faces.embeddings,), people)
    drawn = (draw_album([recognizer], rng, bend=0) for _ in range(TRIES))
    found = [(faces, labels) for faces, labels in drawn if np.bincount(labels).max() >= CROWD]
    made = found or [draw_album([recognizer], rng, bend=0)]
    faces, labels = min(made, key=lambda made: len(made[0]))
    return faces, known[labels]
