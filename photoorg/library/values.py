"""What the library hands out: frozen rows, named as the user would name them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.types import BoolArray, Box, FloatArray, FoundFace


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder the user added; ``missing`` when it cannot be reached (an unplugged drive)."""

    id: int
    path: Path
    photos: int
    faces: int
    missing: bool


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file as the walk saw it, not opened yet."""

    path: Path
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the library remembers it."""

    photo_id: int
    size: int
    mtime_ns: int
    missing: bool


@dataclass(frozen=True, slots=True)
class PendingPhoto:
    """A photo that waits for its analysis."""

    id: int
    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What the analysis of one photo found; sizes in pixels of the upright photo."""

    photo_id: int
    content_hash: str
    width: int
    height: int
    taken_at: str | None
    model: str
    faces: list[FoundFace]


@dataclass(frozen=True, slots=True)
class Adoption:
    """Faces taken over from a photo with the same content, without a new analysis.

    ``photo_id`` is the row that stays; ``faces`` pairs each face to copy a thumbnail from with its
    copy and is empty when the file had only moved.
    """

    photo_id: int
    source_id: int
    faces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the library; ``missing`` when its folder cannot be reached just now."""

    id: int
    path: Path
    width: int
    height: int
    taken_at: str | None
    faces: int
    missing: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and the sentence that says why."""

    photo_id: int
    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a photo; ``confirmed`` when a human said who it is."""

    id: int
    photo_id: int
    box: Box
    score: float
    quality: float
    person_id: int | None
    confirmed: bool
    person_name: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A group of faces; ``name`` is None as long as nobody named it."""

    id: int
    name: str | None
    count: int
    cover_face_id: int | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the user that can be undone."""

    id: int
    label: str
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class GroupingResult:
    """What a grouping changed: groups now, faces that changed group, groups newly made."""

    people: int
    moved: int
    new: int


@dataclass(frozen=True, slots=True, eq=False)
class FaceMatrix:
    """Every shown face with an embedding of one model, in the order of face ids.

    ``embeddings (n, d)`` are float16 as the network gave them; ``person_ids (n,)`` is -1 where a
    face is in no group yet.
    """

    ids: NDArray[np.int64]
    embeddings: NDArray[np.float16]
    photo_ids: NDArray[np.int64]
    quality: FloatArray
    boxes: FloatArray
    person_ids: NDArray[np.int64]
    confirmed: BoolArray
