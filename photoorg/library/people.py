"""Questions about people: named persons and groups that nobody named yet are the same row."""

import unicodedata
from collections.abc import Iterable

from photoorg.errors import UsageError
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.values import HELD, Person, Standing
from photoorg.tr import tr

# What a human said of the faces of a group goes before what the machine thinks of it.
_SAID = (
    "said AS (SELECT f.person_id, "
    "sum(o.kind = 'face') AS faces, sum(o.kind = 'unknown') AS unknown "
    "FROM answers AS o CROSS JOIN answer_faces AS r ON r.answer_id = o.id "
    "AND r.superseded_by IS NULL CROSS JOIN faces AS f ON f.id = r.face_id AND f.shown "
    "WHERE o.kind IN ('face', 'unknown') {whose}"
    "GROUP BY f.person_id)"
)

# SQLite takes a bare column (id) from the row that holds the maximum: the best picture of a face
# that a human put there, said of this very face if there is one. The machine's choice goes before
# the best picture, unless a human has put others there more surely since.
_GROUPS = (
    "g AS (SELECT person_id, count(*) AS faces, "
    "max((source = 'face') * 4 + (source = 'group') * 2 + coalesce(quality, 0)) AS best, "
    "id AS face FROM faces WHERE shown AND person_id IS NOT NULL {whose}GROUP BY person_id)"
)
_PERSON = (
    "SELECT p.id, p.name, coalesce(g.faces, 0), "
    "coalesce((SELECT id FROM faces WHERE id = p.cover_face_id AND shown), "
    "CASE WHEN g.faces > 1 THEN (SELECT id FROM faces WHERE id = s.cover_face_id AND shown "
    "AND person_id = p.id AND (source = 'face') * 4 + (source = 'group') * 2 + 1 >= g.best) END, "
    "g.face), p.hidden, "
    "CASE WHEN p.name IS NOT NULL OR g.best >= 2 THEN 'person' "
    f"WHEN said.unknown >= g.faces AND coalesce(s.standing, '') != '{Standing.DOUBTFUL}' "
    "THEN 'stranger' "
    "WHEN 2 * said.faces > g.faces THEN 'person' "
    "ELSE coalesce(s.standing, 'person') END AS seems, "
    "CASE WHEN p.name IS NULL THEN 0 ELSE (SELECT count(*) FROM faces WHERE person_id = p.id "
    f"AND shown = 1 AND source = 'machine' AND coalesce(support, 0) < {HELD}) END, p.notes, "
    "coalesce(said.unknown, 0) > 0 "
    "FROM people AS p LEFT JOIN g ON g.person_id = p.id LEFT JOIN said ON said.person_id = p.id "
    "LEFT JOIN standings AS s ON s.person_id = p.id WHERE p.merged_into IS NULL "
)
_ALL = f"WITH {_SAID}, {_GROUPS} {_PERSON} AND (p.name IS NOT NULL OR g.faces >= ?) ".format(
    whose=""
)
_THEIRS = "AND {faces}person_id IN (SELECT id FROM people WHERE name IS NOT NULL) "
_NAMED = (
    "WITH "
    + _SAID.format(whose=_THEIRS.format(faces="f."))
    + ", "
    + _GROUPS.format(whose=_THEIRS.format(faces=""))
    + f" {_PERSON} AND p.name IS NOT NULL "
)
_ONE = (
    "WITH "
    + _SAID.format(whose="AND f.person_id = ?1 ")
    + ", "
    + _GROUPS.format(whose="AND person_id = ?1 ")
    + f" {_PERSON} AND p.id = ?1"
)

_BIGGEST_FIRST = (
    "ORDER BY p.name IS NULL, seems != 'person', seems = 'stranger', 3 DESC, p.name, "
    "iif(g.faces = 1, g.best * coalesce(s.trust, 1), round(coalesce(s.trust, 1), 1)) DESC, p.id"
)


_STANDINGS = {one.value: one for one in Standing}


