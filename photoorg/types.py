"""Values that travel between the rooms of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float32]
IntArray: TypeAlias = NDArray[np.integer[Any]]
BoolArray: TypeAlias = NDArray[np.bool_]
Pixels: TypeAlias = NDArray[np.uint8]
"""An upright picture ``(height, width, 3)``, channels in the order blue, green, red."""

ProgressCallback: TypeAlias = Callable[[int, int], None]
"""``progress(done, total)`` reports and raises :class:`~photoorg.errors.Cancelled`."""


def no_progress(done: int, total: int) -> None:
    """Ignore progress."""


class Box(NamedTuple):
    """A face's box in pixels of the upright photo; ``x, y`` is its top left corner."""

    x: float
    y: float
    w: float
    h: float


def overlap(one: Box, other: Box) -> float:
    """Return the intersection over the union of two boxes, in [0, 1]."""
    width = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    height = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.w * one.h + other.w * other.h - shared)


@dataclass(frozen=True, slots=True, eq=False)
class FoundFace:
    """A face as the analysis found it, not yet known to any library.

    ``landmarks (5, 2)`` are eyes, nose and mouth corners in pixels of the upright photo (left
    eye first, as seen by the viewer), ``score`` the detector's, ``quality`` in [0, 1] from size,
    sharpness and pose, ``embedding (d,)`` as the network gives it (not normalised).
    """

    box: Box
    landmarks: FloatArray
    score: float
    quality: float
    embedding: FloatArray


class Kind(Enum):
    """Kinds of things a change touched; a page refreshes when one it shows is among them."""

    PEOPLE = "people"
    FACES = "faces"
    PHOTOS = "photos"
    FOLDERS = "folders"
    SCENES = "scenes"


Changed: TypeAlias = frozenset[Kind]
