"""The ledger of answers: everything a human said about faces and people, in one place.

An answer is anchored on faces, never on a group that the machine may dissolve. It stands, face by
face, until a later answer about the same face contradicts it; an answer about a single face goes
before one about its group. Where a human put a face is worked out from what stands.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from photoorg.library.decisions.merges import Merges, family
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.steps import THIS_STEP
from photoorg.library.times import now
from photoorg.library.values import Answer

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
    FACE = "face"
    """These are faces, and of people worth seeing, whatever the machine thinks of them."""
    UNKNOWN = "unknown"
    """The user does not know who this is, and is not to be asked again."""
    UNSURE = "unsure"
    """The user was asked whether these and the others are one person, and could not tell."""
    DRAWN = "drawn"
    """A human drew the boxes of these faces, or put right what the detector had drawn."""
    GONE = "gone"
    """These faces are in no photo any more, and the user need not be shown that again."""


PLACING = (Kind.IS, Kind.SAME)


class Ledger:
    """The tables ``answers`` and ``answer_faces``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._merges = Merges(connection)

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

        ``merged`` is the person that was merged, ``name`` what the person was called by this,
        ``author`` the program that it was taken over from. Part of it is what it ends: answers that
        contradict it are superseded by :meth:`supersede`, and by :meth:`.Separations.end` once the
        faces stand at their new places.
        """
        answer = self._connection.execute(
            "INSERT INTO answers (kind, person_id, from_person_id, name, author, made_at, step_id) "
            f"VALUES (?, ?, ?, ?, ?, ?, {THIS_STEP})",
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
            whom = f"AND o.person_id IN {family(about)}"
        if unless is not None:
            whom += f"AND (o.person_id IS NULL OR o.person_id NOT IN {family(unless)})"
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

    def project(self, faces: str, *, otherwise: int | None = None) -> None:
        """Put ``faces`` (a subquery of ids) where the standing answers say they are.

        A face that none of them places is the machine's again; it stays where it is, or goes to the
        person ``otherwise``.
        """
        final = self._merges.final_people()
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


def _one_of(kinds: Sequence[Kind]) -> str:
    return "(" + ", ".join(f"'{kind}'" for kind in kinds) + ")"
