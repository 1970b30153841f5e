"""Which directories of a folder are to be watched, and how many of them may be."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from photoorg.file_systems import Disk, FileSystems
from photoorg.jobs.scanning.other_programs import keeps_folder
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.watching.ears import AT_ONCE
from photoorg.library import Library

LIMIT = Path("/proc/sys/fs/inotify/max_user_watches")
INSTANCES = Path("/proc/sys/fs/inotify/max_user_instances")
SHARE = 4
"""One part in so many of what the system lets a user watch is taken, twice for a moment."""
SHARE_OF_INSTANCES = 4
"""The same for what each part of the directories takes one of."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of the library, and what is left out of it (lines as in ``.gitignore``)."""

    path: Path
    patterns: tuple[str, ...] = ()


def roots_of(library: Library) -> list[Root]:
    """Return the folders of a library."""
    folders = library.folders
    return [Root(path, tuple(folders.patterns(id_))) for id_, path in folders.roots().items()]


@dataclass(slots=True)
class Directories:
    """Those of one root: ``all_heard`` if nothing in it lies where no change is heard of.

    ``too_many`` says that the list is not complete.
    """

    paths: list[str] = field(default_factory=list)
    all_heard: bool = True
    too_many: bool = False


def budget() -> int | None:
    """Return how many directories may be watched; None where the system counts none (no Linux)."""
    try:
        watches, instances = (int(limit.read_text("ascii")) for limit in (LIMIT, INSTANCES))
    except (OSError, ValueError):
        return None
    return min(watches // SHARE, instances // SHARE_OF_INSTANCES * AT_ONCE)


def directories(
    root: Root, disks: FileSystems, most: int, stopped: Callable[[], bool] = lambda: False
) -> Directories:
    """Return the directories that a scan of ``root`` would look into, the root first.

    Not followed are links and mounts that lead to where no change is heard of.
    """
    found = Directories()
    patterns = Patterns(str(root.path), root.patterns)
    others = disks.below(root.path).items()
    deaf = {os.fspath(place) for place, disk in others if disk is not Disk.LOCAL}
    visited: set[tuple[int, int]] = set()
    waiting = [os.fspath(root.path)]
    while waiting and not stopped():
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 - for speed
            place = status.st_dev, status.st_ino
            if place in visited or not os.access(path, os.R_OK | os.X_OK):
                continue
            visited.add(place)
            below = _below(path, patterns)
        except OSError:  # the scan tells of it
            continue
        if len(found.paths) == most:
            found.too_many = True
            break
        if not _can_be_named(path):
            found.all_heard = False
            continue
        found.paths.append(path)
        for entry in below:
            if entry.path in deaf or (entry.is_symlink() and _is_deaf(entry.path, disks)):
                found.all_heard = False
            else:
                waiting.append(entry.path)
    return found


def _below(path: str, patterns: Patterns) -> list[os.DirEntry[str]]:
    inside = os.path.basename(path)  # noqa: PTH119 - for speed
    with os.scandir(path) as listing:
        return [
            entry
            for entry in listing
            if entry.is_dir()
            and not is_left_alone(inside, entry.name)
            and not patterns.leave_out(entry.path, folder=True)
        ]


def is_left_alone(inside: str, name: str) -> bool:
    """Tell whether a scan does not look into the folder ``name`` in one called ``inside``."""
    return name.startswith(".") or keeps_folder(inside, name)


def _is_deaf(link: str, disks: FileSystems) -> bool:
    return disks.disk_of(Path(os.path.realpath(link))) is not Disk.LOCAL


def _can_be_named(path: str) -> bool:
    """Tell whether a name is text, as the system's watch is asked in text."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
