"""Groups of pictures that look alike, as the machine learned them and as the user wants them.

* ``picture_features.vector`` are the float16 numbers that tell what a photo looks like, by a
  ``model``, as it was when it had ``picture_hash``. They can be found out anew at any time.
* A row of ``scene_rounds`` is one learning. While it goes on, ``state`` is where it is; then
  ``head`` tells of any features which of its groups they belong to.
* A **scene** is a group. Of those of a round, ``place`` is its number in the head. One that was
  merged into another says into which.
* ``scene_places`` is where the machine put a photo: in no group, where it is not sure of one;
  ``learned`` where a round has learned from it. The machine may change these rows at any time.
* ``scene_answers`` is where a human wants a photo to be, which counts above all: in a group, or in
  none. ``pending_scene_answers`` come from a journal and wait for their photo.
"""

from sqlite_utils import Database

TABLES = """
CREATE TABLE picture_features (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    picture_hash TEXT,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE scene_rounds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model TEXT NOT NULL,
    state BLOB,
    head BLOB
) STRICT;

CREATE TABLE scenes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    name TEXT,
    merged_into INTEGER REFERENCES scenes ON DELETE SET NULL,
    round_id INTEGER REFERENCES scene_rounds ON DELETE SET NULL,
    place INTEGER,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX scenes_by_round ON scenes (round_id, place);
CREATE INDEX scenes_merged ON scenes (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE scene_places (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    scene_id INTEGER REFERENCES scenes ON DELETE SET NULL,
    sure REAL NOT NULL,
    learned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX scene_places_by_scene ON scene_places (scene_id);

CREATE TABLE scene_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL UNIQUE REFERENCES photos ON DELETE CASCADE,
    scene_id INTEGER REFERENCES scenes ON DELETE SET NULL
) STRICT;
CREATE INDEX scene_answers_by_scene ON scene_answers (scene_id);

CREATE TABLE pending_scene_answers (
    content_hash TEXT,
    picture_hash TEXT,
    scene_id INTEGER REFERENCES scenes ON DELETE CASCADE
) STRICT;
"""


def apply(db: Database) -> None:
    """Make room; it is filled when picture groups are asked for."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
