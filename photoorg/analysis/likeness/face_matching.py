"""Find the faces of a photo again after its file changed.

Photos are cropped, turned, straightened, made smaller and brighter, and each time the faces are
elsewhere. Sometimes, though, a file is overwritten by another photo: then nothing that was said of
the old faces holds for the new ones. The pictures themselves decide which of the two it was; under
the transform that lays the one over the other, faces are matched by place. What is at the place of
a face must look like it, in the picture or to the recogniser.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from photoorg.analysis.likeness import face_hypotheses
from photoorg.analysis.likeness.face_hypotheses import (
    Floats,
    Hypothesis,
    Places,
    agreement,
    closeness,
    hypotheses,
    places,
)
from photoorg.analysis.likeness.grey_pictures import size_of
from photoorg.analysis.likeness.picture_likeness import (
    likeness,
    moved_boxes,
    places_alike,
)
from photoorg.analysis.likeness.transforms import (
    Affine,
    apply,
    compose,
    inverse,
    rescaling,
    scale_of,
)
from photoorg.fitted import fitted
from photoorg.types import FoundFace

_FITTED = fitted(__name__)

SAME_PLACE = _FITTED["SAME_PLACE"]
"""What a picture shows at the place of one face, before and after an edit, is at least this much
alike; two people's faces laid over each other are less."""

ONE_SHOT = _FITTED["ONE_SHOT"]
"""Cosines above are of one shot of a face: two shots of one person stay below 0.88."""

SHOTS = _FITTED["SHOTS"]
"""The same for the mean of several faces that keep their places towards each other."""

RATHER_ALIKE = _FITTED["RATHER_ALIKE"]
"""With faces that speak for an edit so clearly, the pictures need not be more alike than this."""

CLOSE = _FITTED["CLOSE"]
"""A face that resembles nobody, though the picture is the same, is at least this close."""

RESEMBLES = _FITTED["RESEMBLES"]
"""Cosines above are never those of strangers (of 16,000 pairs the closest reached 0.4)."""

REACH = _FITTED["REACH"]
"""The landmarks of one face have middles closer than so many times their spread, even when one of
two detectors saw the face lying on its side; those of two faces are 3 apart."""

COVERED = _FITTED["COVERED"]
LARGER = _FITTED["LARGER"]
"""Boxes of one face by two detectors: this much of the smaller one lies in one at most so long."""

