"""HDBSCAN with groups of two or more, on Euclidean distance: clusters of any density.

The classic that adapts to sparse people. With groups as small as this its clusters split where a
person has two looks; the swept epsilon joins what lies closer.
"""

from collections.abc import Iterator, Sequence

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.hdbscan_tree import (
    euclidean_distances,
    hdbscan_tree,
    stable_clusters,
)
from photoorg.clustering.peers.rival import Rival, Sweep


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every epsilon, the distance under which nothing is split."""
    tree = hdbscan_tree(euclidean_distances(faces.embeddings), min_samples=1)
    for epsilon in thresholds:
        yield stable_clusters(tree, len(faces), min_cluster=2, epsilon=epsilon)


def default_engine(_pack: str | None = None) -> Rival:
    """Return HDBSCAN without an epsilon."""
    return Rival(
        name="hdbscan",
        rule=group,
        sweep=Sweep("epsilon", 0.0, (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1)),
        source="Campello et al. 2013, min_cluster_size 2, min_samples 1",
    )
