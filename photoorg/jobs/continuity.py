"""Which known picture a file shows another version of, and which faces are which."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from photoorg.analysis import face_matching
from photoorg.analysis.face_matching import Faces, continues, match_same_pixels
from photoorg.jobs.look import Seen
from photoorg.library import KnownPicture
from photoorg.types import BoolArray, FloatArray, FoundFace

SURELY_ONE = 0.75
"""A face that was lost is back when an embedding is at least so like its own."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """The photo that goes on, None for another picture; new faces with the ids they had."""

    photo_id: int | None = None
    kept: Mapping[int, int] = field(default_factory=dict)


def continuation_of(
    known: Sequence[KnownPicture],
    seen: Seen,
    found: Sequence[FoundFace],
    *,
    thumbnail: Callable[[int], bytes | None],
) -> Continuation:
    """Tell which of the ``known`` pictures, the likeliest first, is the one that was ``seen``.

    ``thumbnail`` gives the thumbnail of a photo as it was.
    """
    for picture in known:
        there = ~picture.lost
        before = _before(picture, there)
        after = face_matching.found((seen.width, seen.height), found)
        matching = (
            match_same_pixels(before, after)
            if picture.same
            else continues(before, after, thumbnail(picture.photo_id), seen.thumbnail)
        )
        if matching is not None:
            ids = picture.face_ids[there]
            kept = {new: int(ids[old]) for old, new in matching.pairs}
            return Continuation(picture.photo_id, kept | _returned(picture, found, kept))
    return Continuation()


def _before(picture: KnownPicture, rows: BoolArray) -> Faces:
    return face_matching.faces(
        (picture.width, picture.height),
        picture.boxes[rows],
        picture.landmarks[rows],
        picture.embeddings[rows],
    )


def _returned(
    picture: KnownPicture, found: Sequence[FoundFace], kept: Mapping[int, int]
) -> dict[int, int]:
    """Return which of the new faces are ones that a former version had: ``{place: face id}``."""
    back: dict[int, int] = {}
    width = picture.embeddings.shape[1]
    for row in np.flatnonzero(picture.lost):
        likeness = {
            n: _cosine(picture.embeddings[row], face.embedding)
            for n, face in enumerate(found)
            if n not in kept and n not in back and len(face.embedding) == width
        }
        best = max(likeness, key=lambda n: likeness[n], default=None)
        if best is not None and likeness[best] >= SURELY_ONE:
            back[best] = int(picture.face_ids[row])
    return back


def _cosine(one: FloatArray, other: FloatArray) -> float:
    length = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / length if np.isfinite(length) and length > 0 else -1.0
