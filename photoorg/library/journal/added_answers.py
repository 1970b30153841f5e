"""The answers of another library on their way into this one, where the user said nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.journal.lines import State
from photoorg.library.journal.replayed_answers import PLACES, Answers
from photoorg.library.journal.replayed_people import Known
from photoorg.library.library import Library
from photoorg.library.standing.apart import Apart


class AddedAnswers(Answers):
    """Nothing that was said here ends, and nothing is said anew that ended here."""

    author = "list"

    def __init__(self, library: Library, state: State, found: dict[int, int], known: Known) -> None:
        super().__init__(library, state, found, known)
        self._said: dict[int, set[int]] = defaultdict(set)
        self._placing: dict[int, list[int]] = defaultdict(list)
        for face, answer, kind, person in self._connection.rows(
            "SELECT r.face_id, o.id, o.kind, f.person_id FROM answer_faces AS r "
            "JOIN answers AS o ON o.id = r.answer_id JOIN faces AS f ON f.id = r.face_id "
            "WHERE r.superseded_by IS NULL AND r.side = 0 "
            "AND o.kind IN ('is', 'same', 'not-a-face', 'unknown') ORDER BY o.id"
        ):
            self._said[face].add(answer)
            if kind in PLACING and person is not None:
                self._placing[person].append(answer)
        self._place: dict[int, int | str] = dict(
            self._connection.rows("SELECT id, person_id FROM faces WHERE source != 'machine'")
        )
        self._dismissed = {
            face for (face,) in self._connection.rows("SELECT id FROM faces WHERE dismissed")
        }
        self._final = library.merges.final_people()
        self._apart = Apart(library.separations.sides())

    def _same(self, known: list[int], rows: Sequence[Sequence[int]]) -> int | None:
        """Take one that says no more: something else may have been said here at that moment."""
        here = {(self._found.get(face), side) for face, side in rows}
        for answer in known:
            there = self._connection.rows(
                "SELECT face_id, side FROM answer_faces "
                "WHERE answer_id = ? AND superseded_by IS NULL",
                (answer,),
            )
            if here.issuperset(there):
                known.remove(answer)
                return answer
        return None

    def _wanted(
        self, values: Sequence[Any], rows: list[Sequence[int]], answer: int | None
    ) -> list[Sequence[int]]:
        kind, person = values[0], self._people.get(values[1])
        person = None if person is None else self._final.get(person, person)
        over = self._over(answer)
        wanted: list[Sequence[int]] = []
        for face, side in rows:
            here = self._found.get(face)
            if here is not None:
                if (here, side) in over or not (side or self._free(kind, person, here, answer)):
                    continue
                if kind in PLACING and person is not None:
                    self._place[here] = person
            wanted.append((face, side))
        return wanted

    def _over(self, answer: int | None) -> set[tuple[int, int]]:
        """Return of which faces an answer was said here until it ended."""
        return set(
            self._connection.rows(
                "SELECT face_id, side FROM answer_faces "
                "WHERE answer_id = ? AND superseded_by IS NOT NULL",
                (answer,),
            )
        )

    def _free(self, kind: str, person: int | None, face: int, answer: int | None) -> bool:
        """Tell whether nothing that was said of a face here speaks against an answer."""
        if kind in (*PLACES, Kind.UNKNOWN) and self._said.get(face, set()) - {answer}:
            return False
        if kind in PLACING and person is not None:
            return not self._apart.forbid(face, person, self._place)
        if kind == Kind.NOT:
            return person is None or self._place.get(face) != person
        return kind not in (Kind.FACE, Kind.DRAWN) or face not in self._dismissed

    def _end(
        self,
        before: Iterable[tuple[int, int, str, int, int | None]],
        kept: set[int],
        placed: dict[int, int],
    ) -> None:
        """End what keeps faces apart that were said to be one person here."""
        del before, kept, placed
        for person, answers in self._placing.items():
            self._library.separations.end(person, answers)
