"""LibrePhotos: HDBSCAN whose smallest group grows with the album.

Noise is shown as "Unknown - Other". The epsilon is a setting of the user's; 0.05 is its usual
value. The classifier that then suggests names for single faces needs names and forms no groups.
Read: October 2024.
"""

from collections.abc import Iterator, Sequence

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.hdbscan_tree import (
    euclidean_distances,
    hdbscan_tree,
    stable_clusters,
)
from photoorg.clustering.peers.rival import Rival, Sweep

SMALLEST = ((100_000, 16), (10_000, 8), (1_000, 4), (0, 2))
"""Smallest group for albums of more faces than the first number."""


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every epsilon, the distance under which nothing is split."""
    tree = hdbscan_tree(euclidean_distances(faces.embeddings), min_samples=1)
    smallest = next(size for faces_over, size in SMALLEST if len(faces) > faces_over)
    for epsilon in thresholds:
        yield stable_clusters(tree, len(faces), min_cluster=smallest, epsilon=epsilon)


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with the usual epsilon."""
    return Rival(
        name="librephotos",
        rule=group,
        sweep=Sweep("epsilon", 0.05, (0.05, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1)),
        source="LibrePhotos e675a0dc, HDBSCAN 2/4/8/16",
    )
