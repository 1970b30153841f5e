"""Albums of known people, to which numbers are fitted.

Of each file of labelled embeddings albums are made, large and small ones (which tell an engine
less); no person is in two of them.
"""

import itertools
from collections.abc import Sequence

import numpy as np

from photoorg.clustering.engine import Labels
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.evaluation.feature_files import LabelledFaces

SHARES = (0.15, 0.15, 0.08, 0.08, 0.04, 0.04)
"""Of a file's people, how many are in each of its albums."""


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
