"""What the disk below a library can bear, tried on a small library of no worth.

SQLite keeps a library whole by locks, and WAL also needs memory that processes share by way of a
file. Network shares and file systems of programs may refuse either, which shows only where it
fails. What is known to be a share is never given WAL: that only seems to work where two computers
write.
"""

import sqlite3
import tempfile
from contextlib import closing
from enum import IntEnum
from functools import cache
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.file_systems import Disk, FileSystems
from photoorg.library.storage.sqlite_errors import primary_code
from photoorg.settings import default_library
from photoorg.tr import tr

_UNLOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_LOCKED)
"""What SQLite says of a file system without locks, where nobody else can hold one."""
_NO_LOCK = frozenset(
    (
        sqlite3.SQLITE_IOERR_LOCK,
        sqlite3.SQLITE_IOERR_RDLOCK,
        sqlite3.SQLITE_IOERR_UNLOCK,
        sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    )
)
_NO_SHARED_MEMORY = frozenset(
    (
        sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    )
)


class Bears(IntEnum):
    """No library at all, one with a rollback journal, or one with WAL."""

    NOTHING = 0
    ROLLBACK = 1
    WAL = 2


def may_lack_locks(error: sqlite3.Error) -> bool:
    """Tell whether an error may come from a disk that refuses locks; else somebody holds them."""
    return primary_code(error) in _UNLOCKED or _code(error) in _NO_LOCK


def lacks_shared_memory(error: sqlite3.Error) -> bool:
    """Tell whether an error comes from a disk that refuses shared memory."""
    return _code(error) in _NO_SHARED_MEMORY


def is_foreign(folder: Path) -> bool:
    """Tell whether a folder lies on a share or on a program's file system; it is not asked."""
    return FileSystems.now().disk_of(folder) is not Disk.LOCAL


def what_bears(folder: Path) -> Bears:
    """Return what a folder (without links) can bear; where it cannot be tried, it bears all."""
    share = FileSystems.now().disk_of(folder) is Disk.SHARE
    return min(_trial_in(folder), Bears.ROLLBACK if share else Bears.WAL)


@cache
def _trial_in(folder: Path) -> Bears:
    try:
        with tempfile.TemporaryDirectory(
            prefix=".photoorg-trial-", dir=folder, ignore_cleanup_errors=True
        ) as place:
            return _tried(Path(place, "trial"))
    except OSError:
        return Bears.WAL  # whoever opens the library says what is wrong


def _tried(file: Path) -> Bears:
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as trial:
        try:
            trial.execute("PRAGMA journal_mode = DELETE")
            trial.execute("CREATE TABLE trial (n)")
        except sqlite3.OperationalError as error:
            return Bears.NOTHING if may_lack_locks(error) else Bears.WAL
        try:
            (mode,) = trial.execute("PRAGMA journal_mode = WAL").fetchone()
            trial.execute("INSERT INTO trial VALUES (1)")
        except sqlite3.OperationalError as error:
            refused = lacks_shared_memory(error) or may_lack_locks(error)
            return Bears.ROLLBACK if refused else Bears.WAL
        return Bears.WAL if mode == "wal" else Bears.ROLLBACK


def _code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code


def no_locks(folder: Path) -> LibraryError:
    """Return the error for a library, or one to be made, in a folder that refuses locks."""
    return LibraryError(
        tr(
            "The folder {folder} lies on a drive that refuses locks, as some network shares do: a "
            "library could be damaged there. Keep it, with the files beside it whose names begin "
            "alike, on a disk of this computer; the usual place is {place}, and --library names "
            "another.",
            folder=folder,
            place=default_library(),
        )
    )
