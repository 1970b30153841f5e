"""What lies beside photos, and dates that wait for their photo.

* ``beside`` holds the files that tell of photos beside them, as the last walk met them: one that is
  there now, has changed or is there no more has its photos asked again.
* ``pending_dates`` come from a journal and wait for their photo, as ``pending_turns`` do.
* ``photos.taken_order`` takes the clock that the user told for one of the same place: how far it is
  ahead of UTC counts as before.
"""

from sqlite_utils import Database

TABLES = """
CREATE TABLE beside (
    path TEXT PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX beside_by_folder ON beside (folder_id);

CREATE TABLE pending_dates (
    content_hash TEXT,
    picture_hash TEXT,
    taken TEXT NOT NULL
) STRICT;

DROP INDEX photos_by_date;
ALTER TABLE photos DROP COLUMN taken_order;
ALTER TABLE photos ADD COLUMN taken_order TEXT GENERATED ALWAYS AS (
    substr(coalesce(taken_corrected, taken_at), 1, 7) ||
    CASE WHEN taken_offset_min IS NULL OR length(coalesce(taken_corrected, taken_at)) < 19
    THEN coalesce(taken_corrected, taken_at)
    ELSE strftime('%Y-%m-%dT%H:%M:%S', coalesce(taken_corrected, taken_at),
        (-taken_offset_min) || ' minutes') END
) VIRTUAL;
CREATE INDEX photos_by_date ON photos (taken_order DESC, id);
"""


def apply(db: Database) -> None:
    """Make room; the next scan fills it."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
