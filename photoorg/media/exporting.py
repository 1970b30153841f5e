"""Files put into a folder of the user's choice: copied or linked, never over one that is there.

A file appears under its name when all of it is there: it is copied under another name first. So
whoever is killed may start again; what is there already, with the same content, counts as done.
Names are compared without regard to capitals and composition, as disks of cameras, Windows and
macOS do, and are such as all of these can hold.
"""

import errno
import filecmp
import os
import re
import shutil
import unicodedata
from contextlib import suppress
from enum import StrEnum
from itertools import count
from pathlib import Path

LONGEST_NAME = 200
"""Bytes of a name; file systems hold 255, some less, and a number may follow."""

_PART = ".photoorg-export-"
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TRIES = 3


class How(StrEnum):
    """How a file gets into the folder."""

    COPY = "copy"
    HARD = "hard"
    """Another name of the same file, on the same disk."""
    SYMBOLIC = "symbolic"
    """A small file that leads to the other one."""


class Target:
    """A folder that files go into; it is made, and what an earlier try left half done is removed.

    Raises OSError.
    """

    def __init__(self, folder: Path, how: How = How.COPY) -> None:
        self.folder = folder
        self._how = how
        folder.mkdir(parents=True, exist_ok=True)
        self._names: dict[str, str] = {}
        for path in folder.iterdir():
            if path.name.startswith(_PART):
                with suppress(OSError):
                    path.unlink()
            else:
                self._names[_folded(path.name)] = path.name

    def put(self, source: Path, name: str) -> bool:
        """Put a file there under ``name``, or with a number behind it; tell whether it is new.

        Raises OSError: of the source, or of the folder.
        """
        wanted = Path(fitting(name))
        for number in count(1):
            mark = f" ({number})" if number > 1 else ""
            final = f"{wanted.stem}{mark}{wanted.suffix}"
            there = self._names.get(_folded(final))
            if there is None:
                with suppress(FileExistsError):  # somebody else has just put it there
                    self._make(source, self.folder / final)
                    self._names[_folded(final)] = final
                    return True
                self._names[_folded(final)] = there = final
            if _same(source, self.folder / there):
                return False
        raise AssertionError("numbers do not end")

    def _make(self, source: Path, final: Path) -> None:
        """Make the file; raises FileExistsError where there is one of this name."""
        if self._how is How.SYMBOLIC:
            source.stat()  # a link to nothing would be made as well
            final.symlink_to(source.absolute())
        elif self._how is How.HARD:
            os.link(source, final)
        else:
            self._copy(source, final)

    def _copy(self, source: Path, final: Path) -> None:
        part = self.folder / f"{_PART}{os.getpid()}"
        for tries in count(1):
            try:
                shutil.copyfile(source, part)
                shutil.copystat(source, part)
                _publish(part, final)
            except FileNotFoundError:
                # Another export into this folder began, and took the part for a forgotten one.
                if tries == _TRIES or not source.exists() or not self.folder.exists():
                    raise
            else:
                return
            finally:
                part.unlink(missing_ok=True)


def fitting(name: str) -> str:
    """Return a name that every usual file system can hold, as near to ``name`` as possible."""
    name = _UNFIT.sub("_", unicodedata.normalize("NFC", name)).strip(" ").rstrip(".")
    path = Path(name or "_")
    stem, suffix = path.stem, path.suffix
    while len(stem.encode()) + len(suffix.encode()) > LONGEST_NAME:
        stem, suffix = (stem[:-1], suffix) if len(stem) > 1 else (stem, suffix[:-1])
    return f"_{stem}{suffix}" if _RESERVED.fullmatch(stem + suffix) else stem + suffix


def _publish(part: Path, final: Path) -> None:
    """Give a whole file its name; raises FileExistsError where there is one of this name."""
    try:
        os.link(part, final)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOSPC):
            raise
        # Disks of cameras know no second names.
        if os.path.lexists(final):
            raise FileExistsError(final) from None
        part.rename(final)


def _same(source: Path, there: Path) -> bool:
    """Tell whether a file that is there holds what would be put there."""
    try:
        if there.samefile(source):
            return True
        return there.is_file() and filecmp.cmp(source, there, shallow=False)
    except FileNotFoundError:  # a link that leads nowhere
        if not source.exists():
            raise
        return False


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
