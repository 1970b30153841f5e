"""Files beside a library that SQLite would stumble over though the library itself is all right.

SQLite gives the files that it makes beside a library the library's owner and mode. Those made while
it could only be read, or by another user (``sudo``), may not be writable to us now.
"""

import contextlib
import os
import sqlite3
import stat
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.library.storage.sidecars import beside
from photoorg.tr import tr

_READ_WRITE = stat.S_IRUSR | stat.S_IWUSR


def free_stale_files(library: Path) -> None:
    """Make the files beside a library that we may write writable, too.

    Raises :class:`LibraryError` naming the one that stays in the way.
    """
    for suffix in ("-wal", "-shm"):
        file = beside(library, suffix)
        if _is_free(file):
            continue
        with contextlib.suppress(OSError):
            file.chmod(stat.S_IMODE(file.stat().st_mode) | _READ_WRITE)
        if not _is_free(file) and suffix == "-shm":
            _remove_unused(library, file)
        if not _is_free(file):
            raise LibraryError(
                tr(
                    "The library {library} cannot be written, because {file} belongs to somebody "
                    "else; close every photoorg, then give yourself that file (chown).",
                    library=library,
                    file=file,
                )
            )


def _is_free(file: Path) -> bool:
    here = os.access in os.supports_effective_ids
    return not file.exists() or os.access(file, os.R_OK | os.W_OK, effective_ids=here)


def _remove_unused(library: Path, shm: Path) -> None:
    """Remove an index of the WAL that nobody uses; SQLite makes it again.

    In the exclusive mode SQLite opens a library in WAL mode only while nobody else has it open.
    """
    connection = sqlite3.connect(library, timeout=0)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master")
        shm.unlink()
    except (sqlite3.DatabaseError, OSError):
        pass  # somebody has it open, or the folder does not let us
    finally:
        connection.close()
