"""PhotoPrism 2026: DBSCAN whose wide clusters are cut again, then matching, then a second pass.

A cluster is wide when the 90th percentile of its members lies farther from the centre than the
cluster radius plus the match distance; it is clustered again at 95 % of the radius, at most six
times. The constants are those it publishes for ArcFace R50. The percentile and the core size of
the second pass (three) are our reading. Read: release 260919.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import (
    at_least,
    cosine_of,
    dbscan,
    distances,
    join_centres,
    large_faces,
    similar_pairs,
)
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import FloatArray, IntArray

CORE, SECOND_CORE, MIN_SIDE = 4, 3, 50
CLUSTER_RADIUS, MATCH, AMBIGUOUS = 0.67, 0.55, 0.01
PERCENTILE, SHRINK, ROUNDS, SLACK = 90, 0.95, 6, 1e-6


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every cluster distance, Euclidean."""
    big = large_faces(faces, MIN_SIDE)
    pairs = similar_pairs(faces.embeddings[big], cosine_of(max(thresholds)))
    for radius in thresholds:
        labels = np.full(len(faces), -1, np.int64)
        labels[big] = _narrow(faces.embeddings[big], pairs, radius, CORE)
        labels = join_centres(faces.embeddings, labels, _reach, AMBIGUOUS)
        rest = labels[big] < 0
        found = _narrow(faces.embeddings[big][rest], _among(pairs, rest), radius, SECOND_CORE)
        labels[big[rest]] = np.where(found >= 0, found + labels.max() + 1, -1)
        yield labels


def _narrow(embeddings: FloatArray, pairs: Any, radius: float, core: int) -> Labels:
    """Return labels ``(n,)`` of DBSCAN's clusters, the wide ones cut again until narrow."""
    labels = np.full(len(embeddings), -1, np.int64)
    pending: list[tuple[IntArray, float, int]] = [(np.arange(len(embeddings)), radius, 0)]
    clusters = 0
    while pending:
        rows, reach, rounds = pending.pop()
        inside = np.zeros(len(embeddings), np.bool_)
        inside[rows] = True
        found = dbscan(at_least(_among(pairs, inside), cosine_of(reach)), core)
        for name in np.unique(found[found >= 0]):
            members = rows[found == name]
            if _is_narrow(embeddings[members]):
                labels[members] = clusters
                clusters += 1
            elif rounds < ROUNDS:
                pending.append((members, reach * SHRINK, rounds + 1))
    return labels


def _is_narrow(members: FloatArray) -> bool:
    far = distances(members, members.mean(axis=0, keepdims=True))
    return float(np.percentile(far, PERCENTILE)) + SLACK <= _reach(far)


def _reach(members: FloatArray) -> float:
    width = float(np.percentile(members, PERCENTILE)) + SLACK
    return min(width, CLUSTER_RADIUS) + MATCH


def _among(pairs: Any, chosen: np.ndarray) -> Any:
    return pairs[chosen][:, chosen]


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with PhotoPrism's constants for ArcFace R50."""
    return Rival(
        name="photoprism-2026",
        rule=group,
        sweep=Sweep("radius", 1.07, (0.64, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.07, 1.12)),
        source="PhotoPrism 260919, arcface_r50 1.07/0.67/0.55",
    )
