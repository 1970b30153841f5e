"""Where groups would fall apart first.

The most probable tree that links a group (Kruskal 1956) is cut at each of its weakest links; of
the cuts that leave two faces or more on both sides the one with the least alike halves counts.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.clustering.questions.evidence import Half
from photoorg.types import BoolArray, FloatArray

Order = NDArray[np.int64]

CUTS = 8
"""Weakest links of a group that are tried."""
FEWEST = 4
"""Faces of a group that can be two and two."""


def weakest_halves(one: Order, other: Order, p: FloatArray, labels: Order) -> list[Half]:
    """Return the smaller half of every group that can be cut, with how alike the halves are.

    ``labels (n,)`` are the groups, -1 for none; the pairs ``one (m,)`` and ``other (m,)``, with
    probabilities ``p (m,)``, are each of one group.
    """
    by_group = np.argsort(labels, kind="stable")
    place = np.empty(len(labels), np.int64)
    place[by_group] = np.arange(len(labels))
    strongest = np.lexsort((-p, labels[one]))
    one, other, p = place[one[strongest]], place[other[strongest]], p[strongest]
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    first_face = np.concatenate([[0], np.cumsum(sizes)]) + (labels < 0).sum()
    own = labels[by_group[one]]
    first_pair = np.searchsorted(own, np.arange(len(sizes) + 1))
    found = []
    for group in np.flatnonzero(sizes >= FEWEST).tolist():
        pairs = slice(first_pair[group], first_pair[group + 1])
        start = first_face[group]
        small, likeness = weakest_cut(
            one[pairs] - start, other[pairs] - start, p[pairs], sizes[group]
        )
        if small.any():
            members = by_group[start : start + sizes[group]]
            found.append(Half(np.sort(members[small]), float(likeness)))
    return found


@njit(cache=True, nogil=True)
def weakest_cut(one: Order, other: Order, p: FloatArray, size: int) -> tuple[BoolArray, float]:
    """Return which of ``size`` faces are the smaller half, none if there is none, and likeness.

    The pairs ``one (m,)`` and ``other (m,)`` of faces 0 to size - 1 come in falling order of
    ``p (m,)``. Parts without any pair hang together by links of no probability from face 0. How
    alike halves are is the mean over the smaller one of the highest p with the other.
    """
    ends = _tree(one, other, size)
    best = np.zeros(size, np.bool_)
    least = np.inf
    for cut in range(len(ends) - 1, max(len(ends) - 1 - CUTS, -1), -1):
        side = _side(ends, cut, size)
        if side.sum() >= 2:
            likeness = _likeness(side, one, other, p)
            if likeness < least:
                best, least = side, likeness
    return best, least


@njit(cache=True, nogil=True)
def _tree(one: Order, other: Order, size: int) -> Order:
    """Return the links ``(size - 1, 2)`` of the most probable tree, the strongest first."""
    leader = np.arange(size)
    ends = np.empty((size - 1, 2), np.int64)
    links = 0
    for pair in range(len(one) + size):
        # After the last pair every face is linked to the first one.
        near, far = (one[pair], other[pair]) if pair < len(one) else (0, pair - len(one))
        a, b = _find(leader, near), _find(leader, far)
        if a != b:
            leader[a] = b
            ends[links, 0], ends[links, 1] = near, far
            links += 1
    return ends


@njit(cache=True, nogil=True)
def _side(ends: Order, cut: int, size: int) -> BoolArray:
    """Return which faces ``(size,)`` are on the smaller side of a link of the tree."""
    leader = np.arange(size)
    for link in range(len(ends)):
        if link != cut:
            leader[_find(leader, ends[link, 0])] = _find(leader, ends[link, 1])
    half = _find(leader, ends[cut, 0])
    side = np.empty(size, np.bool_)
    for face in range(size):
        side[face] = _find(leader, face) == half
    return ~side if 2 * side.sum() > size else side


@njit(cache=True, nogil=True)
def _likeness(side: BoolArray, one: Order, other: Order, p: FloatArray) -> float:
    highest = np.zeros(len(side))
    for pair in range(len(one)):
        a, b = one[pair], other[pair]
        if side[a] != side[b]:
            inner = a if side[a] else b
            highest[inner] = max(highest[inner], p[pair])
    return float(highest.sum() / side.sum())


@njit(cache=True, nogil=True)
def _find(leader: Order, face: int) -> int:
    while leader[face] != face:
        leader[face] = leader[leader[face]]
        face = leader[face]
    return face
