"""Which faces are similar, as sparse symmetric matrices: what most rules start from."""

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.types import FloatArray, IntArray

BLOCK = 1024


def similar_pairs(embeddings: FloatArray, floor: float) -> Any:
    """Return cosines ``(n, n)`` as a symmetric CSR matrix of the pairs with cosine >= floor.

    The diagonal is left out; each cosine is computed once, so both directions are equal.
    ``embeddings (n, d)`` are unit rows.
    """
    n = len(embeddings)
    rows, columns, values = [], [], []
    for start in range(0, n, BLOCK):
        cosines = embeddings[start : start + BLOCK] @ embeddings[start:].T
        row, column = np.nonzero(np.triu(cosines >= floor, 1))
        rows.append(row + start)
        columns.append(column + start)
        values.append(cosines[row, column])
    row = np.concatenate([*rows, np.empty(0, np.int64)])
    column = np.concatenate([*columns, np.empty(0, np.int64)])
    value = np.concatenate([*values, np.empty(0, np.float32)])
    ends = (np.concatenate([row, column]), np.concatenate([column, row]))
    return csr_array(coo_array((np.concatenate([value, value]), ends), shape=(n, n)))


def at_least(pairs: Any, floor: float) -> Any:
    """Return the pairs of a CSR matrix of cosines that reach another floor."""
    kept = pairs.data >= floor
    starts = np.concatenate([[0], np.cumsum(kept)])[pairs.indptr]
    return csr_array((pairs.data[kept], pairs.indices[kept], starts), shape=pairs.shape)


def nearest_first(pairs: Any) -> Any:
    """Return the same CSR matrix, every row in the order of falling cosine, ties by index."""
    rows = np.repeat(np.arange(pairs.shape[0]), np.diff(pairs.indptr))
    order = np.lexsort((pairs.indices, -pairs.data, rows))
    return csr_array((pairs.data[order], pairs.indices[order], pairs.indptr), shape=pairs.shape)


def components(pairs: Any) -> Labels:
    """Return labels ``(n,)`` of the connected components of a symmetric matrix."""
    return np.asarray(connected_components(pairs, directed=False)[1], np.int64)


def dbscan(pairs: Any, min_samples: int) -> Labels:
    """Return DBSCAN's labels ``(n,)`` on the pairs within its radius, -1 for noise.

    A face counts among its own neighbours. A border face goes to its nearest core, where the
    algorithm as published leaves it to the order of visits.
    """
    core = np.diff(pairs.indptr) + 1 >= min_samples
    both = core[np.repeat(np.arange(len(core)), np.diff(pairs.indptr))] & core[pairs.indices]
    starts = np.concatenate([[0], np.cumsum(both)])[pairs.indptr]
    links = csr_array((pairs.data[both], pairs.indices[both], starts), shape=pairs.shape)
    labels = np.where(core, components(links), -1)
    for face in np.flatnonzero(~core):
        span = slice(pairs.indptr[face], pairs.indptr[face + 1])
        cores = core[pairs.indices[span]]
        if cores.any():
            best = np.argmax(np.where(cores, pairs.data[span], -2))
            labels[face] = labels[pairs.indices[span][best]]
    return labels


def centroids(embeddings: FloatArray, labels: Labels) -> tuple[FloatArray, IntArray]:
    """Return the plain means ``(m, d)`` of the groups and their labels ``(m,)``, noise left out."""
    grouped = labels >= 0
    names, numbers, sizes = np.unique(labels[grouped], return_inverse=True, return_counts=True)
    rows = (np.ones(len(numbers), np.float32), (numbers, np.flatnonzero(grouped)))
    members = csr_array(rows, shape=(len(names), len(labels)))
    means = np.asarray(members @ embeddings, np.float32) / sizes[:, None].astype(np.float32)
    return np.asarray(means, np.float32), names


def large_faces(faces: FaceSet, side: int) -> IntArray:
    """Return the rows ``(m,)`` whose boxes are at least so many pixels wide and high, or all."""
    if faces.boxes is None:
        return np.arange(len(faces))
    return np.flatnonzero(faces.boxes[:, 2:].min(axis=1) >= side)


def join_centres(
    embeddings: FloatArray,
    labels: Labels,
    reach_of: Callable[[FloatArray], float],
    clear_by: float | None = None,
) -> Labels:
    """Give the faces without a group to the nearest mean of a group that reaches as far as them.

    ``reach_of`` gives a group's reach for the distances ``(m,)`` of its own faces. With
    ``clear_by`` a face stays alone when another mean in reach is farther by no more than that.
    """
    centres, names = centroids(embeddings, labels)
    alone = np.flatnonzero(labels < 0)
    if len(names) == 0 or len(alone) == 0:
        return labels
    reach = np.array(
        [
            reach_of(distances(embeddings[labels == name], centre[None]))
            for name, centre in zip(names, centres, strict=True)
        ]
    )
    far = distances(embeddings[alone], centres)
    far[far > reach] = np.inf
    nearest = np.argmin(far, axis=1)
    best = far.min(axis=1)
    accepted = np.isfinite(best)
    if clear_by is not None:
        accepted &= (far <= best[:, None] + clear_by).sum(axis=1) == 1
    joined = labels.copy()
    joined[alone[accepted]] = names[nearest[accepted]]
    return joined


def distances(embeddings: FloatArray, centres: FloatArray) -> FloatArray:
    """Return Euclidean distances ``(n, m)`` of unit rows ``(n, d)`` to centres ``(m, d)``."""
    squares = np.float32(1) + np.einsum("ij,ij->i", centres, centres) - 2 * embeddings @ centres.T
    return np.asarray(np.sqrt(np.maximum(squares, 0)), np.float32)


def cosine_of(distance: float) -> float:
    """Return the cosine of two unit vectors at a Euclidean distance."""
    return 1 - distance * distance / 2
