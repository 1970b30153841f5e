"""Videos: when their faces are seen, and how far one that is not finished was watched.

* A **video** is a row of ``photos`` of the kind "video" with ``duration_s``. Each of its ``tracks``
  is one face that was followed: from ``begins_s`` to ``ends_s``, found in so many ``frames``, by
  the mean ``score`` of the detector. Its one row in ``faces`` is the frame at ``at_s`` where it is
  seen best; all that is said and done about faces is about that row.
* What a journal says of faces in videos waits with the second: ``pending_answers.at_s``.
* ``watched`` holds the videos that a scan left before their end, as long as their content is the
  one that was watched: up to which second, by which model, and the ``state`` of the tracks that
  went on there. ``watched_tracks`` are the tracks that had ended. Both go when the video is stored,
  or when faces are to be forgotten.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE tracks ADD COLUMN frames INTEGER;
ALTER TABLE tracks ADD COLUMN score REAL;

ALTER TABLE pending_answers ADD COLUMN at_s REAL;

CREATE TABLE watched (
    file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
    content_hash TEXT NOT NULL,
    model TEXT NOT NULL,
    at_s REAL NOT NULL,
    state BLOB NOT NULL
) STRICT;

CREATE TABLE watched_tracks (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES watched ON DELETE CASCADE,
    track BLOB NOT NULL
) STRICT;
CREATE INDEX watched_tracks_by_file ON watched_tracks (file_id);

CREATE INDEX photos_of_videos ON photos (id) WHERE kind = 'video';
"""


def apply(db: Database) -> None:
    """Make room; the next scan fills it."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
