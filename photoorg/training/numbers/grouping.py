"""How well albums of known people are grouped, as a measure of fitted numbers.

Of each file albums are made, large and small ones (which tell an engine less); no person is in two
of them. Scores are BCubed F of parts of the people. An engine is not told whose embeddings they
are.
"""

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.registry import load_engine
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

SHARES = (0.15, 0.15, 0.08, 0.08, 0.04, 0.04)
"""Of a file's people, how many are in each of its albums."""


def groups(data: Sequence[Path]) -> Scores:
    """Return how the default engine groups the faces of some files; raises DataError."""
    albums = [album for path in data for album in albums_of(read_labelled(path))]

    def scores() -> NDArray[np.float64]:
        engine = load_engine("ndde-tpdi")
        return bcubed_of_parts(
            [(album.labels, engine.fit_predict(album.faces)) for album in albums]
        )

    return scores


def albums_of(data: LabelledFaces, shares: Sequence[float] = SHARES) -> list[LabelledFaces]:
    """Return albums of the people in a file, always the same ones."""
    people = np.random.default_rng(0).permutation(people_of(data))
    bounds = np.rint(len(people) * np.cumsum([0, *shares])).astype(int).tolist()
    return [
        of_people(data, people[first:last], f" {number}")
        for number, (first, last) in enumerate(itertools.pairwise(bounds), start=1)
    ]


def of_people(data: LabelledFaces, people: Labels, suffix: str = "") -> LabelledFaces:
    """Return the faces of some people in a file."""
    rows = np.flatnonzero(np.isin(data.labels, people))
    return LabelledFaces(data.name + suffix, in_order(data.faces, rows), data.labels[rows])


def people_of(data: LabelledFaces) -> Labels:
    """Return the people ``(m,)`` in a file."""
    return np.unique(data.labels[data.labels >= 0])
