"""The answers of a journal on their way into a library."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from photoorg.library.decisions.drawn import settle
from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.journal.lines import State
from photoorg.library.journal.replayed_people import Known, is_older
from photoorg.library.library import Library
from photoorg.library.storage.steps import THIS_STEP

AUTHOR = "journal"
PLACES = (*PLACING, Kind.NOT_A_FACE)


def put_in_place(library: Library, faces: Collection[int]) -> None:
    """Put faces where what was said has them, and others out of their way."""
    connection = library.connection
    with connection.chosen(faces) as chosen:
        whose = f"SELECT DISTINCT person_id FROM faces WHERE id IN {chosen}"
        people = {person for (person,) in connection.rows(whose)}
        library.ledger.project(chosen)
        settle(connection, faces)
        people = (people | {person for (person,) in connection.rows(whose)}) - {None}
    for person in people:
        library.separations.put_apart(person)
    connection.execute(
        "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL "
        "AND id IS NOT (SELECT person_id FROM faces WHERE id = cover_face_id)"
    )
    library.people.remove_emptied(people)


class Answers:
    """Says the answers of a journal again, once ``found`` faces and its people are known here."""

    author = AUTHOR

    def __init__(self, library: Library, state: State, found: dict[int, int], known: Known) -> None:
        self._library = library
        self._connection = library.connection
        self._state = state
        self._found = found
        self._people = known.people
        self._refused = known.refused
        self._faces: set[int] = set()

    def say(self) -> None:
        """Say them, and take back what the journal knows better."""
        before = self._standing()
        wanted: dict[int, list[Sequence[int]]] = {}
        for answer, face, side in self._state.rows.values():
            wanted.setdefault(answer, []).append((face, side))
        there = self._there()
        kept: set[int] = set()
        placed: dict[int, int] = {}
        for number, values in sorted(self._state.answers.items()):
            rows = wanted.get(number, [])
            if (not rows and values[2] is None) or values[2] in self._refused:
                continue
            known = there.get(self._key(values), [])
            there_as = self._same(known, rows)
            rows = self._wanted(values, rows, there_as)
            if not rows and values[2] is None:
                continue
            answer = self._insert(values) if there_as is None else there_as
            kept |= self._add(answer, rows)
            if values[0] in PLACES:
                placed |= {
                    self._found[f]: answer for f, side in rows if f in self._found and not side
                }
        self._end(before, kept, placed)
        put_in_place(self._library, self._faces)
        self._let_together()

    def _same(self, known: list[int], rows: Sequence[Sequence[int]]) -> int | None:
        """Take the answer that is the one of these ``rows`` from those of its kind and moment."""
        del self, rows
        return known.pop(0) if known else None

    def _wanted(
        self, values: Sequence[Any], rows: list[Sequence[int]], answer: int | None
    ) -> list[Sequence[int]]:
        """Return those rows of an answer that are to be said; ``answer`` is there already."""
        del self, values, answer
        return rows

    def _key(self, values: Sequence[Any]) -> tuple[Any, ...]:
        kind, person, merged, _, _, made_at = values
        return kind, self._people.get(person), self._people.get(merged), made_at

    def _there(self) -> dict[tuple[Any, ...], list[int]]:
        """Return the answers of the library by what tells them from each other."""
        there: dict[tuple[Any, ...], list[int]] = {}
        for id_, *key in self._connection.rows(
            "SELECT id, kind, person_id, from_person_id, made_at FROM answers ORDER BY id"
        ):
            there.setdefault(tuple(key), []).append(id_)
        return there

    def _standing(self) -> list[tuple[int, int, str, int, int | None]]:
        return [
            (row, face, kind, side, person)
            for row, face, kind, side, person in self._connection.rows(
                "SELECT r.id, r.face_id, o.kind, r.side, o.person_id FROM answer_faces AS r "
                "JOIN answers AS o ON o.id = r.answer_id WHERE r.superseded_by IS NULL"
            )
        ]

    def _insert(self, values: Sequence[Any]) -> int:
        kind, person, merged, name, _, made_at = values
        return self._connection.execute(
            "INSERT INTO answers (kind, person_id, from_person_id, name, author, made_at, step_id) "
            f"VALUES (?, ?, ?, ?, ?, ?, {THIS_STEP})",
            (kind, self._people.get(person), self._people.get(merged), name, self.author, made_at),
        )

    def _add(self, answer: int, rows: Iterable[Sequence[int]]) -> set[int]:
        """Let an answer be said of these faces; return the rows that were there."""
        there = {
            (face, side): row
            for row, face, side in self._connection.rows(
                "SELECT id, face_id, side FROM answer_faces "
                "WHERE answer_id = ? AND superseded_by IS NULL",
                (answer,),
            )
        }
        here = {(self._found[face], side) for face, side in rows if face in self._found}
        self._connection.executemany(
            "INSERT INTO answer_faces (answer_id, face_id, side) VALUES (?, ?, ?)",
            [(answer, face, side) for face, side in sorted(here - there.keys())],
        )
        self._faces |= {face for face, _ in here}
        self._wait(answer, rows)
        return {row for key, row in there.items() if key in here}

    def _wait(self, answer: int, rows: Iterable[Sequence[int]]) -> None:
        self._connection.execute("DELETE FROM pending_answers WHERE answer_id = ?", (answer,))
        self._connection.executemany(
            "INSERT INTO pending_answers "
            "(answer_id, side, picture_hash, content_hash, x, y, w, h, at_s) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (answer, side, anchor.picture, anchor.content, *anchor.box, anchor.at)
                for face, side in rows
                if face not in self._found
                and (anchor := self._state.faces.get(face))
                and not anchor.lost
            ],
        )

    def _let_together(self) -> None:
        """End what keeps faces apart that are one person by what was said, there or here."""
        for person in self._library.separations.suspects():
            answers = self._connection.rows(
                "SELECT DISTINCT o.id FROM answers AS o JOIN answer_faces AS r "
                "ON r.answer_id = o.id AND r.side = 0 AND r.superseded_by IS NULL "
                "JOIN faces AS f ON f.id = r.face_id AND f.person_id = ? "
                "WHERE o.kind IN ('is', 'same') ORDER BY o.id",
                (person,),
            )
            if answers:
                self._library.separations.end(person, [answer for (answer,) in answers])

    def _end(
        self,
        before: Iterable[tuple[int, int, str, int, int | None]],
        kept: set[int],
        placed: dict[int, int],
    ) -> None:
        """End what was said in the library and what the journal knows better."""
        older = is_older(self._connection, self._state)
        newest = self._connection.value("SELECT max(id) FROM answers")
        replaced = (*PLACES, Kind.UNKNOWN)
        ended = [
            (placed.get(face, newest), row, face)
            for row, face, kind, side, _ in before
            if row not in kept and (older or (face in placed and not side and kind in replaced))
        ]
        self._connection.executemany(
            "UPDATE answer_faces SET superseded_by = ? WHERE id = ?", [end[:2] for end in ended]
        )
        self._faces |= {face for _, _, face in ended}
