"""Finding the photo files below a folder, without opening any of them."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from photoorg.library import FileEntry

IGNORE_MARK = ".nomedia"
"""A folder that holds a file of this name asks media programs to leave it alone."""


@dataclass(slots=True)
class Walk:
    """One walk below ``root`` for files whose suffix (lower case, with dot) is in ``suffixes``.

    Hidden files and folders are left out. Links to folders are followed once: no folder is
    visited twice, whatever links lead to it. ``unreadable`` holds the folders that could not be
    listed, with the reason; what the library knows below them says nothing about the disk.
    """

    root: Path
    suffixes: frozenset[str]
    unreadable: dict[Path, str] = field(default_factory=dict)
    _visited: set[tuple[int, int]] = field(default_factory=set)

    def files(self, looking_at: Callable[[str], None] = lambda _: None) -> Iterator[FileEntry]:
        """Yield every photo file, folder by folder; ``looking_at`` hears each folder's name.

        Also yields what carries a photo's name but is no regular file (a pipe, a device), so
        that it can be told as a problem.
        """
        base = os.path.realpath(self.root)
        folders = [os.fspath(self.root)]
        # Links come last, so that a file is found under its own name and not under a link's.
        linked: list[str] = []
        while folders or linked:
            folder = folders.pop() if folders else linked.pop()
            looking_at(folder)
            files, below, links = self._list(folder, base)
            yield from files
            folders += below
            linked += links

    def _list(self, folder: str, base: str) -> tuple[list[FileEntry], list[str], list[str]]:
        """Return the photo files of one folder, its folders, and the links to folders in it."""
        files: list[FileEntry] = []
        below: list[str] = []
        links: list[str] = []
        nothing: tuple[list[FileEntry], list[str], list[str]] = ([], [], [])
        try:
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in self._visited:
                return nothing
            self._visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self.unreadable[Path(folder)] = folder_reason(error)
            return nothing
        wanted = folder == os.fspath(self.root)  # the user named it
        if not wanted and any(entry.name == IGNORE_MARK for entry in entries):
            return nothing
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                link = entry.is_symlink()
                if entry.is_dir():
                    (links if link else below).append(entry.path)
                elif self._wanted(entry.name) and not (link and _inside(entry.path, base)):
                    seen = entry.stat()
                    size = seen.st_size if stat.S_ISREG(seen.st_mode) else 0
                    files.append(FileEntry(Path(entry.path), size, seen.st_mtime_ns))
            except OSError:
                continue  # gone since the folder was listed, or a link to nothing
        return files, below[::-1], links[::-1]

    def _wanted(self, name: str) -> bool:
        return name[name.rfind(".") :].lower() in self.suffixes


def _inside(link: str, base: str) -> bool:
    """Tell whether a link leads to a file the walk meets anyway."""
    return os.path.realpath(link).startswith(base.rstrip(os.sep) + os.sep)


def folder_reason(error: OSError) -> str:
    """Return the sentence for a folder that cannot be listed."""
    match error:
        case PermissionError():
            return "This folder may not be opened; change its permissions and scan again."
        case FileNotFoundError() | NotADirectoryError():
            return "This folder is not there; its photos are kept. Connect its drive, scan again."
        case _:
            return f"This folder cannot be read ({error.strerror}); scan again."
