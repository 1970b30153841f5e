"""Finding the photo files below a folder, without opening any of them.

A folder or a file that cannot be looked at is told and left out; it never stops a walk. Every file
that is met is either yielded or counted, with the reason why it is no photo.
"""

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from photoorg.jobs.scanning.folder_reasons import folder_reason
from photoorg.jobs.scanning.other_programs import (
    holds_originals,
    is_catalogue,
    keeps_file,
    keeps_folder,
)
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.library import FileEntry
from photoorg.library.accounting.account import What
from photoorg.media.photo_files import why_unreadable

IGNORE_MARK = ".nomedia"
"""A folder that holds a file of this name asks media programs to leave it alone."""

GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
"""What the system says of a place where nothing is."""

_INT64 = 2**63


@dataclass(slots=True)
class _Found:
    """What one folder holds that the walk is after."""

    files: list[FileEntry] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    links_to_folders: list[str] = field(default_factory=list)
    links_inside: list[FileEntry] = field(default_factory=list)
    skipped: list[tuple[str, What]] = field(default_factory=list)
    """Folders of which the files are counted, and why nothing more is done with them."""


@dataclass(slots=True)
class Walk:
    """One walk below ``root`` for files whose suffix (lower case, with dot) is in ``suffixes``.

    Hidden files and folders are left out. Links to folders are followed once: no folder is
    visited twice, whatever links lead to it. A link to a file is left out when the walk meets the
    file itself. ``unreadable`` holds the folders and files that could not be looked at, with the
    reason; ``silent`` those of them that may well be there: what the library knows of them, and of
    what lies below them, says nothing about the disk. ``left_out`` are the folders that ask for it,
    that belong to another program, or that ``patterns`` name; ``tally`` counts the files that are
    not yielded, by the folder that was walked through last above them and the reason; those whose
    suffix is in ``videos`` are films that nothing here plays. ``beside`` are those
    that may tell of photos beside them, as their suffix in ``sidecars`` says.
    """

    root: Path
    suffixes: frozenset[str]
    videos: frozenset[str] = frozenset()
    patterns: Patterns | None = None
    sidecars: frozenset[str] = frozenset()
    unreadable: dict[Path, str] = field(default_factory=dict)
    silent: set[Path] = field(default_factory=set)
    left_out: set[Path] = field(default_factory=set)
    tally: Counter[tuple[str, What]] = field(default_factory=Counter)
    beside: list[FileEntry] = field(default_factory=list)
    _visited: set[tuple[int, int]] = field(default_factory=set)
    _listed: set[tuple[int, int]] = field(default_factory=set)
    _base: str = ""

    def files(self, looking_at: Callable[[str], None] = lambda _: None) -> Iterator[FileEntry]:
        """Yield every photo file, folder by folder; ``looking_at`` hears each folder's name.

        Also yields what carries a photo's name but is no regular file (a pipe, a device), so
        that it can be told as a problem.
        """
        self._base = os.path.realpath(self.root).rstrip(os.sep) + os.sep
        folders = [os.fspath(self.root)]
        # Links come last, so that a file is found under its own name and not under a link's.
        linked: list[str] = []
        links: list[FileEntry] = []
        while folders or linked:
            folder = folders.pop() if folders else linked.pop()
            looking_at(folder)
            found = self._look_into(folder)
            yield from found.files
            folders += found.folders[::-1]
            linked += found.links_to_folders[::-1]
            links += found.links_inside
        for link in links:
            if self._meets_target(link.name):
                self._count(link.name, What.LINK)
            else:
                yield link

    def is_silent(self, path: Path) -> bool:
        """Tell whether the disk did not say what is at ``path``, which the walk did not meet."""
        return bool(self.silent) and (
            path in self.silent or any(folder in self.silent for folder in path.parents)
        )

    def is_left_out(self, path: Path) -> bool:
        """Tell whether ``path`` is not to be shown, or lies in a folder that is left alone."""
        if keeps_file(path.name) or (self.patterns and self.patterns.leave_out(str(path))):
            return True
        return any(folder in self.left_out for folder in path.parents)

    def _look_into(self, folder: str) -> _Found:
        """Return what one folder holds; remember why when that cannot be told, or not in full."""
        found = _Found()
        try:
            # "." is there only in a folder that may be entered; listing alone leads to no file
            status = os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 - Path drops it
            place = status.st_dev, status.st_ino
            if place in self._visited:
                return found
            self._visited.add(place)
            entries, broken = _list(folder)
        except OSError as error:
            self._tell(folder, error, folder_reason(error))
            return found
        if broken is not None:
            self._tell(folder, broken, folder_reason(broken))
        wanted = folder == os.fspath(self.root)  # the user named it
        if not wanted and _is_marked(folder, entries, listed=broken is None):
            self._leave_out(folder, What.ASKED)
            return found
        if broken is None:
            self._listed.add(place)
        if is_catalogue(os.path.basename(folder), [entry.name for entry in entries]):  # noqa: PTH119
            entries = self._originals(entries)
        for entry in entries:
            self._meet(entry, found)
        for skipped, why in found.skipped:
            self._leave_out(skipped, why)
        return found

    def _meet(self, entry: os.DirEntry[str], found: _Found) -> None:
        try:
            self._sort_in(entry, found)
        except OSError as error:
            photo = self._wanted(entry.name)
            if error.errno not in GONE:
                why = why_unreadable if photo else folder_reason
                self._tell(entry.path, error, why(error))
                self._count(entry.path, What.PROBLEM if photo else What.OTHER)
            elif entry.is_symlink():  # to nothing: the file lies elsewhere, or is gone
                self._count(entry.path, What.LINK)

    def _originals(self, entries: list[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
        """Return what of a catalogue holds the user's photos; count the rest."""
        kept = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if holds_originals(entry.name):
                    kept.append(entry)
                else:
                    self._leave_out(entry.path, What.OTHER_PROGRAM)
            else:
                self._count(entry.path, What.OTHER_PROGRAM)
        return kept

    def _sort_in(self, entry: os.DirEntry[str], found: _Found) -> None:
        if entry.is_dir():
            if why := self._why_not_walked(entry):
                found.skipped.append((entry.path, why))
            else:
                linked = entry.is_symlink()
                (found.links_to_folders if linked else found.folders).append(entry.path)
        elif why := self._why_no_photo(entry):
            self._count(entry.path, why)
            if why is What.OTHER and _suffix(entry.name) in self.sidecars:
                with suppress(OSError):  # one that vanishes at this moment is not there
                    self.beside.append(_file_entry(entry))
        else:
            file = _file_entry(entry)
            link = entry.is_symlink()
            inside = link and os.path.realpath(entry.path).startswith(self._base)
            (found.links_inside if inside else found.files).append(file)

    def _why_not_walked(self, folder: os.DirEntry[str]) -> What | None:
        inside = os.path.basename(os.path.dirname(folder.path))  # noqa: PTH119, PTH120 - for speed
        if keeps_folder(inside, folder.name):
            return What.OTHER_PROGRAM
        if folder.name.startswith("."):
            return What.HIDDEN
        if self.patterns and self.patterns.leave_out(folder.path, folder=True):
            return What.PATTERN
        return None

    def _why_no_photo(self, file: os.DirEntry[str]) -> What | None:
        if keeps_file(file.name):
            return What.OTHER_PROGRAM
        if file.name.startswith("."):
            return What.HIDDEN
        if self.patterns and self.patterns.leave_out(file.path):
            return What.PATTERN
        suffix = _suffix(file.name)
        if suffix in self.suffixes:
            return None
        return What.VIDEO if suffix in self.videos else What.OTHER

    def _leave_out(self, folder: str, why: What) -> None:
        """Count all the files in a folder that is not looked into; nothing of it is told."""
        self.left_out.add(Path(folder))
        above = os.path.dirname(folder)  # noqa: PTH120 - for speed
        count = sum(len(files) for _, _, files in os.walk(folder))
        if count:
            self.tally[above, why] += count

    def _count(self, path: str | Path, why: What) -> None:
        self.tally[os.path.dirname(path), why] += 1  # noqa: PTH120 - for speed

    def _meets_target(self, link: str | Path) -> bool:
        """Tell whether the file that a link leads to is one the walk found under its own name."""
        target = Path(os.path.realpath(link))
        if target.name.startswith(".") or not self._wanted(target.name):
            return False
        if self.patterns and self.patterns.leave_out(str(target)):
            return False
        try:
            status = target.parent.stat()
        except OSError:
            return False
        return (status.st_dev, status.st_ino) in self._listed

    def _wanted(self, name: str) -> bool:
        return _suffix(name) in self.suffixes

    def _tell(self, path: str, error: OSError, reason: str) -> None:
        self.unreadable[Path(path)] = reason
        if error.errno not in (*GONE, errno.ELOOP):
            self.silent.add(Path(path))


def _suffix(name: str) -> str:
    return name[name.rfind(".") :].lower()


def _list(folder: str) -> tuple[list[os.DirEntry[str]], OSError | None]:
    """Return the entries of a folder by name, and what broke the listing off, if anything did."""
    entries: list[os.DirEntry[str]] = []
    broken = None
    with os.scandir(folder) as listing:
        try:
            for entry in listing:
                entries.append(entry)  # noqa: PERF402 - what came before an error counts
        except OSError as error:
            broken = error
    return sorted(entries, key=attrgetter("name")), broken


def _is_marked(folder: str, entries: list[os.DirEntry[str]], *, listed: bool) -> bool:
    """Tell whether a folder asks to be left alone; one not ``listed`` in full is asked itself."""
    if listed:
        return any(entry.name == IGNORE_MARK for entry in entries)
    return os.path.lexists(Path(folder, IGNORE_MARK))


def _file_entry(entry: os.DirEntry[str]) -> FileEntry:
    seen = entry.stat()
    size = seen.st_size if stat.S_ISREG(seen.st_mode) else 0
    # a file may be dated beyond what the library, and most programs, can count in nanoseconds
    time_ns = seen.st_mtime_ns
    if not -_INT64 <= time_ns < _INT64:
        time_ns = min(max(time_ns, -_INT64), _INT64 - 1)
    return FileEntry(entry.path, size, time_ns)
