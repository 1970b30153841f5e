"""What a journal says of whole photos: how they stand, and when they were taken.

It is said of those that are known here; for others it waits in ``pending_turns`` and
``pending_dates``, by their content.
"""

from collections.abc import Iterable, Mapping

from photoorg.library.journal.anchors import photo_with
from photoorg.library.journal.photo_contents import Content
from photoorg.library.journal.waiting import done, due, wait
from photoorg.library.storage.connection import Connection
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
            of = {"picture_hash": picture, "content_hash": content}
            wait(connection, "pending_turns", of, {"turned": quarters})
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
            of = {"picture_hash": picture, "content_hash": content}
            wait(connection, "pending_dates", of, {"taken": taken})
    if alone:
        for photo_id in _ids(connection, "taken_corrected IS NOT NULL"):
            known.setdefault(photo_id, None)
    stay = "taken_corrected IS NULL" if adding else "true"
    connection.put("photos", "taken_corrected = g.v0", list(known.items()), stay)


def apply_pending_turns(connection: Connection, photo_ids: Iterable[int], step: int | None) -> bool:
    """Turn photos as a step said that waited for them; return whether any of it did.

    New photos stand so already: this is about those that came while the step was undone.
    """
    rows = due(connection, "pending_turns", "w.turned", photo_ids, step)
    for _, photo, quarters in rows:
        if not connection.value("SELECT turned FROM photos WHERE id = ?", (photo,)):
            turn_to(connection, photo, quarters)
    done(connection, "pending_turns", rows)
    return bool(rows)


def apply_pending_dates(connection: Connection, photo_ids: Iterable[int], step: int | None) -> bool:
    """Date photos as a step said that waited for them; return whether any of it did."""
    rows = due(connection, "pending_dates", "w.taken", photo_ids, step)
    dates = {photo: (photo, taken) for _, photo, taken in rows}
    connection.put(
        "photos", "taken_corrected = g.v0", list(dates.values()), "taken_corrected IS NULL"
    )
    done(connection, "pending_dates", rows)
    return bool(rows)


def _ids(connection: Connection, which: str) -> list[int]:
    return [photo_id for (photo_id,) in connection.rows(f"SELECT id FROM photos WHERE {which}")]
