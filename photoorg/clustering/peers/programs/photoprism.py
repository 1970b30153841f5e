"""PhotoPrism 2021 to 2024: DBSCAN with four faces to a core, then matching to cluster centres.

A centre accepts a face within its sample radius (the farthest member, at most 0.35) plus 0.46.
Distances are Euclidean between FaceNet embeddings: on another embedder only the tuned row, where
the DBSCAN radius moves, is a fair comparison. Faces under 80 pixels found no cluster but may match
one. Its rules for two names that claim one face, and for children, need names and FaceNet. Read:
the sources of December 2024.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import (
    at_least,
    cosine_of,
    dbscan,
    join_centres,
    large_faces,
    similar_pairs,
)
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import FloatArray

MIN_SAMPLES, MIN_SIDE = 4, 80
RADIUS_MARGIN, LARGEST_RADIUS, MATCH = 0.01, 0.35, 0.46


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every DBSCAN radius, in Euclidean distance."""
    big = large_faces(faces, MIN_SIDE)
    pairs = similar_pairs(faces.embeddings[big], cosine_of(max(thresholds)))
    for radius in thresholds:
        labels = np.full(len(faces), -1, np.int64)
        labels[big] = dbscan(at_least(pairs, cosine_of(radius)), MIN_SAMPLES)
        yield join_centres(faces.embeddings, labels, _reach)


def _reach(members: FloatArray) -> float:
    return min(float(members.max()) + RADIUS_MARGIN, LARGEST_RADIUS) + MATCH


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with PhotoPrism's radius for FaceNet."""
    return Rival(
        name="photoprism",
        rule=group,
        sweep=Sweep("radius", 0.64, (0.64, 0.76, 0.82, 0.88, 0.94, 1.0, 1.06, 1.12, 1.18)),
        source="PhotoPrism 2021-2024, radius 0.64, core 4",
    )
