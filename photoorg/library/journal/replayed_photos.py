"""What a journal says of whole photos: how they stand, and when they were taken.

It is said of those that are known here; for others it waits in ``pending_turns`` and
``pending_dates``, by their content.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from photoorg.library.journal.anchors import photo_with
from photoorg.library.storage.connection import Connection
from photoorg.library.turns import turn_to

Content: TypeAlias = tuple[str | None, str | None]
"""What a photo is told by in any library: the hash of its picture, that of its file."""


def restore_turns(
    connection: Connection, turns: Mapping[Content, int], *, alone: bool = False
) -> None:
    """Turn photos; with ``alone`` those stand as their files say of which nothing is told."""
    known: dict[int, int] = {}
    for (picture, content), quarters in turns.items():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            known[photo[0]] = quarters
        elif quarters:
            connection.execute(
                "INSERT INTO pending_turns (picture_hash, content_hash, turned) VALUES (?, ?, ?)",
                (picture, content, quarters),
            )
    if alone:
        for (photo_id,) in connection.rows("SELECT id FROM photos WHERE turned"):
            known.setdefault(photo_id, 0)
    for photo_id, quarters in known.items():
        turn_to(connection, photo_id, quarters)


def restore_dates(
    connection: Connection, dates: Mapping[Content, str | None], *, alone: bool = False
) -> None:
    """Say when photos were taken; with ``alone`` the files of all others are believed."""
    known: dict[int, str | None] = {}
    for (picture, content), taken in dates.items():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            known[photo[0]] = taken
        elif taken is not None:
            connection.execute(
                "INSERT INTO pending_dates (picture_hash, content_hash, taken) VALUES (?, ?, ?)",
                (picture, content, taken),
            )
    if alone:
        for (photo_id,) in connection.rows(
            "SELECT id FROM photos WHERE taken_corrected IS NOT NULL"
        ):
            known.setdefault(photo_id, None)
    connection.put("photos", "taken_corrected = g.v0", list(known.items()))


def apply_pending_dates(connection: Connection, photo_ids: Iterable[int]) -> bool:
    """Say when photos were taken that are here now; return whether any of them waited for it."""
    if not connection.value("SELECT EXISTS (SELECT 1 FROM pending_dates)"):
        return False
    with connection.chosen(photo_ids) as photos:
        rows = connection.rows(
            "SELECT d.rowid, c.photo_id, d.taken FROM pending_dates AS d JOIN contents AS c "
            "ON c.picture_hash = d.picture_hash OR c.content_hash = d.content_hash "
            f"WHERE c.photo_id IN {photos} ORDER BY d.rowid"
        )
    connection.put(
        "photos", "taken_corrected = g.v0", list({row[1]: row[1:] for row in rows}.values())
    )
    connection.executemany("DELETE FROM pending_dates WHERE rowid = ?", {row[:1] for row in rows})
    return bool(rows)