class People:
    """The table ``people``; an unnamed group without shown faces is not listed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return the number of people and groups."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM people AS p WHERE p.merged_into IS NULL AND "
                "(p.name IS NOT NULL OR EXISTS "
                "(SELECT 1 FROM faces WHERE person_id = p.id AND shown))"
            )
        )

    def get(self, person_id: int) -> Person:
        """Return one person; raises :class:`UsageError` when there is none."""
        row = self._connection.row(_ONE, (person_id,))
        if row is None:
            raise UsageError(tr("There is no person {id} in this library.", id=person_id))
        return _person(row)

    def exists(self, person_id: int) -> bool:
        """Tell whether there is such a person, who was not merged into another."""
        sql = "SELECT EXISTS (SELECT 1 FROM people WHERE id = ? AND merged_into IS NULL)"
        return bool(self._connection.value(sql, (person_id,)))

    def expect(self, *person_ids: int) -> None:
        """Raise UsageError when somebody is gone.

        To be asked inside an edit, which may have waited for another process: a scan that stored
        its groups meanwhile, or another window, may have joined people to others.
        """
        for id_ in person_ids:
            if not self.exists(id_):
                raise UsageError(tr("There is no person {id} in this library.", id=id_))

    def find_by_name(self, name: str) -> list[Person]:
        """Return the people with this name, whatever its capitals, the biggest first."""
        wanted = compared(name)
        # SQLite knows capitals of ASCII alone; names of other letters are compared here
        named = self._connection.rows(
            "SELECT id, name FROM people WHERE name IS NOT NULL AND merged_into IS NULL "
            "AND (? OR trim(name) = ? COLLATE NOCASE OR name GLOB '*[^ -~]*')",
            (not wanted.isascii(), wanted if wanted.isascii() else ""),  # it may be no text at all
        )
        found = [self.get(id_) for id_, other in named if compared(other) == wanted]
        return sorted(found, key=lambda person: (-person.count, person.id))

    def names(self) -> list[str]:
        """Return every name in use, in alphabetical order, for completion."""
        rows = self._connection.rows(
            "SELECT DISTINCT name FROM people WHERE name IS NOT NULL AND merged_into IS NULL"
        )
        return sorted((str(name) for (name,) in rows), key=str.casefold)

    def faces_put_by_machine(self) -> dict[str, int]:
        """Return how many shown faces the machine put with everybody who has a name, by name."""
        return dict(
            self._connection.rows(
                "SELECT p.name, count(f.id) FROM people AS p LEFT JOIN faces AS f "
                "ON f.person_id = p.id AND f.shown AND f.source = 'machine' "
                "WHERE p.name IS NOT NULL AND p.merged_into IS NULL GROUP BY p.name"
            )
        )

    def named(self) -> list[Person]:
        """Return everybody with a name, hidden ones too, in the order of :meth:`list`."""
        return [_person(row) for row in self._connection.rows(f"{_NAMED} {_BIGGEST_FIRST}")]

    def list(self, *, include_hidden: bool = False, least: int = 1) -> list[Person]:
        """Return people: named ones first, then groups, each part with the biggest first.

        Groups that are perhaps no faces, and after them strangers, stand at the end. Of those with
        one face the better pictures come first. Groups of fewer than ``least`` faces are left out,
        which is much quicker: most groups of a large library have one.
        """
        shown = "" if include_hidden else "AND NOT p.hidden "
        rows = self._connection.rows(f"{_ALL} {shown} {_BIGGEST_FIRST}", (least,))
        return [_person(row) for row in rows]

    def remove_emptied(self, person_ids: Iterable[int] | None = None) -> None:
        """Drop unnamed groups that have lost their last face, of these people or of all.

        Who was ever merged, or is spoken of, stays: their answers lead to them, and an undo to whom
        they were.
        """
        some = (
            ""
            if person_ids is None
            else f"AND id IN ({', '.join(str(int(person)) for person in person_ids)}) "
        )
        self._connection.execute(
            f"DELETE FROM people WHERE name IS NULL AND merged_into IS NULL {some}"
            "AND NOT EXISTS (SELECT 1 FROM faces WHERE person_id = people.id) "
            "AND NOT EXISTS (SELECT 1 FROM people AS p WHERE p.merged_into = people.id) "
            "AND NOT EXISTS (SELECT 1 FROM answers AS o JOIN answer_faces AS r "
            "ON r.answer_id = o.id AND r.superseded_by IS NULL WHERE o.person_id = people.id) "
            "AND NOT EXISTS (SELECT 1 FROM answers AS o JOIN pending_answers AS w "
            "ON w.answer_id = o.id WHERE o.person_id = people.id) "
            "AND id NOT IN (SELECT from_person_id FROM answers WHERE from_person_id IS NOT NULL)"
        )


def compared(name: str) -> str:
    """Return a name as it is compared: composed, without regard to capitals and outer spaces."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).strip()


def _person(row: Row) -> Person:
    id_, name, count, cover, hidden, standing, unsure, notes, put_off = row
    seems = _STANDINGS[standing]
    return Person(id_, name, count, cover, bool(hidden), seems, unsure, notes, bool(put_off))
