"""Inner products of many embeddings with many others, tile by tile.

Two ways with one interface. ``FloatTiles`` multiplies in float32. ``ByteTiles`` rounds each
entry to 8 bits and lets onnxruntime multiply bytes, which processors with VNNI or AMX do several
times faster; the small error is measured by whoever re-ranks the results exactly. Either way
memory is one tile plus the rounded rows.
"""

import time
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.cores import usable_cores
from photoorg.types import FloatArray

Order: TypeAlias = NDArray[np.int64]
Whole: TypeAlias = NDArray[np.int32]

TILE = 1024
"""Rows and columns of one tile: its products stay in the cache while they are looked through."""

DEVIATIONS = 6.0
"""The largest entry of a rotated row that is not cut off, in deviations of all entries."""

# The one operator MatMulInteger(A uint8 (m, k), B int8 (k, n)) -> int32 (m, n), as ONNX writes
# it; building it with the onnx package would import protobuf for 108 bytes.
_BYTE_PRODUCT = (
    b'\x08\x08:h\n\x18\n\x01A\n\x01B\x12\x01Y"\rMatMulInteger\x12\x07productZ\x15\n\x01A\x12\x10'
    b"\n\x0e\x08\x02\x12\n\n\x03\x12\x01m\n\x03\x12\x01kZ\x15\n\x01B\x12\x10\n\x0e\x08\x03\x12\n"
    b"\n\x03\x12\x01k\n\x03\x12\x01nb\x15\n\x01Y\x12\x10\n\x0e\x08\x06\x12\n\n\x03\x12\x01m\n\x03"
    b"\x12\x01nB\x04\n\x00\x10\r"
)


class Tiles(Protocol):
    """Products of rows in blocks of :data:`TILE`; the last block is padded.

    A value is a whole number: an entry of a tile minus the offset of its column. It rises with
    the similarity, which is about ``(value - zero) / unit``; values of padded columns lie below
    ``floor`` and all others above.
    """

    offsets: Whole
    zero: int
    unit: float
    floor: int

    def product(self, rows: int, columns: int) -> Whole:
        """Return the tile ``(TILE, TILE)`` of one block of rows against one of columns."""
        ...


class FloatTiles:
    """Products in float32, read as whole numbers.

    Similarities plus three lie in [2, 4), where the bits of a float32 count steps of 2^-22.
    """

    zero = 0x40000000 + 2**22
    unit = 2.0**22
    floor = 0x3F000000

    def __init__(self, embeddings: FloatArray, order: Order) -> None:
        """Arrange the rows ``embeddings[order]`` in blocks."""
        self.offsets = _padded_offsets(len(order))
        self._embeddings, self._order = embeddings, order
        self._left = (0, self._block(0))

    def product(self, rows: int, columns: int) -> Whole:
        held, left = self._left
        if held != rows:
            left = self._block(rows)
            self._left = (rows, left)
        tile = left @ self._block(columns).T
        tile += np.float32(3.0)
        return tile.view(np.int32)

    def _block(self, block: int) -> FloatArray:
        rows = self._embeddings[self._order[block * TILE : (block + 1) * TILE]]
        if len(rows) == TILE:
            return rows
        return np.concatenate([rows, np.zeros((TILE - len(rows), rows.shape[1]), np.float32)])


