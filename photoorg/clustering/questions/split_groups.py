"""Where a group would fall apart first."""

import numpy as np
from numpy.typing import NDArray

from photoorg.types import BoolArray, FloatArray

Order = NDArray[np.int64]

CUTS = 8
"""Weakest links of a group that are tried."""


def weakest_cut(
    members: Order, one: Order, other: Order, p: FloatArray
) -> tuple[Order, float] | None:
    """Return the smaller half of a group and how alike the halves are; None if it has none.

    ``members (g,)`` rise; the links between ``one (m,)`` and ``other (m,)`` of probabilities
    ``p (m,)`` come strongest first. The tree they make is cut at each of its weakest links, and
    of the cuts that leave two faces on both sides the one with the least alike halves counts.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

    size = len(members)
    ends = np.searchsorted(members, one), np.searchsorted(members, other)
    # Parts without any link hang together by links of no probability from the first face.
    codes = np.concatenate([np.minimum(*ends) * size + np.maximum(*ends), np.arange(1, size)])
    chances = np.concatenate([p, np.zeros(size - 1, np.float32)])
    # Links in both directions are one edge, the stronger one, which comes first.
    codes, first = np.unique(codes, return_index=True)
    cost = 2.0 - chances[first].astype(np.float64)
    graph = coo_array((cost, (codes // size, codes % size)), shape=(size, size)).tocsr()
    tree = minimum_spanning_tree(graph).tocoo()
    best: tuple[Order, float] | None = None
    for cut in np.argsort(-tree.data, kind="stable")[:CUTS]:
        kept = np.arange(len(tree.data)) != cut
        rest = coo_array((tree.data[kept], (tree.row[kept], tree.col[kept])), shape=(size, size))
        parts, part = connected_components(rest, directed=False)
        side = part == part[tree.row[cut]]
        small = side if 2 * side.sum() <= size else ~side
        if parts == 2 and small.sum() >= 2:
            likeness = _likeness(small, ends, p)
            if best is None or likeness < best[1]:
                best = members[small], likeness
    return best


def _likeness(small: BoolArray, ends: tuple[Order, Order], p: FloatArray) -> float:
    """Return the mean over the smaller half ``(g,)`` of the highest p with the other half."""
    best = np.zeros(len(small))
    for one, other in (ends, ends[::-1]):
        across = small[one] & ~small[other]
        np.maximum.at(best, one[across], p[across])
    return float(best[small].mean())
