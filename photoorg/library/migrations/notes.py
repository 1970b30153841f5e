"""What the user wrote down about people: ``people.notes``, a text of lines, or NULL."""

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Make room for notes."""
    db.conn.execute("ALTER TABLE people ADD COLUMN notes TEXT")
