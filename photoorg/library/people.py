"""Questions about people: named persons and groups that nobody named yet are the same row."""

from photoorg.errors import UsageError
from photoorg.library.connection import Connection, Row
from photoorg.library.values import Person

# SQLite takes a bare column (id) from the row that holds the maximum: the best picture of a face
# that a human confirmed, if there is one.
_PERSON = (
    "SELECT p.id, p.name, coalesce(g.faces, 0), "
    "coalesce((SELECT id FROM faces WHERE id = p.cover_face_id AND state = 0), g.face), p.hidden "
    "FROM people AS p LEFT JOIN (SELECT person_id, count(*) AS faces, "
    "max(confirmed * 2 + quality), id AS face FROM faces "
    "WHERE state = 0 AND person_id IS NOT NULL GROUP BY person_id) AS g "
    "ON g.person_id = p.id WHERE (p.name IS NOT NULL OR g.faces > 0) "
)
_BIGGEST_FIRST = "ORDER BY p.name IS NULL, 3 DESC, p.name, p.id"


class People:
    """The table ``people``; an unnamed group without shown faces is not listed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return the number of people and groups."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM people AS p WHERE p.name IS NOT NULL OR EXISTS "
                "(SELECT 1 FROM faces WHERE person_id = p.id AND state = 0)"
            )
        )

    def get(self, person_id: int) -> Person:
        """Return one person; raises :class:`UsageError` when there is none."""
        row = self._connection.row(
            "SELECT p.id, p.name, "
            "(SELECT count(*) FROM faces WHERE person_id = p.id AND state = 0), "
            "coalesce((SELECT id FROM faces WHERE id = p.cover_face_id AND state = 0), "
            "(SELECT id FROM faces WHERE person_id = p.id AND state = 0 "
            " ORDER BY confirmed DESC, quality DESC LIMIT 1)), p.hidden "
            "FROM people AS p WHERE p.id = ?",
            (person_id,),
        )
        if row is None:
            raise UsageError(f"There is no person {person_id} in this library.")
        return _person(row)

    def find_by_name(self, name: str) -> list[Person]:
        """Return the people with this name, whatever its capitals, the biggest first."""
        wanted = name.strip().casefold()
        named = self._connection.rows("SELECT id, name FROM people WHERE name IS NOT NULL")
        found = [self.get(id_) for id_, other in named if other.casefold() == wanted]
        return sorted(found, key=lambda person: (-person.count, person.id))

    def names(self) -> list[str]:
        """Return every name in use, in alphabetical order, for completion."""
        rows = self._connection.rows("SELECT DISTINCT name FROM people WHERE name IS NOT NULL")
        return sorted((str(name) for (name,) in rows), key=str.casefold)

    def list(self, *, include_hidden: bool = False) -> list[Person]:
        """Return people: named ones first, each part with the biggest first."""
        shown = "" if include_hidden else "AND NOT p.hidden "
        rows = self._connection.rows(f"{_PERSON} {shown} {_BIGGEST_FIRST}")
        return [_person(row) for row in rows]


def _person(row: Row) -> Person:
    id_, name, count, cover, hidden = row
    return Person(id_, name, count, cover, bool(hidden))
