"""Transition probabilities between neighbours, the density NDDe and the distance TPDi.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022). With the distances ``delta_ij`` of
a face to its k neighbours, itself included,

    P_ij = exp(-delta_ij / sigma) / (sum_l exp(-delta_il / sigma) + 1e-5)          (transitions)
    rho_i = sum_j P_ji                                                             (NDDe)
    d_ij = 1 - sum_c sqrt(P_ic) sqrt(P_jc)                                         (TPDi)

NDDe spreads a uniform mass one step along the transitions; inside a nearly closed group mass is
kept, so the mean density of every group is about 1 whatever its size. TPDi is one minus the
Bhattacharyya coefficient of two rows of transitions. The two use different sigma and k.
"""

from typing import TypeAlias

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.clustering.neighbors.parallel import spread
from photoorg.fitted import fitted
from photoorg.types import FloatArray

Ids: TypeAlias = NDArray[np.int32]
Density: TypeAlias = NDArray[np.float64]

SIGMA = fitted(__name__)["SIGMA"]
"""The temperature of the transitions between faces whose pairs have probabilities."""

_BLOCK = 16384


def transitions(distances: FloatArray, sigma: float) -> FloatArray:
    """Return P ``(n, k)`` for distances ``(n, k)`` in [0, 2] and a temperature sigma > 0."""
    p = np.empty(distances.shape, np.float32)
    for start in range(0, len(distances), _BLOCK):
        block = slice(start, start + _BLOCK)
        np.exp(distances[block] * np.float32(-1 / sigma), out=p[block])
        sums = p[block].sum(axis=1, keepdims=True, dtype=np.float64) + 1e-5
        p[block] /= sums.astype(np.float32)
    return p


def ndde(ids: Ids, p: FloatArray, steps: int = 1, tolerance: float = 1e-12) -> Density:
    """Return the density ``(n,)`` of transitions p ``(n, k)`` to the neighbours ids ``(n, k)``.

    With one step, the paper's default, mass also stays where it is, and the densities sum to
    about n. With more, the face itself is left out and the rows are normalised again, so that no
    mass is lost; stops early when the mean change is below ``tolerance``.
    """
    if steps == 1:
        return _spread_mass(ids, p, np.ones(len(ids)))
    away = np.where(ids == np.arange(len(ids))[:, None], 0.0, p.astype(np.float64))
    away /= np.maximum(away.sum(axis=1, keepdims=True), 1e-30)
    density = np.ones(len(ids))
    for _ in range(steps):
        before = density
        density = _spread_mass(ids, away, before)
        if np.abs(density - before).mean() < tolerance:
            break
    return density


def _spread_mass(ids: Ids, p: FloatArray | Density, mass: Density) -> Density:
    n = len(ids)
    density = np.zeros(n)
    for start in range(0, n, _BLOCK):
        block = slice(start, start + _BLOCK)
        sent = p[block] * mass[block, None]
        density += np.bincount(ids[block].ravel(), weights=sent.ravel(), minlength=n)
    return density


def tpdi(ids: Ids, p: FloatArray) -> FloatArray:
    """Return the distances d ``(n, k)`` in [0, 1] of every face to all its neighbours."""
    distances = np.empty(ids.shape, np.float32)
    spread(_tpdi_rows, len(ids), ids, np.sqrt(p), np.arange(len(ids)), distances)
    return distances


def tpdi_of(ids: Ids, root_p: FloatArray, rows: NDArray[np.int64]) -> FloatArray:
    """Return the distances ``(m, k)`` of some rows to their neighbours; ``root_p`` is sqrt(P)."""
    distances = np.empty((len(rows), ids.shape[1]), np.float32)
    spread(_tpdi_rows, len(rows), ids, root_p, rows, distances)
    return distances


@njit(cache=True, nogil=True)
def _tpdi_rows(
    first: int,
    last: int,
    ids: Ids,
    root_p: FloatArray,
    rows: NDArray[np.int64],
    distances: FloatArray,
) -> None:
    n, k = ids.shape
    here = np.zeros(n, np.float32)
    for r in range(first, last):
        i = rows[r]
        for c in range(k):
            here[ids[i, c]] = root_p[i, c]
        for c in range(k):
            j = ids[i, c]
            shared = np.float32(0.0)
            for e in range(k):
                shared += here[ids[j, e]] * root_p[j, e]
            distances[r, c] = min(max(np.float32(1.0) - shared, np.float32(0.0)), np.float32(1.0))
        for c in range(k):
            here[ids[i, c]] = 0.0
