"""What photos tell of a person: through which years, with whom, and what cannot be."""

import json
import re
from dataclasses import dataclass

from photoorg.errors import UsageError
from photoorg.library.decisions.merges import Merges, family
from photoorg.library.storage.connection import Connection
from photoorg.tr import tr

WITH = 5
"""So many people are named with whom somebody is often seen."""

_TAKEN = "p.taken"
_OLDEST_FIRST = (
    "ORDER BY iif(merged_into IS NULL, 0, "
    "(SELECT max(id) FROM answers WHERE from_person_id = people.id)), id"
)
"""Whoever stands comes before those who joined, and of these who did so first."""
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
    """Questions about single people, answered along indexes.

    Of whoever was merged into a person the star counts, and the birth date where the person has
    none. They stay with who brought them, and leave when the merge is taken back.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person_id: int) -> About:
        """Return what is known of a person; raises :class:`UsageError` when there is none."""
        row = self._connection.row(
            f"SELECT (SELECT birth_date FROM people WHERE id IN {family(person_id)} "
            f"AND birth_date IS NOT NULL {_OLDEST_FIRST} LIMIT 1), "
            f"(SELECT max(favourite) FROM people WHERE id IN {family(person_id)}), notes "
            "FROM people WHERE id = ? AND merged_into IS NULL",
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
            too_early=self._before({person_id: row[0]} if row[0] else {}),
            notes=row[2],
        )

    def births(self) -> dict[int, str]:
        """Return when people were born, as far as that is known: a date, a month or a year."""
        final = Merges(self._connection).final_people()
        born: dict[int, str] = {}
        for person, date in self._connection.rows(
            f"SELECT id, birth_date FROM people WHERE birth_date IS NOT NULL {_OLDEST_FIRST}"
        ):
            born.setdefault(final.get(int(person), int(person)), date)
        return born

    def too_early(self) -> list[int]:
        """Return the faces of all people in photos from before their births.

        Where of one only the year or the month is known, no more of the other counts. A face of
        which a human said who it is does not count.
        """
        return self._before(self.births())

    def _before(self, births: dict[int, str]) -> list[int]:
        rows = self._connection.rows(
            "WITH q (id, born) AS (SELECT json_extract(value, '$[0]'), "
            "json_extract(value, '$[1]') FROM json_each(?)) SELECT f.id FROM q "
            "JOIN faces AS f ON f.person_id = q.id AND f.shown "
            "JOIN photos AS p ON p.id = f.photo_id WHERE f.source != 'face' "
            f"AND substr({_TAKEN}, 1, length(q.born)) < substr(q.born, 1, length({_TAKEN})) "
            "ORDER BY f.id",
            (json.dumps(list(births.items())),),
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
