"""Files as the library hands them out: what it met, what it waits for, what it could not read."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class FileEntry(NamedTuple):
    """A file as the walk saw it, not opened yet.

    ``name`` is its path; of 100,000 files that have not changed nobody needs a Path.
    """

    name: str | Path
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        return Path(self.name)


class KnownFile(NamedTuple):
    """A file as the library remembers it; ``here`` (not 0) if the last walk met it."""

    file_id: int
    size: int
    mtime_ns: int
    here: int


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that waits to be read, or whose photo waits for another model."""

    id: int
    path: Path


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and the sentence that says why."""

    file_id: int
    path: Path
    reason: str
