"""A photo searched harder: closer, turned, and for what the detector is less sure of.

What the ordinary search misses is small in a large photo, lies on its side, or looks little like a
face. This takes some fifty looks instead of one, so it is done where the user asks for it.
"""

from collections.abc import Iterator

import numpy as np

from photoorg.analysis import face_search
from photoorg.analysis.face_search import Finds, look_at
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.scrfd import suppress
from photoorg.media.images import Picture
from photoorg.types import Pixels

THRESHOLD = 0.45
"""What is taken for a face by a hard search scores at least this."""

CLOSER = (2, 4)
"""So many tiles stand beside each other along the longer side, in one look closer each."""

OVERLAP = 0.25
"""Neighbouring tiles share so much of a tile's side, so that no face is cut in all of them."""

_EDGE = 0.01
"""A box this near to the inner edge of a tile, as a share of its side, is a face cut in two."""


class HardAnalyzer(FaceAnalyzer):
    """Finds faces as :class:`FaceAnalyzer` does, and those that it misses."""

    def find(self, picture: Picture) -> Finds:
        """Return the faces that any of the looks shows, of several boxes around one the surest."""
        usual = super().find(picture)
        finds = [usual, *self._more(picture.pixels)]
        boxes = np.concatenate([found.boxes for found in finds])
        landmarks = np.concatenate([found.landmarks for found in finds])
        scores = np.concatenate([found.scores for found in finds])
        # What was found as usual keeps its box: it is known by that.
        first = scores + (np.arange(len(scores)) < len(usual.scores))
        keep = suppress(boxes, first)
        return Finds(boxes[keep], landmarks[keep], scores[keep])

    def _look_harder(self, canvas: Pixels) -> Finds:
        return self.look_for(canvas, THRESHOLD)

    def _more(self, pixels: Pixels) -> Iterator[Finds]:
        height, width = pixels.shape[:2]
        for turns in range(4):
            yield look_at(
                pixels, self._look_harder, self._side, margin=face_search.BORDER, turns=turns
            )
        for closer in CLOSER:
            side = max(height, width) / (closer - (closer - 1) * OVERLAP)
            if side < self._side / 2:
                break  # enlarged more, a picture shows no more of a face and more that is none
            for left, right in _spans(width, side):
                for top, bottom in _spans(height, side):
                    tile = pixels[top:bottom, left:right]
                    yield _inside(
                        look_at(tile, self._look_harder, self._side),
                        (left, top, right, bottom),
                        (width, height),
                    )


def _spans(length: int, side: float) -> list[tuple[int, int]]:
    """Return where tiles of at most ``side`` begin and end, evenly over ``length``."""
    if side >= length:
        return [(0, length)]
    count = int(np.ceil((length - OVERLAP * side) / (side * (1 - OVERLAP)) - 1e-6))
    starts = np.linspace(0, length - side, max(count, 2))
    return [(int(start), min(length, round(start + side))) for start in starts]


def _inside(found: Finds, tile: tuple[int, int, int, int], photo: tuple[int, int]) -> Finds:
    """Return what was found in a tile, in the photo's pixels, without faces that its edge cuts."""
    left, top, right, bottom = tile
    shift = np.array([left, top], np.float32)
    boxes = found.boxes + np.tile(shift, 2)
    edge = _EDGE * max(right - left, bottom - top)
    whole = ((boxes[:, :2] > shift + edge) | (shift == 0)).all(axis=1) & (
        (boxes[:, 2:4] < np.array([right, bottom]) - edge) | (np.array([right, bottom]) == photo)
    ).all(axis=1)
    return Finds(boxes[whole], (found.landmarks + shift)[whole], found.scores[whole])
