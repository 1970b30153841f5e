"""InsightFace desktop 2.1: DBSCAN with cosine distance 0.52 and two faces to a core.

Two faces to a core makes it connected components at cosine >= 0.48, so one chain of look-alikes
joins any number of people. Faces under 80 pixels are left out where boxes are known.
Read: from the wheel ``insightface`` 2.1.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import at_least, dbscan, large_faces, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

MIN_SIDE = 80


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every cosine ``thresholds``."""
    big = large_faces(faces, MIN_SIDE)
    pairs = similar_pairs(faces.embeddings[big], min(thresholds))
    for threshold in thresholds:
        labels = np.full(len(faces), -1, np.int64)
        labels[big] = dbscan(at_least(pairs, threshold), min_samples=2)
        yield labels


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with its published threshold."""
    return Rival(
        name="insightface-desktop",
        rule=group,
        sweep=Sweep("cosine", 0.48, (0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.6, 0.64, 0.68)),
        source="insightface 2.1 desktop application, DBSCAN eps 0.52, min_samples 2",
    )
