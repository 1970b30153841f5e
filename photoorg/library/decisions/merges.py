"""Merges: who became part of whom."""

from collections.abc import Sequence

from photoorg.library.storage.connection import Connection
from photoorg.library.values import Merge, Person


class Merges:
    """The people that were merged into others, by ``people.merged_into`` and the answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_any(self, person: int) -> bool:
        """Tell whether anybody was merged into a person, without asking who."""
        sql = "SELECT EXISTS (SELECT 1 FROM people WHERE merged_into = ?)"
        return bool(self._connection.value(sql, (person,)))

    def of(self, person: int) -> list[Merge]:
        """Return who was merged into a person and can be taken out again, the newest first."""
        return [
            Merge(*row)
            for row in self._connection.rows(
                "SELECT o.id, q.id, q.name, (SELECT count(*) FROM answer_faces AS r "
                "WHERE r.answer_id = o.id AND r.superseded_by IS NULL), o.made_at, "
                "(SELECT f.id FROM answer_faces AS r JOIN faces AS f ON f.id = r.face_id "
                "WHERE r.answer_id = o.id AND r.superseded_by IS NULL AND f.shown "
                "ORDER BY f.quality DESC, f.id LIMIT 1) "
                "FROM people AS q JOIN answers AS o ON o.from_person_id = q.id "
                "AND o.id = (SELECT max(id) FROM answers WHERE from_person_id = q.id) "
                f"WHERE q.merged_into IS NOT NULL AND q.id IN {family(person)} ORDER BY o.id DESC"
            )
        ]

    def take_in(self, into: Person, others: Sequence[Person], name: str | None) -> None:
        """Tell of somebody what is told of those who join, by the ``name`` of all of them.

        Those who join keep what is theirs, for the day when they are taken out again; their covers
        they lose with their faces.
        """
        covers = [
            self._connection.value("SELECT cover_face_id FROM people WHERE id = ?", (other.id,))
            for other in others
        ]
        self._connection.execute(
            "UPDATE people SET name = ?, hidden = hidden AND ?, notes = ?, "
            "cover_face_id = coalesce(cover_face_id, ?) WHERE id = ?",
            (
                name,
                int(all(other.hidden for other in others)),
                "\n".join(person.notes for person in (into, *others) if person.notes) or None,
                next((cover for cover in covers if cover is not None), None),
                into.id,
            ),
        )

    def final_people(self) -> dict[int, int]:
        """Return for everybody who was merged into somebody else who that is now."""
        into: dict[int, int] = dict(
            self._connection.rows(
                "SELECT id, merged_into FROM people WHERE merged_into IS NOT NULL"
            )
        )
        final = {}
        for person, end in into.items():
            passed = {person}
            while end in into and end not in passed:  # only a damaged library leads in a circle
                passed.add(end)
                end = into[end]  # noqa: PLW2901 - follows the chain to its end
            final[person] = end
        return final

    def follow(self) -> None:
        """Put faces that are with somebody who was merged with whom that is now.

        So it is with those that the machine put there between the undo of a merge and its redo.
        """
        final = self.final_people()
        left = self._connection.rows(
            "SELECT DISTINCT p.id FROM people AS p JOIN faces AS f ON f.person_id = p.id "
            "WHERE p.merged_into IS NOT NULL"
        )
        self._connection.executemany(
            "UPDATE faces SET person_id = ? WHERE person_id = ?",
            ((final[person], person) for (person,) in left),
        )


def family(person: int) -> str:
    """Return a subquery of the ids of a person and everybody who was merged into it."""
    return (
        f"(WITH RECURSIVE one(id) AS (VALUES ({int(person)}) UNION "
        "SELECT p.id FROM people AS p JOIN one ON p.merged_into = one.id) SELECT id FROM one)"
    )
