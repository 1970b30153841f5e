"""Affine maps of the plane as matrices ``(2, 3)``: places in one picture to places in another.

Places are in pixels with the corner of the first pixel at 0, 0, as boxes of faces have them.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Affine: TypeAlias = NDArray[np.float64]

IDENTITY: Affine = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])

_TURNS = tuple(
    np.array(matrix, dtype=np.float64)
    for matrix in (
        ((1, 0), (0, 1)),
        ((0, -1), (1, 0)),
        ((-1, 0), (0, -1)),
        ((0, 1), (-1, 0)),
        ((-1, 0), (0, 1)),
        ((0, 1), (1, 0)),
        ((1, 0), (0, -1)),
        ((0, -1), (-1, 0)),
    )
)
"""The four quarter turns, and the four of the mirrored picture."""


def apply(transform: Affine, points: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return where ``points (..., 2)`` go."""
    moved: NDArray[np.float64] = points @ transform[:, :2].T + transform[:, 2]
    return moved


def compose(*transforms: Affine) -> Affine:
    """Return the map that applies the last of ``transforms`` first."""
    result = _square(transforms[0])
    for transform in transforms[1:]:
        result = result @ _square(transform)
    return result[:2]


def inverse(transform: Affine) -> Affine:
    """Return the way back; ``transform`` flattens nothing."""
    back = np.linalg.inv(_square(transform))
    return np.asarray(back[:2], dtype=np.float64)


def _square(transform: Affine) -> NDArray[np.float64]:
    return np.vstack([transform, (0.0, 0.0, 1.0)])


def scale_of(transform: Affine) -> float:
    """Return how many times longer lines become, on average."""
    return float(np.sqrt(abs(np.linalg.det(transform[:, :2]))))


def rescaling(size: tuple[float, float], target: tuple[float, float]) -> Affine:
    """Return the map from a picture (width, height) to the same one in another size."""
    scale = np.diag(np.divide(target, size))
    return np.concatenate([scale, np.zeros((2, 1))], axis=1)


def turnings(size: tuple[float, float], target: tuple[float, float]) -> list[Affine]:
    """Return the eight ways to lay the whole of one picture over the whole of another.

    The first is the plain change of size.
    """
    middle = np.divide(size, 2)
    ways = []
    for turn in _TURNS:
        turned = np.abs(turn) @ size
        matrix = np.diag(np.divide(target, turned)) @ turn
        shift = np.divide(target, 2) - matrix @ middle
        ways.append(np.concatenate([matrix, shift[:, None]], axis=1))
    return ways
