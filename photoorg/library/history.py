"""Undo and redo: every step of the user kept as the rows it touched, before and after.

Temporary triggers note the first image of each row that changes inside an edit, so no action can
forget to tell. The images go into the table ``edits`` in the same transaction as the change: undo
survives restarts and serves the window and the terminal alike.

Between a step and its undo the machine may have worked on (new photos, another grouping). Undo
therefore restores the columns a human decides about and nothing else, skips faces whose photo has
gone, and keeps a group alive when faces have joined it meanwhile.
"""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from photoorg.library.connection import Connection, Row
from photoorg.library.folders import now
from photoorg.library.values import Edit

JOURNALED: dict[str, tuple[str, ...]] = {
    "people": ("name", "hidden", "cover_face_id", "created_at"),
    "faces": ("person_id", "confirmed", "state"),
    "decisions": ("kind", "face_id", "person_id", "other_person_id", "made_at"),
    "folders": ("removed",),
}
"""The columns a human decides about, by table."""

KEPT = 1000
"""So many steps can be undone; older ones are forgotten."""


class _Image(NamedTuple):
    """One row's decided columns before and after an edit; None where the row did not exist."""

    table: str
    id: int
    before: list[Any] | None
    after: list[Any] | None


class History:
    """The table ``edits``: done steps, then undone ones that can be redone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watching = False

    @contextmanager
    def edit(self, label: str) -> Iterator[None]:
        """Make everything inside one step of the history, all of it or nothing.

        An edit that changes nothing leaves no step. A new step ends the possibility to redo.
        """
        assert not self._connection.db.conn.in_transaction, "an edit is a transaction of its own"
        if not self._watching:
            self._create_triggers()
            self._watching = True
        with self._connection.write():
            self._connection.execute("DELETE FROM temp.journal")
            self._connection.execute("UPDATE temp.journal_state SET armed = 1")
            try:
                yield
                images = self._images()
            finally:
                self._connection.execute("UPDATE temp.journal_state SET armed = 0")
            if not images:
                return
            self._connection.execute("DELETE FROM edits WHERE undone")
            self._connection.execute(
                "INSERT INTO edits (label, made_at, images) VALUES (?, ?, ?)",
                (label, now(), zlib.compress(json.dumps(images).encode())),
            )
            self._connection.execute(
                "DELETE FROM edits WHERE id <= (SELECT max(id) FROM edits) - ?", (KEPT,)
            )

    def undo(self) -> Edit | None:
        """Take back the newest step and return it; None when there is none."""
        with self._connection.write():
            row = self._connection.row(
                "SELECT id, label, made_at, images FROM edits WHERE NOT undone "
                "ORDER BY id DESC LIMIT 1"
            )
            return self._turn(row, undone=True)

    def redo(self) -> Edit | None:
        """Do the step again that was undone last and return it; None when there is none."""
        with self._connection.write():
            row = self._connection.row(
                "SELECT id, label, made_at, images FROM edits WHERE undone ORDER BY id LIMIT 1"
            )
            return self._turn(row, undone=False)

    def entries(self, limit: int = 200) -> list[Edit]:
        """Return the steps, newest first."""
        return [
            Edit(id_, label, at, bool(undone))
            for id_, label, at, undone in self._connection.rows(
                "SELECT id, label, made_at, undone FROM edits ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` would take back."""
        label: str | None = self._connection.value(
            "SELECT label FROM edits WHERE NOT undone ORDER BY id DESC LIMIT 1"
        )
        return label

    @property
    def redo_label(self) -> str | None:
        """What :meth:`redo` would do again."""
        label: str | None = self._connection.value(
            "SELECT label FROM edits WHERE undone ORDER BY id LIMIT 1"
        )
        return label

    def _create_triggers(self) -> None:
        execute = self._connection.execute
        execute("CREATE TEMP TABLE journal_state (armed INTEGER)")
        execute("INSERT INTO temp.journal_state VALUES (0)")
        execute(
            "CREATE TEMP TABLE journal (tbl TEXT, id INTEGER, before TEXT, "
            "PRIMARY KEY (tbl, id)) WITHOUT ROWID"
        )
        for table, columns in JOURNALED.items():
            old = ", ".join(f"OLD.{column}" for column in columns)
            for event, id_, image in (
                ("AFTER INSERT ON", "NEW.id", "NULL"),
                (f"BEFORE UPDATE OF {', '.join(columns)} ON", "OLD.id", f"json_array({old})"),
                ("BEFORE DELETE ON", "OLD.id", f"json_array({old})"),
            ):
                execute(
                    f"CREATE TEMP TRIGGER journal_{table}_{event.split()[1].lower()} "
                    f"{event} main.{table} WHEN (SELECT armed FROM journal_state) BEGIN "
                    f"INSERT OR IGNORE INTO journal VALUES ('{table}', {id_}, {image}); END"
                )

    def _images(self) -> list[_Image]:
        images = []
        for table, columns in JOURNALED.items():
            after = {
                id_: list(rest)
                for id_, *rest in self._connection.rows(
                    f"SELECT id, {', '.join(columns)} FROM {table} WHERE id IN "
                    "(SELECT id FROM temp.journal WHERE tbl = ?)",
                    (table,),
                )
            }
            for id_, text in self._connection.rows(
                "SELECT id, before FROM temp.journal WHERE tbl = ? ORDER BY id", (table,)
            ):
                before = None if text is None else json.loads(text)
                if before != after.get(id_):
                    images.append(_Image(table, id_, before, after.get(id_)))
        return images

    def _turn(self, row: Row | None, *, undone: bool) -> Edit | None:
        if row is None:
            return None
        id_, label, made_at, blob = row
        images = [_Image(*image) for image in json.loads(zlib.decompress(blob))]
        wanted = {
            table: [(i.id, i.before if undone else i.after) for i in images if i.table == table]
            for table in JOURNALED
        }
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        self._restore_people(wanted["people"])
        self._restore_faces(wanted["faces"])
        self._restore_decisions(wanted["decisions"])
        self._remove_people([id_ for id_, image in wanted["people"] if image is None])
        for folder, image in wanted["folders"]:
            if image is not None:
                self._connection.execute(
                    "UPDATE folders SET removed = ? WHERE id = ?", (*image, folder)
                )
        self._connection.execute("UPDATE edits SET undone = ? WHERE id = ?", (int(undone), id_))
        return Edit(id_, label, made_at, undone)

    def _restore_people(self, wanted: list[tuple[int, list[Any] | None]]) -> None:
        self._connection.executemany(
            "INSERT INTO people (name, hidden, cover_face_id, created_at, id) "
            "VALUES (?, ?, (SELECT id FROM faces WHERE id = ?), ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET name = excluded.name, hidden = excluded.hidden, "
            "cover_face_id = excluded.cover_face_id",
            ((*image, id_) for id_, image in wanted if image is not None),
        )

    def _restore_faces(self, wanted: list[tuple[int, list[Any] | None]]) -> None:
        images = [(id_, image) for id_, image in wanted if image is not None]
        # The machine removes groups it has emptied; one that a face comes back to is needed again.
        self._connection.executemany(
            "INSERT OR IGNORE INTO people (id, created_at) VALUES (?, ?)",
            ((image[0], now()) for _, image in images if image[0] is not None),
        )
        self._connection.executemany(
            "UPDATE faces SET person_id = ?, confirmed = ?, state = ? WHERE id = ?",
            ((*image, id_) for id_, image in images),
        )

    def _restore_decisions(self, wanted: list[tuple[int, list[Any] | None]]) -> None:
        self._connection.executemany(
            "DELETE FROM decisions WHERE id = ?", ((id_,) for id_, _ in wanted)
        )
        self._connection.executemany(
            "INSERT INTO decisions (kind, face_id, person_id, other_person_id, made_at, id) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6 "
            "WHERE (?2 IS NULL OR EXISTS (SELECT 1 FROM faces WHERE id = ?2)) "
            "AND EXISTS (SELECT 1 FROM people WHERE id = ?3) "
            "AND (?4 IS NULL OR EXISTS (SELECT 1 FROM people WHERE id = ?4))",
            ((*image, id_) for id_, image in wanted if image is not None),
        )

    def _remove_people(self, ids: list[int]) -> None:
        self._connection.executemany(
            "DELETE FROM people WHERE id = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM faces WHERE person_id = ?1)",
            ((id_,) for id_ in ids),
        )
        self._connection.executemany(
            "UPDATE people SET name = NULL WHERE id = ?", ((id_,) for id_ in ids)
        )
