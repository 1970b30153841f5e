"""Undo and redo: every step of the user kept as the columns it changed, by name, before and after.

What changed goes into the table ``edits`` in the same transaction as the change: undo survives
restarts and serves the window and the terminal alike.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from photoorg.library.decisions.changes import (
    faces_spoken_of,
    packed,
    people_spoken_of,
    touched_rows,
    unpacked,
)
from photoorg.library.decisions.recording import Recording, grow, take_grown
from photoorg.library.decisions.undoing import Undoing
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.times import now
from photoorg.library.values import Edit

KEPT = 10_000
"""So many steps can be undone; older ones are forgotten."""


class History:
    """The table ``edits``: done steps, then undone ones that can be redone.

    ``told`` hears, inside the transaction, which rows of which table a step, its undo or its redo
    has changed, and what to call it.
    """

    def __init__(
        self, connection: Connection, told: Callable[[str, dict[str, list[int]]], None]
    ) -> None:
        self._connection = connection
        self._recording = Recording(connection)
        self._undoing = Undoing(connection)
        self._told = told
        self._inside = False

    @contextmanager
    def edit(self, label: str) -> Iterator[None]:
        """Make everything inside one step of the history, all of it or nothing.

        An edit that changes nothing leaves no step. A new step ends the possibility to redo. What
        is acknowledged by returning survives a power cut. An edit inside another is part of it.
        """
        if self._inside:
            yield
            return
        assert not self._connection.db.conn.in_transaction, "an edit is a transaction of its own"
        self._recording.prepare()
        with self._connection.durable(), self._connection.write(), self._being_inside():
            step = self._connection.execute(
                "INSERT INTO edits (label, made_at, changes) VALUES (?, ?, x'')", (label, now())
            )
            with self._recording.armed():
                yield
            changes = self._recording.changes()
            if not changes:
                self._connection.execute("DELETE FROM edits WHERE id = ?", (step,))
                return
            self._connection.execute("DELETE FROM edits WHERE undone")
            self._connection.execute(
                "UPDATE edits SET changes = ? WHERE id = ?", (packed(changes), step)
            )
            self._connection.execute("DELETE FROM edits WHERE id <= ?", (step - KEPT,))
            self._told(label, touched_rows(changes))

    @contextmanager
    def part_of(self, step: int | None) -> Iterator[None]:
        """Let what changes inside belong to a step that was done before: it waited until now.

        It is undone with the step, if that is remembered. Part of the transaction around it.
        """
        if step is None or self._inside:
            yield
            return
        self._recording.prepare()
        with self._recording.armed():
            yield
        grow(self._connection, step, self._recording.changes())

    @contextmanager
    def _being_inside(self) -> Iterator[None]:
        self._inside = True
        try:
            yield
        finally:
            self._inside = False

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
            while (newest := self.newest_done()) > step and (edit := self.undo()):
                turned.append(edit)
            while newest < step and self.next_undone() <= step and (edit := self.redo()):
                turned.append(edit)
                newest = edit.id
        return turned

    def people_of(self, step: int) -> list[int]:
        """Return who of the people that are there now a step was about, named ones first.

        Empty for a step about something else, and for one that is forgotten.
        """
        blob = self._connection.value("SELECT changes FROM edits WHERE id = ?", (step,))
        if blob is None:
            return []
        changes = unpacked(blob)
        touched = touched_rows(changes)
        people = touched.get("people", []) + people_spoken_of(changes)
        faces = touched.get("faces") or faces_spoken_of(changes)
        return [
            int(person)
            for (person,) in self._connection.rows(
                "SELECT id FROM people WHERE merged_into IS NULL "
                "AND (id IN (SELECT value FROM json_each(?)) OR id IN (SELECT person_id FROM faces "
                "WHERE id IN (SELECT value FROM json_each(?)))) AND (name IS NOT NULL "
                "OR EXISTS (SELECT 1 FROM faces WHERE person_id = people.id AND shown)) "
                "ORDER BY name IS NULL, id",
                (json.dumps(people), json.dumps(faces)),
            )
        ]

    def folders_of(self, step: int) -> list[int]:
        """Return the folders that a step took out or brought back."""
        blob = self._connection.value("SELECT changes FROM edits WHERE id = ?", (step,))
        return [] if blob is None else touched_rows(unpacked(blob)).get("folders", [])

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

    @property
    def undo_size(self) -> int:
        """How many bytes are remembered of what :meth:`undo` would take back.

        They grow with the faces the step is about: ten or so for each.
        """
        return int(
            self._connection.value(
                "SELECT length(changes) FROM edits WHERE NOT undone ORDER BY id DESC LIMIT 1"
            )
            or 0
        )

    @property
    def redo_size(self) -> int:
        """The same for what :meth:`redo` would do again."""
        return int(
            self._connection.value(
                "SELECT length(changes) FROM edits WHERE undone ORDER BY id LIMIT 1"
            )
            or 0
        )

    def way_size(self, step: int) -> int:
        """Return the same for all steps that :meth:`go_to` would turn."""
        return int(
            self._connection.value(
                "SELECT coalesce(sum(length(changes)), 0) FROM edits "
                "WHERE iif(undone, id <= ?1, id > ?1)",
                (step,),
            )
        )

    def newest_done(self) -> int:
        """Return the id of the step that :meth:`undo` would take back, 0 where there is none."""
        return int(
            self._connection.value("SELECT coalesce(max(id), 0) FROM edits WHERE NOT undone")
        )

    def next_undone(self) -> int:
        """Return the id of the step that :meth:`redo` would do; beyond all where there is none."""
        return int(
            self._connection.value(f"SELECT coalesce(min(id), {1 << 62}) FROM edits WHERE undone")
        )

    def _turn(self, row: Row | None, *, undone: bool) -> Edit | None:
        if row is None:
            return None
        id_, label, made_at, blob = row
        changes = unpacked(blob)
        if undone:
            changes = take_grown(self._connection, id_, changes)
            changes = self._undoing.with_all_of_its_answers(changes)
            blob = packed(changes)
        touched = self._undoing.turn(changes, undone=undone)
        self._connection.execute(
            "UPDATE edits SET undone = ?, changes = ? WHERE id = ?", (int(undone), blob, id_)
        )
        self._told(f"Undo {label}" if undone else f"Redo {label}", touched)
        return Edit(id_, label, made_at, undone)
