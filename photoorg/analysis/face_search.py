"""Look for faces in a photo until they are found, whichever way up it lies.

SCRFD misses faces that fill the picture, so a photo without any is shown again with a border of
half its longer side. It also finds faces in photos that lie on their side or on their head, but
then takes chins for foreheads: of 252 photos put on their head it "found" faces in 186, and not
one of their embeddings resembled its person. So where neither EXIF nor the container says which
side is up, a photo with no face, with doubtful ones or with ones that lie on their side is shown
the four ways round at once, as small copies in one canvas. The way with the surest face is then
looked at in full. Only when that shows nothing either are the three other ways tried one by one,
for faces too small for the small copies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from photoorg.analysis.detector_view import four_ways, one_way, tile_turns
from photoorg.fitted import fitted
from photoorg.types import FloatArray, Pixels

_FITTED = fitted(__name__)

SURE = _FITTED["SURE"]
"""Upright faces that score less are doubtful: one in ten of the surest faces of upright photos,
nineteen in twenty of those of turned photos."""

BORDER = _FITTED["BORDER"]
"""Of a photo that is shown with one, as a share of its longer side."""


@dataclass(frozen=True, slots=True, eq=False)
class Finds:
    """Faces: ``boxes (n, 4)`` x1, y1, x2, y2; ``landmarks (n, 5, 2)``; ``scores (n,)``."""

    boxes: FloatArray
    landmarks: FloatArray
    scores: FloatArray

    @property
    def best(self) -> float:
        """The surest face's score, 0 without faces."""
        return float(self.scores.max(initial=0.0))


Look: TypeAlias = Callable[[Pixels], Finds]
"""The detector: a canvas ``(side, side, 3)`` to the faces on it, in canvas pixels."""


def search(pixels: Pixels, look: Look, side: int, *, oriented: bool) -> Finds:
    """Return the faces in ``pixels (h, w, 3)``, in pixels of ``pixels``.

    ``oriented`` says that the file told which side is up and ``pixels`` obey it.
    """
    found = look_at(pixels, look, side)
    if oriented:
        return found if len(found.scores) else look_at(pixels, look, side, margin=BORDER)
    if found.best >= SURE and not _lie_sideways(found):
        return found
    turns, best = _surest_way(pixels, look, side)
    if best > found.best and (turns or not len(found.scores)):
        # The small copies say which way is up; that way in full shows more and smaller faces.
        better = look_at(pixels, look, side, turns=turns) if turns else found
        if not len(better.scores):
            better = look_at(pixels, look, side, turns=turns, margin=BORDER)
        found = better if len(better.scores) else found
    if len(found.scores):
        return found
    return max((look_at(pixels, look, side, turns=t) for t in (1, 2, 3)), key=lambda f: f.best)


def look_at(pixels: Pixels, look: Look, side: int, *, margin: float = 0.0, turns: int = 0) -> Finds:
    """Return the faces in ``pixels (h, w, 3)`` seen one way, see :func:`one_way`; one look."""
    view = one_way(pixels, side, margin=margin, turns=turns)
    found = look(view.canvas)
    corners = view.to_photo(found.boxes.reshape(-1, 2, 2))
    boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
    return Finds(boxes, view.to_photo(found.landmarks), found.scores)


def _surest_way(pixels: Pixels, look: Look, side: int) -> tuple[int, float]:
    """Return the quarter turns that show the surest face, and its score."""
    found = look(four_ways(pixels, side))
    if not len(found.scores):
        return 0, 0.0
    surest = int(np.argmax(found.scores))
    return int(tile_turns(found.boxes, side)[surest]), found.best


def _lie_sideways(found: Finds) -> bool:
    """Return whether most faces' eyes stand one above the other rather than side by side."""
    eyes = found.landmarks[:, 1] - found.landmarks[:, 0]
    return bool(np.median(eyes[:, 0] - np.abs(eyes[:, 1])) < 0)
