"""What becomes of every file of a folder, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class What(StrEnum):
    """What a file is that is no photo, or why it is left out."""

    OTHER_PROGRAM = "other-programs"
    """Thumbnails, dustbins, catalogues: what other programs keep for themselves."""
    PATTERN = "left-out"
    """The user named it in the patterns of the folder."""
    HIDDEN = "hidden"
    ASKED = "nomedia"
    """Its folder asks programs to leave it alone."""
    LINK = "links"
    """A link to a file that is met by itself, or to nothing."""
    OTHER = "other-files"
    """No photo and no film: text, music, sidecars."""
    COPY = "copies"
    """It shows a photo of this folder that another file shows as well."""
    WAITING = "waiting"
    """No scan has read it yet."""
    VIDEO = "videos"
    PROBLEM = "problems"


class Companion(NamedTuple):
    """A file that belongs to the photo in ``of``: a "raw" beside a JPEG, the "film" of a still."""

    path: Path
    of: Path
    kind: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Account:
    """The files below a folder: ``found`` is the sum of all others."""

    found: int = 0
    photos: int = 0
    videos: int = 0
    pairs: int = 0
    problems: int = 0
    skipped: Mapping[What, int] = field(default_factory=dict)
    """How many, for each reason: the most first."""

    @property
    def left_out(self) -> int:
        return sum(self.skipped.values())
