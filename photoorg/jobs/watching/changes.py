"""What it means for a scan that files and directories changed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePath

from photoorg.jobs.scanning.other_programs import keeps_file
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.walk import IGNORE_MARK
from photoorg.jobs.watching.directories import is_left_alone
from photoorg.jobs.watching.plan import Plan
from photoorg.media.names import SUFFIXES, VIDEO_SUFFIXES
from photoorg.media.video.names import SUFFIXES as WATCHED
from photoorg.metadata.beside import SUFFIXES as BESIDE

ADDED, MODIFIED, DELETED = 1, 2, 3
"""What happened to a path, by the numbers of ``watchfiles``."""

_WANTED = SUFFIXES | VIDEO_SUFFIXES | WATCHED | BESIDE


@dataclass(slots=True)
class Meaning:
    """``folders`` are to be looked at; ``renew``: there are others to be watched than before."""

    folders: set[Path] = field(default_factory=set)
    renew: bool = False


class Reader:
    """Reads changes of what one plan watches.

    Only what a scan looks at counts: what it writes itself (libraries, thumbnails) does not, or
    each scan would lead to the next. Files beside photos, which a scan reads and never writes, do.
    """

    def __init__(self, plan: Plan) -> None:
        self._known = frozenset(plan.paths)
        self._recursive = plan.recursive
        self._roots = {
            root.path: Patterns(str(root.path), root.patterns)
            for root in plan.roots
            if plan.ways[root.path].is_heard
        }

    def read(self, changes: Iterable[tuple[int, str]]) -> Meaning:
        """Return what changes ``(what happened, path)`` mean."""
        meaning = Meaning()
        for change, name in changes:
            self._read_one(change, Path(name), meaning)
        return meaning

    def _read_one(self, change: int, path: Path, meaning: Meaning) -> None:
        root = next((root for root in (path, *path.parents) if root in self._roots), None)
        if root is None:
            return
        if path == root:
            meaning.folders.add(root)
            meaning.renew |= change == DELETED
            return
        if _lies_in_what_is_left_alone(path.relative_to(root), root.name):
            return
        if str(path) in self._known:
            if change != MODIFIED:
                meaning.folders.add(path.parent)
                meaning.renew = True
        elif self._is_wanted(path, self._roots[root]):
            meaning.folders.add(path.parent)
        elif change == DELETED:
            if self._recursive and not path.suffix:  # a folder, as far as can be told
                meaning.folders.add(path.parent)
        elif os.path.isdir(path):  # noqa: PTH112 - this one never raises
            self._read_folder(change, path, self._roots[root], meaning)

    def _read_folder(self, change: int, path: Path, patterns: Patterns, meaning: Meaning) -> None:
        """Read that a folder is new, or may be entered since its permissions were changed."""
        if is_left_alone(path.parent.name, path.name) or patterns.leave_out(str(path), folder=True):
            return
        if self._recursive and change == MODIFIED:  # its contents, which are told on their own
            return
        meaning.folders.add(path)
        meaning.renew |= not self._recursive

    @staticmethod
    def _is_wanted(path: Path, patterns: Patterns) -> bool:
        if path.name == IGNORE_MARK:
            return True
        if path.name.startswith(".") or keeps_file(path.name):
            return False
        return path.suffix.lower() in _WANTED and not patterns.leave_out(str(path))


def _lies_in_what_is_left_alone(inside_root: PurePath, above: str) -> bool:
    """Tell whether a scan does not look where a path, relative to its root, lies."""
    parts = (above, *inside_root.parts[:-1])
    return any(is_left_alone(outer, inner) for outer, inner in pairwise(parts))
