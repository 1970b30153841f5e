"""Which way each folder is kept up to date, and which directories are watched for it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from photoorg.file_systems import Disk, FileSystems
from photoorg.jobs.watching.directories import Root, directories
from photoorg.jobs.watching.ways import Way


class Standing(NamedTuple):
    """What is at the place of a root: device and inode if anything is, and mounts below it."""

    place: tuple[int, int] | None
    mounts: frozenset[Path]


@dataclass(slots=True)
class Plan:
    """``ways`` of the roots, ``paths`` to be watched, each with all below it if ``recursive``."""

    roots: Sequence[Root]
    ways: dict[Path, Way] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    recursive: bool = False
    _stood: dict[Path, "Standing"] = field(default_factory=dict)

    def refuse(self) -> None:
        """Watch nothing: the system does not let us."""
        self.paths = []
        for path, way in self.ways.items():
            if way.is_heard:
                self.ways[path] = Way.REFUSED

    def moved(self, disks: FileSystems) -> list[Path]:
        """Return the roots in which a drive came, or went away, since the plan was made."""
        return [path for path, stood in self._stood.items() if standing(path, disks) != stood]

    def heard(self) -> list[Path]:
        """Return the roots whose changes are heard."""
        return [path for path, way in self.ways.items() if way.is_heard]

    def stand(self, root: Path, disks: FileSystems) -> bool:
        """Remember what lies at ``root``; return whether anything does."""
        self._stood[root] = standing(root, disks)
        return self._stood[root].place is not None


def make_plan(
    roots: Sequence[Root],
    disks: FileSystems,
    most: int | None,
    stopped: Callable[[], bool] = lambda: False,
) -> Plan:
    """Decide for each root; ``most`` directories may be watched, None: the system counts none.

    A root on a share is not touched, as it may not answer.
    """
    plan = Plan(roots, recursive=most is None)
    left = most or 0
    for root in roots:
        path = root.path
        way = _way_by_disk(path, disks)
        if way is None and not plan.stand(path, disks):
            way = Way.AWAY
        if way is None:
            way = _way_by_disk(Path(os.path.realpath(path)), disks)
        if way is None and most is None:
            plan.paths.append(os.fspath(path))
            way = Way.WATCHED
        if way is None:
            found = directories(root, disks, left, stopped)
            if found.too_many:
                way = Way.MANY
            else:
                left -= len(found.paths)
                plan.paths += found.paths
                way = Way.WATCHED if found.all_heard else Way.PARTLY
        plan.ways[path] = way
    return plan


def _way_by_disk(path: Path, disks: FileSystems) -> Way | None:
    """Return the way of a folder whose changes nobody tells, None for one on a local disk."""
    match disks.disk_of(path):
        case Disk.SHARE:
            return Way.SHARE
        case Disk.PROGRAM:
            return Way.PROGRAM
        case _:
            return None


def standing(folder: Path, disks: FileSystems) -> Standing:
    """Return what is at the place of ``folder`` now."""
    mounts = frozenset(disks.below(folder))
    try:
        seen = folder.stat()
    except OSError:
        return Standing(None, mounts)
    return Standing((seen.st_dev, seen.st_ino), mounts)
