"""What a journal says of whole photos: how they stand, and when they were taken.

It is said of those that are known here; for others it waits in ``pending_turns`` and
``pending_dates``, by their content.
"""

from collections.abc import Iterable, Mapping

from photoorg.library.journal.anchors import photo_with
from photoorg.library.journal.photo_contents import Content
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.steps import THIS_STEP
from photoorg.library.turns import turn_to


def restore_turns(
    connection: Connection,
    turns: Mapping[Content, int],
    *,
    alone: bool = False,
    adding: bool = False,
) -> None:
    """Turn photos; with ``alone`` those stand as their files say of which nothing is told.

    With ``adding`` those stay as they are that were turned here.
    """
    known: dict[int, int] = {}
    for (picture, content), quarters in turns.items():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            known[photo[0]] = quarters
        elif quarters:
            _forget(connection, "pending_turns", picture, content)
            connection.execute(
                "INSERT INTO pending_turns (picture_hash, content_hash, turned, step_id) "
                f"VALUES (?, ?, ?, {THIS_STEP})",
                (picture, content, quarters),
            )
    if alone:
        for photo_id in _ids(connection, "turned"):
            known.setdefault(photo_id, 0)
    stay = set(_ids(connection, "turned")) if adding else ()
    for photo_id, quarters in known.items():
        if photo_id not in stay:
            turn_to(connection, photo_id, quarters)


def restore_dates(
    connection: Connection,
    dates: Mapping[Content, str | None],
    *,
    alone: bool = False,
    adding: bool = False,
) -> None:
    """Say when photos were taken; with ``alone`` the files of all others are believed.

    With ``adding`` those stay as they are of which that was said here.
    """
    known: dict[int, str | None] = {}
    for (picture, content), taken in dates.items():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            known[photo[0]] = taken
        elif taken is not None:
            _forget(connection, "pending_dates", picture, content)
            connection.execute(
                "INSERT INTO pending_dates (picture_hash, content_hash, taken, step_id) "
                f"VALUES (?, ?, ?, {THIS_STEP})",
                (picture, content, taken),
            )
    if alone:
        for photo_id in _ids(connection, "taken_corrected IS NOT NULL"):
            known.setdefault(photo_id, None)
    stay = "taken_corrected IS NULL" if adding else "true"
    connection.put("photos", "taken_corrected = g.v0", list(known.items()), stay)


def apply_pending_turns(connection: Connection, photo_ids: Iterable[int], step: int | None) -> bool:
    """Turn photos that were here before a step was done again that waited for them."""
    with connection.chosen(photo_ids) as photos:
        rows = connection.rows(
            "SELECT t.id, c.photo_id, t.turned FROM pending_turns AS t JOIN contents AS c "
            "ON c.picture_hash = t.picture_hash OR c.content_hash = t.content_hash "
            f"WHERE t.step_id IS ? AND c.photo_id IN {photos} ORDER BY t.id",
            (step,),
        )
    for _, photo, quarters in rows:
        turn_to(connection, photo, quarters)
    connection.executemany("DELETE FROM pending_turns WHERE id = ?", {row[:1] for row in rows})
    return bool(rows)


def apply_pending_dates(connection: Connection, photo_ids: Iterable[int], step: int | None) -> bool:
    """Say when photos were taken that are here now, as a step said that they were waited for.

    Returns whether any of them was.
    """
    with connection.chosen(photo_ids) as photos:
        rows = connection.rows(
            "SELECT d.id, c.photo_id, d.taken FROM pending_dates AS d JOIN contents AS c "
            "ON c.picture_hash = d.picture_hash OR c.content_hash = d.content_hash "
            f"WHERE d.step_id IS ? AND c.photo_id IN {photos} ORDER BY d.id",
            (step,),
        )
    connection.put(
        "photos", "taken_corrected = g.v0", list({row[1]: row[1:] for row in rows}.values())
    )
    connection.executemany("DELETE FROM pending_dates WHERE id = ?", {row[:1] for row in rows})
    return bool(rows)


def _forget(connection: Connection, waiting: str, picture: str | None, content: str | None) -> None:
    """Drop what waited for a photo: it is said anew."""
    connection.execute(
        f"DELETE FROM {waiting} WHERE picture_hash IS ? AND content_hash IS ?", (picture, content)
    )


def _ids(connection: Connection, which: str) -> list[int]:
    return [photo_id for (photo_id,) in connection.rows(f"SELECT id FROM photos WHERE {which}")]
