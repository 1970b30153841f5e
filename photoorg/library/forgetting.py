"""Forgetting faces: what tells them apart and shows them goes, what was said of them stays.

Numbers, landmarks and pictures of the faces are erased, not only deleted, also from the copies of
the library that lie beside it. It cannot be undone: the steps of the history never held any of it.
Names, boxes and answers stay, and a later scan leaves these faces alone.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from photoorg.library.library import Library
from photoorg.library.storage.connection import Row
from photoorg.library.storage.erasing import rewrite
from photoorg.library.storage.marks import uuid_of
from photoorg.library.storage.sqlite_errors import sentences

_SQLITE = b"SQLite format 3\0"
_NO_COPIES = (".lock", ".journal", "-wal", "-shm", "-journal")
_WAIT_S = 15


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: ``faces`` in so many ``photos``, also in these ``copies``.

    ``left`` are files beside the library that may hold more and cannot be looked into.
    """

    faces: int
    photos: int
    copies: tuple[Path, ...]
    left: tuple[Path, ...]


def forget(library: Library, person_ids: Sequence[int] | None = None) -> Forgotten:
    """Forget the faces of these people, or of all.

    What could not be finished (the disk is full, somebody reads the files) is finished when it is
    asked for again. Raises LibraryError, LibraryBusyError also while a scan runs, and UsageError
    for a person that is not there.
    """
    for person in person_ids or ():
        library.people.get(person)
    connection = library.connection
    with library.exclusive("jobs"), library.exclusive("searches"):
        faces, photos = _forget_rows(library, person_ids)
        with sentences(library.path), closing(_opened(library.path)) as own:
            rewrite(own)
        with sentences(library.thumbnails.path):
            library.thumbnails.keep_only(
                _ids(connection.rows("SELECT id FROM faces WHERE NOT forgotten")),
                _ids(
                    connection.rows(
                        "SELECT id FROM photos WHERE id NOT IN "
                        "(SELECT photo_id FROM faces WHERE forgotten)"
                    )
                ),
            )
        _remove_neighbors(library)
        gone = None
        if person_ids is not None:
            gone = _ids(connection.rows("SELECT id FROM faces WHERE forgotten")), person_ids
        cleaned, left = [], []
        for copy in copies_beside(library.path):
            try:
                if _forget_in(copy, gone, uuid_of(connection)):
                    cleaned.append(copy)
            except (OSError, sqlite3.DatabaseError):
                left.append(copy)
    return Forgotten(faces, photos, tuple(cleaned), tuple(left))


def copies_beside(library: Path) -> list[Path]:
    """Return the files beside a library file that may be copies of it."""
    folder = library.with_name(f"{library.name}.backups")
    files = [*library.parent.glob(f"{_escaped(library.name)}.*"), *folder.rglob("*")]
    return sorted(file for file in files if file.is_file() and not file.name.endswith(_NO_COPIES))


def _forget_rows(library: Library, person_ids: Sequence[int] | None) -> tuple[int, int]:
    """Delete what is known of the faces; return how many faces and photos that were."""
    connection = library.connection
    whose = ""
    if person_ids is not None:
        whose = f"AND person_id IN ({', '.join(str(int(person)) for person in person_ids)})"
    connection.execute("PRAGMA secure_delete = ON")
    with connection.durable(), connection.write():
        rows = connection.rows(f"SELECT id, photo_id FROM faces WHERE NOT forgotten {whose}")
        connection.execute(
            "UPDATE faces SET forgotten = 1, landmarks = NULL, quality = NULL "
            f"WHERE NOT forgotten {whose}"
        )
        connection.execute(
            "DELETE FROM embeddings WHERE face_id IN (SELECT id FROM faces WHERE forgotten)"
        )
        connection.execute(
            "DELETE FROM sketches WHERE photo_id IN (SELECT photo_id FROM faces WHERE forgotten)"
        )
        connection.execute(
            "DELETE FROM picture_features "
            "WHERE photo_id IN (SELECT photo_id FROM faces WHERE forgotten)"
        )
        connection.execute("DELETE FROM watched_tracks")
        connection.execute("DELETE FROM watched")
    return len(rows), len({photo for _, photo in rows})


def _remove_neighbors(library: Library) -> None:
    """Remove what grouping kept of the faces: it finds that out anew from those that are left."""
    stem = library.path.stem
    for name in (f"{stem}.neighbours", f"{stem}.evidence", f"{library.path.name}-neighbours"):
        for suffix in ("", ".part"):
            with suppress(OSError):
                library.path.with_name(name + suffix).unlink()


def _forget_in(file: Path, gone: tuple[list[int], Sequence[int]] | None, uuid: str) -> bool:
    """Forget faces and people (None: all) in a copy of the library; tell if anything was there.

    Another library, whose ``uuid`` is another one, is left alone, and so is what is none.
    Raises OSError or sqlite3.DatabaseError when the file is none, is damaged, or cannot be written.
    """
    with file.open("rb") as stream:
        if stream.read(len(_SQLITE)) != _SQLITE:
            raise sqlite3.DatabaseError("no database")
    with closing(_opened(file)) as connection:
        tables = {
            table: {row[1]: row[3] for row in connection.execute(f"PRAGMA table_info({table})")}
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
        }
        if "landmarks" not in tables.get("faces", {}) or _is_another(connection, tables, uuid):
            return False
        connection.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
        if gone is None:
            connection.execute("INSERT INTO gone SELECT id FROM faces")
        else:
            faces, people = gone
            connection.executemany("INSERT INTO gone VALUES (?)", ((face,) for face in faces))
            connection.executemany(
                "INSERT OR IGNORE INTO gone SELECT id FROM faces WHERE person_id = ?",
                ((person,) for person in people),
            )
        changed = _changed(connection, tables)
        connection.commit()
        if changed:
            rewrite(connection)
        return changed


def _is_another(
    connection: sqlite3.Connection, tables: dict[str, dict[str, int]], uuid: str
) -> bool:
    """Tell whether a library says that it is another one; the oldest copies say nothing."""
    if "meta" not in tables:
        return False
    told = connection.execute("SELECT value FROM meta WHERE key = 'uuid'").fetchone()
    return told is not None and told[0] != uuid


def _changed(connection: sqlite3.Connection, tables: dict[str, dict[str, int]]) -> bool:
    before = connection.total_changes
    if "embeddings" in tables:
        connection.execute("DELETE FROM embeddings WHERE face_id IN (SELECT id FROM gone)")
    for table in ("watched_tracks", "watched", "compared", "sketches", "picture_features"):
        if table in tables:
            connection.execute(f"DELETE FROM {table}")
    empty = {  # as the first library wants them, where a column may not be empty
        "landmarks": ("NULL", "x''"),
        "quality": ("NULL", "0"),
        "forgotten": ("1", "1"),
    }
    values = {
        name: value[needed]
        for name, value in empty.items()
        if (needed := tables["faces"].get(name)) is not None
    }
    sets = ", ".join(f"{name} = {value}" for name, value in values.items())
    told = " OR ".join(f"{name} IS NOT {value}" for name, value in values.items())
    connection.execute(f"UPDATE faces SET {sets} WHERE id IN (SELECT id FROM gone) AND ({told})")
    return connection.total_changes > before


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_WAIT_S)
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _ids(rows: Sequence[Row]) -> list[int]:
    return [row[0] for row in rows]


def _escaped(name: str) -> str:
    """Return a name as a pattern of :meth:`Path.glob` for itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
