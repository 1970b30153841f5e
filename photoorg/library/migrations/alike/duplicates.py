"""Pictures that are there more than once, as far as that was looked for.

``sketches.grey`` are 16 x 16 grey values of a photo as it was when it had ``picture_hash``;
``sharpness`` is known of photos that are like others. ``compared`` holds the pairs whose sketches
are alike, the lower id first, and whether they show one picture: then they are ``twins``. All of
it can be found out anew at any time.
"""

from sqlite_utils import Database

TABLES = """
CREATE TABLE sketches (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    picture_hash TEXT,
    grey BLOB NOT NULL,
    sharpness REAL
) STRICT;

CREATE TABLE compared (
    photo_id INTEGER NOT NULL REFERENCES sketches ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES sketches ON DELETE CASCADE,
    twins INTEGER NOT NULL,
    PRIMARY KEY (photo_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX compared_by_other ON compared (other_id);
"""


def apply(db: Database) -> None:
    """Make room; it is filled when duplicates are asked for."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
