"""What a detector finds, as arrays."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from photoorg.types import BoolArray, FloatArray, Pixels

THRESHOLD = 0.5
"""What the detector takes for a face scores at least this much."""


@dataclass(frozen=True, slots=True, eq=False)
class Finds:
    """Faces: ``boxes (n, 4)`` x1, y1, x2, y2; ``landmarks (n, 5, 2)``; ``scores (n,)``."""

    boxes: FloatArray
    landmarks: FloatArray
    scores: FloatArray

    def chosen(self, wanted: BoolArray) -> "Finds":
        """Return those where ``wanted (n,)`` holds."""
        return Finds(self.boxes[wanted], self.landmarks[wanted], self.scores[wanted])

    @property
    def best(self) -> float:
        """The surest face's score, 0 without faces."""
        return float(self.scores.max(initial=0.0))


Look: TypeAlias = Callable[[Pixels], Finds]
"""The detector: a canvas ``(side, side, 3)`` to the faces on it, in canvas pixels."""


def tilt(found: Finds) -> FloatArray:
    """Return by how many degrees ``(n,)`` each face is turned clockwise, by its eyes; 0 upright."""
    eyes = found.landmarks[:, 1] - found.landmarks[:, 0]
    tilted: FloatArray = np.degrees(np.arctan2(eyes[:, 1], eyes[:, 0]))
    return tilted
