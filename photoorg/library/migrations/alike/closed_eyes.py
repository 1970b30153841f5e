"""Of photos in stacks it is known on how many of their faces the eyes are closed."""

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Nothing is known yet; the next search looks at them."""
    db.conn.execute("ALTER TABLE sketches ADD COLUMN closed_eyes INTEGER")
