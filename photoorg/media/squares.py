"""Squares cut out of pictures, which may reach beyond their edges."""

import numpy as np

from photoorg.types import FloatArray, Pixels


def square(pixels: Pixels, left: int, top: int, side: int) -> Pixels:
    """Return ``side`` rows and columns of a picture ``(h, w, 3)`` from ``left, top`` on.

    What the picture does not reach is filled with its outermost pixels, softened along the edge,
    so that they make no stripes.
    """
    height, width = pixels.shape[:2]
    rows, columns = np.arange(top, top + side), np.arange(left, left + side)
    cut = pixels[np.ix_(np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1))]
    for along, places, end in ((cut, rows, height), (cut.transpose(1, 0, 2), columns, width)):
        for outside in (places < 0, places >= end):
            if outside.any():
                along[outside] = _softened(along[np.flatnonzero(outside)[0]])
    return cut


def _softened(edge: Pixels) -> Pixels:
    """Return a line of pixels ``(n, 3)``, each the mean of a quarter of the line around it."""
    reach = max(1, len(edge) // 8)
    padded: FloatArray = np.pad(edge.astype(np.float32), ((reach + 1, reach), (0, 0)), mode="edge")
    sums = np.cumsum(padded, axis=0, dtype=np.float64)
    means = (sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / (2 * reach + 1)
    soft: Pixels = np.rint(means).clip(0, 255).astype(np.uint8)
    return soft
