"""HDBSCAN (Campello, Moulavi and Sander 2013; the epsilon: Malzer and Baum 2020).

A cluster lives from the density ``1 / distance`` at which it splits from its parent until it
splits itself; its weight is the sum over its faces of how long they stay. From the leaves up, a
cluster is kept when it weighs at least as much as what is kept below it; the root never is. With
an epsilon, a cluster that split off at a smaller distance gives way to its first ancestor beyond.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from photoorg.clustering.engine import Labels
from photoorg.clustering.peers.merge_tree import MergeTree, merge_tree, spanning_tree
from photoorg.types import FloatArray

SHORTEST = 1e-9


@dataclass(frozen=True, slots=True)
class Cluster:
    """A node of the merge tree from its birth on: its weight and its two parts, if it splits."""

    node: int
    parent: int
    birth: float
    weight: float
    parts: tuple[int, ...]


def cosine_distances(embeddings: FloatArray) -> Any:
    """Return cosine distances ``(n, n)`` of unit rows, zero on the diagonal."""
    far = np.maximum(1 - embeddings @ embeddings.T, 0)
    far = np.maximum(far, far.T)
    np.fill_diagonal(far, 0)
    return far


def euclidean_distances(embeddings: FloatArray) -> Any:
    """Return Euclidean distances ``(n, n)`` of unit rows, zero on the diagonal."""
    return np.sqrt(2 * cosine_distances(embeddings))


def hdbscan_tree(far: Any, min_samples: int) -> MergeTree | None:
    """Return the merge tree of mutual reachabilities; None for fewer faces than samples."""
    if len(far) < max(min_samples, 2):
        return None
    core = np.partition(far, min_samples - 1, axis=1)[:, min_samples - 1]
    reach = np.maximum(np.maximum(far, core), core[:, None])
    return merge_tree(len(far), *spanning_tree(reach))


def stable_clusters(tree: MergeTree | None, n: int, *, min_cluster: int, epsilon: float) -> Labels:
    """Return labels ``(n,)`` of the clusters that are kept, -1 for noise."""
    labels = np.full(n, -1, np.int64)
    if tree is None or n < min_cluster:
        return labels
    clusters = _condense(tree, min_cluster)
    kept = _heaviest(clusters)
    if epsilon > 0:
        kept = {_beyond(clusters, name, epsilon) for name in kept}
        kept = {name for name in kept if not _has_ancestor(clusters, name, kept)}
    for number, name in enumerate(sorted(kept)):
        labels[tree.faces(clusters[name].node)] = number
    return labels


def _condense(tree: MergeTree, min_cluster: int) -> list[Cluster]:
    """Return the clusters of at least the smallest size, parents before their parts."""
    clusters: list[Cluster] = []
    pending = [(tree.roots[0], -1, np.inf)]
    for top, parent, birth in pending:
        node, weight, density = top, 0.0, 1 / birth
        parts: tuple[int, ...] = ()
        while node >= tree.leaves:
            length = max(tree.length(node), SHORTEST)
            weight += (1 / length - density) * int(tree.sizes[node])
            density = 1 / length
            first, second = tree.larger_first(node)
            if tree.sizes[second] >= min_cluster:
                parts = len(pending), len(pending) + 1
                pending += [(first, len(clusters), length), (second, len(clusters), length)]
                break
            node = first if tree.sizes[first] >= min_cluster else -1
        clusters.append(Cluster(top, parent, birth, weight, parts))
    return clusters


def _heaviest(clusters: list[Cluster]) -> set[int]:
    best = [cluster.weight for cluster in clusters]
    whole = [True] * len(clusters)
    for name in range(len(clusters) - 1, 0, -1):
        parts = clusters[name].parts
        below = sum(best[part] for part in parts)
        if parts and below > best[name]:
            best[name], whole[name] = below, False
    kept, pending = set(), list(clusters[0].parts)
    while pending:
        name = pending.pop()
        if whole[name]:
            kept.add(name)
        else:
            pending.extend(clusters[name].parts)
    return kept


def _beyond(clusters: list[Cluster], name: int, epsilon: float) -> int:
    """Return the cluster or its first ancestor below the root born beyond epsilon."""
    while clusters[name].birth < epsilon and clusters[name].parent > 0:
        name = clusters[name].parent
    return name


def _has_ancestor(clusters: list[Cluster], name: int, kept: set[int]) -> bool:
    while (name := clusters[name].parent) > 0:
        if name in kept:
            return True
    return False
