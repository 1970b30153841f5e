"""Opening a connection in a way that the disk below the library can bear."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from photoorg.library.storage.connection import BUSY_MS, Connection
from photoorg.library.storage.disk_trial import (
    Bears,
    is_foreign,
    lacks_shared_memory,
    may_lack_locks,
    no_locks,
    what_bears,
)
from photoorg.library.storage.opening import Place
from photoorg.library.storage.sqlite_errors import sentences


def check_disk(place: Place) -> None:
    """Raise :class:`LibraryError` where no library can be kept whole, before one is made there.

    Local disks are not tried each time a library on them is opened.
    """
    folder = _folder(place)
    if (place.fresh or is_foreign(folder)) and what_bears(folder) is Bears.NOTHING:
        raise no_locks(place.path.parent)


def connect(place: Place, application_id: int) -> Connection:
    """Open what lies at ``place``; ``connection.wal`` tells whether it may be kept in WAL mode.

    A library in WAL mode that came to where WAL cannot be is taken out of it first, if it carries
    our ``application_id``. Raises :class:`LibraryError` where a library cannot be kept whole.
    """
    if place.read_only:
        return Connection(place)
    folder = _folder(place)
    mode = "" if place.fresh else _bearable_mode(place.path, folder, application_id)
    connection = Connection(place)
    used = mode == "wal" and not is_foreign(folder)
    connection.wal = used or what_bears(folder) is Bears.WAL
    return connection


def keep_journal(connection: Connection) -> None:
    """Keep the library in WAL mode, or where the disk cannot bear that with a rollback journal.

    In that mode nobody reads while pages are written: they are kept back until the end.
    """
    if connection.wal:
        connection.execute("PRAGMA journal_mode = WAL")
        return
    connection.execute("PRAGMA cache_spill = OFF")
    with suppress(sqlite3.OperationalError):  # somebody else has it open: he who comes first
        connection.db.conn.execute("PRAGMA busy_timeout = 0")
        connection.db.conn.execute("PRAGMA journal_mode = DELETE")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _folder(place: Place) -> Path:
    """Return where SQLite keeps its files: beside the end of a link."""
    return place.path.resolve().parent


def _bearable_mode(path: Path, folder: Path, application_id: int) -> str:
    """Return how a library keeps its journal, which its disk can bear; "" if that is not known."""
    try:
        return _mode(path, wait_ms=0)
    except sqlite3.DatabaseError as error:
        if may_lack_locks(error) and what_bears(folder) is Bears.NOTHING:
            raise no_locks(path.parent) from error
        if lacks_shared_memory(error):
            with sentences(path):
                _leave_wal(path, application_id)
                return _mode(path)
        return ""  # somebody holds it, or it is damaged: whoever opens it waits, or says so


def _mode(path: Path, wait_ms: int = BUSY_MS) -> str:
    with closing(_opened(path, wait_ms)) as opened:
        opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return str(opened.execute("PRAGMA journal_mode").fetchone()[0])


def _leave_wal(path: Path, application_id: int) -> None:
    """Write what lies in the WAL into the library, alone and without shared memory."""
    with closing(_opened(path)) as alone:
        alone.execute("PRAGMA locking_mode = EXCLUSIVE")
        if alone.execute("PRAGMA application_id").fetchone()[0] == application_id:
            alone.execute("PRAGMA journal_mode = DELETE")


def _opened(path: Path, wait_ms: int = BUSY_MS) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=wait_ms / 1000, isolation_level=None)
