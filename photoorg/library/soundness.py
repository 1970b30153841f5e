"""Whether a library file still holds what was written into it.

Looking at all of it takes a quarter of a second for 100,000 faces: that is done before each backup,
and when something happened that nobody expected. What the user said, a third of that, is looked at
whenever the library was not closed by whoever had it open last.
"""

import sqlite3

from photoorg.library.connection import Connection
from photoorg.library.sqlite_errors import damaged, is_of_damage

TABLES = frozenset(
    (
        *("meta", "folders", "photos", "files", "contents", "stages", "people", "faces"),
        *(
            "embeddings",
            "answers",
            "answer_faces",
            "pending_answers",
            "groupings",
            "edits",
            "tracks",
        ),
    )
)
_SAID = ("meta", "people", "answers", "answer_faces", "pending_answers", "edits", "folders")
_QUESTIONS = (
    *(f"PRAGMA integrity_check({table})" for table in _SAID),
    "PRAGMA quick_check(faces)",
)
_SOUND = [("ok",)]


def is_sound(connection: Connection) -> bool:
    """Tell whether every page is in its place and readable, and every table there."""
    try:
        return _has_tables(connection) and _ask(connection, "PRAGMA quick_check(1)")
    except sqlite3.DatabaseError as error:
        return not is_of_damage(error)


def check_tables(connection: Connection) -> None:
    """Raise :class:`LibraryError` when a table is missing."""
    if not _has_tables(connection):
        raise damaged(connection.path)


def check_what_was_said(connection: Connection) -> None:
    """Raise :class:`LibraryError` when what the user said is damaged."""
    if not all(_ask(connection, question) for question in _QUESTIONS):
        raise damaged(connection.path)


def _has_tables(connection: Connection) -> bool:
    rows = connection.db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows} >= TABLES


def _ask(connection: Connection, question: str) -> bool:
    return bool(connection.db.conn.execute(question).fetchall() == _SOUND)
