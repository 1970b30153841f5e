"""What was said of duplicates may be taken back, and may come before its photos.

* ``sketches.searched`` says that a photo was among those of a search that went to its end.
* A row of ``no_duplicates`` that ``ended`` was taken back: what another library says of that pair
  does not say it again.
* ``pending_no_duplicates`` come from a journal and wait for one or both of their photos.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE sketches ADD COLUMN searched INTEGER NOT NULL DEFAULT 0;

ALTER TABLE no_duplicates ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;

CREATE TABLE pending_no_duplicates (
    content_hash TEXT,
    picture_hash TEXT,
    other_content_hash TEXT,
    other_picture_hash TEXT,
    ended INTEGER NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
"""


def apply(db: Database) -> None:
    """Nothing was taken back yet, nothing waits, and the next search looks at all."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
