"""What the user said of duplicates, as it stands in the lines of a journal.

* ``no_duplicates``: id, picture hash and content hash of one photo and of the other, whether it was
  taken back, moment

As in :mod:`.lines` a row without anything but its number is gone, and rows that wait for their
photos have negative numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from photoorg.library.journal.photo_contents import Content, told_by
from photoorg.library.storage.connection import Connection, Row

KIND = "no_duplicates"

_DENIALS = (
    f"SELECT n.id, {told_by('p')}, {told_by('o')}, n.ended, n.made_at FROM no_duplicates AS n "
    "JOIN photos AS p ON p.id = n.photo_id JOIN photos AS o ON o.id = n.other_id"
)
_WAITING = (
    "SELECT -rowid, picture_hash, content_hash, other_picture_hash, other_content_hash, ended, "
    "made_at FROM pending_no_duplicates"
)


class Denial(NamedTuple):
    """That two photos are no duplicates, or that this ``ended``."""

    one: Content
    other: Content
    ended: bool
    made_at: str


@dataclass
class Denials:
    """What was said of duplicates, by the numbers in the library that wrote it down."""

    rows: dict[int, Denial] = field(default_factory=dict)

    def add(self, line: dict[str, Any]) -> None:
        """Take in a line."""
        for id_, *values in line.get(KIND, ()):
            if values:
                picture, content, other_picture, other_content, ended, made_at = values
                self.rows[int(id_)] = Denial(
                    (picture, content), (other_picture, other_content), bool(ended), str(made_at)
                )
            else:
                self.rows.pop(id_, None)


def touched(connection: Connection, rows: dict[str, list[int]]) -> dict[str, list[Row]]:
    """Return what a line says of the rows that a step touched."""
    ids = rows.get(KIND, [])
    with connection.chosen(ids) as chosen:
        known = connection.rows(f"{_DENIALS} WHERE n.id IN {chosen}")
    return _said([*known, *_gone(known, ids)])


def whole(connection: Connection) -> dict[str, list[Row]]:
    """Return what a line says of everything that stands."""
    return _said(connection.rows(_DENIALS) + connection.rows(_WAITING))


def _said(rows: list[Row]) -> dict[str, list[Row]]:
    return {KIND: rows} if rows else {}


def _gone(known: list[Row], ids: Iterable[int]) -> list[Row]:
    there = {row[0] for row in known}
    return [(id_,) for id_ in ids if id_ not in there]