LAST_RESORT = _FITTED["LAST_RESORT"]
"""What boxes of two detectors that cover each other count beside landmarks that meet."""
SURELY_ONE = _FITTED["SURELY_ONE"]
"""A face that was lost is back when an embedding is at least so like its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The faces of one version of a photo.

    ``size`` is width and height of the upright photo, ``boxes (n, 4)`` x, y, w, h, ``landmarks
    (n, 5, 2)``, ``embeddings (n, d)`` as the network gives them; rows of NaN or zeros are unknown.
    """

    size: tuple[int, int]
    boxes: Floats
    landmarks: Floats
    embeddings: Floats

    def __len__(self) -> int:
        return len(self.boxes)


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Which old face is which new one.

    ``pairs`` are (row before, row after), ``cosines`` those of their embeddings (NaN where
    unknown): a low one is of a face that was found the wrong way up once, its old embedding is the
    better one. ``transform (2, 3)`` leads from pixels of the old photo to the new one's, None where
    nothing tells. ``sure`` says that both are one picture.
    """

    pairs: tuple[tuple[int, int], ...]
    cosines: tuple[float, ...]
    transform: Affine | None
    sure: bool


def faces(
    size: tuple[int, int], boxes: ArrayLike, landmarks: ArrayLike, embeddings: ArrayLike
) -> Faces:
    """Put faces together from whatever holds their numbers, none included."""
    rows = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    vectors = np.asarray(embeddings, dtype=np.float64)
    return Faces(
        size,
        rows,
        np.asarray(landmarks, dtype=np.float64).reshape(-1, 5, 2),
        vectors.reshape(len(rows), -1) if vectors.size else np.zeros((len(rows), 0)),
    )


def found(size: tuple[int, int], those: Sequence[FoundFace]) -> Faces:
    """Put together the faces that the analysis found in a photo of that size."""
    return faces(
        size,
        [face.box for face in those],
        [face.landmarks for face in those],
        [face.embedding for face in those],
    )


def continues(
    before: Faces, after: Faces, before_thumb: bytes | None, after_thumb: bytes | None
) -> Matching | None:
    """Match the faces of a photo whose file changed; None when it shows another picture now.

    The thumbnails are the library's. Old faces in no pair are not found any more. Without both
    thumbnails only faces that clearly are of one shot make it one picture.
    """
    old, new, cosines = _prepared(before, after)
    ways = hypotheses(old, new, cosines, (before.size, after.size))
    alone = _by_faces(ways, old, new, cosines)
    small_before, small_after = size_of(before_thumb or b""), size_of(after_thumb or b"")
    if not (before_thumb and after_thumb and small_before and small_after):
        return alone if alone.sure else None
    shrink, stretch = rescaling(before.size, small_before), rescaling(small_after, after.size)
    small = [compose(inverse(stretch), way.transform, inverse(shrink)) for way in ways]
    seen = likeness(before_thumb, after_thumb, small)
    if not (seen.same or (alone.sure and seen.score >= RATHER_ALIKE)):
        return None
    way = compose(stretch, seen.transform, shrink)
    boxes = moved_boxes(shrink, before.boxes)
    alike = places_alike(before_thumb, after_thumb, seen.transform, boxes)
    return _matching(_by_picture(way, old, new, cosines, alike), cosines, way, sure=True)


def match(before: Faces, after: Faces) -> Matching:
    """Match faces by what they alone tell: where they are towards each other, and their looks.

    The transform is the one under which most faces that resemble each other meet. The matching is
    sure when the faces clearly are of one shot.
    """
    old, new, cosines = _prepared(before, after)
    ways = hypotheses(old, new, cosines, (before.size, after.size))
    return _by_faces(ways, old, new, cosines)


def match_same_pixels(before: Faces, after: Faces) -> Matching:
    """Match the faces of one picture that other models looked at.

    Detectors draw boxes differently, so middles, sizes and landmarks decide, and a box within
    another one counts, too; embeddings of two models say nothing about each other.
    """
    way = rescaling(before.size, after.size)
    old, new, _ = _prepared(before, after)
    # Boxes that cover each other are the last resort: a landmark may be out of place.
    worth = np.maximum(_same_spot(way, old, new), LAST_RESORT * _covered(way, old, new))
    unknown = np.full(worth.shape, np.nan)
    return _matching(_one_to_one(worth), unknown, way, sure=True)


def _prepared(before: Faces, after: Faces) -> tuple[Places, Places, Floats]:
    return (
        places(before.boxes, before.landmarks),
        places(after.boxes, after.landmarks),
        cosines_of(before.embeddings, after.embeddings),
    )


def cosines_of(one: Floats, other: Floats) -> Floats:
    """Return the cosines ``(n, m)``, NaN where an embedding is unknown or of another length."""
    if one.shape[1] != other.shape[1] or not one.shape[1]:
        return np.full((len(one), len(other)), np.nan)
    units = []
    for rows in (one, other):
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        units.append(np.divide(rows, length, out=np.full_like(rows, np.nan), where=length > 0))
    cosines: Floats = units[0] @ units[1].T
    return cosines


def _by_faces(ways: list[Hypothesis], old: Places, new: Places, cosines: Floats) -> Matching:
    best = ways[0]
    close = closeness(best.transform, old, new)
    strangers = cosines < face_hypotheses.DISAGREES
    pairs = _one_to_one(np.where(strangers, 0, close * agreement(cosines)))
    if not pairs:
        return Matching((), (), None, sure=False)
    shots = np.array([cosines[pair] for pair in pairs])
    # One pair of faces fits some transform always; only a plain one says anything then.
    alike = SHOTS if len(pairs) > 1 else ONE_SHOT
    enough = 2 * len(pairs) > max(len(old.sizes), len(new.sizes)) or len(pairs) > 2
    sure = bool(enough and (best.plain or len(pairs) > 1) and shots.mean() >= alike)
    return _matching(pairs, cosines, best.transform, sure=sure)


def _by_picture(
    way: Affine, old: Places, new: Places, cosines: Floats, alike: Floats
) -> list[tuple[int, int]]:
    """Match by place in pictures that are known to be one.

    The recogniser is asked where the picture shows something else now, or says nothing: a face
    that was found the wrong way up resembles nobody.
    """
    close = closeness(way, old, new)
    strangers = cosines < face_hypotheses.DISAGREES
    shown = (alike >= SAME_PLACE)[:, None] & ((close >= CLOSE) | ~strangers)
    silent = np.isnan(alike)[:, None] & ~strangers
    possible = shown | silent | (cosines >= RESEMBLES)
    return _one_to_one(np.where(possible, close * (0.5 + agreement(cosines)), 0))


def _one_to_one(worth: Floats) -> list[tuple[int, int]]:
    """Return pairs (row, column), the best first, each row and column at most once."""
    rows, columns = np.nonzero(worth > 0)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for place in np.argsort(-worth[rows, columns], kind="stable"):
        row, column = int(rows[place]), int(columns[place])
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return list(pairs.items())


def _same_spot(way: Affine, old: Places, new: Places) -> Floats:
    """Return ``(n, m)`` in [0, 1]: how near to each other the eyes, noses and mouths are."""
    moved, spreads = apply(way, old.landmarks).mean(axis=1), []
    for landmarks in (apply(way, old.landmarks), new.landmarks):
        middle = landmarks.mean(axis=1, keepdims=True)
        spreads.append(np.sqrt(((landmarks - middle) ** 2).sum(axis=2).mean(axis=1)))
    larger = np.maximum(spreads[0][:, None], spreads[1])
    apart = np.linalg.norm(moved[:, None] - new.landmarks.mean(axis=1), axis=2)
    near: Floats = np.maximum(0, 1 - apart / np.maximum(REACH * larger, 1e-9))
    return near


def _covered(way: Affine, old: Places, new: Places) -> Floats:
    """Return ``(n, m)`` in [0, 1]: how much of the smaller of two boxes lies in the larger."""
    spans = []
    for middles, sizes in (
        (apply(way, old.middles), scale_of(way) * old.sizes),
        (new.middles, new.sizes),
    ):
        half = sizes[:, None] / 2
        spans.append((middles - half, middles + half, sizes))
    (low, high, size), (other_low, other_high, other_size) = spans
    shared = np.minimum(high[:, None], other_high) - np.maximum(low[:, None], other_low)
    smaller = np.minimum(size[:, None], other_size)
    covered = np.prod(np.maximum(shared, 0), axis=2) / smaller**2
    larger = np.maximum(size[:, None], other_size)
    result: Floats = np.where((covered > COVERED) & (larger < LARGER * smaller), covered, 0)
    return result


def _matching(
    pairs: list[tuple[int, int]], cosines: Floats, way: Affine, *, sure: bool
) -> Matching:
    return Matching(tuple(pairs), tuple(float(cosines[pair]) for pair in pairs), way, sure)
