"""What keeps faces apart: the answers "not this person" and "different people" that stand.

The engine gets them as constraints; where the machine has put faces together all the same, those
that no human put there leave.
"""

from collections.abc import Sequence

import numpy as np

from photoorg.library.decisions.merges import Merges, family
from photoorg.library.storage.connection import Connection
from photoorg.library.tables import Sides
from photoorg.library.times import now


class Separations:
    """The answers that keep faces apart, and how the places of faces keep to them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._merges = Merges(connection)

    def sides(self) -> Sides:
        """Return the standing answers that keep faces apart."""
        return self._sides("('not', 'different')")

    def answered(self) -> Sides:
        """Return the standing answers after which nobody asks again: those and "not sure"."""
        return self._sides("('not', 'different', 'unsure')")

    def _sides(self, kinds: str) -> Sides:
        rows = self._connection.rows(
            "SELECT r.answer_id, r.side, r.face_id FROM answer_faces AS r "
            "JOIN answers AS o ON o.id = r.answer_id WHERE r.superseded_by IS NULL "
            f"AND o.kind IN {kinds}"
        )
        final = self._merges.final_people()
        about = self._connection.rows(
            "SELECT DISTINCT o.id, o.person_id FROM answers AS o JOIN answer_faces AS r "
            "ON r.answer_id = o.id AND r.side = 0 AND r.superseded_by IS NULL "
            "WHERE o.kind = 'not' AND o.person_id IS NOT NULL"
        )
        faces = np.array(rows, np.int64).reshape(-1, 3)
        people = np.array(
            [(answer, final.get(person, person)) for answer, person in about], np.int64
        ).reshape(-1, 2)
        return Sides(faces[:, 0], faces[:, 1], faces[:, 2], people[:, 0], people[:, 1])

    def suspects(self) -> list[int]:
        """Return the people with faces of both sides of a standing answer that keeps them apart."""
        final = self._merges.final_people()
        apart = [
            person
            for (person,) in self._connection.rows(
                "SELECT DISTINCT f.person_id FROM answer_faces AS r "
                "JOIN answers AS o ON o.id = r.answer_id AND o.kind IN ('not', 'different') "
                "JOIN faces AS f ON f.id = r.face_id AND NOT f.dismissed "
                "WHERE r.superseded_by IS NULL AND f.person_id IS NOT NULL "
                "GROUP BY r.answer_id, f.person_id HAVING count(DISTINCT r.side) = 2"
            )
        ]
        there = [
            place
            for place, person in self._connection.rows(
                "SELECT DISTINCT f.person_id, o.person_id FROM answers AS o "
                "JOIN answer_faces AS r ON r.answer_id = o.id AND r.side = 0 "
                "AND r.superseded_by IS NULL JOIN faces AS f ON f.id = r.face_id "
                "AND NOT f.dismissed WHERE o.kind = 'not' AND o.person_id IS NOT NULL"
            )
            if place is not None and place == final.get(person, person)
        ]
        return sorted({*apart, *there})

    def put_apart(self, person: int) -> None:
        """Move faces that only the machine put with a person out, as far as answers forbid them.

        Those that one answer speaks of stay together.
        """
        unsure = [person]  # those that leave may contradict each other by another answer
        while unsure:
            for faces in self._leaving(unsure.pop()):
                place = self._connection.execute(
                    "INSERT INTO people (created_at) VALUES (?)", (now(),)
                )
                moved = [(face, place) for face in faces]
                self._connection.put("faces", "person_id = g.v0", moved)
                unsure.append(place)

    def _leaving(self, person: int) -> list[list[int]]:
        """Return sets of faces that only the machine put with this person and that must leave it.

        The faces of one set may stay together.
        """
        machine = {
            face
            for (face,) in self._connection.rows(
                "SELECT id FROM faces WHERE person_id = ? AND source = 'machine'", (person,)
            )
        }
        if not machine:
            return []
        leaving: list[list[int]] = []
        left: set[int] = set()
        for sides in self._with_person(person, settled_only=False).values():
            while all(here := [[face for _, face in side if face not in left] for side in sides]):
                free = [[face for face in faces if face in machine] for faces in here]
                whole = [len(some) == len(faces) for some, faces in zip(free, here, strict=True)]
                # The side that can leave as a whole leaves; the smaller one, if both can.
                choice = min((0, 1), key=lambda n: (not whole[n], len(free[n])))
                if not free[choice]:
                    break
                leaving.append(free[choice])
                left.update(free[choice])
        return leaving

    def end(self, person: int, answers: Sequence[int]) -> None:
        """End what kept faces apart that ``answers`` have made one person.

        It ends for the faces of these answers; where it speaks of none of them, for all that are
        with this person now. Faces that nobody but the machine put there do not count.
        """
        with self._connection.chosen(answers) as chosen:
            by: dict[int, int] = dict(
                self._connection.rows(
                    "SELECT face_id, answer_id FROM answer_faces "
                    f"WHERE answer_id IN {chosen} AND side = 0 ORDER BY answer_id"
                )
            )
        ended: dict[int, int] = {}
        for sides in self._with_person(person, settled_only=True).values():
            if sides[0] and sides[1]:
                mine = {row: by[face] for side in sides for row, face in side if face in by}
                ended |= mine or {row: answers[-1] for row, _ in sides[0]}
        self._connection.put("answer_faces", "superseded_by = g.v0", list(ended.items()))

    def _with_person(
        self, person: int, *, settled_only: bool
    ) -> dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
        """Return the standing rows that keep faces of this person apart.

        ``{answer: (rows of side 0, rows of side 1)}`` of ``(row, face)``. "Not this person" counts
        the person itself as the other side.
        """
        found: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
        settled = "AND f.source != 'machine' " if settled_only else ""
        for answer, row, face, side in self._connection.rows(
            "SELECT r.answer_id, r.id, r.face_id, r.side FROM faces AS f "
            "JOIN answer_faces AS r ON r.face_id = f.id JOIN answers AS o ON o.id = r.answer_id "
            f"WHERE f.person_id = ? AND NOT f.dismissed {settled} "
            "AND r.superseded_by IS NULL AND o.kind IN ('not', 'different')",
            (person,),
        ):
            found.setdefault(answer, ([], []))[side].append((row, face))
        for answer in self._about(person).intersection(found):
            found[answer][1].append((-1, -1))
        return found

    def _about(self, person: int) -> set[int]:
        """Return the answers "not this person" about a person or who was merged into it."""
        return {
            answer
            for (answer,) in self._connection.rows(
                f"SELECT id FROM answers WHERE kind = 'not' AND person_id IN {family(person)}"
            )
        }
