"""Look for faces in a photo until they are found, whichever way up it lies.

SCRFD misses faces that fill the picture, so a photo without any is shown again with a border of
half its longer side. It also finds faces in photos that lie on their side or on their head, but
then takes chins for foreheads: of 252 photos put on their head it "found" faces in 186, and not
one of their embeddings resembled its person. So where neither EXIF nor the container has turned
it, a photo with no face, with doubtful ones or with ones that lie on their side is shown
the four ways round at once, as small copies in one canvas. (Before that its surest face is, on a
quarter of the canvas: most faces that are doubtful from afar, or fill the picture, stand upright
and are sure seen closely, and then that is their score.) The way with the surest face is then
looked at in full. Only when that shows nothing either are the three other ways tried one by one,
for faces too small for the small copies.
"""

import numpy as np

from photoorg.analysis.detector_view import four_ways, one_way, tile_turns
from photoorg.analysis.face_finds import THRESHOLD, Finds, Look, tilt
from photoorg.analysis.turned_heads import around, merged, with_turned_heads
from photoorg.fitted import fitted
from photoorg.types import Pixels

_FITTED = fitted(__name__)

SURE = _FITTED["SURE"]
"""Where nobody knows which side is up, upright faces that score less are doubtful: most of the
surest faces of upright photos, and nearly all of turned photos."""

CONFIRMED = _FITTED["CONFIRMED"]
"""What scores so much seen closely, and turned no more, stands upright. Of 402 turned photos, those
that it was chosen on, one is found otherwise because of it."""

BORDER = _FITTED["BORDER"]
"""Of a photo that is shown with one, as a share of its longer side."""

_UPRIGHT_TILT = 45.0


def search(
    pixels: Pixels,
    look: Look,
    side: int,
    *,
    oriented: bool,
    claimed: bool = False,
    half: bool = False,
) -> Finds:
    """Return the faces in ``pixels (h, w, 3)``, in pixels of ``pixels``.

    ``oriented`` says that the file knew which side is up and ``pixels`` obey it; ``claimed`` that
    it only said that they need no turn: then what is too small for the small copies is not looked
    for on its side. ``look`` may also tell of what scores less than a face, and if ``half`` it
    takes a canvas of half the side, too.
    """
    seen = look_at(pixels, look, side)
    found = _faces(seen)
    if oriented and not len(found.scores):
        return _faces(look_at(pixels, look, side, margin=BORDER))
    sideways = len(found.scores) > 0 and _lie_sideways(found)
    stands = found.best >= SURE and not sideways
    enough = CONFIRMED if oriented else SURE
    if half and 0 < found.best < enough and not sideways:
        surest = int(np.argmax(seen.scores))
        closely = _standing(around(pixels, seen.boxes[surest])[0], look, side // 2)
        if stands := closely >= CONFIRMED:
            seen = _surer(seen, surest, closely)
    if oriented or stands:
        return with_turned_heads(pixels, seen, look, side)
    turns, best = _surest_way(pixels, look, side)
    if best > found.best and (turns or not len(found.scores)):
        # The small copies say which way is up; that way in full shows more and smaller faces.
        better = _faces(look_at(pixels, look, side, turns=turns)) if turns else found
        if not len(better.scores):
            better = _faces(look_at(pixels, look, side, turns=turns, margin=BORDER))
        found = _with_upright(better, found) if len(better.scores) else found
    if len(found.scores):
        return found
    if claimed:
        return _faces(look_at(pixels, look, side, margin=BORDER))
    ways = (_faces(look_at(pixels, look, side, turns=turns)) for turns in (1, 2, 3))
    return max(ways, key=lambda way: way.best)


def _standing(face: Pixels, look: Look, side: int) -> float:
    """Return how sure a face is, cut out with what lies around it; 0 if it is surer turned."""
    found = look(four_ways(face, side))
    upright = tile_turns(found.boxes, side) == 0
    standing = float(found.scores[upright].max(initial=0.0))
    return standing if standing >= float(found.scores.max(initial=0.0)) else 0.0


def _surer(seen: Finds, row: int, score: float) -> Finds:
    """Return the same faces, one of them with the score of a look that showed it better."""
    scores = seen.scores.copy()
    scores[row] = max(score, scores[row])
    return Finds(seen.boxes, seen.landmarks, scores)


def _faces(seen: Finds) -> Finds:
    return seen.chosen(seen.scores >= THRESHOLD)


def _with_upright(turned: Finds, upright: Finds) -> Finds:
    """Add to the faces of a turned photo those that are surely upright as it lies."""
    sure = upright.chosen((upright.scores >= SURE) & (np.abs(tilt(upright)) < _UPRIGHT_TILT))
    return merged([turned, sure]) if len(sure.scores) else turned


def look_at(pixels: Pixels, look: Look, side: int, *, margin: float = 0.0, turns: int = 0) -> Finds:
    """Return the faces in ``pixels (h, w, 3)`` seen one way, see :func:`one_way`; one look."""
    view = one_way(pixels, side, margin=margin, turns=turns)
    found = look(view.canvas)
    corners = view.to_photo(found.boxes.reshape(-1, 2, 2))
    boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
    return Finds(boxes, view.to_photo(found.landmarks), found.scores)


def _surest_way(pixels: Pixels, look: Look, side: int) -> tuple[int, float]:
    """Return the quarter turns that show the surest face, and its score."""
    found = _faces(look(four_ways(pixels, side)))
    if not len(found.scores):
        return 0, 0.0
    surest = int(np.argmax(found.scores))
    return int(tile_turns(found.boxes, side)[surest]), found.best


def _lie_sideways(found: Finds) -> bool:
    """Return whether most faces' eyes stand one above the other rather than side by side."""
    return bool(np.median(np.abs(tilt(found))) > _UPRIGHT_TILT)
