"""Nextcloud Recognize: a minimum spanning tree taken apart from its longest edge.

Edges are mutual reachabilities, at most ``MAX_EDGE`` long. Where both sides of the longest edge
are big and the edge is longer than ``separation``, the two sides become clusters of their own if
together they are heavier than the whole was; small sides stay members. This is one batch without
earlier clusters; its votes over batches, and the wait for 120 faces, belong to its schedule.
Read: 40eff428.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import minimum_spanning_tree

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.merge_tree import MergeTree, merge_tree
from photoorg.clustering.peers.neighbours import cosine_of, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

MAX_EDGE, SHORTEST = 1.0, 1e-6


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every separation, a Euclidean distance."""
    n = len(faces)
    smallest = round(min(max(n ** (1 / 4.7), 2), 5))
    samples = round(min(max(n ** (1 / 5.6), 2), 4))
    forest = minimum_spanning_tree(_reachability(faces, samples)).tocoo()
    tree = merge_tree(n, forest.row, forest.col, forest.data)
    for separation in thresholds:
        labels = np.full(n, -1, np.int64)
        for root in tree.roots:
            for cluster in _clusters(tree, root, smallest, separation):
                labels[tree.faces(cluster)] = cluster
        yield labels


def _reachability(faces: FaceSet, samples: int) -> Any:
    """Return mutual reachabilities up to the longest edge as a sparse matrix ``(n, n)``."""
    pairs = similar_pairs(faces.embeddings, cosine_of(MAX_EDGE))
    far = np.maximum(np.sqrt(np.maximum(2 - 2 * pairs.data.astype(np.float64), 0)), SHORTEST)
    starts = pairs.indptr
    core = np.full(len(faces), np.inf)
    for face in np.flatnonzero(np.diff(starts) >= samples - 1):
        core[face] = np.sort(far[starts[face] : starts[face + 1]])[samples - 2]
    rows = np.repeat(np.arange(len(faces)), np.diff(starts))
    reach = np.maximum(far, np.maximum(core[rows], core[pairs.indices]))
    kept = reach <= MAX_EDGE
    return csr_array((reach[kept], (rows[kept], pairs.indices[kept])), shape=pairs.shape)


def _clusters(tree: MergeTree, root: int, smallest: int, separation: float) -> list[int]:
    """Return the nodes below a root that are clusters."""
    if tree.sizes[root] < smallest:
        return []
    splits: dict[int, tuple[float, tuple[int, int] | None]] = {}
    order, pending = [], [(root, 1 / MAX_EDGE)]
    while pending:
        node, density = pending.pop()
        weight, at, split = _take_apart(tree, node, density, smallest, separation)
        splits[node] = weight, split
        order.append(node)
        if split is not None:
            pending.extend((side, at) for side in split)
    chosen: dict[int, tuple[float, list[int]]] = {}
    for node in reversed(order):
        weight, split = splits[node]
        chosen[node] = weight, [node]
        if split is not None:
            below = sum(chosen[side][0] for side in split)
            if below >= weight or node == root:
                chosen[node] = below, [*chosen[split[0]][1], *chosen[split[1]][1]]
    return chosen[root][1]


def _take_apart(
    tree: MergeTree, node: int, density: float, smallest: int, separation: float
) -> tuple[float, float, tuple[int, int] | None]:
    """Remove edges below a node until two big sides lie apart: weight, density, the sides."""
    weight = 0.0
    while node >= tree.leaves:
        length = tree.length(node)
        weight += (1 / length - density) * (int(tree.sizes[node]) - 1)
        density = 1 / length
        first, second = tree.larger_first(node)
        if tree.sizes[second] >= smallest and length >= separation:
            return weight, density, (first, second)
        node = first
    return weight, density, None


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with the separation for 512 numbers."""
    return Rival(
        name="recognize",
        rule=group,
        sweep=Sweep("separation", 0.7, (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)),
        source="Nextcloud Recognize 40eff428, 0.7/1.0",
    )
