"""Whether a library file still holds what was written into it.

Looking at all of it takes a quarter of a second for 100,000 faces: that is done before each backup,
and when something happened that nobody expected. What the user said, a third of that, is looked at
whenever the library was not closed by whoever had it open last.
"""

import sqlite3

from photoorg.library.decisions.changes import JOURNALED
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.sqlite_errors import damaged, is_of_damage, primary_code

_TABLES = frozenset(
    (
        *("meta", "folders", "photos", "files", "contents", "stages", "people", "faces", "tracks"),
        *("embeddings", "answers", "answer_faces", "pending_answers", "groupings", "edits"),
        *("scenes", "scene_answers", "no_duplicates"),
    )
)
_SAID = (
    *("meta", "people", "answers", "answer_faces", "pending_answers", "edits", "folders"),
    *("scenes", "scene_answers", "no_duplicates"),
)
_QUESTIONS = (
    *(f"PRAGMA integrity_check({table})" for table in _SAID),
    "PRAGMA quick_check(faces)",
)
_SOUND = [("ok",)]


def is_sound(connection: Connection) -> bool:
    """Tell whether every page is in its place and readable."""
    try:
        return _ask(connection, "PRAGMA quick_check(1)")
    except sqlite3.DatabaseError as error:
        return not is_of_damage(error)


def check_tables(connection: Connection) -> None:
    """Raise :class:`LibraryError` when a table is missing, or a column of what the user said."""
    try:
        for table, columns in JOURNALED.items():
            connection.db.conn.execute(f"SELECT id, {', '.join(columns)} FROM {table} LIMIT 0")
        rows = connection.db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        whole = {name for (name,) in rows} >= _TABLES
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:
            raise
        whole = False
    if not whole:
        raise damaged(connection.path)


def check_what_was_said(connection: Connection) -> None:
    """Raise :class:`LibraryError` when what the user said is damaged."""
    if not all(_ask(connection, question) for question in _QUESTIONS):
        raise damaged(connection.path)


def _ask(connection: Connection, question: str) -> bool:
    return bool(connection.db.conn.execute(question).fetchall() == _SOUND)
