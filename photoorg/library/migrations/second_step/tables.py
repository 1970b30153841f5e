"""The tables of the second library, and what they take over from those of the first, in SQL."""

TABLES = """
CREATE TABLE volumes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL UNIQUE,
    label TEXT,
    kind TEXT,
    mount_point TEXT
) STRICT;

CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    volume_id INTEGER REFERENCES volumes ON DELETE SET NULL,
    path_in_volume TEXT,
    added_at TEXT NOT NULL,
    away INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL DEFAULT 'photo',
    picture_hash TEXT,
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    duration_s REAL,
    taken_at TEXT,
    taken_offset_min INTEGER,
    taken_source TEXT,
    taken_corrected TEXT,
    latitude REAL,
    longitude REAL,
    place TEXT,
    camera TEXT,
    rating INTEGER,
    caption TEXT,
    away INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photos_by_date ON photos (taken_at DESC, id);

CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER REFERENCES photos ON DELETE SET NULL,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL DEFAULT 'photo',
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content_hash TEXT,
    read_at TEXT,
    unseen_since TEXT,
    gone INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    error_passing INTEGER NOT NULL DEFAULT 0,
    error_ignored INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX files_by_photo ON files (photo_id);
CREATE INDEX files_by_folder ON files (folder_id, gone, photo_id);
CREATE INDEX files_to_read ON files (path) WHERE read_at IS NULL;
CREATE INDEX files_unseen ON files (folder_id) WHERE unseen_since IS NOT NULL;
CREATE INDEX files_with_error ON files (path) WHERE error IS NOT NULL;

CREATE TABLE contents (
    content_hash TEXT PRIMARY KEY,
    picture_hash TEXT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX contents_by_picture ON contents (picture_hash);
CREATE INDEX contents_by_photo ON contents (photo_id);

CREATE TABLE stages (
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    stage TEXT NOT NULL,
    version TEXT NOT NULL,
    done_at TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (photo_id, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    name TEXT,
    hidden INTEGER NOT NULL DEFAULT 0,
    stranger INTEGER NOT NULL DEFAULT 0,
    favourite INTEGER NOT NULL DEFAULT 0,
    birth_date TEXT,
    cover_face_id INTEGER REFERENCES faces ON DELETE SET NULL,
    merged_into INTEGER REFERENCES people ON DELETE SET NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_name ON people (name) WHERE name IS NOT NULL;
CREATE INDEX people_by_cover ON people (cover_face_id);
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE tracks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    begins_s REAL,
    ends_s REAL
) STRICT;
CREATE INDEX tracks_by_photo ON tracks (photo_id);

CREATE TABLE faces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    track_id INTEGER REFERENCES tracks ON DELETE SET NULL,
    at_s REAL,
    x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
    box_source TEXT NOT NULL DEFAULT 'found',
    landmarks BLOB,
    score REAL,
    quality REAL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL DEFAULT 'machine',
    dismissed INTEGER NOT NULL DEFAULT 0,
    lost INTEGER NOT NULL DEFAULT 0,
    away INTEGER NOT NULL DEFAULT 0,
    forgotten INTEGER NOT NULL DEFAULT 0,
    shown INTEGER NOT NULL GENERATED ALWAYS AS (NOT (dismissed OR lost OR away)) STORED
) STRICT;
CREATE INDEX faces_by_photo ON faces (photo_id, shown);
CREATE INDEX faces_by_person ON faces (person_id, shown, source, quality);
CREATE INDEX faces_by_track ON faces (track_id) WHERE track_id IS NOT NULL;

CREATE TABLE embeddings (
    face_id INTEGER NOT NULL REFERENCES faces ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (face_id, model)
) STRICT;

CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    person_id INTEGER,
    from_person_id INTEGER,
    name TEXT,
    author TEXT NOT NULL DEFAULT 'you',
    made_at TEXT NOT NULL,
    step_id INTEGER
) STRICT;
CREATE INDEX answers_by_person ON answers (person_id);

CREATE TABLE answer_faces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE,
    face_id INTEGER NOT NULL REFERENCES faces,
    side INTEGER NOT NULL DEFAULT 0,
    superseded_by INTEGER
) STRICT;
CREATE INDEX answer_faces_by_answer ON answer_faces (answer_id, side);
CREATE INDEX answer_faces_by_face ON answer_faces (face_id);

CREATE TABLE pending_answers (
    id INTEGER PRIMARY KEY,
    answer_id INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE,
    side INTEGER NOT NULL,
    picture_hash TEXT,
    content_hash TEXT,
    x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL
) STRICT;
CREATE INDEX pending_by_picture ON pending_answers (picture_hash);
CREATE INDEX pending_by_content ON pending_answers (content_hash);
CREATE INDEX pending_by_answer ON pending_answers (answer_id);

CREATE TABLE groupings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    granularity REAL,
    covers TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    changes BLOB NOT NULL
) STRICT;
"""

