"""What humans decided in the first library, and its undo steps, walked back and forth.

A step of the first library holds the rows that it touched, before and after, as lists of columns in
a fixed order. Undoing one put the images back and left everything else as it was. The same is done
here in memory; what each step then really changes is what the second library keeps of it.
"""

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from sqlite_utils import Database

_WIDTHS = {"people": 4, "faces": 3, "decisions": 5, "folders": 1}


class Face(NamedTuple):
    person: int | None
    confirmed: bool
    dismissed: bool


class Person(NamedTuple):
    name: str | None
    hidden: int
    cover: int | None
    created_at: str


class Decision(NamedTuple):
    kind: str
    face: int | None
    person: int
    other: int | None
    made_at: str


class Step(NamedTuple):
    id: int
    label: str
    made_at: str
    undone: bool
    blob: bytes


class Diff(NamedTuple):
    """How a step changes a row; None where the row does not exist."""

    table: str
    id: int
    before: Any
    after: Any


_Image: TypeAlias = tuple[str, int, list[Any] | None, list[Any] | None]


class DamagedStepError(Exception):
    """A step cannot be read."""


class State:
    """What humans had decided in the first library, at one point of its history."""

    def __init__(self, db: Database) -> None:
        rows = db.conn.execute
        self.faces: dict[int, Face] = {}
        same: dict[Face, Face] = {}  # 300,000 faces share few different ones
        for id_, person, confirmed, state in rows(
            "SELECT f.id, p.id, f.confirmed, f.state FROM first_faces AS f "
            "LEFT JOIN first_people AS p ON p.id = f.person_id"
        ):
            face = Face(person, bool(confirmed), state == 1)
            self.faces[id_] = same.setdefault(face, face)
        self.people = {
            id_: Person(*rest)
            for id_, *rest in rows(
                "SELECT id, name, hidden, cover_face_id, created_at FROM first_people"
            )
        }
        self.decisions = {
            id_: Decision(*rest)
            for id_, *rest in rows(
                "SELECT id, kind, face_id, person_id, other_person_id, made_at FROM first_decisions"
            )
        }
        self._folders = {id_ for (id_,) in rows("SELECT id FROM first_folders")}
        self._tables: dict[str, dict[int, Any]] = {
            "people": self.people,
            "faces": self.faces,
            "decisions": self.decisions,
        }
        self._sizes = Counter(face.person for face in self.faces.values())
        self._noted: dict[tuple[str, int], Any] = {}

    def turn(self, step: Step, *, undo: bool) -> list[Diff]:
        """Undo or redo a step as the first version did; return what that changes, forwards.

        Raises :class:`DamagedStepError`, with nothing changed.
        """
        images = _images(step.blob)
        wanted: dict[str, list[tuple[int, list[Any] | None]]] = defaultdict(list)
        for table, id_, before, after in images:
            wanted[table].append((id_, before if undo else after))
        self._noted = {}
        self._restore_people(wanted["people"])
        self._restore_faces(wanted["faces"], step.made_at)
        self._restore_decisions(wanted["decisions"])
        self._remove_people([id_ for id_, image in wanted["people"] if image is None])
        now = {(table, id_): self._tables[table].get(id_) for table, id_ in self._noted}
        diffs = [
            Diff(*key, *((now[key], before) if undo else (before, now[key])))
            for key, before in self._noted.items()
            if before != now[key]
        ]
        # Folders come back outside the history, too; there a step is what it was.
        return diffs + [
            Diff(table, id_, before[0], after[0])
            for table, id_, before, after in images
            if table == "folders" and id_ in self._folders and before and after
        ]

    def put(self, diffs: list[Diff], *, undo: bool) -> None:
        """Take back what :meth:`turn` has changed, or change it again."""
        for diff in diffs:
            if diff.table in self._tables:
                self._set(diff.table, diff.id, diff.before if undo else diff.after)

    def _set(self, table: str, id_: int, value: Any) -> None:
        rows = self._tables[table]
        self._noted.setdefault((table, id_), rows.get(id_))
        if table == "faces":
            self._sizes[rows[id_].person] -= 1
            self._sizes[value.person] += 1
        if value is None:
            rows.pop(id_, None)
        else:
            rows[id_] = value

    def _restore_people(self, wanted: list[tuple[int, list[Any] | None]]) -> None:
        for id_, image in wanted:
            if image is not None:
                name, hidden, cover, created_at = image
                if id_ in self.people:
                    created_at = self.people[id_].created_at
                cover = cover if cover in self.faces else None
                self._set("people", id_, Person(name, int(hidden), cover, created_at))

    def _restore_faces(self, wanted: list[tuple[int, list[Any] | None]], at: str) -> None:
        for id_, image in wanted:
            if image is not None and id_ in self.faces:
                person, confirmed, state = image
                if person is not None and person not in self.people:
                    self._set("people", person, Person(None, 0, None, at))
                self._set("faces", id_, Face(person, bool(confirmed), state == 1))

    def _restore_decisions(self, wanted: list[tuple[int, list[Any] | None]]) -> None:
        for id_, image in wanted:
            if id_ in self.decisions:
                self._set("decisions", id_, None)
            if image is None:
                continue
            decision = Decision(*image)
            if (
                (decision.face is None or decision.face in self.faces)
                and decision.person in self.people
                and (decision.other is None or decision.other in self.people)
            ):
                self._set("decisions", id_, decision)

    def _remove_people(self, ids: list[int]) -> None:
        gone = set()
        for id_ in ids:
            if id_ in self.people and self._sizes[id_]:
                self._set("people", id_, self.people[id_]._replace(name=None))
            elif id_ in self.people:
                self._set("people", id_, None)
                gone.add(id_)
        if gone:
            for id_, decision in list(self.decisions.items()):
                if decision.person in gone or decision.other in gone:
                    self._set("decisions", id_, None)


def steps(db: Database) -> Iterator[Step]:
    """Return the steps of the first library, oldest first."""
    for id_, label, made_at, undone, blob in db.conn.execute(
        "SELECT id, label, made_at, undone, images FROM first_edits ORDER BY id"
    ):
        yield Step(id_, label, made_at, bool(undone), blob)


def _images(blob: bytes) -> list[_Image]:
    try:
        images = [(table, id_, before, after) for table, id_, before, after in _unpacked(blob)]
        for table, id_, *sides in images:
            if not isinstance(id_, int) or any(
                side is not None and len(side) != _WIDTHS[table] for side in sides
            ):
                raise DamagedStepError(f"odd image of {table}")
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise DamagedStepError(str(error)) from error
    return images


def _unpacked(blob: bytes) -> Any:
    return json.loads(zlib.decompress(blob))
