"""The tree in which a spanning tree's edges join faces, shortest first."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.types import IntArray

Lengths = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MergeTree:
    """Node ``leaves + i`` joins ``children[i]`` by an edge of ``lengths[i]``; faces are leaves.

    ``sizes`` counts the faces below every node; ``roots`` are the nodes without a parent that
    hold two faces or more.
    """

    leaves: int
    children: IntArray
    lengths: Lengths
    sizes: IntArray
    roots: list[int]

    def length(self, node: int) -> float:
        """Return the length of the edge that joins a node's two children."""
        return float(self.lengths[node - self.leaves])

    def larger_first(self, node: int) -> tuple[int, int]:
        """Return a node's children, the larger one first."""
        first, second = (int(child) for child in self.children[node - self.leaves])
        return (second, first) if self.sizes[first] < self.sizes[second] else (first, second)

    def faces(self, node: int) -> list[int]:
        """Return the faces below a node."""
        found, pending = [], [node]
        while pending:
            node = pending.pop()
            if node < self.leaves:
                found.append(node)
            else:
                pending.extend(int(child) for child in self.children[node - self.leaves])
        return found


def merge_tree(n: int, rows: IntArray, columns: IntArray, lengths: Lengths) -> MergeTree:
    """Return the tree of n faces from the edges ``(m,)`` of a spanning forest."""
    order = np.lexsort((columns, rows, lengths))
    children, sizes, top = _join(n, rows[order], columns[order])
    roots = sorted({int(node) for node in top if node >= n})
    return MergeTree(n, children, lengths[order].astype(np.float64), sizes, roots)


@njit(cache=True)
def _join(n: int, rows: IntArray, columns: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    parent = np.arange(n)
    top = np.arange(n)
    sizes = np.ones(n + len(rows), np.int64)
    children = np.empty((len(rows), 2), np.int64)
    for i in range(len(rows)):
        ends = np.array([rows[i], columns[i]])
        for side in range(2):
            face = ends[side]
            while parent[face] != face:
                parent[face] = parent[parent[face]]
                face = parent[face]
            ends[side] = face
            children[i, side] = top[face]
        sizes[n + i] = sizes[children[i, 0]] + sizes[children[i, 1]]
        parent[ends[1]] = ends[0]
        top[ends[0]] = n + i
    for face in range(n):
        root = face
        while parent[root] != root:
            root = parent[root]
        top[face] = top[root]
    return children, sizes, top


@njit(cache=True)
def spanning_tree(far: Any) -> tuple[IntArray, IntArray, Lengths]:
    """Return the edges ``(n - 1,)`` of the least spanning tree of dense distances ``(n, n)``."""
    n = len(far)
    rows = np.empty(n - 1, np.int64)
    columns = np.empty(n - 1, np.int64)
    lengths = np.empty(n - 1, np.float64)
    nearest = np.zeros(n, np.int64)
    best = far[0].copy()
    outside = np.ones(n, np.bool_)
    outside[0] = False
    for i in range(n - 1):
        face = -1
        for other in range(n):
            if outside[other] and (face < 0 or best[other] < best[face]):
                face = other
        rows[i], columns[i], lengths[i] = nearest[face], face, best[face]
        outside[face] = False
        for other in range(n):
            if outside[other] and far[face, other] < best[other]:
                best[other] = far[face, other]
                nearest[other] = face
    return rows, columns, lengths