OLD_INDEXES = (
    *("photos_by_folder", "photos_by_hash", "photos_by_date", "photos_with_error"),
    *("people_by_name", "people_by_cover", "tracks_by_photo"),
    *("faces_by_photo", "faces_by_person", "faces_by_track"),
    *("decisions_by_face", "decisions_by_person", "decisions_by_other"),
)

OLD_TABLES = ("embeddings", "decisions", "edits", "faces", "tracks", "photos", "people", "folders")

COPIES = """
INSERT INTO folders (id, path, added_at, away, removed)
SELECT id, path, added_at, missing, removed FROM first_folders;

-- A photo that was read once is known, and its picture_hash comes when a file of it is read again.
INSERT INTO photos (id, kind, width, height, taken_at, taken_source)
SELECT id, kind, width, height, taken_at, iif(taken_at IS NULL, NULL, 'exif') FROM first_photos
WHERE id NOT IN (SELECT id FROM copied_photos)
AND (content_hash IS NOT NULL OR id IN (SELECT photo_id FROM first_faces)) ORDER BY id;

-- A file that waits to be read again shows meanwhile what it showed before.
INSERT INTO files (photo_id, folder_id, path, size, mtime_ns, content_hash, read_at, gone, error,
    error_ignored)
SELECT p.id, f.folder_id, f.path, f.size, f.mtime_ns, f.content_hash, f.analyzed_at, f.missing,
    f.error, f.error_ignored
FROM first_photos AS f LEFT JOIN copied_photos AS c ON c.id = f.id
LEFT JOIN photos AS p ON p.id = coalesce(c.kept, f.id) ORDER BY f.id;

-- The model has seen what such a photo showed before.
INSERT INTO stages (photo_id, stage, version, done_at)
SELECT f.id, 'faces', f.model, coalesce(f.analyzed_at, d.added_at)
FROM first_photos AS f JOIN folders AS d ON d.id = f.folder_id
WHERE f.id IN (SELECT id FROM photos) AND f.model IS NOT NULL;

-- Of two photos with one content and other faces the first stands for it.
INSERT INTO contents (content_hash, photo_id)
SELECT content_hash, min(id) FROM first_photos
WHERE content_hash IS NOT NULL AND id NOT IN (SELECT id FROM copied_photos) GROUP BY content_hash;

INSERT INTO tracks (id, photo_id)
SELECT t.id, coalesce(c.kept, t.photo_id)
FROM first_tracks AS t LEFT JOIN copied_photos AS c ON c.id = t.photo_id;

INSERT INTO faces (id, photo_id, track_id, x, y, w, h, landmarks, score, quality, person_id)
SELECT f.id, f.photo_id, f.track_id, f.x, f.y, f.w, f.h, f.landmarks, f.score, f.quality, p.id
FROM first_faces AS f LEFT JOIN first_people AS p ON p.id = f.person_id
WHERE f.id NOT IN (SELECT id FROM copied_faces) ORDER BY f.id;

INSERT INTO embeddings (face_id, model, vector)
SELECT face_id, model, vector FROM first_embeddings
WHERE face_id IN (SELECT id FROM faces) ORDER BY face_id;
"""
