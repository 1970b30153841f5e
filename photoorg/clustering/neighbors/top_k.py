"""Compiled kernels that keep the most similar candidates of every row and re-rank them exactly.

A candidate is one int64 key, its rounded similarity above and the complement of its position
below, so that ordering keys orders by (similarity, smaller position) and one buffer holds both.
"""

import numpy as np
from numba import njit

from photoorg.clustering.neighbors.inner_products import Order, Whole
from photoorg.types import FloatArray

PART, PARTS = 16, 4
CHUNK = PART * PARTS
LOW = np.int64(0xFFFFFFFF)


@njit(cache=True, nogil=True)
def keep_largest(keys: Order, count: int) -> int:
    """Move the ``count`` largest keys to the front and return the smallest of them."""
    low, high = 0, keys.shape[0] - 1
    while low < high:
        pivot = keys[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while keys[i] > pivot:
                i += 1
            while keys[j] < pivot:
                j -= 1
            if i <= j:
                keys[i], keys[j] = keys[j], keys[i]
                i += 1
                j -= 1
        if count - 1 <= j:
            high = j
        elif count - 1 >= i:
            low = i
        else:
            break
    smallest: int = keys[0]
    for i in range(1, count):
        smallest = min(smallest, keys[i])
    return smallest


@njit(cache=True, nogil=True)
def first_limit(entries: Whole, offsets: Whole, keep: int) -> np.int32:
    """Return a limit that somewhat more than ``keep`` of a tile's ``(chunks, CHUNK)`` exceed.

    One entry of each part stands for the others. Where it is too high after all, the row will
    lack neighbours and be searched again.
    """
    some = np.empty(entries.shape[0] * PARTS, np.int64)
    for place in range(len(some)):
        chunk, at = place // PARTS, place % PARTS * PART
        some[place] = entries[chunk, at] - offsets[chunk, at]
    return np.int32(keep_largest(some, min(len(some), keep * 3 // (2 * PART) + 5)) - 1)


@njit(cache=True, nogil=True)
def offer_columns_to_rows(
    tile: Whole,
    first_row: int,
    first_column: int,
    offsets: Whole,
    limits: Whole,
    keys: Order,
    filled: Whole,
    keep: int,
    floor: int,
) -> None:
    """Offer the columns of a tile of products ``(r, chunks, CHUNK)`` to its rows.

    A value is an entry minus its column's offset ``(chunks, CHUNK)``; what exceeds the row's
    limit joins its ``keys (n, buffer)``. A full buffer is cut to ``keep`` and raises the limit;
    so does the first tile of a row without any limit but the ``floor``.
    """
    for r in range(tile.shape[0]):
        i = first_row + r
        if filled[i] == 0 and limits[i] == floor:
            limits[i] = max(floor, first_limit(tile[r], offsets, keep))
        limit, fill = limits[i], filled[i]
        for chunk in range(tile.shape[1]):
            # Without an early exit the compiler compares 16 entries at once.
            hit = np.int32(0)
            for c in range(CHUNK):
                hit |= np.int32(np.int32(tile[r, chunk, c] - offsets[chunk, c]) > limit)
            for part in range(PARTS if hit else 0):
                found = np.int32(0)
                for c in range(PART):
                    at = part * PART + c
                    found |= np.int32(np.int32(tile[r, chunk, at] - offsets[chunk, at]) > limit)
                for c in range(PART if found else 0):
                    at = part * PART + c
                    value = tile[r, chunk, at] - offsets[chunk, at]
                    j = first_column + chunk * CHUNK + at
                    if value > limit and j != i:
                        keys[i, fill] = (np.int64(value) << 32) | (LOW - j)
                        fill += 1
                        if fill == keys.shape[1]:
                            limits[i] = keep_largest(keys[i], keep) >> 32
                            limit, fill = limits[i], keep
        filled[i] = fill


@njit(cache=True, nogil=True)
def offer_rows_to_columns(
    tile: Whole,
    first_row: int,
    first_column: int,
    offsets: Whole,
    limits: Whole,
    keys: Order,
    filled: Whole,
    keep: int,
) -> None:
    """Offer the rows of a tile to its columns; the mirror of :func:`offer_columns_to_rows`."""
    for chunk in range(tile.shape[1]):
        first = first_column + chunk * CHUNK
        bounds = limits[first : first + CHUNK] + offsets[chunk]
        for r in range(tile.shape[0]):
            hit = np.int32(0)
            for c in range(CHUNK):
                hit |= np.int32(tile[r, chunk, c] > bounds[c])
            for part in range(PARTS if hit else 0):
                found = np.int32(0)
                for c in range(PART):
                    found |= np.int32(tile[r, chunk, part * PART + c] > bounds[part * PART + c])
                for c in range(PART if found else 0):
                    at = part * PART + c
                    if tile[r, chunk, at] > bounds[at]:
                        i = first + at
                        value = tile[r, chunk, at] - offsets[chunk, at]
                        keys[i, filled[i]] = (np.int64(value) << 32) | (LOW - (first_row + r))
                        filled[i] += 1
                        if filled[i] == keys.shape[1]:
                            limits[i] = keep_largest(keys[i], keep) >> 32
                            filled[i] = keep
                            bounds[at] = limits[i] + offsets[chunk, at]


@njit(cache=True, nogil=True, fastmath=True)
def similarity(one: FloatArray, other: FloatArray) -> np.float32:
    """Return the inner product of two rows, always summed in the same order."""
    total = np.float32(0.0)
    for c in range(one.shape[0]):
        total += one[c] * other[c]
    return total


@njit(cache=True, nogil=True)
def pair_similarities(
    first: int, last: int, embeddings: FloatArray, rows: Order, columns: Order, sims: FloatArray
) -> None:
    """Write the similarities of pairs of rows, at most 1, into ``sims[first:last]``."""
    for p in range(first, last):
        sims[p] = min(similarity(embeddings[rows[p]], embeddings[columns[p]]), np.float32(1.0))


@njit(cache=True, nogil=True)
def rerank(
    first: int,
    last: int,
    embeddings: FloatArray,
    order: Order,
    ties: Order,
    keys: Order,
    filled: Whole,
    limits: Whole,
    floor: int,
    zero: int,
    unit: float,
    keep: int,
    known: int,
    ids: Whole,
    sims: FloatArray,
    dropped: FloatArray,
    error: FloatArray,
) -> None:
    """Sort the candidates of every row by exact similarity and write the first of them.

    ``keys, filled, limits`` belong to positions p, which stand for the rows ``order[p]``;
    ``zero`` and ``unit`` turn values into rounded similarities (see ``Tiles``). Equal
    similarities go to the smaller ``ties``. Rows of ``ids, sims (n, k)`` get the row itself and
    then its neighbours; the first ``known`` rows hold their neighbours among each other already
    and these stay candidates. ``dropped (n,)`` gets the largest rounded similarity that was not
    kept (-2: none), ``error (n,)`` the largest fault of a rounded similarity.
    """
    others = ids.shape[1] - 1
    for p in range(first, last):
        i = order[p]
        count = filled[p]
        dropped[i], error[i] = -2.0, 0.0
        if i < known and count == 0:
            continue
        if count > keep or (limits[p] > floor and i >= known):
            dropped[i] = (limits[p] - zero) / unit
        if count > keep:
            dropped[i] = ((keep_largest(keys[p, :count], keep) >> 32) - zero) / unit
            count = keep
        held = others if i < known else 0
        exact = np.empty(held + count, np.float32)
        found = np.empty(held + count, np.int64)
        exact[:held], found[:held] = sims[i, 1 : held + 1], ids[i, 1 : held + 1]
        furthest = 0.0
        for c in range(count):
            j = order[LOW - (keys[p, c] & LOW)]
            if i < known and j < known:
                continue
            found[held] = j
            exact[held] = min(similarity(embeddings[i], embeddings[j]), np.float32(1.0))
            furthest = max(furthest, abs(exact[held] - ((keys[p, c] >> 32) - zero) / unit))
            held += 1
        error[i] = furthest
        ids[i, 0], sims[i, 0] = i, 1.0
        best = by_similarity(exact[:held], ties[found[:held]])
        for c in range(min(held, others)):
            ids[i, c + 1], sims[i, c + 1] = found[best[c]], exact[best[c]]
        # What is missing lies below any similarity, so that the row is searched again.
        ids[i, held + 1 :], sims[i, held + 1 :] = i, -2.0


@njit(cache=True, nogil=True)
def by_similarity(sims: FloatArray, ties: Order) -> Order:
    """Return the order of falling similarity, equal ones by rising ``ties``."""
    best = np.argsort(-sims)
    start = 0
    while start < len(best):
        end = start + 1
        while end < len(best) and sims[best[end]] == sims[best[start]]:
            end += 1
        if end - start > 1:
            equal = best[start:end]
            best[start:end] = equal[np.argsort(ties[equal])]
        start = end
    return best
