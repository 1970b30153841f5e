"""Thumbnails in a second file beside the library, which may be deleted at any time."""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from photoorg.library.storage.erasing import rewrite
from photoorg.library.storage.sidecars import beside, earlier_thumbnails_file
from photoorg.private_files import prepare_private

log = logging.getLogger(__name__)

_TABLES = {"face": "faces", "photo": "photos"}
_REPLACED = (
    "CREATE TABLE IF NOT EXISTS replaced (serial INTEGER PRIMARY KEY, kind TEXT, id INTEGER)"
)


class ThumbnailReader:
    """A read-only connection for one thread; answers None for whatever is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def face(self, face_id: int) -> bytes | None:
        """Return a face's JPEG."""
        return self._read("face", face_id)

    def photo(self, photo_id: int) -> bytes | None:
        """Return a photo's JPEG."""
        return self._read("photo", photo_id)

    def newest(self) -> int:
        """Return the serial number of the newest replacement, 0 before the first."""
        rows = self._rows("SELECT coalesce(max(serial), 0) FROM replaced")
        return int(rows[0][0]) if rows else 0

    def replaced_since(self, serial: int) -> list[tuple[int, str, int]]:
        """Return ``(serial, kind, id)`` of each picture that was replaced by another one since.

        ``kind`` is "face" or "photo"; the newest comes last.
        """
        sql = "SELECT serial, kind, id FROM replaced WHERE serial > ? ORDER BY serial"
        return [(int(number), str(kind), int(id_)) for number, kind, id_ in self._rows(sql, serial)]

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _read(self, kind: str, id_: int) -> bytes | None:
        rows = self._rows(f"SELECT jpeg FROM {_TABLES[kind]} WHERE id = ?", id_)
        return bytes(rows[0][0]) if rows else None

    def _rows(self, sql: str, *values: int) -> list[Any]:
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._address(), uri=True)
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:  # not made yet, deleted or damaged: made again by the writer
            self.close()
            return []

    def _address(self) -> str:
        """Return how to open the file; where no file can be made beside it SQLite does without."""
        alone = not any(beside(self._path, suffix).exists() for suffix in ("-wal", "-shm"))
        here = os.access in os.supports_effective_ids
        fixed = alone and not os.access(self._path.parent, os.W_OK, effective_ids=here)
        return f"{self._path.as_uri()}?mode=ro{'&immutable=1' if fixed else ''}"


