"""What a human said in the first library, as answers; and its undo steps, to be undone as before.

Today's state is walked back to the beginning of the kept history. What was decided there becomes
the first answers. Then every step is done again, and says what it would have said today: what it
made of the answers, faces and people is what its undo takes back. So the answers fit the faces at
each step, and what the machine moved in between, without telling, is where it is today.
"""

import json
import logging
import zlib
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from photoorg.library.migrations.second_step.book import Book
from photoorg.library.migrations.second_step.places import Places, followers
from photoorg.library.migrations.second_step.steps import DamagedStepError, Diff, State, Step, steps
from photoorg.library.migrations.second_step.twins import Copies
from photoorg.library.times import now

log = logging.getLogger(__name__)

_History = list[tuple[Step, list[Diff]]]


def convert(db: Database, copies: Copies) -> None:
    """Fill ``people``, ``answers``, ``answer_faces``, what faces have of them, and ``edits``."""
    state = State(db)
    today = {face: state.faces[face] for pair in copies.faces.items() for face in pair}
    done, undone = _walk_back(db, state)
    diffs = (diff for _, diffs in (*done, *undone) for diff in diffs)
    book = Book(Places(state, copies, followers(copies, diffs, today)), state)
    book.begin(done[0][0].made_at if done else now())
    for step, changed in done:
        _keep(db, step, book.follow(step, changed))
    _store(db, book)
    for step, changed in undone:
        _keep(db, step, book.follow(step, changed))
    for table, used in (("answers", book.answers), ("answer_faces", book.rows)):
        db.conn.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        db.conn.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, len(used)))


def _walk_back(db: Database, state: State) -> tuple[_History, _History]:
    """Put ``state`` at the beginning of the history; return its done and its undone steps."""
    history = list(steps(db))
    undone = _turned(state, (step for step in history if step.undone), undo=False)
    for _, diffs in reversed(undone):
        state.put(diffs, undo=True)
    done = _turned(state, (step for step in reversed(history) if not step.undone), undo=True)
    return done[::-1], undone


def _turned(state: State, history: Iterable[Step], *, undo: bool) -> _History:
    turned = []
    for step in history:
        try:
            turned.append((step, state.turn(step, undo=undo)))
        except DamagedStepError as error:
            log.warning(
                "step %d (%s) is damaged: it and all %s cannot be %s any more (%s)",
                step.id,
                step.label,
                "older ones" if undo else "later ones",
                "undone" if undo else "done again",
                error,
            )
            break
    return turned


def _keep(db: Database, step: Step, changes: list[tuple[str, Any, Any, list[int]]]) -> None:
    db.conn.execute(
        "INSERT INTO edits (id, label, made_at, undone, changes) VALUES (?, ?, ?, ?, ?)",
        (
            *(step.id, step.label, step.made_at, int(step.undone)),
            zlib.compress(json.dumps(changes).encode()),
        ),
    )


def _store(db: Database, book: Book) -> None:
    insert = db.conn.executemany
    for table, rows in (
        ("people", book.people.rows),
        ("answers", dict(enumerate(book.answers, 1))),
    ):
        for id_, columns in rows.items():
            names = ", ".join(columns)
            places = ", ?" * len(columns)
            db.conn.execute(
                f"INSERT INTO {table} (id, {names}) VALUES (?{places})", (id_, *columns.values())
            )
    insert(
        "INSERT INTO answer_faces (id, answer_id, face_id, side, superseded_by) "
        "VALUES (?, ?, ?, ?, ?)",
        ((id_, *row) for id_, row in enumerate(book.rows, 1)),
    )
    known: dict[int, int | None] = dict(db.conn.execute("SELECT id, person_id FROM faces"))
    insert(
        "UPDATE faces SET person_id = ?, source = ?, dismissed = ? WHERE id = ?",
        (
            (*place.values(), face)
            for face in known
            if (place := book.place(face))
            != {"person_id": known[face], "source": "machine", "dismissed": 0}
        ),
    )
