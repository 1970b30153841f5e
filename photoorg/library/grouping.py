"""The only place where the machine puts faces into groups.

It writes faces that no human confirmed, and nothing else. A group keeps its identity (its row, its
name, its cover) when faces are grouped anew: the new group that holds most of its faces is it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from photoorg.library.connection import Connection
from photoorg.library.folders import now
from photoorg.library.history import History
from photoorg.library.values import FaceMatrix, GroupingResult
from photoorg.types import IntArray


class Grouping:
    """Writes ``faces.person_id``; remembers which engine made the groups."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._history = history

    def is_current(self, made_by: str) -> bool:
        """Tell whether ``made_by`` (engine and model) has seen every shown face."""
        stored = self._connection.value("SELECT value FROM meta WHERE key = 'grouped_by'")
        return bool(stored == made_by) and not self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM faces WHERE state = 0 AND person_id IS NULL)"
        )

    def settled(self, made_by: str) -> frozenset[int]:
        """Return the people whose groups ``made_by`` made, whole or in part; else none."""
        stored = str(self._connection.value("SELECT value FROM meta WHERE key = 'grouped_by'"))
        if not stored.startswith(made_by):
            return frozenset()
        rows = self._connection.rows("SELECT DISTINCT person_id FROM faces WHERE state = 0")
        return frozenset(person for (person,) in rows if person is not None)

    def apply(
        self,
        matrix: FaceMatrix,
        labels: IntArray,
        *,
        made_by: str,
        undoable: str | None = None,
    ) -> GroupingResult:
        """Store a grouping; ``labels (n,)`` are groups of the matrix's faces, -1 for a lone face.

        Faces that vanished or were confirmed since the matrix was read keep what the user said
        meanwhile. A named person is never renamed nor deleted. A face that the user removed from
        a person is never put back there. With ``undoable`` as its label the grouping is a step of
        the history.
        """
        with self._history.edit(undoable) if undoable else self._connection.write():
            wanted = self._targets(matrix, labels)
            before: dict[int, int | None] = dict(
                self._connection.rows("SELECT id, person_id FROM faces WHERE state = 0")
            )
            moved = [(p, f) for f, p in wanted.items() if before.get(f) != p]
            self._connection.executemany(
                "UPDATE faces SET person_id = ? WHERE id = ? AND NOT confirmed", moved
            )
            self._connection.execute(
                "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL AND id "
                "IS NOT (SELECT person_id FROM faces WHERE id = cover_face_id)"
            )
            self._connection.execute(
                "DELETE FROM people WHERE name IS NULL AND NOT EXISTS "
                "(SELECT 1 FROM faces WHERE person_id = people.id) AND NOT EXISTS "
                "(SELECT 1 FROM decisions WHERE people.id IN (person_id, other_person_id))"
            )
            self._connection.execute(
                "INSERT OR REPLACE INTO meta VALUES ('grouped_by', ?)", (made_by,)
            )
            people = int(
                self._connection.value(
                    "SELECT count(DISTINCT person_id) FROM faces WHERE state = 0"
                )
            )
        known = set(before.values())
        return GroupingResult(
            people=people,
            moved=sum(before.get(face) is not None for _, face in moved),
            new=len({person for person, _ in moved} - known),
        )

    def _targets(self, matrix: FaceMatrix, labels: IntArray) -> dict[int, int]:
        """Return the person id for every face the machine may write."""
        rows = self._connection.rows("SELECT id, person_id, confirmed FROM faces WHERE state = 0")
        person_of = {id_: person for id_, person, _ in rows}
        confirmed = {id_ for id_, _, human in rows if human}
        clusters = _clusters(matrix.ids, labels, set(person_of))
        seeds = confirmed.intersection(matrix.ids[matrix.confirmed].tolist())
        kept = _identities(clusters, person_of, seeds)
        forbidden = set(
            self._connection.rows("SELECT face_id, person_id FROM decisions WHERE kind = 'not'")
        )
        targets: dict[int, int] = {}
        for cluster, faces in enumerate(clusters):
            free = [face for face in faces if face not in confirmed]
            if not free:
                continue
            person = kept.get(cluster) or self._new_person()
            for face in free:
                refused = (face, person) in forbidden
                targets[face] = self._new_person() if refused else person
        return targets

    def _new_person(self) -> int:
        return self._connection.execute("INSERT INTO people (created_at) VALUES (?)", (now(),))


def _clusters(face_ids: IntArray, labels: IntArray, shown: set[int]) -> list[list[int]]:
    """Return the faces of each group; biggest groups first, then by their first face."""
    members: dict[object, list[int]] = defaultdict(list)
    for face, label in zip(face_ids.tolist(), np.asarray(labels).tolist(), strict=True):
        if face in shown:
            members[label if label >= 0 else ("alone", face)].append(face)
    return sorted(members.values(), key=lambda faces: (-len(faces), min(faces)))


def _identities(
    clusters: Sequence[list[int]], person_of: dict[int, int | None], seeds: set[int]
) -> dict[int, int]:
    """Return ``{cluster: person id}`` for the clusters that continue an existing group.

    What a human had confirmed before the engine ran (``seeds``) decides; then each group goes,
    once, to the cluster that holds most of its faces, and the biggest overlap chooses first.
    """
    kept: dict[int, int] = {}
    for cluster, faces in enumerate(clusters):
        votes = Counter(person_of[face] for face in faces if face in seeds)
        votes.pop(None, None)
        if votes:
            kept[cluster] = min((p for p in votes if p), key=lambda p: (-votes[p], p))
    taken = {person for face in seeds if (person := person_of[face]) is not None}
    overlaps = [
        (count, cluster, person)
        for cluster, faces in enumerate(clusters)
        if cluster not in kept
        for person, count in Counter(person_of[face] for face in faces).items()
        if person is not None and person not in taken
    ]
    for _, cluster, person in sorted(overlaps, key=lambda o: (-o[0], o[1], o[2])):
        if cluster not in kept and person not in taken:
            kept[cluster] = person
            taken.add(person)
    return kept
