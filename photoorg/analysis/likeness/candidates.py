"""Which of many pictures may be the same one: by their hashes, without comparing all pairs.

The 63 signs of a hash are dealt to three tables of 21, each with low and high frequencies (Norouzi,
Punjani and Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", 2012). Asked for are the
parts of each picture in each orientation; in each table also with those of its signs the other way
round that are the least sure, because their frequencies are hardly there (Lv, Josephson, Wang,
Charikar and Li, "Multi-Probe LSH", 2007).
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness.sketches import (
    FREQUENCIES,
    ORIENTATIONS,
    Sketches,
    frequencies,
)
from photoorg.types import FloatArray

FARTHEST = 9
"""Signs that may differ: rescaled, compressed and brighter pictures differ in up to 8 of 63."""

UNSURE = 4
"""So many signs of a table are tried both ways."""

PLAIN = 4.0
"""Sketches whose grey values vary less (standard deviation) show nothing to know them by."""

CROWD = 64
"""Of pictures that are all alike each is compared with so many: enough to hang together."""

_TABLES, _CHUNK, _THREADS = 3, 256, 2

_BANDS = np.argsort(np.add.outer(np.arange(FREQUENCIES), np.arange(FREQUENCIES)), axis=None)
_BANDS = _BANDS[1:].reshape(-1, _TABLES).T
"""Which frequencies ``(tables, 21)`` each table takes: every third, from low to high."""

_POWERS = 1 << np.arange(_BANDS.shape[1], dtype=np.int32)
_BITS = np.uint64(1) << np.arange(FREQUENCIES**2, dtype=np.uint64)

_Hashes: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of pictures that may be one, the most alike first.

    ``pairs (m, 2)`` are rows of the sketches: part ``windows (m,)`` of the first, turned by
    ``orientations (m,)``, looks like the second in all but ``differing (m,)`` signs.
    """

    pairs: NDArray[np.int64]
    windows: NDArray[np.int64]
    orientations: NDArray[np.int64]
    differing: NDArray[np.int64]


def candidates(
    sketches: Sketches, progress: Callable[[int, int], None] | None = None
) -> Candidates:
    """Return the pairs among ``sketches (n, 16, 16)`` that may show one picture, each once."""
    rows = np.flatnonzero(sketches.std(axis=(1, 2)) >= PLAIN)
    if not len(rows):
        nothing = np.empty(0, np.int64)
        return Candidates(nothing.reshape(0, 2), nothing, nothing, nothing)
    told = sketches[rows]
    starts = range(0, len(rows), _CHUNK)
    plain = [frequencies(told[at : at + _CHUNK])[:, 0] for at in starts]
    tables = _Tables(np.concatenate(plain))

    def look(at: int) -> NDArray[np.int64]:
        parts = frequencies(told[at : at + _CHUNK])
        return _best(np.concatenate(list(tables.like(parts, at))))

    found = []
    with ThreadPoolExecutor(_THREADS) as pool:  # NumPy does all of the work, outside Python's lock
        for at, some in zip(starts, pool.map(look, starts), strict=True):
            found.append(some)
            if progress is not None:
                progress(min(at + _CHUNK, len(rows)), len(rows))
    every = _best(np.concatenate(found))
    every[:, :2] = rows[every[:, :2]]
    every = every[np.argsort(every[:, 4], kind="stable")]
    return Candidates(every[:, :2], every[:, 2], every[:, 3], every[:, 4])


class _Tables:
    """The hashes of whole pictures, found by parts of them."""

    def __init__(self, whole: FloatArray) -> None:
        signs = (whole > 0).reshape(len(whole), -1)
        self._hashes = _hashes(signs)
        self._orders: list[NDArray[np.int64]] = []
        self._begins: list[NDArray[np.int64]] = []
        for band in _BANDS:
            keys = signs[:, band] @ _POWERS
            self._orders.append(np.argsort(keys, kind="stable"))
            counts = np.bincount(keys, minlength=2 ** len(band))
            self._begins.append(np.concatenate([[0], np.cumsum(counts)]))
        self._filled = [np.diff(begins) > 0 for begins in self._begins]

    def like(self, parts: FloatArray, first: int) -> Iterator[NDArray[np.int64]]:
        """Yield rows ``(picture, other, window, orientation, differing)`` of what is alike.

        ``parts (k, windows, 8, 8)`` are frequencies of the pictures from ``first`` on.
        """
        count, windows = parts.shape[:2]
        for lying in (False, True):
            values = np.swapaxes(parts, 2, 3) if lying else parts
            values = values.reshape(count * windows, -1)
            hashes = _hashes(values > 0)
            for table, band in enumerate(_BANDS):
                asked, flip, others = self._found(table, values[:, band])
                differing = np.bitwise_count(
                    hashes[asked] ^ _FLIPPED[flip] ^ self._hashes[others]
                ).astype(np.int64)
                picture, window = asked // windows + first, asked % windows
                near = (differing <= FARTHEST) & (picture != others)
                orientation = flip + lying * len(_FLIPPED)
                columns = (picture, others, window, orientation, differing)
                yield np.stack([column[near] for column in columns], axis=1)

    def _found(
        self, table: int, values: FloatArray
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return for each hit which row of ``values (q, 21)``, turned how, meets which picture."""
        keys = (values > 0) @ _POWERS
        unsure = np.argpartition(np.abs(values), UNSURE, axis=1)[:, :UNSURE]
        tried = np.zeros((len(values), 1), np.int32)
        for sign in _POWERS[unsure].T:
            tried = np.concatenate([tried, tried | sign[:, None]], axis=1)
        asked = (keys[:, None] ^ tried)[:, None] ^ _FLIPPED_KEYS[table][None, :, None]
        asked, flip, probe = np.nonzero(self._filled[table][asked])
        key = keys[asked] ^ tried[asked, probe] ^ _FLIPPED_KEYS[table][flip]
        begins = self._begins[table][key]
        lengths = np.minimum(self._begins[table][key + 1] - begins, CROWD)
        hits = np.repeat(np.arange(len(key)), lengths)
        place = np.arange(len(hits)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return asked[hits], flip[hits], self._orders[table][begins[hits] + place]


def _hashes(signs: NDArray[np.bool_]) -> _Hashes:
    """Return signs ``(n, 64)`` as numbers ``(n,)``, without that of the brightness."""
    packed = np.packbits(signs, axis=1, bitorder="little").view("<u8")[:, 0]
    whole: _Hashes = packed.astype(np.uint64) & ~_BITS[0]
    return whole


def _flipped() -> NDArray[np.bool_]:
    """Return which signs ``(4, 64)`` turn as the picture is upended or mirrored."""
    odd = np.arange(FREQUENCIES) % 2 == 1
    return np.array(
        [
            np.logical_xor.outer(odd & upended, odd & mirrored).ravel()
            for lying, upended, mirrored in ORIENTATIONS
            if not lying
        ]
    )


_FLIPPED = _hashes(_flipped())
_FLIPPED_KEYS = [(_flipped()[:, band] @ _POWERS).astype(np.int32) for band in _BANDS]


def _best(every: NDArray[np.int64]) -> NDArray[np.int64]:
    """Keep of each pair the way in which it is most alike."""
    lower, upper = every[:, :2].min(axis=1), every[:, :2].max(axis=1)
    order = np.lexsort((every[:, 2], every[:, 4], upper, lower))
    first = np.ones(len(order), bool)
    first[1:] = (np.diff(lower[order]) != 0) | (np.diff(upper[order]) != 0)
    best: NDArray[np.int64] = every[order[first]]
    return best
