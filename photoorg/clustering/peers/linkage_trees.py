"""Linkage trees over the connected components of an album, and their cuts.

Two clusters closer than a cut always hold a pair closer than it, so the trees of the connected
components at the loosest cut give the same groups as one tree over all faces, in less memory.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from photoorg.clustering.engine import Labels
from photoorg.clustering.peers.neighbours import components, similar_pairs
from photoorg.types import FloatArray, IntArray


def linkage_trees(
    embeddings: FloatArray, method: str, loosest: float
) -> list[tuple[IntArray, Any]]:
    """Return ``(rows, tree)`` of every connected component with two faces or more."""
    labels = components(similar_pairs(embeddings, 1 - loosest))
    order = np.argsort(labels, kind="stable")
    starts = np.flatnonzero(np.diff(labels[order], prepend=-1, append=-1))
    trees: list[tuple[IntArray, Any]] = []
    for start, stop in pairwise(starts):
        if stop - start > 1:
            rows = order[start:stop]
            cosines = embeddings[rows] @ embeddings[rows].T
            np.fill_diagonal(cosines, 1)
            far = squareform(np.maximum(1 - cosines, 0), checks=False)
            trees.append((rows, linkage(far, method)))
    return trees


def cut_trees(trees: Sequence[tuple[IntArray, Any]], cut: float, n: int) -> Labels:
    """Return labels ``(n,)``: groups whose linkage distance is at most the cut."""
    labels = np.arange(n, dtype=np.int64)
    for rows, tree in trees:
        found = fcluster(tree, cut, "distance")
        _, firsts = np.unique(found, return_index=True)
        labels[rows] = rows[firsts[found - 1]]
    return labels
