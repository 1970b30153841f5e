"""Steps bear the mark of the connection that made them.

``step_marks.first_step`` is the first of the steps that bear a ``mark``. Those before all of them
were made by earlier versions.
"""

from sqlite_utils import Database

TABLE = """
CREATE TABLE step_marks (first_step INTEGER PRIMARY KEY, mark TEXT NOT NULL) STRICT
"""


def apply(db: Database) -> None:
    """No step has a mark yet."""
    db.conn.execute(TABLE)
