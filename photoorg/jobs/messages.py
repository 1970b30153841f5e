"""What a running job tells the program that started it: small frozen values, sent over a pipe."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from photoorg.plain_text import plain
from photoorg.types import Changed

Stage: TypeAlias = Literal["walk", "analyze", "group", "download", "train", "measure"]
"""What a job is at: looking for files, reading photos, sorting faces, fetching a file, training."""


def shown(path: Path | str) -> str:
    """Return a path as text that can be shown on one line, whatever bytes its name is made of."""
    return plain(os.fsencode(path).decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is; only the newest one matters.

    ``total`` is 0 while it is not known. ``rate`` counts items a second (photos, files; bytes in
    a download) and ``eta_s`` seconds left; both are None until there is something to judge by.
    ``what`` is the folder or file at hand, ready to be shown.
    """

    stage: Stage
    done: int
    total: int
    rate: float | None = None
    eta_s: float | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that could not be read; ``reason`` is a sentence without the path."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """The job committed something; views that show these kinds should refresh."""

    kinds: Changed


@dataclass(frozen=True, slots=True)
class Paused:
    """The job now waits (``paused``) or goes on."""

    paused: bool


@dataclass(frozen=True, slots=True)
class ScanSummary:
    """What the scanned folders hold once a scan is over.

    ``photos`` and ``faces`` count what is readable in them, ``people`` all groups of the library,
    ``analyzed`` the photos looked at this time; ``problems`` also lists files that could not be
    read in an earlier scan and still are as they were. ``reached`` is False when none of the
    folders was there.
    """

    photos: int
    faces: int
    people: int
    analyzed: int
    seconds: float
    problems: tuple[Problem, ...] = ()
    reached: bool = True


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """What a grouping did, or, as a ``preview``, would do: now so many faces and people.

    ``new`` groups came up, ``joined`` groups went into others, ``split`` ones lie in several,
    ``moved`` faces changed their group, and ``names_lost`` named people have no face any more.
    """

    faces: int
    people: int
    moved: int
    new: int
    joined: int
    split: int
    names_lost: int
    seconds: float
    preview: bool = False

    def changes(self) -> str:
        """Return the sentence about the groups there were: "3 groups join, ..."."""
        would = "would " if self.preview else ""
        done = (
            ("join", "be split", "move", "be lost")
            if self.preview
            else ("joined others", "were split", "moved", "were lost")
        )
        counts = ((self.joined, "group"), (self.split, "group"), (self.moved, "face"))
        parts = [
            f"{n:,} {what if n == 1 else what + 's'} {would}{verb}"
            for (n, what), verb in zip(counts, done, strict=False)
            if n
        ]
        names = f"{self.names_lost or 'no'} {'name' if self.names_lost == 1 else 'names'} "
        if not parts and not self.names_lost:
            return "All groups would stay as they are" if self.preview else "All groups stay"
        return ", ".join([*parts, f"{names}{would}{done[3]}"])


@dataclass(frozen=True, slots=True)
class DownloadSummary:
    """Where a downloaded face model pack lies now."""

    folder: Path


Summary: TypeAlias = ScanSummary | GroupSummary | DownloadSummary | None


@dataclass(frozen=True, slots=True)
class Finished:
    """The job is done."""

    summary: Summary


@dataclass(frozen=True, slots=True)
class Stopped:
    """The job ended because somebody cancelled it; what it had committed stays."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended with an error: a sentence for the user and, for a bug, its traceback."""

    sentence: str
    traceback: str | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """The photo a careful job is about to touch, None when it need not be careful any more.

    Never leaves the client, see :mod:`photoorg.jobs.worker`.
    """

    photo_id: int | None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The photos that were decoded for too long: the job ends now, to be started without them.

    Never leaves the client either.
    """

    photo_ids: tuple[int, ...]


Message: TypeAlias = (
    Progress | Problem | LibraryChanged | Paused | Finished | Stopped | Failed | Announced | GivenUp
)
