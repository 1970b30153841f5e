"""Which way up the frames of a video are shown, as its display matrix tells.

The matrix maps a place (x, y) of a stored frame to (a x + c y, b x + d y), y pointing down, up to
a shift. Cameras turn by quarters and mirror; anything between is taken for the nearest of these.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from photoorg.types import Pixels

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


@dataclass(frozen=True, slots=True)
class Turn:
    """``swaps`` rows and columns, then mirrors ``across`` (left and right) and ``down``."""

    swaps: bool = False
    across: bool = False
    down: bool = False

    def __call__(self, pixels: Pixels) -> Pixels:
        """Return a stored frame ``(h, w, 3)`` as it is to be shown."""
        turned = pixels.transpose(1, 0, 2) if self.swaps else pixels
        turned = turned[:: -1 if self.down else 1, :: -1 if self.across else 1]
        return np.ascontiguousarray(turned)


def turn_of(a: int, b: int, c: int, d: int) -> Turn:
    """Return how a matrix turns frames.

    >>> turn_of(0, 1, -1, 0)  # a telephone held upright
    Turn(swaps=True, across=True, down=False)
    """
    if abs(b) + abs(c) > abs(a) + abs(d):
        return Turn(swaps=True, across=c < 0, down=b < 0)
    return Turn(across=a < 0, down=d < 0)


def upright(frame: "VideoFrame") -> Turn:
    """Return how the frames of a video are to be turned, by one of them."""
    from av.sidedata.sidedata import Type

    for data in frame.side_data:
        if data.type == Type.DISPLAYMATRIX:
            matrix = np.frombuffer(bytes(data), np.int32)
            if len(matrix) == 9:
                return turn_of(*(int(matrix[place]) for place in (0, 1, 3, 4)))
    return Turn()
