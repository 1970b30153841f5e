"""One order of the faces that does not depend on the order they come in.

Ties are broken by position, sums are rounded in order: an engine that works in this order gives
the same grouping for every permutation of the rows.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.neighbors.parallel import spread
from photoorg.types import FloatArray

Order = NDArray[np.int64]


def canonical_order(faces: FaceSet) -> Order:
    """Return the rows ``(n,)`` in an order given by their contents.

    Rows are ordered by a hash of the embedding; those of equal embeddings by photo and quality.
    """
    hashes = row_hashes(faces.embeddings)
    keys = [column for column in (faces.quality, faces.photo_ids) if column is not None]
    return np.lexsort([*keys, hashes])


def row_hashes(embeddings: FloatArray) -> NDArray[np.uint64]:
    """Return a number ``(n,)`` for each of the rows ``(n, d)``; those of other bits have others."""
    bits = np.ascontiguousarray(embeddings, np.float32).view(np.uint32)
    factors = np.random.default_rng(7).integers(1, 2**63, bits.shape[1], np.uint64) | 1
    hashes = np.empty(len(bits), np.uint64)
    spread(_hash_rows, len(bits), bits, factors, hashes)
    return hashes


@njit(cache=True, nogil=True)
def _hash_rows(
    first: int,
    last: int,
    bits: NDArray[np.uint32],
    factors: NDArray[np.uint64],
    hashes: NDArray[np.uint64],
) -> None:
    for i in range(first, last):
        total = np.uint64(0)
        for j in range(bits.shape[1]):
            total += np.uint64(bits[i, j]) * factors[j]
        hashes[i] = total


def inverse(order: Order) -> Order:
    """Return where each row stands in the order."""
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return places


def numbered(labels: Labels) -> Labels:
    """Return labels numbered from 0 by the first row of each group; -1 stays."""
    _, first, group = np.unique(labels, return_index=True, return_inverse=True)
    grouped = np.unique(labels[labels >= 0])
    rank = np.full(len(first), -1, np.int64)
    real = slice(len(first) - len(grouped), None)
    rank[real] = inverse(np.argsort(first[real]))
    return rank[group]
