"""How well albums are grouped wherever their forests are cut, as a measure of fitted numbers.

Where groups are cut depends on who judges the pairs. People whom a network learned from are grouped
better by it than others, and would have the cut too high; so networks may be given that were
trained with some people kept out. They judge files of the recogniser that they know, and of these
the people that they did not see.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.ndde_tpdi.default import Default, default_engine, trained_engine
from photoorg.clustering.ndde_tpdi.grouped import FittedForest
from photoorg.clustering.scoring.networks import read_network
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.folds import kept_out
from photoorg.training.numbers.grouping import SHARES, albums_of, of_people, people_of
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

OF_THOSE_KEPT_OUT = (0.4, 0.3, 0.2, 0.1)
"""Of these people, how many are in each album."""


def groups_by_cut(data: Sequence[Path]) -> Scores:
    """Return how the default engine groups the faces of some files, among which may be networks.

    A forest is grown once, so the numbers may change where it is cut and who judges, but not how.
    Raises DataError, ModelError.
    """
    networks = [path for path in data if path.suffix == ".onnx"]
    albums = [
        (engine, album)
        for path in data
        if path not in networks
        for engine, part, shares in [_judged(read_labelled(path), networks)]
        for album in albums_of(part, shares)
    ]
    grown: dict[tuple[int, str], FittedForest] = {}

    def scores() -> NDArray[np.float64]:
        grouped = []
        for number, (engine, album) in enumerate(albums):
            chosen, shown = engine.suited(album.faces)
            by = number, chosen.scorer.name
            if by not in grown:
                grown[by] = chosen.fit(shown)
            grouped.append((album.labels, grown[by].labels(chosen.tau)))
        return bcubed_of_parts(grouped)

    return scores


def _judged(
    data: LabelledFaces, networks: Sequence[Path]
) -> tuple[Default, LabelledFaces, Sequence[float]]:
    """Return the engine for a file, with the network that knows its faces, and what it may judge.

    With that come the shares of people in albums.
    """
    for path in networks:
        network = read_network(path)
        if network.knows(data.faces.embeddings):
            people = kept_out(path, people_of(data))
            return trained_engine(network), of_people(data, people), OF_THOSE_KEPT_OUT
    return default_engine(), data, SHARES
