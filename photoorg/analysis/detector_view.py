"""What the detector is shown: a photo shrunk into a square, with a margin, turned, or four times.

The detector looks at one square size. A view remembers how the photo was put there, so that what is
found can be brought back to the photo.
"""

from dataclasses import dataclass

import numpy as np

from photoorg.analysis.opencv import opencv
from photoorg.types import FloatArray, IntArray, Pixels

_TILE = 0.375
"""The longer side of a photo in a tile of :func:`four_ways`, as a share of the canvas."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A photo in a square ``canvas (side, side, 3)``.

    ``turns`` quarter turns counter-clockwise were applied to a photo of ``width x height``;
    ``scale (2,)`` and ``offset (2,)`` lead from the turned photo's x, y to the canvas.
    """

    canvas: Pixels
    turns: int
    width: int
    height: int
    scale: FloatArray
    offset: FloatArray

    def to_photo(self, points: FloatArray) -> FloatArray:
        """Bring points ``(..., 2)`` of the canvas back to the photo."""
        turned = (points - self.offset) / self.scale
        x, y = turned[..., 0], turned[..., 1]
        if self.turns == 1:
            x, y = self.width - y, x
        elif self.turns == 2:
            x, y = self.width - x, self.height - y
        elif self.turns == 3:
            x, y = y, self.height - x
        return np.stack([x, y], axis=-1).astype(np.float32)


def one_way(pixels: Pixels, side: int, *, margin: float = 0.0, turns: int = 0) -> View:
    """Show ``pixels (h, w, 3)`` in a square of ``side`` after some quarter turns.

    ``margin`` is the width of the black border at each end, as a share of the photo's longer side;
    without one the photo lies in the upper left corner, where insightface puts it.
    """
    height, width = pixels.shape[:2]
    size = _size(pixels, side / (1.0 + 2.0 * margin))
    across, down = size[::-1] if turns % 2 else size
    left, top = ((side - across) // 2, (side - down) // 2) if margin else (0, 0)
    canvas = np.zeros((side, side, 3), np.uint8)
    slot = canvas[top : top + down, left : left + across]
    if turns:
        slot[:] = np.rot90(_shrink(pixels, size), turns)
    else:
        _shrink(pixels, size, into=slot)
    turned = (height, width) if turns % 2 else (width, height)
    scale = np.array([across / turned[0], down / turned[1]], dtype=np.float32)
    return View(canvas, turns, width, height, scale, np.array([left, top], dtype=np.float32))


def four_ways(pixels: Pixels, side: int) -> Pixels:
    """Show ``pixels`` four times in one square, turned by 0 to 3 quarter turns, each with a border.

    Upper row 0 and 1 turns, lower row 2 and 3.
    """
    small = _shrink(pixels, _size(pixels, _TILE * side))
    gap = int((side - 2 * _TILE * side) / 3)
    canvas = np.zeros((side, side, 3), np.uint8)
    tile = int(_TILE * side)
    for turns in range(4):
        turned = np.rot90(small, turns)
        down, across = turned.shape[:2]
        left = gap + turns % 2 * (tile + gap) + (tile - across) // 2
        top = gap + turns // 2 * (tile + gap) + (tile - down) // 2
        canvas[top : top + down, left : left + across] = turned
    return canvas


def tile_turns(boxes: FloatArray, side: int) -> IntArray:
    """Return the quarter turns ``(n,)`` of the tile each of ``boxes (n, 4)`` lies in."""
    centre = (boxes[:, :2] + boxes[:, 2:4]) / 2.0 > side / 2.0
    return centre[:, 0].astype(np.int64) + 2 * centre[:, 1]


def _size(pixels: Pixels, longer_side: float) -> tuple[int, int]:
    height, width = pixels.shape[:2]
    scale = longer_side / max(width, height)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _shrink(pixels: Pixels, size: tuple[int, int], into: Pixels | None = None) -> Pixels:
    # Bilinear as in insightface: averaging 12 megapixels would cost 25 ms and finds nothing more.
    small: Pixels = opencv().resize(pixels, size, dst=into)
    return small
