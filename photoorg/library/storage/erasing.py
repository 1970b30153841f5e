"""Writing an SQLite file anew, so that nothing of what was deleted is left in it.

What SQLite deletes stays in free pages, and what it changes stays in the WAL, for anybody who reads
the file byte by byte.
"""

import sqlite3
from pathlib import Path

from photoorg.errors import LibraryBusyError
from photoorg.tr import tr


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the file anew from what is in it, and empty its WAL.

    Raises :class:`LibraryBusyError` when somebody reads it all the while, and what SQLite raises
    when the disk has no room for it.
    """
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("VACUUM")
    row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if row is not None and row[0]:
        ((_, _, file),) = connection.execute("SELECT * FROM pragma_database_list WHERE seq = 0")
        raise LibraryBusyError(
            tr(
                "Another program reads {name}, so what is to be erased is still beside it; close "
                "the windows of photoorg and do it again.",
                name=Path(file).name,
            )
        )
