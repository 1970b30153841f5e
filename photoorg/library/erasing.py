"""Writing an SQLite file anew, so that nothing of what was deleted is left in it.

What SQLite deletes stays in free pages, and what it changes stays in the WAL, for anybody who reads
the file byte by byte.
"""

import sqlite3


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the file anew from what is in it, and empty its WAL.

    Raises sqlite3.OperationalError when somebody else reads it all the while, or when the disk has
    no room for it.
    """
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("VACUUM")
    row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if row is not None and row[0]:
        error = sqlite3.OperationalError("the WAL is read by somebody else")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error
