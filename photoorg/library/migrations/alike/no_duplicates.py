"""What the user said of photos that look alike: which pairs of them are no duplicates.

``photo_id`` is the lower one of each pair.
"""

from sqlite_utils import Database

TABLE = """
CREATE TABLE no_duplicates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    UNIQUE (photo_id, other_id)
) STRICT;
CREATE INDEX no_duplicates_by_other ON no_duplicates (other_id);
"""


def apply(db: Database) -> None:
    """Make room for what is said."""
    for statement in TABLE.split(";"):
        db.conn.execute(statement)
