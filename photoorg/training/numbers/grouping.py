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

from photoorg.clustering.engine import ClusterEngine, Labels
from photoorg.clustering.ndde_tpdi.default import trained_engine
from photoorg.clustering.registry import load_engine
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.clustering.scoring.networks import read_network
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.folds import kept_out
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

SHARES = (0.15, 0.15, 0.08, 0.08, 0.04, 0.04)
"""Of a file's people, how many are in each of its albums."""
OF_THOSE_KEPT_OUT = (0.4, 0.3, 0.2, 0.1)


def groups(data: Sequence[Path]) -> Scores:
    """Return how the default engine groups the faces of some files; raises DataError, ModelError.

    Among these may be networks that were trained with some people kept out. They judge files of
    the recogniser that they know, of which these people alone are taken: people whom a network
    learned from are grouped better by it than others.
    """
    networks = [path for path in data if path.suffix == ".onnx"]
    albums = [
        (engine, album)
        for path in data
        if path not in networks
        for engine, part, shares in [_judged(read_labelled(path), networks)]
        for album in albums_of(part, shares)
    ]

    def scores() -> NDArray[np.float64]:
        shipped = load_engine("ndde-tpdi")
        return bcubed_of_parts(
            [
                (album.labels, (engine or shipped).fit_predict(album.faces))
                for engine, album in albums
            ]
        )

    return scores


def _judged(
    data: LabelledFaces, networks: Sequence[Path]
) -> tuple[ClusterEngine | None, LabelledFaces, Sequence[float]]:
    """Return the engine with the network that knows the faces, if any, and what it may judge."""
    for path in networks:
        network = read_network(path)
        if network.knows(data.faces.embeddings):
            people = kept_out(path, _people(data))
            return trained_engine(network), of_people(data, people), OF_THOSE_KEPT_OUT
    return None, data, SHARES


def albums_of(data: LabelledFaces, shares: Sequence[float] = SHARES) -> list[LabelledFaces]:
    """Return albums of the people in a file, always the same ones."""
    people = np.random.default_rng(0).permutation(_people(data))
    bounds = np.rint(len(people) * np.cumsum([0, *shares])).astype(int).tolist()
    return [
        of_people(data, people[first:last], f" {number}")
        for number, (first, last) in enumerate(itertools.pairwise(bounds), start=1)
    ]


def of_people(data: LabelledFaces, people: Labels, suffix: str = "") -> LabelledFaces:
    """Return the faces of some people in a file."""
    rows = np.flatnonzero(np.isin(data.labels, people))
    return LabelledFaces(data.name + suffix, in_order(data.faces, rows), data.labels[rows])


def _people(data: LabelledFaces) -> Labels:
    return np.unique(data.labels[data.labels >= 0])
