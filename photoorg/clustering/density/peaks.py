"""Density peaks: every face points to its nearest denser neighbour, and weak pointers are cut.

Rodriguez and Laio (Science 2014) with NDDe as density and TPDi as distance. Faces are ordered by
(density, smaller id), so the pointers form a forest whatever the ties. The forest is kept: a
group is what hangs together by pointers shorter than tau, so another tau is a matter of
milliseconds.

TPDi asks how much two neighbourhoods overlap, which says little where a person has many more faces
than a neighbourhood holds: with 80 neighbours, faces of one person with 3,000 are up to .9 apart
although every single pair is certain, and bad pictures among them would stay alone. There the
probabilities speak for themselves.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.clustering.density.diffusion import Density, Ids
from photoorg.clustering.neighbors.parallel import spread
from photoorg.fitted import fitted
from photoorg.types import FloatArray

TAU = 0.7
"""Where groups are cut, as in the paper on hard clusters (see :mod:`.diffusion`)."""

_FITTED = fitted(__name__)

CROWD = int(_FITTED["CROWD"])
"""Nearest neighbours that are all probably one person where TPDi is not needed."""
CERTAIN = _FITTED["CERTAIN"]
"""How probable they have to be on average, times the probability of the pair that is linked."""
FAR = _FITTED["FAR"]
"""No pointer between such faces is longer."""


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Pointers to the nearest denser face: ``parents (n,)``, ``distances (n,)``.

    A face without a denser neighbour is its own parent at the distance inf. ``density (n,)``.
    """

    parents: Ids
    distances: FloatArray
    density: Density

    def __len__(self) -> int:
        return len(self.parents)


def density_forest(
    ids: Ids, root_p: FloatArray, density: Density, p: FloatArray | None = None
) -> Forest:
    """Return the forest of neighbours ids ``(n, k)`` with square roots of transitions ``(n, k)``.

    TPDi is computed for the denser neighbours only; equal distances go to the smaller id. For
    ``p`` see :func:`parents_of`.
    """
    return Forest(*parents_of(ids, root_p, density, np.arange(len(ids)), p), density)


def parents_of(
    ids: Ids,
    root_p: FloatArray,
    density: Density,
    rows: NDArray[np.int64],
    p: FloatArray | None = None,
) -> tuple[Ids, FloatArray]:
    """Return the parents and distances ``(m,)`` of some faces in the forest.

    Given the probabilities ``p (n, k)`` that neighbours are one person, large groups hang
    together: a face farther than :data:`FAR` from all denser ones points to the one with the
    highest probability p_ij at that distance, if p_ij e_i is at least :data:`CERTAIN`, where e_i
    is the mean probability of its nearest :data:`CROWD` neighbours.
    """
    parents, distances = np.empty(len(rows), np.int32), np.empty(len(rows), np.float32)
    spread(_find_parents, len(rows), ids, root_p, density, rows, parents, distances)
    if p is not None and ids.shape[1] > CROWD:
        # Not from within: what is compiled keeps the values that it was compiled with.
        limits = (CROWD, np.float32(CERTAIN), np.float32(FAR))
        spread(_link_crowds, len(rows), ids, p, density, rows, parents, distances, *limits)
    return parents, distances


def cut(forest: Forest, tau: float) -> NDArray[np.int64]:
    """Return for every face the root ``(n,)`` it reaches by pointers shorter than tau."""
    itself = np.arange(len(forest))
    roots = np.where(forest.distances < tau, forest.parents, itself).astype(np.int64)
    while True:
        # Pointer jumping: each pass doubles how far up the tree a pointer reaches.
        higher = roots[roots]
        if np.array_equal(higher, roots):
            return roots
        roots = higher


@njit(cache=True, nogil=True)
def denser(density: Density, j: int, i: int) -> bool:
    """Tell whether face j is denser than face i; of equal ones the smaller id is."""
    return density[j] > density[i] or (density[j] == density[i] and j < i)


@njit(cache=True, nogil=True)
def _find_parents(
    first: int,
    last: int,
    ids: Ids,
    root_p: FloatArray,
    density: Density,
    rows: NDArray[np.int64],
    parents: Ids,
    distances: FloatArray,
) -> None:
    n, k = ids.shape
    here = np.zeros(n, np.float32)
    others = np.empty(k, np.int32)
    near, weights = np.empty((k, k), np.uint32), np.empty((k, k), np.float32)
    for r in range(first, last):
        i, count = rows[r], 0
        for c in range(k):
            j = ids[i, c]
            here[j] = root_p[i, c]
            if denser(density, j, i):
                others[count] = j
                count += 1
        _copy_rows(ids, root_p, others[:count], near, weights)
        parent, nearest = i, np.float32(np.inf)
        for o in range(count):
            j = others[o]
            shared = np.float32(0.0)
            for e in range(k):
                shared += here[near[o, e]] * weights[o, e]
            distance = min(max(np.float32(1.0) - shared, np.float32(0.0)), np.float32(1.0))
            if distance < nearest or (distance == nearest and j < parent):
                parent, nearest = j, distance
        parents[r], distances[r] = parent, nearest
        for c in range(k):
            here[ids[i, c]] = 0.0


@njit(cache=True, nogil=True)
def _copy_rows(
    ids: Ids, root_p: FloatArray, rows: Ids, near: NDArray[np.uint32], weights: FloatArray
) -> None:
    """Copy rows next to each other, so that the memory fetches many of them at once.

    Sums that read them where they are wait for one after another: three times as long at a million.
    """
    for r in range(len(rows)):
        row = rows[r]
        for e in range(ids.shape[1]):
            near[r, e] = ids[row, e]
        for e in range(ids.shape[1]):
            weights[r, e] = root_p[row, e]


@njit(cache=True, nogil=True)
def _link_crowds(
    first: int,
    last: int,
    ids: Ids,
    p: FloatArray,
    density: Density,
    rows: NDArray[np.int64],
    parents: Ids,
    distances: FloatArray,
    crowd: int,
    certain: np.float32,
    far: np.float32,
) -> None:
    for r in range(first, last):
        i = rows[r]
        if distances[r] <= far:
            continue
        total = np.float32(0.0)
        for c in range(1, crowd + 1):
            total += p[i, c]
        if total < certain * crowd:
            continue
        best, parent = np.float32(0.0), i
        for c in range(1, crowd + 1):
            j = ids[i, c]
            if p[i, c] > best and denser(density, j, i):
                parent, best = j, p[i, c]
        if best * total / np.float32(crowd) >= certain:
            parents[r], distances[r] = parent, far
