"""The ledger of answers: everything a human said about faces and people, in one place.

An answer is anchored on faces, never on a group that the machine may dissolve. It stands, face by
face, until a later answer about the same face contradicts it; an answer about a single face goes
before one about its group. Where a human put a face is worked out from what stands.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from photoorg.library.storage.connection import Connection
from photoorg.library.times import now
from photoorg.library.values import Answer, Merge, Sides

YOU = "you"


class Kind(StrEnum):
    """Kinds of answers, by what is said of the faces."""

    IS = "is"
    """Each of these faces is this person."""
    SAME = "same"
    """These faces are one person: their group was named, or merged into another."""
    NOT = "not"
    """None of these faces is this person, nor one with the others."""
    DIFFERENT = "different"
    """No face of these is one person with any of the others."""
    NOT_A_FACE = "not-a-face"
    UNKNOWN = "unknown"
    """The user does not know who this is, and is not to be asked again."""
    GONE = "gone"
    """These faces are in no photo any more, and the user need not be shown that again."""


PLACING = (Kind.IS, Kind.SAME)


class Ledger:
    """The tables ``answers`` and ``answer_faces``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def say(
        self,
        kind: Kind,
        faces: str,
        *,
        person: int | None = None,
        others: str | None = None,
        merged: int | None = None,
        name: str | None = None,
        author: str = YOU,
    ) -> int:
        """Write an answer about ``faces`` (a subquery of ids) and return its id.

        ``merged`` is the person that was merged, ``name`` what the person was called by this. Part
        of it is what it ends: answers that contradict it are superseded by :meth:`supersede`, and
        by :meth:`end_what_kept_apart` once the faces stand at their new places.
        """
        answer = self._connection.execute(
            "INSERT INTO answers (kind, person_id, from_person_id, name, author, made_at, step_id) "
            "VALUES (?, ?, ?, ?, ?, ?, (SELECT max(id) FROM edits))",
            (kind, person, merged, name, author, now()),
        )
        for side, those in enumerate((faces, others)):
            if those is not None:
                self._connection.execute(
                    "INSERT INTO answer_faces (answer_id, face_id, side) "
                    f"SELECT ?, id, ? FROM faces WHERE id IN {those} ORDER BY id",
                    (answer, side),
                )
        return answer

    def supersede(
        self,
        answer: int,
        kinds: Sequence[Kind],
        *,
        about: int | None = None,
        unless: int | None = None,
    ) -> None:
        """End what older answers of these kinds said of the faces of ``answer``.

        Only those ``about`` a person or who was merged into it; or none about that one ``unless``.
        """
        whom = ""
        if about is not None:
            whom = f"AND o.person_id IN {_merged(about)}"
        if unless is not None:
            whom += f"AND (o.person_id IS NULL OR o.person_id NOT IN {_merged(unless)})"
        self._connection.execute(
            "UPDATE answer_faces SET superseded_by = ?1 WHERE id IN (SELECT r.id "
            "FROM answer_faces AS a JOIN answer_faces AS r ON r.face_id = a.face_id "
            "JOIN answers AS o ON o.id = r.answer_id "
            "WHERE a.answer_id = ?1 AND a.side = 0 AND r.answer_id < ?1 AND r.side = 0 "
            f"AND r.superseded_by IS NULL AND o.kind IN {_one_of(kinds)} {whom})",
            (answer,),
        )

    def end(self, answer: int, by: int) -> None:
        """End an answer whole."""
        self._connection.execute(
            "UPDATE answer_faces SET superseded_by = ? "
            "WHERE answer_id = ? AND superseded_by IS NULL",
            (by, answer),
        )

    def end_what_kept_apart(self, person: int, answers: Sequence[int]) -> None:
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
                f"SELECT id FROM answers WHERE kind = 'not' AND person_id IN {_merged(person)}"
            )
        }

    def project(self, faces: str, *, otherwise: int | None = None) -> None:
        """Put ``faces`` (a subquery of ids) where the standing answers say they are.

        A face that none of them places is the machine's again; it stays where it is, or goes to the
        person ``otherwise``.
        """
        final = self.final_people()
        said: dict[int, tuple[int | None, str, bool]] = {}
        for face, kind, person in self._connection.rows(
            "SELECT r.face_id, o.kind, o.person_id FROM answer_faces AS r "
            f"JOIN answers AS o ON o.id = r.answer_id WHERE r.face_id IN {faces} AND r.side = 0 "
            "AND r.superseded_by IS NULL AND o.kind IN ('is', 'same', 'not-a-face') "
            "ORDER BY o.id",
        ):
            if kind == Kind.NOT_A_FACE:
                said[face] = (None, "machine", True)
            else:
                before = said.get(face)
                sure = kind == Kind.IS or (before is not None and before[1] == "face")
                said[face] = (final.get(person, person), "face" if sure else "group", False)
        self._connection.execute(
            "UPDATE faces SET source = 'machine', dismissed = 0, "
            f"person_id = coalesce(?1, person_id) WHERE id IN {faces} AND (source != 'machine' "
            "OR dismissed OR person_id IS NOT coalesce(?1, person_id)) AND id NOT IN "
            "(SELECT r.face_id FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
            f"WHERE r.face_id IN {faces} AND r.side = 0 AND r.superseded_by IS NULL "
            "AND o.kind IN ('is', 'same', 'not-a-face'))",
            (otherwise,),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO people (id, created_at) VALUES (?, ?)",
            ((person, now()) for person in {place[0] for place in said.values()} - {None}),
        )
        self._connection.put(
            "faces",
            "person_id = g.v0, source = g.v1, dismissed = g.v2",
            [(face, *place) for face, place in said.items()],
            "faces.person_id IS NOT g.v0 OR faces.source != g.v1 OR faces.dismissed != g.v2",
        )

    def follow_merges(self) -> None:
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

    @staticmethod
    def family(person: int) -> str:
        """Return a subquery of a person and everybody who was merged into it."""
        return _merged(person)

    def sides(self) -> Sides:
        """Return the standing answers that keep faces apart."""
        rows = self._connection.rows(
            "SELECT r.answer_id, r.side, r.face_id FROM answer_faces AS r "
            "JOIN answers AS o ON o.id = r.answer_id WHERE r.superseded_by IS NULL "
            "AND o.kind IN ('not', 'different')"
        )
        final = self.final_people()
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

    def suspects(self) -> list[int]:
        """Return the people with faces of both sides of a standing answer that keeps them apart."""
        final = self.final_people()
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

    def answers(self) -> list[Answer]:
        """Return every answer, oldest first."""
        rows: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
        for answer, face, side, ended in self._connection.rows(
            "SELECT answer_id, face_id, side, superseded_by IS NOT NULL FROM answer_faces "
            "ORDER BY face_id"
        ):
            rows[answer].append((face, side, bool(ended)))
        found = []
        for id_, kind, person, author, made_at in self._connection.rows(
            "SELECT id, kind, person_id, author, made_at FROM answers ORDER BY id"
        ):
            sides = {side for _, side, _ in rows[id_]}
            standing = bool(sides) and sides == {side for _, side, ended in rows[id_] if not ended}
            first, second = (
                tuple(f for f, side, ended in rows[id_] if side == n and not (standing and ended))
                for n in (0, 1)
            )
            ended_faces = tuple(face for face, _, ended in rows[id_] if standing and ended)
            found.append(
                Answer(id_, kind, person, first, second, author, made_at, standing, ended_faces)
            )
        return found

    def has_merges(self, person: int) -> bool:
        """Tell whether anybody was merged into a person, without asking who."""
        sql = "SELECT EXISTS (SELECT 1 FROM people WHERE merged_into = ?)"
        return bool(self._connection.value(sql, (person,)))

    def merges(self, person: int) -> list[Merge]:
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
                f"WHERE q.merged_into IS NOT NULL AND q.id IN {_merged(person)} ORDER BY o.id DESC"
            )
        ]


def _merged(person: int) -> str:
    """Return a subquery of a person and everybody who was merged into it."""
    return (
        f"(WITH RECURSIVE one(id) AS (VALUES ({int(person)}) UNION "
        "SELECT p.id FROM people AS p JOIN one ON p.merged_into = one.id) SELECT id FROM one)"
    )


def _one_of(kinds: Sequence[Kind]) -> str:
    return "(" + ", ".join(f"'{kind}'" for kind in kinds) + ")"
