"""Looking at the parts of a picture one by one, so that small faces in it are large enough."""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.analysis.face_finds import Finds, Look
from photoorg.analysis.face_search import look_at
from photoorg.analysis.scrfd import suppress
from photoorg.types import Pixels

OVERLAP = 0.25
"""Neighbouring tiles share so much of a tile's side, so that no face is cut in all of them."""

_EDGE = 0.01
"""A box this near to the inner edge of a tile, as a share of its side, is a face cut in two."""


def look_closer(pixels: Pixels, look: Look, side: int, closer: int) -> Iterator[Finds]:
    """Yield what is seen in the tiles of ``pixels``, ``closer`` of them beside each other.

    Nothing for pictures that are so small that this would enlarge them much.
    """
    height, width = pixels.shape[:2]
    part = max(height, width) / (closer - (closer - 1) * OVERLAP)
    if part < side / 2:
        return  # enlarged more, a picture shows no more of a face and more that is none
    for left, right in _spans(width, part):
        for top, bottom in _spans(height, part):
            found = look_at(pixels[top:bottom, left:right], look, side)
            yield _inside(found, (left, top, right, bottom), (width, height))


def together(finds: Sequence[Finds], *, first_stays: bool = False) -> Finds:
    """Return what any of several looks at one picture shows, of boxes around one face the surest.

    What the first look found keeps its box if ``first_stays``.
    """
    boxes = np.concatenate([found.boxes for found in finds])
    landmarks = np.concatenate([found.landmarks for found in finds])
    scores = np.concatenate([found.scores for found in finds])
    keep = suppress(boxes, scores + first_stays * (np.arange(len(scores)) < len(finds[0].scores)))
    return Finds(boxes[keep], landmarks[keep], scores[keep])


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
