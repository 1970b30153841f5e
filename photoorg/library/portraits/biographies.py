"""What photos tell of a person: through which years, with whom, and what cannot be."""

import re
from dataclasses import dataclass

from photoorg.errors import UsageError
from photoorg.library.storage.connection import Connection
from photoorg.tr import tr

WITH = 5
"""So many people are named with whom somebody is often seen."""

_TAKEN = "p.taken"
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody with a name who is in ``photos`` photos of a person."""

    id: int
    name: str
    photos: int


@dataclass(frozen=True, slots=True)
class About:
    """``born`` is a date, a month ("2019-07") or a year; ``years`` tells photos by year.

    ``too_early`` are faces in photos from before the birth.
    """

    born: str | None
    favourite: bool
    years: dict[int, int]
    companions: list[Companion]
    too_early: list[int]
    notes: str | None = None


class Biographies:
    """Questions about single people, answered along indexes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person_id: int) -> About:
        """Return what is known of a person; raises :class:`UsageError` when there is none."""
        row = self._connection.row(
            "SELECT birth_date, favourite, notes FROM people WHERE id = ? AND merged_into IS NULL",
            (person_id,),
        )
        if row is None:
            raise UsageError(tr("There is no person {id} in this library.", id=person_id))
        years = self._connection.rows(
            f"SELECT CAST(substr({_TAKEN}, 1, 4) AS INTEGER) AS year, count(DISTINCT p.id) "
            "FROM faces AS f JOIN photos AS p ON p.id = f.photo_id WHERE f.person_id = ? "
            f"AND f.shown AND {_TAKEN} IS NOT NULL GROUP BY year ORDER BY year",
            (person_id,),
        )
        companions = self._connection.rows(
            "SELECT q.id, q.name, count(DISTINCT o.photo_id) AS photos FROM faces AS f "
            "JOIN faces AS o ON o.photo_id = f.photo_id AND o.shown AND o.person_id != f.person_id "
            "JOIN people AS q ON q.id = o.person_id AND q.name IS NOT NULL AND NOT q.hidden "
            "WHERE f.person_id = ? AND f.shown GROUP BY q.id ORDER BY photos DESC, q.name LIMIT ?",
            (person_id, WITH),
        )
        return About(
            born=row[0],
            favourite=bool(row[1]),
            years=dict(years),
            companions=[Companion(*companion) for companion in companions],
            too_early=self.too_early(person_id),
            notes=row[2],
        )

    def births(self) -> dict[int, str]:
        """Return when people were born, as far as that is known: a date, a month or a year."""
        return dict(
            self._connection.rows(
                "SELECT id, birth_date FROM people "
                "WHERE birth_date IS NOT NULL AND merged_into IS NULL"
            )
        )

    def too_early(self, person_id: int | None = None) -> list[int]:
        """Return the faces of a person, or of all, in photos from before the birth.

        Where of one only the year or the month is known, no more of the other counts. A face of
        which a human said who it is does not count.
        """
        whose = "" if person_id is None else "AND q.id = ?"
        rows = self._connection.rows(
            "SELECT f.id FROM people AS q JOIN faces AS f ON f.person_id = q.id AND f.shown "
            "JOIN photos AS p ON p.id = f.photo_id WHERE q.birth_date IS NOT NULL "
            f"AND f.source != 'face' AND substr({_TAKEN}, 1, length(q.birth_date)) "
            f"< substr(q.birth_date, 1, length({_TAKEN})) {whose} ORDER BY f.id",
            () if person_id is None else (person_id,),
        )
        return [face for (face,) in rows]


def checked_date(text: str) -> str:
    """Return a date as it is stored: "2019-07-14", "2019-07" or "2019".

    Raises :class:`UsageError` for anything else.
    """
    text = text.strip()
    if not _DATE.fullmatch(text) or text < "1800":
        raise UsageError(
            tr("“{text}” is no date; write 2019-07-14, 2019-07 or 2019.", text=text[:40])
        )
    return text
