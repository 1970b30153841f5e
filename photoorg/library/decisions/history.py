"""Undo and redo: every step of the user kept as the columns it changed, by name, before and after.

Temporary triggers note the first image of each row that changes inside an edit, so no action can
forget to tell. What changed goes into the table ``edits`` in the same transaction as the change:
undo survives restarts and serves the window and the terminal alike.

Between a step and its undo the machine may have worked on (new photos, another grouping). What it
owns is never restored from a step: whether a photo is there, and where a face is that nobody spoke
of. A group is kept alive when faces have joined it meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from photoorg.library import availability
from photoorg.library.decisions.changes import (
    JOURNALED,
    Change,
    Columns,
    Rows,
    Way,
    grouped,
    packed,
    touched_rows,
    unpacked,
)
from photoorg.library.decisions.ledger import Ledger
from photoorg.library.decisions.merges import Merges
from photoorg.library.decisions.separations import Separations
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.times import now
from photoorg.library.values import Edit

KEPT = 10_000
"""So many steps can be undone; older ones are forgotten."""


_NEW_SOURCE = "coalesce(g.v0, source)"
_NEW_DISMISSED = "coalesce(g.v1, dismissed)"


class History:
    """The table ``edits``: done steps, then undone ones that can be redone.

    ``told`` hears, inside the transaction, which rows of which table a step, its undo or its redo
    has changed, and what to call it.
    """

    def __init__(
        self,
        connection: Connection,
        told: Callable[[str, dict[str, list[int]]], None] = lambda _label, _touched: None,
    ) -> None:
        self._connection = connection
        self._ledger = Ledger(connection)
        self._merges = Merges(connection)
        self._separations = Separations(connection)
        self._told = told
        self._watching = False

    @contextmanager
    def edit(self, label: str) -> Iterator[None]:
        """Make everything inside one step of the history, all of it or nothing.

        An edit that changes nothing leaves no step. A new step ends the possibility to redo. What
        is acknowledged by returning survives a power cut.
        """
        assert not self._connection.db.conn.in_transaction, "an edit is a transaction of its own"
        if not self._watching:
            self._create_triggers()
            self._watching = True
        with self._connection.durable(), self._connection.write():
            for table in JOURNALED:
                self._connection.execute(f"DELETE FROM temp.journal_{table}")
            step = self._connection.execute(
                "INSERT INTO edits (label, made_at, changes) VALUES (?, ?, x'')", (label, now())
            )
            self._connection.execute("UPDATE temp.journal_state SET armed = 1")
            try:
                yield
                changes = self._changes()
            finally:
                self._connection.execute("UPDATE temp.journal_state SET armed = 0")
            if not changes:
                self._connection.execute("DELETE FROM edits WHERE id = ?", (step,))
                return
            self._connection.execute("DELETE FROM edits WHERE undone")
            self._connection.execute(
                "UPDATE edits SET changes = ? WHERE id = ?", (packed(changes), step)
            )
            self._connection.execute("DELETE FROM edits WHERE id <= ?", (step - KEPT,))
            self._told(label, touched_rows(changes))

    def undo(self) -> Edit | None:
        """Take back the newest step and return it; None when there is none."""
        with self._connection.durable(), self._connection.write():
            row = self._connection.row(
                "SELECT id, label, made_at, changes FROM edits WHERE NOT undone "
                "ORDER BY id DESC LIMIT 1"
            )
            return self._turn(row, undone=True)

    def redo(self) -> Edit | None:
        """Do the step again that was undone last and return it; None when there is none."""
        with self._connection.durable(), self._connection.write():
            row = self._connection.row(
                "SELECT id, label, made_at, changes FROM edits WHERE undone ORDER BY id LIMIT 1"
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

    def knows(self, step: int) -> bool:
        """Tell whether a step is there to go to; 0 is the beginning."""
        sql = "SELECT EXISTS (SELECT 1 FROM edits WHERE id = ?)"
        return step == 0 or bool(self._connection.value(sql, (step,)))

    def go_to(self, step: int) -> list[Edit]:
        """Undo or redo until ``step`` is the newest one that is done; return what was turned.

        0 is the beginning. All of it is one transaction.
        """
        turned = []
        with self._connection.durable(), self._connection.write():
            while (newest := self._newest_done()) > step and (edit := self.undo()):
                turned.append(edit)
            while newest < step and self._next_undone() <= step and (edit := self.redo()):
                turned.append(edit)
                newest = edit.id
        return turned

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

    def _newest_done(self) -> int:
        return int(
            self._connection.value("SELECT coalesce(max(id), 0) FROM edits WHERE NOT undone")
        )

    def _next_undone(self) -> int:
        return int(
            self._connection.value(f"SELECT coalesce(min(id), {1 << 62}) FROM edits WHERE undone")
        )

    def _create_triggers(self) -> None:
        execute = self._connection.execute
        execute("CREATE TEMP TABLE journal_state (armed INTEGER)")
        execute("INSERT INTO temp.journal_state VALUES (0)")
        for table, columns in JOURNALED.items():
            names = ", ".join(columns)
            old = ", ".join(f"OLD.{column}" for column in columns)
            execute(
                f"CREATE TEMP TABLE journal_{table} (id INTEGER PRIMARY KEY, made INTEGER, {names})"
            )
            for event, image in (
                ("AFTER INSERT ON", "(id, made) VALUES (NEW.id, 1)"),
                (f"BEFORE UPDATE OF {names} ON", f"VALUES (OLD.id, 0, {old})"),
                ("BEFORE DELETE ON", f"VALUES (OLD.id, 0, {old})"),
            ):
                execute(
                    f"CREATE TEMP TRIGGER note_{table}_{event.split()[1].lower()} "
                    f"{event} main.{table} WHEN (SELECT armed FROM journal_state) BEGIN "
                    f"INSERT OR IGNORE INTO journal_{table} {image}; END"
                )

    def _changes(self) -> list[Change]:
        return [change for table in JOURNALED for change in grouped(table, self._images(table))]

    def _images(self, table: str) -> Iterator[tuple[int, Columns | None, Columns | None]]:
        columns = JOURNALED[table]
        width = len(columns)
        before = ", ".join(f"j.{column}" for column in columns)
        after = ", ".join(f"t.{column}" for column in columns)
        for id_, made, stays, *values in self._connection.rows(
            f"SELECT j.id, j.made, t.id IS NOT NULL, {before}, {after} "
            f"FROM temp.journal_{table} AS j LEFT JOIN main.{table} AS t ON t.id = j.id "
            "ORDER BY j.id"
        ):
            yield (
                id_,
                None if made else dict(zip(columns, values[:width], strict=True)),
                dict(zip(columns, values[width:], strict=True)) if stays else None,
            )

    def _turn(self, row: Row | None, *, undone: bool) -> Edit | None:
        if row is None:
            return None
        id_, label, made_at, blob = row
        changes = unpacked(blob)
        wanted = {
            table: [
                (c.after, c.before, c.ids) if undone else (c.before, c.after, c.ids)
                for c in changes
                if c.table == table
            ]
            for table in JOURNALED
        }
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        orphans = self._faces_of_answers(wanted["answers"])
        self._restore_people(wanted["people"])
        self._restore_faces(wanted["faces"])
        self._restore_rows("answers", wanted["answers"])
        self._restore_rows("answer_faces", wanted["answer_faces"])
        self._restore_folders(wanted["folders"])
        touched = touched_rows(changes)
        touched["faces"] = sorted({*touched.get("faces", ()), *orphans})
        with self._connection.chosen(touched["faces"]) as faces:
            self._ledger.project(faces)
        self._merges.follow()
        for person in self._separations.suspects():  # what the machine did meanwhile may contradict
            self._separations.put_apart(person)
        self._remove_people(
            [person for _, to, ids in wanted["people"] if to is None for person in ids]
        )
        self._connection.execute("UPDATE edits SET undone = ? WHERE id = ?", (int(undone), id_))
        self._told(f"Undo {label}" if undone else f"Redo {label}", touched)
        return Edit(id_, label, made_at, undone)

    def _faces_of_answers(self, wanted: "list[Way]") -> list[int]:
        """Return the faces that stand somewhere by answers which are about to go."""
        going = [answer for _, to, ids in wanted if to is None for answer in ids]
        with self._connection.chosen(going) as chosen:
            return [
                face
                for (face,) in self._connection.rows(
                    "SELECT r.face_id FROM answers AS o JOIN answer_faces AS r "
                    "ON r.answer_id = o.id AND r.side = 0 "
                    f"WHERE o.id IN {chosen} AND o.kind IN ('is', 'same', 'not-a-face')"
                )
            ]

    def _restore_people(self, wanted: "list[Way]") -> None:
        for of, to, ids in wanted:
            if to is not None and of is None:
                self._insert("people", [(to, ids)])
            elif to is not None:
                self._bring_back(ids)
                self._update("people", [(to, ids)])
        self._connection.execute(
            "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL "
            "AND cover_face_id NOT IN (SELECT id FROM faces)"
        )

    def _restore_faces(self, wanted: "list[Way]") -> None:
        """Put faces back; where the machine has moved one since, that is left to the machine."""
        ways = [(of, to, ids) for of, to, ids in wanted if of is not None and to is not None]
        self._bring_back([to["person_id"] for _, to, _ in ways if to.get("person_id") is not None])
        values = [
            [
                *(to.get("source"), to.get("dismissed")),
                *("person_id" in to, to.get("person_id"), of.get("person_id")),
            ]
            for of, to, _ in ways
        ]
        self._connection.put(
            "faces",
            f"source = {_NEW_SOURCE}, dismissed = {_NEW_DISMISSED}, person_id = iif(g.v2 AND "
            f"(person_id IS g.v4 OR {_NEW_SOURCE} != 'machine' OR {_NEW_DISMISSED}), "
            "g.v3, person_id)",
            [(id_, *row) for row, (_, _, ids) in zip(values, ways, strict=True) for id_ in ids],
        )

    def _bring_back(self, people: list[int]) -> None:
        """Make groups again that the machine has removed, because it had emptied them."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO people (id, created_at) VALUES (?, ?)",
            ((person, now()) for person in people),
        )

    def _restore_rows(self, table: str, wanted: "list[Way]") -> None:
        going = [id_ for _, to, ids in wanted if to is None for id_ in ids]
        self._delete(table, going)
        coming = [(to, ids) for of, to, ids in wanted if of is None and to is not None]
        self._insert(table, coming)
        self._update(
            table, [(to, ids) for of, to, ids in wanted if of is not None and to is not None]
        )

    def _restore_folders(self, wanted: "list[Way]") -> None:
        for of, to, ids in wanted:
            if of is not None and to is not None:
                self._update("folders", [(to, ids)])
                for folder in ids:
                    availability.refresh_folder(self._connection, folder)

    def _insert(self, table: str, rows: "list[Rows]") -> None:
        """Make rows again; those about a face that is gone, as nobody spoke of it, stay gone."""
        for columns, alike in groupby(rows, key=lambda row: tuple(row[0])):
            names = ", ".join((*columns, "id"))
            places = ", ".join(f":{column}" for column in (*columns, "id"))
            there = "EXISTS (SELECT 1 FROM faces WHERE id = :face_id)"
            self._connection.executemany(
                f"INSERT INTO {table} ({names}) SELECT {places} "
                f"WHERE {there if 'face_id' in columns else 'true'} ON CONFLICT (id) DO UPDATE SET "
                f"{', '.join(f'{column} = excluded.{column}' for column in columns)}",
                ({**row, "id": id_} for row, ids in alike for id_ in ids),
            )

    def _update(self, table: str, rows: "list[Rows]") -> None:
        for columns, alike in groupby(rows, key=lambda row: tuple(row[0])):
            if columns:
                values = [(id_, *row.values()) for row, ids in alike for id_ in ids]
                places = ", ".join(f"{column} = g.v{n}" for n, column in enumerate(columns))
                self._connection.put(table, places, values)

    def _delete(self, table: str, ids: Iterable[int]) -> None:
        with self._connection.chosen(ids) as chosen:
            self._connection.execute(f"DELETE FROM {table} WHERE id IN {chosen}")

    def _remove_people(self, ids: list[int]) -> None:
        self._connection.executemany(
            "DELETE FROM people WHERE id = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM faces WHERE person_id = ?1)",
            ((id_,) for id_ in ids),
        )
        self._connection.executemany(
            "UPDATE people SET name = NULL WHERE id = ?", ((id_,) for id_ in ids)
        )
