"""Nextcloud facerecognition: Chinese whispers on the pairs closer than one distance.

A face is visited 100 times on average, at random (seeded), each time taking the majority label of
its neighbours. The distance belongs to dlib's 128 numbers; its authors call it a cliff. Faces
under 40 pixels are left out where boxes are known. Read: b6451bb5.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.chinese_whispers import chinese_whispers
from photoorg.clustering.peers.neighbours import at_least, cosine_of, large_faces, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

VISITS, MIN_SIDE, SEED = 100, 40, 0


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every Euclidean distance under which two faces are linked."""
    big = large_faces(faces, MIN_SIDE)
    pairs = similar_pairs(faces.embeddings[big], cosine_of(max(thresholds)))
    visits = np.random.default_rng(SEED).integers(0, max(len(big), 1), (VISITS, len(big)))
    for distance in thresholds:
        links = at_least(pairs, cosine_of(distance))
        links.data[:] = 1
        labels = np.full(len(faces), -1, np.int64)
        labels[big] = chinese_whispers(links, visits)
        yield labels


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with the distance for dlib."""
    return Rival(
        name="facerecognition",
        rule=group,
        sweep=Sweep("distance", 0.4, (0.4, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15)),
        source="Nextcloud facerecognition b6451bb5, 0.40",
    )
