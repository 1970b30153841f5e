"""What a running job tells the program that started it: small frozen values, sent over a pipe."""

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from photoorg.plain_text import plain
from photoorg.types import Changed


class Pace(Enum):
    """What the rate of a stage is worth: nothing, a figure in the terminal, one in the window."""

    UNTOLD = "untold"
    ROUGH = "rough"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class Stage:
    """What a job is at, in words.

    ``doing`` stands in the terminal, ``doing_to``, retold to the reader, in the window;
    ``{title}`` in it is that of the job. A stage that is never at work in the window needs none.
    ``in_bytes`` says what is counted.
    """

    doing: str
    doing_to: str = ""
    pace: Pace = Pace.ROUGH
    in_bytes: bool = False


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
class Summary:
    """What a job did; each kind of job has its own."""

    def outcome(self, unread: int = 0) -> str:
        """Return the sentence that tells it; empty when nothing is worth telling.

        ``unread`` files could not be read this time.
        """
        del unread
        return ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The job is done."""

    summary: Summary | None


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