class ByteTiles:
    """Products of entries rounded to 8 bits, exact sums in int32."""

    zero = 0
    floor = -(2**29)

    def __init__(self, embeddings: FloatArray, order: Order) -> None:
        """Round the rows ``embeddings[order]`` and arrange them in blocks ``(d, TILE)``."""
        n, d = len(order), embeddings.shape[1]
        blocks = -(-n // TILE)
        # Rotated, the entries of any embedding are alike and about normal, so that one step fits
        # all of them, and one in a billion lies a little beyond the largest.
        steps = 127 / (DEVIATIONS / d**0.5)
        rotation = _rotation(d) * np.float32(steps)
        self.unit = steps**2
        self.offsets = _padded_offsets(n)
        self._columns = np.zeros((blocks, d, TILE), np.int8)
        for block in range(blocks):
            rows = np.rint(embeddings[order[block * TILE : (block + 1) * TILE]] @ rotation)
            whole = np.clip(rows, -127, 127).astype(np.int8)
            self._columns[block, :, : len(whole)] = whole.T
            # The left factor is shifted by 128 to be unsigned, which adds this to each product.
            shift = 128 * whole.sum(axis=1, dtype=np.int32)
            self.offsets[block * TILE : block * TILE + len(whole)] = shift
        self._session = _byte_session()
        self._left = (0, self._unsigned(0))

    def product(self, rows: int, columns: int) -> Whole:
        held, left = self._left
        if held != rows:
            left = self._unsigned(rows)
            self._left = (rows, left)
        factors = {"A": left, "B": self._columns[columns]}
        tile: Whole = self._session.run(None, factors)[0]
        return tile

    def _unsigned(self, block: int) -> NDArray[np.uint8]:
        rows: NDArray[np.int8] = np.ascontiguousarray(self._columns[block].T)
        return rows.view(np.uint8) ^ np.uint8(128)


def arrange(embeddings: FloatArray, order: Order) -> Tiles:
    """Return the faster way on this machine for the rows ``embeddings[order]``."""
    if len(order) > 4 * TILE and embeddings.shape[1] >= 256 and bytes_are_faster():
        return ByteTiles(embeddings, order)
    return FloatTiles(embeddings, order)


@lru_cache(maxsize=1)
def bytes_are_faster() -> bool:
    """Tell whether this machine multiplies bytes without saturating and faster than floats.

    Processors with neither VNNI nor AMX add pairs of byte products in 16 bits, which overflows.
    """
    rng = np.random.default_rng(0)
    left = rng.integers(0, 256, (TILE, 512)).astype(np.uint8)
    right = rng.integers(-127, 128, (512, TILE)).astype(np.int8)
    left[0], right[:, 0] = 255, 127
    floats = left.astype(np.float32), right.astype(np.float32)
    session = _byte_session()
    factors = {"A": left, "B": right}
    exact = (left[:8].astype(np.int32) @ right.astype(np.int32)) == session.run(None, factors)[0][
        :8
    ]
    if not exact.all():
        return False
    # Bytes are multiplied on one core here and side by side later, floats on all at once.
    bytes_seconds = _seconds(lambda: session.run(None, factors)) / usable_cores()
    return bytes_seconds < _seconds(lambda: floats[0] @ floats[1])


@lru_cache(maxsize=2)
def _rotation(d: int) -> FloatArray:
    """Return a random rotation ``(d, d)``, always the same."""
    rotation: FloatArray = np.linalg.qr(
        np.random.default_rng(0).standard_normal((d, d), dtype=np.float32)
    )[0]
    return rotation


def gemm_rate(dimension: int = 512) -> tuple[float, float]:
    """Return this machine's products, in floating operations per second: float32 and bytes."""
    rng = np.random.default_rng(0)
    rows = rng.standard_normal((2 * TILE, dimension)).astype(np.float32)
    order = np.arange(2 * TILE)
    work = 2.0 * TILE * TILE * dimension
    exact, rounded = FloatTiles(rows, order), ByteTiles(rows, order)
    float_rate = work / _seconds(lambda: exact.product(0, 1))
    return float_rate, usable_cores() * work / _seconds(lambda: rounded.product(0, 1))


def _seconds(call: Any, repeats: int = 5) -> float:
    call()
    taken = []
    for _ in range(repeats):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _padded_offsets(n: int) -> Whole:
    offsets = np.full(-(-n // TILE) * TILE, 2**30, np.int32)
    offsets[:n] = 0
    return offsets


def _byte_session() -> Any:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # the tiles are multiplied side by side
    return ort.InferenceSession(_BYTE_PRODUCT, options, providers=["CPUExecutionProvider"])
