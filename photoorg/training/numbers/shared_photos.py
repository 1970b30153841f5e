"""How well people are grouped who are seen together, as a measure of fitted numbers.

No development set says who is in one photo, so its faces are put into photos: collages show some
shots of one person, other photos a person beside a stranger, and brothers and sisters are made of
two people by moving the faces of the one towards the other. They are photographed in twos, and are
two people. Scores count those alone who are in collages or are siblings; all others are their
album.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints, FaceSet, Labels, unit_rows
from photoorg.clustering.registry import load_engine
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.numbers.grouping import albums_of
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

MANY = 6
"""Faces of a person who may be in a collage or have a sibling."""
LEFT = 0.65
"""Of the way between two people, how much is left where they are siblings."""
SHARES = (0.3, 0.3, 0.15, *(0.03,) * 6)


@dataclass(frozen=True, slots=True, eq=False)
class Photographed:
    """The faces of an album with photos, and their people ``(n,)``; -1 for those not asked for."""

    faces: FaceSet
    asked: Labels


def shared_photos(data: Sequence[Path]) -> Scores:
    """Return how people of files of labelled embeddings are grouped; raises DataError."""
    rng = np.random.default_rng(0)
    albums = [
        photographed(album, rng)
        for path in data
        for album in albums_of(read_labelled(path), SHARES)
    ]
    together = Constraints(same_photo=True)

    def scores() -> NDArray[np.float64]:
        tried = load_engine("ndde-tpdi")
        return bcubed_of_parts(
            [(album.asked, tried.fit_predict(album.faces, together)) for album in albums]
        )

    return scores


def photographed(album: LabelledFaces, rng: np.random.Generator) -> Photographed:
    """Put the faces of an album into photos.

    Of those with many faces every third person is in a collage, two thirds are siblings in twos.
    """
    embeddings, labels = album.faces.embeddings.copy(), album.labels
    photos, asked = np.arange(len(labels)), np.full(len(labels), -1, np.int64)
    people = rng.permutation(np.flatnonzero(np.bincount(labels) >= MANY))
    rows = {person: rng.permutation(np.flatnonzero(labels == person)) for person in people}
    third = len(people) // 3
    for person in people[:third]:
        shots = rows[person][: rng.integers(2, min(5, len(rows[person]) // 2 + 1) + 1)]
        photos[shots] = shots[0]
        asked[rows[person]] = person
    for one, other in zip(people[third : 2 * third], people[2 * third : 3 * third], strict=True):
        first, second = rows[one], rows[other]
        way = embeddings[first].mean(axis=0) - embeddings[second].mean(axis=0)
        embeddings[second] = unit_rows(embeddings[second] + (1 - LEFT) * way)
        beside = min(len(first), len(second)) // 2
        photos[second[:beside]] = photos[first[:beside]]
        asked[first], asked[second] = one, other
    alone = rng.permutation(np.flatnonzero(asked < 0))
    strangers = alone[: len(alone) // 2 * 2].reshape(-1, 2)
    strangers = strangers[labels[strangers[:, 0]] != labels[strangers[:, 1]]]
    photos[strangers[:, 1]] = photos[strangers[:, 0]]
    return Photographed(FaceSet(embeddings, photo_ids=photos), asked)
