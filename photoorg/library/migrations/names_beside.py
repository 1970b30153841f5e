"""Names in files beside photos of which the user may want to hear.

``beside.names`` counts the names in a file that were new when it was looked at, and goes back to 0
once the user has decided about them; NULL for one that has come or changed since. What was there
before is told by nobody: it was there to be read.
"""

from sqlite_utils import Database

TABLES = """
ALTER TABLE beside ADD COLUMN names INTEGER;
UPDATE beside SET names = 0;
CREATE INDEX beside_with_names ON beside (folder_id, names) WHERE names IS NOT 0;
"""


def apply(db: Database) -> None:
    """Make room; nothing is told of what is there already."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement)