class Thumbnails:
    """Writes thumbnails and reads them; belongs to the thread that opened the library.

    A file of another library (``owner`` is the library's mark), or a damaged one, is thrown away
    and begun anew. A thumbnail that cannot be written is only a thumbnail: it is
    logged, and made again when it is looked at. One that takes the place of another, because the
    photo was edited, is noted, so that a window can tell which of those it shows are old. ``wal``:
    the disk can bear WAL.
    """

    def __init__(self, path: Path, owner: str, *, wal: bool = True) -> None:
        self.path = path
        self._owner = owner
        self._journal = "WAL" if wal else "DELETE"
        self._connection: sqlite3.Connection | None = None
        self._reader = ThumbnailReader(path)

    def reader(self) -> ThumbnailReader:
        """Return a reader for another thread."""
        return ThumbnailReader(self.path)

    def face(self, face_id: int) -> bytes | None:
        """Return a face's JPEG, or None."""
        return self._reader.face(face_id)

    def photo(self, photo_id: int) -> bytes | None:
        """Return a photo's JPEG, or None."""
        return self._reader.photo(photo_id)

    def put_faces(self, jpegs: Iterable[tuple[int, bytes]]) -> None:
        """Store faces' JPEGs."""
        self._put("face", list(jpegs))

    def put_photos(self, jpegs: Iterable[tuple[int, bytes]]) -> None:
        """Store photos' JPEGs."""
        self._put("photo", list(jpegs))

    def drop(self, photos: Iterable[int], faces: Iterable[int]) -> None:
        """Forget JPEGs that do not show any more what they are of; windows hear of it."""
        if not self.path.exists():
            return
        try:
            with self._writer() as connection:
                for (kind, table), ids in zip(_TABLES.items(), (faces, photos), strict=True):
                    gone = [(id_,) for id_ in ids]
                    connection.executemany(
                        f"INSERT INTO replaced (kind, id) VALUES ('{kind}', ?)", gone
                    )
                    connection.executemany(f"DELETE FROM {table} WHERE id = ?", gone)
        except sqlite3.DatabaseError as error:
            log.warning("thumbnails cannot be dropped: %s", error)

    def keep_only(self, faces: Iterable[int], photos: Iterable[int]) -> None:
        """Erase all JPEGs but those of these faces and photos, so that no byte of them is left.

        Windows hear of it as of pictures that were replaced. A damaged file goes whole. Raises
        LibraryBusyError, or sqlite3.OperationalError where the file cannot be written.
        """
        if not self.path.exists():
            return
        try:
            connection = self._writer()
            connection.execute("PRAGMA secure_delete = ON")
            with connection:
                for (kind, table), ids in zip(_TABLES.items(), (faces, photos), strict=True):
                    connection.execute("CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)")
                    connection.executemany("INSERT INTO kept VALUES (?)", ((i,) for i in ids))
                    others = f"FROM {table} WHERE id NOT IN (SELECT id FROM temp.kept)"
                    connection.execute(
                        f"INSERT INTO replaced (kind, id) SELECT '{kind}', id {others}"
                    )
                    connection.execute(f"DELETE {others}")
                    connection.execute("DROP TABLE temp.kept")
            rewrite(connection)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._discard()

    def take_over(self, former: str, last: Mapping[str, int]) -> None:
        """Make what belongs to ``former`` this library's own, up to the ``last`` id of each table.

        What came later shows what only the other library knows.
        """
        try:
            self._fetch_from_earlier_place(former)
            owner = _owner_of(self.path)
            if owner != former:
                if owner is not None:
                    self._discard()
                return
            connection = sqlite3.connect(self.path, timeout=15)
            try:
                with connection:
                    for table, id_ in last.items():
                        connection.execute(f"DELETE FROM {table} WHERE id > ?", (id_,))
                    connection.execute("UPDATE owner SET uuid = ?", (self._owner,))
            finally:
                connection.close()
        except (sqlite3.DatabaseError, OSError) as error:
            log.warning("the thumbnails in %s cannot be taken over: %s", self.path, error)

    def _fetch_from_earlier_place(self, former: str) -> None:
        """Bring the thumbnails of ``l.db`` here, which were once in the file of ``l.photoorg``."""
        earlier = earlier_thumbnails_file(self.path)
        if earlier is None or self.path.exists() or _owner_of(earlier) != former:
            return
        for suffix in ("-wal", "-shm", ""):
            with contextlib.suppress(FileNotFoundError):
                beside(earlier, suffix).rename(beside(self.path, suffix))

    def close(self) -> None:
        self._reader.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _put(self, kind: str, jpegs: list[tuple[int, bytes]]) -> None:
        if not jpegs:
            return
        for last_try in (False, True):
            try:
                with self._writer() as connection:
                    connection.executemany(
                        f"INSERT INTO replaced (kind, id) SELECT '{kind}', id "
                        f"FROM {_TABLES[kind]} WHERE id = ? AND jpeg != ?",
                        jpegs,
                    )
                    connection.executemany(
                        f"INSERT OR REPLACE INTO {_TABLES[kind]} VALUES (?, ?)", jpegs
                    )
            except sqlite3.OperationalError as error:
                log.warning("thumbnails cannot be written: %s", error)
                return
            except sqlite3.DatabaseError as error:
                log.warning(
                    "the thumbnails in %s are damaged (%s); beginning anew", self.path, error
                )
                self._discard()
                if last_try:
                    raise
            else:
                return

    def _writer(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        prepare_private(self.path)
        connection = sqlite3.connect(self.path, timeout=15)
        try:
            connection.execute("PRAGMA page_size = 8192")
            connection.execute(f"PRAGMA journal_mode = {self._journal}")
            connection.execute("PRAGMA synchronous = OFF")
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS owner (uuid TEXT)")
                connection.execute(_REPLACED)
                for table in _TABLES.values():
                    connection.execute(
                        f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY, jpeg BLOB)"
                    )
                owner = connection.execute("SELECT uuid FROM owner").fetchone()
                if owner is None or owner[0] != self._owner:
                    for table in ("owner", *_TABLES.values()):
                        connection.execute(f"DELETE FROM {table}")
                    connection.execute("INSERT INTO owner VALUES (?)", (self._owner,))
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _discard(self) -> None:
        self.close()
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                beside(self.path, suffix).unlink()


def _owner_of(file: Path) -> str | None:
    """Return whose thumbnails a file holds; None where that cannot be told."""
    if not file.is_file():
        return None
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=15)
    try:
        row = connection.execute("SELECT uuid FROM owner").fetchone()
    except sqlite3.DatabaseError:
        return None
    else:
        return None if row is None else str(row[0])
    finally:
        connection.close()
