"""Forgetting faces: what tells them apart and shows them goes, what was said of them stays.

Numbers, landmarks and pictures of the faces are erased, not only deleted, also from the copies of
the library that lie beside it. It cannot be undone: the steps of the history never held any of it.
Names, boxes and answers stay, and a later scan leaves these faces alone.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from photoorg.library.boxes import SAME_FACE, turned
from photoorg.library.library import Library
from photoorg.library.storage.connection import Row
from photoorg.library.storage.erasing import rewrite
from photoorg.library.storage.marks import uuid_of
from photoorg.library.storage.sidecars import (
    backups_folder,
    beside,
    evidence_file,
    journal_file,
    neighbors_file,
)
from photoorg.library.storage.sqlite_errors import sentences
from photoorg.types import Box, overlap

_SQLITE = b"SQLite format 3\0"
_NO_COPIES = (".lock", "-wal", "-shm", "-journal")
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
        cleaned, left = [], []
        for copy in copies_beside(library.path):
            try:
                if _forget_in(copy, library, person_ids):
                    cleaned.append(copy)
            except (OSError, sqlite3.DatabaseError):
                left.append(copy)
    return Forgotten(faces, photos, tuple(cleaned), tuple(left))


def copies_beside(library: Path) -> list[Path]:
    """Return the files beside a library file that may be copies of it."""
    files = [
        *library.parent.glob(f"{_escaped(library.name)}.*"),
        *backups_folder(library).rglob("*"),
    ]
    journals = journal_file(library).name
    return sorted(
        file
        for file in files
        if file.is_file()
        and not file.name.endswith(_NO_COPIES)
        and not file.name.startswith(journals)
    )


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
    path = library.path
    files = [neighbors_file(path), evidence_file(path)]
    if not path.with_suffix(".photoorg").exists():  # or they are those of that library
        files += [path.with_suffix(".neighbours"), path.with_suffix(".evidence")]
    for file in files:
        for suffix in ("", ".part"):
            with suppress(OSError):
                beside(file, suffix).unlink()


def _forget_in(file: Path, library: Library, person_ids: Sequence[int] | None) -> bool:
    """Forget people (None: all) and their faces in a copy; tell if anything was there.

    Another library is left alone unless this one took its place, and so is what is none. Raises
    OSError or sqlite3.DatabaseError when the file is none, is damaged, or cannot be written.
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
        another = _is_another(connection, tables, uuid_of(library.connection))
        if "landmarks" not in tables.get("faces", {}) or (another and not _replaced(file, library)):
            return False
        connection.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
        if person_ids is None:
            connection.execute("INSERT INTO gone SELECT id FROM faces")
        elif "contents" in tables:
            _find_faces(connection, library, person_ids, "turned" in tables["photos"])
        elif another:
            raise sqlite3.DatabaseError("too old to tell whose faces these are")
        else:
            _find_faces_by_number(connection, library, person_ids)
        changed = _changed(connection, tables)
        connection.commit()
        if changed:
            rewrite(connection)
        return changed


def _replaced(file: Path, library: Library) -> bool:
    """Tell whether a file is what this library or an earlier one at its place has been."""
    name = library.path.name
    asides = (f"{name}.replaced-", f"{name}.before-")
    return file.name.startswith(asides) or backups_folder(library.path) in file.parents


def _find_faces(
    connection: sqlite3.Connection,
    library: Library,
    person_ids: Sequence[int],
    knows_turns: bool,  # noqa: FBT001 - of a private function
) -> None:
    """Fill the table ``gone`` of a copy: the forgotten faces, and all of the people's.

    A copy that went its own way has other faces and people of the same numbers. So a face is known
    by its photo and its place, or there by its number if its box was moved since; and a person by
    the random name that all copies know.
    """
    connection.create_function("same_place", 11, _same_place, deterministic=True)
    # As bytes: a path need not be text.
    connection.execute("ATTACH CAST(? AS TEXT) AS ours", (os.fsencode(library.path),))
    quarters = "p.turned" if knows_turns else "0"
    for hashed in ("content_hash", "picture_hash"):
        connection.execute(
            "INSERT OR IGNORE INTO gone SELECT f.id FROM ours.faces AS g "
            "JOIN ours.contents AS o ON o.photo_id = g.photo_id "
            f"JOIN main.contents AS c ON c.{hashed} = o.{hashed} "
            "JOIN main.faces AS f ON f.photo_id = c.photo_id AND f.at_s IS g.at_s "
            "JOIN main.photos AS p ON p.id = f.photo_id "
            "JOIN ours.photos AS q ON q.id = g.photo_id "
            "WHERE g.forgotten AND ((f.id = g.id AND g.box_source = 'drawn') "
            "OR same_place(f.x, f.y, f.w, f.h, g.x, g.y, g.w, g.h, q.width, q.height, "
            f"{quarters} - q.turned))"
        )
    connection.executemany(
        "INSERT OR IGNORE INTO gone SELECT f.id FROM ours.people AS q "
        "JOIN main.people AS p ON p.uuid = q.uuid JOIN main.faces AS f ON f.person_id = p.id "
        "WHERE q.id = ?",
        ((person,) for person in person_ids),
    )
    connection.commit()
    connection.execute("DETACH ours")


def _same_place(*numbers: float) -> bool:
    """Tell whether a box is another one, in a picture of this size, after so many turns."""
    theirs, ours, (width, height) = numbers[:4], numbers[4:8], numbers[8:10]
    there = turned(Box(*ours), (width, height), int(numbers[10]))
    return overlap(Box(*theirs), there) > SAME_FACE


def _find_faces_by_number(
    connection: sqlite3.Connection, library: Library, person_ids: Sequence[int]
) -> None:
    """Fill the table ``gone`` of a copy that an update left: they were the same then."""
    forgotten = library.connection.rows("SELECT id FROM faces WHERE forgotten")
    connection.executemany("INSERT INTO gone VALUES (?)", forgotten)
    connection.executemany(
        "INSERT OR IGNORE INTO gone SELECT id FROM faces WHERE person_id = ?",
        ((person,) for person in person_ids),
    )


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
