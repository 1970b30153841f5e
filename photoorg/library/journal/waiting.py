"""What was said of photos that are not known yet, apart from answers about faces.

It waits in the tables of :data:`.changes.WAITING` for a photo of its content, and belongs to the
step that said it. What the user says of the photo itself counts above it.
"""

from collections.abc import Iterable, Mapping

from photoorg.library.decisions.changes import ALL_WAITING, WAITING
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.storage.steps import THIS_STEP

_OTHER = "OR {0}.other_picture_hash = c.picture_hash OR {0}.other_content_hash = c.content_hash"


def wait(
    connection: Connection, table: str, photos: Mapping[str, str | None], said: Mapping[str, object]
) -> None:
    """Let something wait for photos, in the place of what waited for them before.

    ``photos`` are the columns that tell them, ``said`` the others; what waits already stays.
    """
    here = " AND ".join(f"{column} IS :{column}" for column in photos)
    same = " AND ".join(f"{column} IS :{column}" for column in said)
    row = {**photos, **said}
    connection.execute(f"DELETE FROM {table} WHERE {here} AND NOT ({same})", row)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}, step_id) "
        f"SELECT {', '.join(f':{column}' for column in row)}, {THIS_STEP} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {here})",
        row,
    )


def steps_due(connection: Connection, photo_ids: Iterable[int]) -> list[int | None]:
    """Return the steps that said something that waited for these photos, the oldest first."""
    with connection.chosen(photo_ids) as photos:
        found = {
            step
            for table in WAITING
            for (step,) in connection.rows(f"SELECT DISTINCT w.step_id {_due(table, photos)}")
        }
    return sorted(found, key=lambda step: step or 0)


def due(
    connection: Connection, table: str, said: str, photo_ids: Iterable[int], step: int | None
) -> list[Row]:
    """Return ``(id, photo id, said)`` of the rows of a step that waited for these photos."""
    with connection.chosen(photo_ids) as photos:
        return connection.rows(
            f"SELECT DISTINCT w.id, c.photo_id, {said} {_due(table, photos)} "
            "AND w.step_id IS ? ORDER BY w.id, c.photo_id",
            (step,),
        )


def done(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Let rows, told by their first column, wait no longer."""
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", {row[:1] for row in rows})


def anything_waits(connection: Connection) -> bool:
    """Tell whether something waits, also answers about faces."""
    return any(connection.value(f"SELECT EXISTS (SELECT 1 FROM {table})") for table in ALL_WAITING)


def photos_awaited(connection: Connection) -> set[int]:
    """Return the photos, known by now, for which something waits, also answers about faces."""
    return {
        photo
        for table in ALL_WAITING
        for (photo,) in connection.rows(
            f"SELECT c.photo_id FROM {table} AS w JOIN contents AS c ON {_about(table)}"
        )
    }


def _due(table: str, photos: str) -> str:
    return (
        f"FROM contents AS c CROSS JOIN {table} AS w ON {_about(table)} "
        f"WHERE c.photo_id IN {photos}"
    )


def _about(table: str) -> str:
    pair = _OTHER.format("w") if table == "pending_no_duplicates" else ""
    return f"(w.picture_hash = c.picture_hash OR w.content_hash = c.content_hash {pair})"
