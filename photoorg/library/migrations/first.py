"""The first library: photos are files, answers stand in ``faces`` and in ``decisions``.

``faces.state`` is 0 for a face that is shown, 1 for one the user called "not a face", 2 for one
whose photo is away. What a human decided stands in ``faces.confirmed`` with ``person_id`` ("this is
Anna"), in ``faces.state`` = 1, and in ``decisions`` ("this is not Anna", "these are two people").
"""

import uuid

from sqlite_utils import Database

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    missing INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content_hash TEXT,
    kind TEXT NOT NULL DEFAULT 'photo',
    taken_at TEXT,
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    analyzed_at TEXT,
    model TEXT,
    error TEXT,
    error_ignored INTEGER NOT NULL DEFAULT 0,
    missing INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photos_by_folder ON photos (folder_id);
CREATE INDEX photos_by_hash ON photos (content_hash);
CREATE INDEX photos_by_date ON photos (taken_at DESC, path);
CREATE INDEX photos_with_error ON photos (path) WHERE error IS NOT NULL;

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    hidden INTEGER NOT NULL DEFAULT 0,
    cover_face_id INTEGER REFERENCES faces ON DELETE SET NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_name ON people (name) WHERE name IS NOT NULL;
CREATE INDEX people_by_cover ON people (cover_face_id);

CREATE TABLE tracks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE
) STRICT;
CREATE INDEX tracks_by_photo ON tracks (photo_id);

CREATE TABLE faces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    track_id INTEGER REFERENCES tracks ON DELETE SET NULL,
    x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
    landmarks BLOB NOT NULL,
    score REAL NOT NULL,
    quality REAL NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX faces_by_photo ON faces (photo_id);
CREATE INDEX faces_by_person ON faces (person_id, state, confirmed, quality);
CREATE INDEX faces_by_track ON faces (track_id) WHERE track_id IS NOT NULL;

CREATE TABLE embeddings (
    face_id INTEGER PRIMARY KEY REFERENCES faces ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('not', 'different')),
    face_id INTEGER REFERENCES faces ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    other_person_id INTEGER REFERENCES people ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    CHECK ((kind = 'not') = (face_id IS NOT NULL)),
    CHECK ((kind = 'different') = (other_person_id IS NOT NULL))
) STRICT;
CREATE INDEX decisions_by_face ON decisions (face_id);
CREATE INDEX decisions_by_person ON decisions (person_id);
CREATE INDEX decisions_by_other ON decisions (other_person_id);

CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    images BLOB NOT NULL
) STRICT;
"""


def apply(db: Database) -> None:
    """Make the tables of the first library."""
    for statement in _TABLES.split(";"):
        if statement.strip():
            db.conn.execute(statement)
    db.conn.execute("INSERT INTO meta VALUES ('uuid', ?)", (str(uuid.uuid4()),))
