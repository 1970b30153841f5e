"""People while the first library's history is done again, step by step."""

import uuid
from collections import Counter, defaultdict

from photoorg.library.migrations.second_step.changes import Changes, Columns
from photoorg.library.migrations.second_step.places import Places
from photoorg.library.migrations.second_step.steps import Diff, Person


class People:
    """``rows`` of the second library's table, by their ids; those who were merged stay."""

    def __init__(self, places: Places, changes: Changes) -> None:
        self._places = places
        self._changes = changes
        self.rows: dict[int, Columns] = {}
        self._joined: set[int] = set()
        """Whom others were merged into."""
        self._uuids: dict[int, str] = defaultdict(lambda: uuid.uuid4().hex)

    def set(self, id_: int, person: Person | None, into: int | None = None) -> None:
        """Make a person what it was; without one it goes, or was merged ``into`` another."""
        known = self.rows.get(id_)
        self._changes.note("people", id_, known)
        if person is not None:
            self.rows[id_] = {
                "uuid": self._uuids[id_],
                "name": person.name,
                "hidden": person.hidden,
                "stranger": 0,
                "favourite": 0,
                "birth_date": None,
                "cover_face_id": self._cover(id_, person.cover),
                "merged_into": None,
                "created_at": person.created_at,
            }
        elif known is not None and into is not None:
            self.rows[id_] = known | {"merged_into": into, "cover_face_id": None}
            self._joined.add(into)
        elif known is not None and id_ in self._joined:
            # The first version dropped it with its last face; those it was made of lead to it.
            self.rows[id_] = known | {"name": None, "cover_face_id": None}
        else:
            self.rows.pop(id_, None)

    def _cover(self, person: int, face: int | None) -> int | None:
        if face is None:
            return None
        kept = self._places.kept(face)
        place = self._places.of.get(kept)
        if place is None or (kept != face and place.person != person):
            return None
        return kept

    def merged(self, label: str, diffs: list[Diff]) -> dict[int, int]:
        """Return who was merged into whom by a step."""
        if not label.startswith("Merge "):
            return {}
        gone = {d.id for d in diffs if d.table == "people" and d.before and d.after is None}
        into: dict[int, Counter[int]] = {person: Counter() for person in gone}
        everybody: Counter[int] = Counter()
        for diff in diffs:
            if diff.table in ("faces", "decisions") and diff.before and diff.after:
                before, after = diff.before.person, diff.after.person
                if after is not None and after not in gone:
                    everybody[after] += 1
                    if before in gone:
                        into[before][after] += 1
            elif diff.table == "people" and diff.after is not None:
                everybody[diff.id] += 1
        return {
            person: whom
            for person, votes in into.items()
            for whom, _ in (votes or everybody).most_common(1)
            if whom in self.rows
        }

    def final(self, person: int | None) -> int | None:
        """Return who a person is now, after all merges."""
        while person in self.rows and self.rows[person]["merged_into"] is not None:
            person = self.rows[person]["merged_into"]
        return person
