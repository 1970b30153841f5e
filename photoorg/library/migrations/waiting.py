"""What waits for its photo belongs to the step that said it, and is undone with it.

``step_id`` of ``pending_turns``, ``pending_dates``, ``pending_scene_answers`` and
``pending_no_duplicates`` is that step; None for what earlier versions left waiting. What its photo
changed when it came belongs to the step, too: ``later_changes`` hold that, as ``edits`` do, until
the step is undone.
"""

from sqlite_utils import Database

_COLUMNS = {
    "pending_turns": "content_hash TEXT, picture_hash TEXT, turned INTEGER NOT NULL",
    "pending_dates": "content_hash TEXT, picture_hash TEXT, taken TEXT NOT NULL",
    "pending_scene_answers": (
        "content_hash TEXT, picture_hash TEXT, scene_id INTEGER REFERENCES scenes ON DELETE CASCADE"
    ),
    "pending_no_duplicates": (
        "content_hash TEXT, picture_hash TEXT, other_content_hash TEXT, other_picture_hash TEXT, "
        "ended INTEGER NOT NULL, made_at TEXT NOT NULL"
    ),
}

_NUMBER = "id INTEGER PRIMARY KEY AUTOINCREMENT"
"""No number is used again: the history may hold the row that had it."""
LATER = """
CREATE TABLE later_changes (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES edits ON DELETE CASCADE,
    changes BLOB NOT NULL
) STRICT;

CREATE INDEX later_by_step ON later_changes (step_id);
"""


def apply(db: Database) -> None:
    """Give each row a number that stays, and room for its step."""
    for table, columns in _COLUMNS.items():
        names = ", ".join(column.split()[0] for column in columns.split(", "))
        for statement in (
            f"ALTER TABLE {table} RENAME TO former",
            f"CREATE TABLE {table} ({_NUMBER}, {columns}, step_id INTEGER) STRICT",
            f"INSERT INTO {table} (id, {names}) SELECT rowid, {names} FROM former",
            "DROP TABLE former",
            f"CREATE INDEX {table}_by_picture ON {table} (picture_hash, content_hash)",
            f"CREATE INDEX {table}_by_content ON {table} (content_hash)",
        ):
            db.conn.execute(statement)
    for column in ("picture_hash", "content_hash"):
        db.conn.execute(
            f"CREATE INDEX pending_no_duplicates_by_other_{column.split('_')[0]} "
            f"ON pending_no_duplicates (other_{column})"
        )
    for statement in LATER.split(";"):
        db.conn.execute(statement)
