"""The book of answers while the first library's history is done again, step by step."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from photoorg.library.migrations.second_step.changes import Change, Changes, Columns
from photoorg.library.migrations.second_step.people import People
from photoorg.library.migrations.second_step.places import Places
from photoorg.library.migrations.second_step.steps import Decision, Diff, Face, State, Step

_OF_THIS_FACE = ("Move ", "Confirm ", "Split off ")
"""So begin the labels of steps that said of each face by itself who it is."""


class Row(NamedTuple):
    """What an answer says of a face."""

    answer: int
    face: int
    side: int
    ended_by: int | None


class _Now(NamedTuple):
    """The step that is being done."""

    id: int | None
    label: str
    made_at: str


class Book:
    """``answers`` and ``rows`` by their numbers, less one, and ``people``."""

    def __init__(self, places: Places, state: State) -> None:
        self._places = places
        self._state = state
        self._changes = Changes()
        self.people = People(places, self._changes)
        self.answers: list[Columns] = []
        self.rows: list[Row] = []
        self._said: dict[int, list[int]] = defaultdict(list)
        """Rows that stand and say where a face is, by face."""
        self._apart: dict[int, list[int]] = defaultdict(list)
        """Rows that stand and keep a face apart from others, by face."""
        self._crowd: Counter[tuple[int, int, int]] = Counter()
        """How many faces of a side of an answer a person holds: (answer, side, person)."""
        self._not_about: dict[int, list[int]] = defaultdict(list)
        """Answers "not this person", by the person."""
        self._now = _Now(None, "", "")

    def begin(self, at: str) -> None:
        """Say what was decided before the history begins."""
        self._now = _Now(None, "", at)
        for id_, person in self._state.people.items():
            self.people.set(id_, person)
        for id_, members in sorted(self._places.members.items()):
            settled = [face for face in members if self._places.of[face].confirmed]
            if settled:
                since = self.people.rows[id_]["created_at"]
                name = self.people.rows[id_]["name"]
                self._say("same", sorted(settled), person=id_, name=name, at=since)
        dismissed = [face for face, place in self._places.of.items() if place.dismissed]
        if dismissed:
            self._say("not-a-face", sorted(dismissed))
        decisions = [decision for _, decision in sorted(self._state.decisions.items())]
        self._keep_apart(decisions, self._whom(decisions))

    def follow(self, step: Step, diffs: list[Diff]) -> list[Change]:
        """Do a step again; return what it changes, in the form of ``edits.changes``."""
        self._now = _Now(step.id, step.label, step.made_at)
        self._changes.begin()
        decisions = [d.after for d in diffs if d.table == "decisions" and d.before is None]
        whom = self._whom(decisions)
        merged = self.people.merged(step.label, diffs)
        names = {id_: self.people.rows[id_]["name"] for id_ in {*merged, *merged.values()}}
        self._state.put(diffs, undo=False)
        moved = self._move(step.id, diffs)
        for diff in diffs:
            if diff.table == "people":
                self.people.set(diff.id, diff.after, merged.get(diff.id))
        answer_of = self._say_places(moved, merged, names)
        answer_of |= self._keep_apart(decisions, whom)
        for face in moved:
            self._end_what_moved(face, answer_of.get(face))
        for person in merged:
            self._end_not_about(person, answer_of)
        changed = self._changes.found(
            {
                "people": self.people.rows.get,
                "faces": self.place,
                "answers": lambda id_: self.answers[id_ - 1],
                "answer_faces": lambda id_: _columns(self.rows[id_ - 1]),
            }
        )
        return changed + [
            ("folders", {"removed": d.before}, {"removed": d.after}, [d.id])
            for d in diffs
            if d.table == "folders" and d.before != d.after
        ]

    def place(self, face: int) -> Columns:
        """Return what ``faces`` tells of where a face is."""
        place = self._places.of[face]
        kinds = {
            self.answers[self.rows[number - 1].answer - 1]["kind"]
            for number in self._said.get(face, ())
        }
        source = "face" if "is" in kinds else "group" if "same" in kinds else "machine"
        return {"person_id": place.person, "source": source, "dismissed": int(place.dismissed)}

    # Faces

    def _move(self, step: int, diffs: list[Diff]) -> dict[int, Face]:
        """Put the faces where the step put them; return where they were."""
        before = {
            face: self.place(face)
            for face in {self._places.kept(diff.id) for diff in diffs if diff.table == "faces"}
        }
        moved = self._places.follow(step, diffs)
        for face, place in moved.items():
            self._changes.note("faces", face, before[face])
            for number in self._apart.get(face, ()):
                self._count(self.rows[number - 1], place.person, -1)
                self._count(self.rows[number - 1], self._places.of[face].person, 1)
        return moved

    def _count(self, row: Row, person: int | None, more: int) -> None:
        if person is not None:
            self._crowd[row.answer, row.side, person] += more

    # Answers

    def _say(
        self,
        kind: str,
        faces: Iterable[int],
        *,
        person: int | None = None,
        others: Iterable[int] = (),
        merged: int | None = None,
        name: str | None = None,
        at: str | None = None,
    ) -> int:
        self.answers.append(
            {
                "kind": kind,
                "person_id": person,
                "from_person_id": merged,
                "name": name,
                "author": "you",
                "made_at": at or self._now.made_at,
                "step_id": self._now.id,
            }
        )
        answer = len(self.answers)
        self._changes.note("answers", answer, None)
        standing = self._apart if kind in ("not", "different") else self._said
        for side, those in enumerate((faces, others)):
            for face in those:
                self.rows.append(Row(answer, face, side, None))
                self._changes.note("answer_faces", len(self.rows), None)
                standing[face].append(len(self.rows))
                if standing is self._apart:
                    self._count(self.rows[-1], self._places.of[face].person, 1)
        if kind == "not" and person is not None:
            self._not_about[person].append(answer)
        return answer

    def _say_places(
        self, moved: dict[int, Face], merged: dict[int, int], names: dict[int, str | None]
    ) -> dict[int, int]:
        """Say where the step put faces; return the answer about each."""
        kind = "is" if self._now.label.startswith(_OF_THIS_FACE) else "same"
        said: dict[tuple[str, int | None, int | None], list[int]] = {}
        for face, before in moved.items():
            now = self._places.of[face]
            if now.dismissed:
                said.setdefault(("not-a-face", None, None), []).append(face)
            elif now.confirmed and (not before.confirmed or before.person != now.person):
                joins = merged.get(before.person or 0) == now.person
                of = (kind, now.person, before.person if joins else None)
                said.setdefault(of, []).append(face)
        for person, into in merged.items():
            said.setdefault((kind, into, person), [])
        answer_of: dict[int, int] = {}
        for (what, about, joined), faces in sorted(said.items(), key=lambda s: s[0][2] or 0):
            name = self._name(about, joined, names)
            answer = self._say(what, sorted(faces), person=about, merged=joined, name=name)
            answer_of |= dict.fromkeys(faces, answer)
        return answer_of

    def _name(
        self, person: int | None, merged: int | None, names: dict[int, str | None]
    ) -> str | None:
        """Return what a person was called by the step."""
        if person is None:
            return None
        if merged is not None:
            return None if names.get(person) else names.get(merged)
        return self.people.rows[person]["name"] if self._now.label.startswith("Name ") else None

    def _whom(self, decisions: Iterable[Decision]) -> dict[int, tuple[int | None, set[int]]]:
        """Return whom "not this person" is about: a person that stays, or the faces of a group."""
        whom: dict[int, tuple[int | None, set[int]]] = {}
        for person in {decision.person for decision in decisions if decision.kind == "not"}:
            known = self.people.rows.get(person)
            if self._places.settled[person] or (known is not None and known["name"] is not None):
                whom[person] = (person, set())
            else:
                whom[person] = (None, set(self._places.members[person]))
        return whom

    def _keep_apart(
        self, decisions: Iterable[Decision], whom: dict[int, tuple[int | None, set[int]]]
    ) -> dict[int, int]:
        """Say what keeps faces apart; return the answer "not this person" about each."""
        answer_of: dict[int, int] = {}
        refused: dict[tuple[int, str], set[int]] = {}
        for decision in decisions:
            if decision.face is not None:
                face = self._places.kept(decision.face)
                refused.setdefault((decision.person, decision.made_at), set()).add(face)
        for (person, at), faces in refused.items():
            about, others = whom[person]
            others = others - faces
            answer = self._say("not", sorted(faces), person=about, others=sorted(others), at=at)
            answer_of |= dict.fromkeys(faces, answer)
            for face in faces:
                self._end_broken(face, answer)
        for decision in decisions:
            if decision.other is not None:
                one, other = (self._evidence(who) for who in (decision.person, decision.other))
                self._say("different", one, others=other, at=decision.made_at)
        return answer_of

    def _evidence(self, person: int) -> list[int]:
        """Return the faces that stand for a person: of a named one those a human put there.

        Others that the machine put there may be wrong, and nobody said anything of them.
        """
        faces = sorted(self._places.members[person])
        settled = [face for face in faces if self._places.of[face].confirmed]
        known = self.people.rows.get(person)
        return (settled if known is not None and known["name"] is not None else []) or faces

    # What ends

    def _end(self, number: int, by: int | None) -> None:
        """End what a row says; where nothing that was said ends it, its own answer does."""
        row = self.rows[number - 1]
        self._changes.note("answer_faces", number, _columns(row))
        self.rows[number - 1] = row._replace(ended_by=by or row.answer)
        for standing in (self._said, self._apart):
            if number in standing.get(row.face, ()):
                standing[row.face].remove(number)
                if standing is self._apart:
                    self._count(row, self._places.of[row.face].person, -1)

    def _end_what_moved(self, face: int, by: int | None) -> None:
        place = self._places.of[face]
        for number in list(self._said.get(face, ())):
            answer = self.answers[self.rows[number - 1].answer - 1]
            if place.confirmed:
                fits = answer["kind"] != "not-a-face"
                fits = fits and self.people.final(answer["person_id"]) == place.person
            else:
                fits = place.dismissed and answer["kind"] == "not-a-face"
            if not fits:
                self._end(number, by)
        self._end_broken(face, by)

    def _end_broken(self, face: int, by: int | None) -> None:
        """End what keeps a face apart from those it is with now."""
        person = self._places.of[face].person
        if person is None:
            return
        for number in list(self._apart.get(face, ())):
            answer, _, side, _ = self.rows[number - 1]
            about = self.answers[answer - 1]["person_id"] if side == 0 else None
            refused = about is not None and self.people.final(about) == person
            if refused or self._crowd[answer, 1 - side, person] > 0:
                self._end(number, by)

    def _end_not_about(self, merged: int, answer_of: dict[int, int]) -> None:
        """End "not this person" about a person for faces that were with the one it became."""
        into = self.people.final(merged) or 0
        self._not_about[into] += self._not_about.pop(merged, [])
        if self._not_about[into]:
            for face in sorted(self._places.members[into]):
                self._end_broken(face, answer_of.get(face))


def _columns(row: Row) -> Columns:
    return dict(zip(("answer_id", "face_id", "side", "superseded_by"), row, strict=True))
