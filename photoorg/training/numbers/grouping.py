"""How well albums of known people are grouped, as a measure of fitted numbers.

The parts are albums made of each file, large and small ones (which tell an engine less); no person
is in two of them. Their score is BCubed F.
"""

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.registry import load_engine
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.evaluation.metrics import score
from photoorg.training.numbers.search import Scores

SHARES = (0.15, 0.15, 0.08, 0.08, 0.04, 0.04)
"""Of a file's people, how many are in each of its albums."""


def groups(engine: str, data: Sequence[Path]) -> Scores:
    """Return how an engine groups the faces of some files; raises DataError.

    The engine is not told whose embeddings they are.
    """
    albums = [album for path in data for album in albums_of(read_labelled(path))]

    def scores() -> NDArray[np.float64]:
        tried = load_engine(engine)
        found = [tried.fit_predict(album.faces) for album in albums]
        pairs = zip(albums, found, strict=True)
        return np.array([score(album.labels, labels).bcubed_f for album, labels in pairs])

    return scores


def albums_of(data: LabelledFaces, shares: Sequence[float] = SHARES) -> list[LabelledFaces]:
    """Return albums of the people in a file, always the same ones."""
    people = np.random.default_rng(0).permutation(np.unique(data.labels[data.labels >= 0]))
    bounds = np.rint(len(people) * np.cumsum([0, *shares])).astype(int).tolist()
    albums = []
    for number, (first, last) in enumerate(itertools.pairwise(bounds)):
        rows = np.flatnonzero(np.isin(data.labels, people[first:last]))
        name = f"{data.name} {number + 1}"
        albums.append(LabelledFaces(name, in_order(data.faces, rows), data.labels[rows]))
    return albums
