"""Which known picture a file shows another version of, and which faces are which."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from photoorg.analysis.likeness import face_matching
from photoorg.analysis.likeness.face_matching import Faces, Matching, continues, match_same_pixels
from photoorg.jobs.scanning.look import Seen
from photoorg.jobs.scanning.places import is_folder
from photoorg.library import KnownPicture, Library, Moved
from photoorg.types import BoolArray, Box, FloatArray, FoundFace

MOSTLY_THERE = 0.7
"""A face that was not found again is where it was if so much of its box lies in the picture."""

MOST_CANDIDATES = 5

AT_ONCE = 4096
"""So many known faces are compared at once: what comes of it stays in the cache."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """The photo that goes on, None for another picture; new faces with the ids they had.

    ``moved`` are known faces that were not found, where they are now.
    """

    photo_id: int | None = None
    kept: Mapping[int, int] = field(default_factory=dict)
    moved: Mapping[int, Moved] = field(default_factory=dict)


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
            moved = {} if picture.same else _moved(picture, matching, seen, set(kept.values()))
            return Continuation(picture.photo_id, kept | _returned(picture, found, kept), moved)
    return Continuation()


def _before(picture: KnownPicture, rows: BoolArray) -> Faces:
    return face_matching.faces(
        (picture.width, picture.height),
        picture.boxes[rows],
        picture.landmarks[rows],
        picture.embeddings[rows],
    )


def _moved(
    picture: KnownPicture, matching: Matching, seen: Seen, kept: Collection[int]
) -> dict[int, Moved]:
    """Return where faces that were not found again are, if that part of the picture is there."""
    moved: dict[int, Moved] = {}
    if matching.transform is None:
        return moved
    turn, shift = matching.transform[:, :2], matching.transform[:, 2]
    for row in np.flatnonzero(~picture.lost):
        face = int(picture.face_ids[row])
        if face in kept:
            continue
        x, y, w, h = picture.boxes[row]
        corners = np.array([(x, y), (x + w, y), (x, y + h), (x + w, y + h)]) @ turn.T + shift
        low, high = corners.min(axis=0), corners.max(axis=0)
        inside_low = np.clip(low, 0, (seen.width, seen.height))
        inside_high = np.clip(high, 0, (seen.width, seen.height))
        if np.prod(inside_high - inside_low) >= MOSTLY_THERE * np.prod(high - low):
            landmarks = picture.landmarks[row] @ turn.T + shift
            box = Box(*map(float, inside_low), *map(float, inside_high - inside_low))
            moved[face] = Moved(box, landmarks.astype(np.float32))
    return moved


class Wanderers:
    """Photos that a file may not show any more: one of them may be edited and moved at once."""

    def __init__(self, library: Library, model: str) -> None:
        self._library = library
        self._model = model
        roots = library.folders.roots()
        self._absent = [folder for folder, root in roots.items() if not is_folder(root)]
        self._photos, self._embeddings = library.pictures.homeless(model, self._absent)

    def likely(self, batch: Sequence[Sequence[FoundFace]]) -> list[list[int]]:
        """Return for the faces of each new photo whose faces are much like them, likeliest first.

        A whole batch at once: all that are known are gone through only once.
        """
        likely: list[list[int]] = [[] for _ in batch]
        width = self._embeddings.shape[1]
        asked = [n for n, found in enumerate(batch) if found and len(found[0].embedding) == width]
        if not len(self._photos) or not asked:
            return likely
        rows = np.stack([face.embedding for n in asked for face in batch[n]])
        rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        firsts = np.cumsum([0, *(len(batch[n]) for n in asked[:-1])])
        parts = (
            self._embeddings[start : start + AT_ONCE].astype(np.float32)
            for start in range(0, len(self._embeddings), AT_ONCE)
        )
        best = np.concatenate([np.maximum.reduceat(part @ rows.T, firsts, 1) for part in parts])
        for n, likeness in zip(asked, best.T, strict=True):
            sure = np.flatnonzero(likeness >= face_matching.SURELY_ONE)
            order = sure[np.argsort(-likeness[sure], kind="stable")][:MOST_CANDIDATES]
            likely[n] = list(dict.fromkeys(self._photos[order].tolist()))
        return likely

    def known(self, photos: Sequence[int]) -> list[KnownPicture]:
        """Return what is known of those of these photos that no file has been found to show yet."""
        pictures = self._library.pictures
        known = (pictures.known_homeless(photo, self._model, self._absent) for photo in photos)
        return [picture for picture in known if picture is not None]


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
        if best is not None and likeness[best] >= face_matching.SURELY_ONE:
            back[best] = int(picture.face_ids[row])
    return back


def _cosine(one: FloatArray, other: FloatArray) -> float:
    length = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / length if np.isfinite(length) and length > 0 else -1.0
