"""A library may tell what photos look like by a network that learned from its own.

The one row of ``own_looks`` is that learning. While it goes on, ``state`` is where it is; then
``network`` is what came out.
"""

from sqlite_utils import Database

TABLE = """
CREATE TABLE own_looks (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state BLOB,
    network BLOB
) STRICT
"""


def apply(db: Database) -> None:
    """Nothing was learned yet; groups that there are stay with the network that made them."""
    db.conn.execute(TABLE)
