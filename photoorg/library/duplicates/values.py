"""What is told of pictures that are there more than once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.types import Box, FloatArray


class StackKind(StrEnum):
    """Why pictures are in one stack."""

    COPY = "copy"
    """Files with one and the same picture."""
    NEAR = "near"
    """One picture, rescaled, compressed, cropped, turned or edited."""
    BURST = "burst"
    """Pictures taken one right after the other that look alike."""
    DENIED = "denied"
    """Pictures of which a human said that they are no duplicates."""


class Why(StrEnum):
    """What the best picture of a stack has before the next best one."""

    LARGEST = "largest"
    FULLEST = "fullest"
    """As many pixels in more bytes: compressing took less from it."""
    EYES = "eyes"
    """Fewer faces with closed eyes."""
    FACES = "faces"
    SHARPEST = "sharpest"


@dataclass(frozen=True, slots=True)
class Stack:
    """Pictures that are one, or nearly: at least two ``paths``, the one to keep first.

    ``photo_ids`` are those of the paths; in copies it is the same every time. ``why`` the first is
    the best, None where nothing tells it from the next.
    """

    kind: StackKind
    photo_ids: Sequence[int]
    paths: Sequence[Path]
    why: Why | None = None

    @property
    def best(self) -> Path:
        """The one that is proposed to be kept."""
        return self.paths[0]


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a stack: its picture's size in pixels, its own in ``bytes``, and the date it tells.

    ``missing`` when it cannot be reached just now.
    """

    photo_id: int
    path: Path
    width: int
    height: int
    bytes: int
    taken_at: str | None
    missing: bool


@dataclass(frozen=True, slots=True, eq=False)
class KnownSketches:
    """All sketches: ``photo_ids (n,)`` in ascending order, ``grey (n, 16, 16)``."""

    photo_ids: NDArray[np.int64]
    grey: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class ShownFace:
    """A face: its box and ``landmarks (5, 2)`` in pixels of the photo, which has so many."""

    id: int
    box: Box
    landmarks: FloatArray
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What is known of a photo that tells if it is the best of its stack.

    ``pixels`` of the whole picture, ``bytes`` of its largest file, ``faces``: the mean quality of
    its faces (their size, sharpness and pose), 0 without any, ``sharpness`` of the picture itself,
    0 where it is not known, and on how many faces the eyes are closed, as far as that is known.
    """

    pixels: int
    bytes: int
    faces: float
    sharpness: float
    closed_eyes: int
