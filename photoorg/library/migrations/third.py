"""What the machine thinks of faces and groups, beside what humans said of them.

``faces.trust`` tells how surely a face is one, and ``faces.support`` how well it is held in the
group that the newest grouping put it into, both in [0, 1]. ``standings`` holds, for groups as the
newest grouping left them, what they look like (:class:`photoorg.library.values.Standing`), how
much their faces are to be trusted, and the face that shows them best. None of it is a step of the
history. A row may outlive its group: numbers are never given twice, and an undo that brings the
group back finds it.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE faces ADD COLUMN trust REAL;
ALTER TABLE faces ADD COLUMN support REAL;

CREATE TABLE standings (
    person_id INTEGER PRIMARY KEY,
    standing TEXT NOT NULL,
    trust REAL NOT NULL,
    cover_face_id INTEGER
) STRICT;
"""


def apply(db: Database) -> None:
    """Make room for the machine's opinions; the next grouping fills it."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
