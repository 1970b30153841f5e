"""Files that only their owner may read: they tell who is in whose photos.

The mode is set when a file is made, not afterwards, and not by the process's umask, which would
reach what other threads and libraries write. What an earlier version left readable is tightened
when it is written to again. On Windows the user's folders are private by themselves.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700
_OTHERS = 0o077
_SQLITE_BESIDE = ("-wal", "-shm", "-journal")


def open_private(file: Path | str, flags: int) -> int:
    """Open a file as ``os.open`` does, and as the ``opener`` of ``open``; made, it is private."""
    handle = os.open(file, flags, FILE_MODE)
    if flags & (os.O_WRONLY | os.O_RDWR):
        tighten(Path(file))
    return handle


def prepare_private(file: Path) -> None:
    """Make an empty private file for a library that opens files by name; tighten one there is.

    SQLite gives the files that it puts beside a database the mode of the database. Where the file
    cannot be made nothing happens: whoever opens it next says so in words. A file that is there is
    not opened: in a process that has the database open, closing it here would end SQLite's locks.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
    for suffix in ("", *_SQLITE_BESIDE):
        tighten(file.with_name(file.name + suffix))


def tighten(path: Path) -> None:
    """Take from others what they may do with a file or folder of ours; leave all else alone."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        status = path.stat()
        kind = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
        if kind and status.st_uid == os.geteuid() and status.st_mode & _OTHERS:
            path.chmod(stat.S_IMODE(status.st_mode) & ~_OTHERS)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone.

    A folder that is there keeps its mode: it may be one that the user shares. Raises OSError.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
