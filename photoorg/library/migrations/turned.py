"""Photos that the user turned.

``photos.turned`` counts quarter turns, clockwise, from how the file says that its picture stands;
sizes, boxes and landmarks are those of the turned picture. ``pending_turns`` come from a journal
and wait for their photo.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE photos ADD COLUMN turned INTEGER NOT NULL DEFAULT 0;

CREATE TABLE pending_turns (
    content_hash TEXT,
    picture_hash TEXT,
    turned INTEGER NOT NULL
) STRICT;
"""


def apply(db: Database) -> None:
    """Make room for turns; no photo is turned yet."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
