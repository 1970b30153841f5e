"""The SQLite connection: opening, reading, and write transactions."""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from sqlite_utils import Database

from photoorg.library.storage.opening import Place
from photoorg.library.storage.sqlite_errors import sentences

Row = tuple[Any, ...]

BUSY_MS = 15_000
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is gone from the file, not only from sight
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
)


AMONG = "(SELECT value FROM json_each(?))"
"""Ids that are told as JSON: a list of any length, also where nothing can be written."""


class Connection:
    """One connection to one library file, used by one thread.

    ``wal`` tells whether the disk below it can bear a library in WAL mode; ``mark`` tells the steps
    that are made through this connection from those of all others (:mod:`.steps`).
    """

    _open: ClassVar[dict[int, Path]] = {}

    def __init__(self, place: Place) -> None:
        self.path = place.path
        self.read_only = place.read_only
        self.wal = True
        self.mark = secrets.token_hex(4)
        self._chosen = 0
        self._committed: list[Callable[[], None]] = []
        with sentences(self.path):
            self.db = Database(
                sqlite3.connect(_address(place), uri=True, isolation_level=None),
                execute_plugins=False,
            )
            try:
                for pragma in _PRAGMAS:
                    self.db.conn.execute(pragma)
            except BaseException:
                self.db.close()
                raise
        self._open[id(self)] = self.path.resolve()

    @classmethod
    def is_open(cls, path: Path) -> bool:
        """Tell whether this process has a library file open."""
        return path.resolve() in list(cls._open.values())

    def close(self) -> None:
        """Close the file; may be called again."""
        self.db.close()
        self._open.pop(id(self), None)

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

    def executemany(
        self, sql: str, values: Iterable[tuple[Any, ...]] | Iterable[dict[str, Any]]
    ) -> None:
        """Run one statement for each of many rows, as one transaction."""
        with self.write(), sentences(self.path):
            self.db.conn.executemany(sql, values)

    def put(
        self,
        table: str,
        change: str,
        rows: Sequence[tuple[Any, ...]],
        only: str = "true",
    ) -> None:
        """Change many rows of a table, each by values of its own.

        ``rows`` are ``(id, *values)``; ``change`` (as "name = g.v0") and ``only``, which may leave
        rows as they are, call the values ``g.v0``, ``g.v1`` and so on. One statement for all: where
        triggers listen, a statement costs more than the row it changes.
        """
        if not rows:
            return
        width = len(rows[0])
        given = f"temp.given_{width}"
        values = ", ".join(f"v{n}" for n in range(width - 1))
        with self.write():
            self.execute(f"CREATE TABLE IF NOT EXISTS {given} (id INTEGER PRIMARY KEY, {values})")
            self.execute(f"DELETE FROM {given}")
            self.executemany(f"INSERT INTO {given} VALUES ({', '.join('?' * width)})", rows)
            self.execute(
                f"UPDATE {table} SET {change} FROM {given} AS g "
                f"WHERE {table}.id IN (SELECT id FROM {given}) AND g.id = {table}.id AND ({only})"
            )
            self.execute(f"DELETE FROM {given}")

    def write(self) -> AbstractContextManager[None]:
        """Commit everything inside, or nothing; a nested use joins the outer transaction.

        The transaction takes the write lock at once (BEGIN IMMEDIATE): one that first reads and
        then writes would fail as soon as another process has committed in between. A nested use
        is no savepoint: the before-images of a savepoint over 100,000 updates fill the memory.
        In a library that can only be read, tables for the moment can still be filled.
        """
        return self._transaction("BEGIN" if self.read_only else "BEGIN IMMEDIATE")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        if self.db.conn.in_transaction:
            yield
            return
        with sentences(self.path):
            self.db.conn.execute(begin)
            try:
                yield
                self.db.conn.execute("COMMIT")
            except BaseException:
                self._committed.clear()
                with suppress(sqlite3.OperationalError):  # a full disk has already rolled back
                    self.db.conn.execute("ROLLBACK")
                raise
        while self._committed:
            self._committed.pop(0)()

    def when_committed(self, what: Callable[[], None]) -> None:
        """Do something as soon as the transaction that is under way is committed, if it is."""
        self._committed.append(what)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Read one and the same state of the library in all questions inside."""
        if self.db.conn.in_transaction:
            yield
            return
        with sentences(self.path):
            self.db.conn.execute("BEGIN")
        try:
            yield
        finally:
            self.db.conn.execute("ROLLBACK")

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
            # No lock of the library: what is only read waits for nobody who writes.
            with self._transaction("BEGIN"), sentences(self.path):
                self.db.conn.executemany(
                    f"INSERT OR IGNORE INTO temp.{table} VALUES (?)", ((i,) for i in ids)
                )
            yield f"(SELECT id FROM temp.{table})"
            self.execute(f"DELETE FROM temp.{table}")
        finally:
            self._chosen -= 1


def listed(ids: Iterable[int]) -> str:
    """Return ids for :data:`AMONG`."""
    return json.dumps(list(ids))


def _address(place: Place) -> str:
    mode = "ro" if place.read_only else "rwc"
    return f"{place.path.as_uri()}?mode={mode}{'&immutable=1' if place.immutable else ''}"


def _bound(values: Iterable[Any] | dict[str, Any]) -> tuple[Any, ...] | dict[str, Any]:
    return values if isinstance(values, dict) else tuple(values)
