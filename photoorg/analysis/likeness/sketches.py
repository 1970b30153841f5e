"""A thumbnail as a perceptual hash, and as the hash of its parts and of what it is when turned.

The hash is the one called pHash (Zauner, "Implementation and Benchmarking of Perceptual Image Hash
Functions", 2010): the signs of the lowest frequencies of the discrete cosine transform. They are
taken against zero instead of the median: then a mirrored picture has the signs of every second
frequency turned, and one that lies on its side has rows and columns exchanged, so that nothing is
computed anew. It is made from a **sketch**, which is all that is kept: 16 x 16 grey values of the
whole picture. A part of the picture has the same transform with shifted waves, so the hash of a
picture that was cropped is known before anybody has cropped it.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness.transforms import Affine
from photoorg.analysis.opencv import opencv
from photoorg.types import FloatArray

SIDE = 16
"""A sketch has so many rows and columns."""

FREQUENCIES = 8
"""So many of the lowest frequencies count in each direction."""

_CROPPED, _FRAMED = 0.05, 0.9
"""So much is taken from one side or both together, and so much is left by a frame all around."""

_WHOLE = (0.0, 1.0)
_PARTS = (
    _WHOLE,
    (0.0, 1 - _CROPPED),
    (_CROPPED / 2, 1 - _CROPPED / 2),
    (_CROPPED, 1.0),
    ((1 - _FRAMED) / 2, (1 + _FRAMED) / 2),
)

WINDOWS = (*((down, across) for down in range(4) for across in range(4)), (4, 4))
"""The parts of a picture whose hashes are known, the whole first: ``(rows, columns)`` of it."""

ORIENTATIONS = tuple(
    (lying, upended, mirrored)
    for lying in (False, True)
    for upended in (False, True)
    for mirrored in (False, True)
)
"""How a picture may stand: rows and columns exchanged, then top and bottom, then left and right."""

Sketches: TypeAlias = NDArray[np.uint8]
"""Grey values ``(n, 16, 16)``."""


def sketch(thumbnail: bytes) -> Sketches | None:
    """Return the grey values ``(16, 16)`` of a JPEG, None for what is no picture.

    It is decoded no larger than needed.
    """
    cv2 = opencv()
    data = np.frombuffer(thumbnail, np.uint8)
    if not len(data):
        return None
    for how in (cv2.IMREAD_REDUCED_GRAYSCALE_4, cv2.IMREAD_GRAYSCALE):
        grey = cv2.imdecode(data, how)
        if grey is None:
            return None
        if min(grey.shape) >= 2 * SIDE:
            break
    small: Sketches = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return small


def frequencies(sketches: Sketches) -> FloatArray:
    """Return the lowest frequencies ``(n, windows, 8, 8)`` of each part of each sketch.

    The first of the 64 is the mean brightness.
    """
    waves = np.concatenate([_waves(*part) for part in _PARTS]).astype(np.float32)
    every = waves @ sketches.astype(np.float32) @ waves.T
    blocks = every.reshape(-1, len(_PARTS), FREQUENCIES, len(_PARTS), FREQUENCIES)
    rows, columns = np.array(WINDOWS).T
    found: FloatArray = np.ascontiguousarray(
        blocks.transpose(0, 1, 3, 2, 4)[:, rows, columns], dtype=np.float32
    )
    return found


def _waves(begin: float, end: float) -> FloatArray:
    """Return the cosines ``(8, 16)`` between two places, as shares of the side, 0 outside."""
    edges = np.clip((np.arange(SIDE + 1) / SIDE - begin) / (end - begin), 0, 1)
    number = np.arange(1, FREQUENCIES)[:, None] * np.pi
    below: FloatArray = np.concatenate([edges[None], np.sin(number * edges) / number])
    return np.diff(below, axis=1)


def way(
    window: int, orientation: int, size: tuple[float, float], target: tuple[float, float]
) -> Affine:
    """Return the map that lays a part of a picture, turned, over the whole of another one.

    Sizes are width and height in pixels.
    """
    rows, columns = WINDOWS[window]
    (top, bottom), (left, right) = _PARTS[rows], _PARTS[columns]
    lying, upended, mirrored = ORIENTATIONS[orientation]
    # To the unit square ...
    matrix = np.array([[1 / (size[0] * (right - left)), 0], [0, 1 / (size[1] * (bottom - top))]])
    shift = np.array([-left / (right - left), -top / (bottom - top)])
    # ... turned in it ...
    if lying:
        matrix, shift = matrix[::-1], shift[::-1]
    turned = np.array([-1 if mirrored else 1, -1 if upended else 1])
    matrix, shift = turned[:, None] * matrix, turned * shift + (turned < 0)
    # ... and to the other picture.
    scale = np.array(target, dtype=np.float64)
    return np.concatenate([scale[:, None] * matrix, (scale * shift)[:, None]], axis=1)
