"""How many steps the user has done, undone and done again: it tells which copy is newer."""

from photoorg.library.storage.connection import Connection


def count_step(connection: Connection) -> int:
    """Count a step, in its transaction; return how many there are now."""
    connection.execute(
        "INSERT INTO meta VALUES ('steps', '1') "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )
    return steps(connection)


def steps(connection: Connection) -> int:
    """Return how many steps there were."""
    return int(connection.value("SELECT value FROM meta WHERE key = 'steps'") or 0)
