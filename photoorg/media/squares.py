"""Squares cut out of pictures, which may reach beyond their edges."""

import numpy as np

from photoorg.types import FloatArray, Pixels


def square(pixels: Pixels, left: int, top: int, side: int) -> Pixels:
    """Return ``side`` rows and columns of a picture ``(h, w, 3)`` from ``left, top`` on.

    What the picture does not reach is filled with its outermost pixels, softened along the edge,
    so that they make no stripes. What lies within the picture is a view of it.
    """
    height, width = pixels.shape[:2]
    rows, columns = np.arange(top, top + side), np.arange(left, left + side)
    cut = pixels[_reached(top, side, height), _reached(left, side, width)]
    if cut.shape[:2] == (side, side):
        return cut
    cut = np.pad(cut, (_beyond(top, side, height), _beyond(left, side, width), (0, 0)), mode="edge")
    for along, places, end in ((cut, rows, height), (cut.transpose(1, 0, 2), columns, width)):
        for outside in (places < 0, places >= end):
            if outside.any():
                along[outside] = _softened(along[np.flatnonzero(outside)[0]])
    return cut


def _reached(first: int, count: int, length: int) -> slice:
    """Return which of ``count`` lines a picture has, at least the one that lies nearest."""
    begin = min(max(first, 0), length - 1)
    return slice(begin, max(min(first + count, length), begin + 1))


def _beyond(first: int, count: int, length: int) -> tuple[int, int]:
    """Return how many lines are wanted before and after those."""
    reached = _reached(first, count, length)
    before = min(max(reached.start - first, 0), count - 1)
    return before, count - before - (reached.stop - reached.start)


def _softened(edge: Pixels) -> Pixels:
    """Return a line of pixels ``(n, 3)``, each the mean of a quarter of the line around it."""
    reach = max(1, len(edge) // 8)
    padded: FloatArray = np.pad(edge.astype(np.float32), ((reach + 1, reach), (0, 0)), mode="edge")
    sums = np.cumsum(padded, axis=0, dtype=np.float64)
    means = (sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / (2 * reach + 1)
    soft: Pixels = np.rint(means).clip(0, 255).astype(np.uint8)
    return soft
