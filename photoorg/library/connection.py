"""The SQLite connection: opening, write transactions, and SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from photoorg.errors import LibraryBusyError, LibraryError

Row = tuple[Any, ...]

_BUSY_MS = 15_000
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
)


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into one sentence for the user."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # a bug of ours, not a condition of the user's machine
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise LibraryBusyError(
                f"Another program is writing to the library {path}; try again in a moment."
            ) from error
        if "full" in text or "disk I/O" in text:
            raise LibraryError(
                f"The library {path} cannot be written: the disk is full or failing. "
                "Free some space and start again; nothing already stored is lost."
            ) from error
        if "readonly" in text or "unable to open" in text:
            raise LibraryError(
                f"The library {path} cannot be written; check the permissions of the file and of "
                "its folder, or choose another file with --library."
            ) from error
        if "not a database" in text or "malformed" in text:
            raise LibraryError(
                f"The library {path} is damaged; restore it from a backup, or choose another file "
                "with --library."
            ) from error
        raise


class Connection:
    """One connection to one library file, used by one thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._chosen = 0
        with sentences(path):
            self.db = Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)
            for pragma in _PRAGMAS:
                self.db.conn.execute(pragma)

    def close(self) -> None:
        self.db.close()

    def rows(self, sql: str, values: Iterable[Any] | dict[str, Any] = ()) -> list[Row]:
        """Run a query and return all of its rows."""
        with sentences(self.path):
            return self.db.conn.execute(sql, _bound(values)).fetchall()

    def row(self, sql: str, values: Iterable[Any] | dict[str, Any] = ()) -> Row | None:
        """Run a query and return its first row, or None."""
        with sentences(self.path):
            found: Row | None = self.db.conn.execute(sql, _bound(values)).fetchone()
            return found

    def value(self, sql: str, values: Iterable[Any] | dict[str, Any] = ()) -> Any:
        """Run a query and return the first column of its first row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def execute(self, sql: str, values: Iterable[Any] | dict[str, Any] = ()) -> int:
        """Run one statement; return the row id an INSERT made."""
        with sentences(self.path):
            return self.db.conn.execute(sql, _bound(values)).lastrowid or 0

    def executemany(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        """Run one statement for each of many rows, as one transaction."""
        with self.write(), sentences(self.path):
            self.db.conn.executemany(sql, values)

    @contextmanager
    def write(self) -> Iterator[None]:
        """Commit everything inside, or nothing; a nested use joins the outer transaction.

        The transaction takes the write lock at once (BEGIN IMMEDIATE): one that first reads and
        then writes would fail as soon as another process has committed in between. A nested use
        is no savepoint: the before-images of a savepoint over 100,000 updates fill the memory.
        """
        if self.db.conn.in_transaction:
            yield
            return
        with sentences(self.path):
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.conn.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.OperationalError):  # a full disk has already rolled back
                    self.db.conn.execute("ROLLBACK")
                raise

    @contextmanager
    def durable(self) -> Iterator[None]:
        """Let transactions inside survive a power cut as soon as they are acknowledged.

        It costs a wait for the disk at each commit, which a scan, who can do its work again, does
        not pay. Inside a transaction it is too late: then the outer one decides.
        """
        if self.db.conn.in_transaction:
            yield
            return
        with sentences(self.path):
            self.db.conn.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self.db.conn.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def chosen(self, ids: Iterable[int]) -> Iterator[str]:
        """Yield a subquery naming ``ids``, however many there are; may be nested."""
        table = f"chosen_{self._chosen}"
        self._chosen += 1
        try:
            self.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
            self.execute(f"DELETE FROM temp.{table}")
            self.executemany(f"INSERT OR IGNORE INTO temp.{table} VALUES (?)", ((i,) for i in ids))
            yield f"(SELECT id FROM temp.{table})"
            self.execute(f"DELETE FROM temp.{table}")
        finally:
            self._chosen -= 1


def _bound(values: Iterable[Any] | dict[str, Any]) -> tuple[Any, ...] | dict[str, Any]:
    return values if isinstance(values, dict) else tuple(values)
