"""What lies in a folder beside its photos, and what their files tell of when and where.

* ``folders.patterns`` are lines as in ``.gitignore``: what the user wants left out of a folder.
* ``tallies`` count the files that the last walk met and that are no photos, by the folder they lie
  in (or below) and by :class:`photoorg.library.accounting.account.What`.
* ``companions`` are files that belong to a photo and are none of their own: the raw file beside a
  JPEG, the film beside a still. ``of_path`` is the photo's file.
* Of a photo, ``taken_at`` is the clock of the place, as far as it is known ("1965", "2003-07",
  "2003-07-14T10:11:12"), ``taken_offset_min`` how far that clock is ahead of UTC, ``taken_source``
  where it was read. ``taken`` is what counts: what the user said, else what was read; photos are
  sorted by ``taken_order``, within a month by the instant as far as it is known.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE folders ADD COLUMN patterns TEXT NOT NULL DEFAULT '';

CREATE TABLE tallies (
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    directory TEXT NOT NULL,
    what TEXT NOT NULL,
    files INTEGER NOT NULL,
    PRIMARY KEY (directory, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_by_folder ON tallies (folder_id);

CREATE TABLE companions (
    path TEXT PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    of_path TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX companions_by_photo ON companions (of_path);
CREATE INDEX companions_by_folder ON companions (folder_id);

ALTER TABLE photos ADD COLUMN country TEXT;
ALTER TABLE photos ADD COLUMN taken TEXT
    GENERATED ALWAYS AS (coalesce(taken_corrected, taken_at)) VIRTUAL;
ALTER TABLE photos ADD COLUMN taken_order TEXT GENERATED ALWAYS AS (
    substr(coalesce(taken_corrected, taken_at), 1, 7) ||
    CASE WHEN taken_corrected IS NOT NULL OR taken_offset_min IS NULL OR length(taken_at) < 19
    THEN coalesce(taken_corrected, taken_at)
    ELSE strftime('%Y-%m-%dT%H:%M:%S', taken_at, (-taken_offset_min) || ' minutes') END
) VIRTUAL;
DROP INDEX photos_by_date;
CREATE INDEX photos_by_date ON photos (taken_order DESC, id);
"""


def apply(db: Database) -> None:
    """Make room; the next scan fills it."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
