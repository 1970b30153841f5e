"""The only place where the machine puts faces into groups.

It writes faces that no human put where they are, and nothing else. A group keeps its identity (its
row, its name, its cover) when faces are grouped anew: the new group that holds most of its faces is
it. Whatever an engine answers, no standing answer is broken by what is stored.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import TypeAlias

import numpy as np

from photoorg.library.decisions.history import History
from photoorg.library.decisions.separations import Separations
from photoorg.library.faces import Faces
from photoorg.library.people import People
from photoorg.library.standing.opinions import Opinions
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.tables import FaceMatrix
from photoorg.library.times import now
from photoorg.library.values import GroupingResult
from photoorg.types import FloatArray, IntArray

Homes: TypeAlias = dict[int, int | None]
"""The people, or None, that faces are with."""


class Covers(StrEnum):
    """Which faces a grouping has seen."""

    ALL = "all"
    SO_FAR = "so far"
    """Photos wait for the model: their faces were not in it, and the next scan groups again."""
    CHANGING = "changing"
    """The library changes to another model: most groups are still those of the one before, so
    that none of them is settled."""


class Grouping:
    """Writes ``faces.person_id`` and ``groupings``, which remembers how groups were made."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._history = history
        self._separations = Separations(connection)
        self._people = People(connection)
        self._opinions = Opinions(connection)

    def is_current(self, engine: str, model: str) -> bool:
        """Tell whether ``engine`` on ``model`` has seen every shown face."""
        return self._newest() == (engine, model, Covers.ALL) and not self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM faces "
            "WHERE shown AND person_id IS NULL AND NOT forgotten)"
        )

    def judge_if_needed(self, model: str) -> bool:
        """Judge the groups if nobody ever did: those of a library from before. Tell if it was so.

        They stay as they are.
        """
        if not self._opinions.missing():
            return False
        with self._connection.write():
            self._opinions.renew(Faces(self._connection).matrix(model))
        return True

    def settled(self, engine: str, model: str) -> frozenset[int]:
        """Return the people whose groups ``engine`` made on ``model``, whole or in part."""
        newest = self._newest()
        if newest is None or newest[:2] != (engine, model) or newest[2] == Covers.CHANGING:
            return frozenset()
        rows = self._connection.rows(
            "SELECT id FROM people AS p WHERE EXISTS "
            "(SELECT 1 FROM faces WHERE person_id = p.id AND NOT dismissed)"
        )
        return frozenset(person for (person,) in rows)

    def engine(self) -> str | None:
        """Return the name of the engine that grouped last, None where none ever did."""
        newest = self._newest()
        return newest[0] if newest else None

    def _newest(self) -> tuple[str, str, str] | None:
        row = self._connection.row(
            "SELECT engine, model, covers FROM groupings ORDER BY id DESC LIMIT 1"
        )
        return None if row is None else (row[0], row[1], row[2])

    def apply(
        self,
        matrix: FaceMatrix,
        labels: IntArray,
        *,
        engine: str,
        model: str,
        covers: Covers = Covers.ALL,
        undoable: str | None = None,
        support: FloatArray | None = None,
    ) -> GroupingResult:
        """Store a grouping; ``labels (n,)`` are groups of the matrix's faces, -1 for a lone face.

        Faces that vanished or were spoken of since the matrix was read keep what the user said
        meanwhile. A named person is never renamed nor deleted. A face that the user removed from
        a person is never put back there. With ``undoable`` as its label the grouping is a step of
        the history. ``support (n,)`` tells how well each face is held in its group.
        """
        with self._history.edit(undoable) if undoable else self._connection.write():
            if support is not None:
                self._opinions.hold(matrix.ids, support)
            return self._store(matrix, labels, engine=engine, model=model, covers=covers)

    def preview(
        self, matrix: FaceMatrix, labels: IntArray, *, engine: str, model: str
    ) -> GroupingResult:
        """Return what :meth:`apply` would change now; nothing is changed.

        It is done and taken back, so that nothing it would do can be forgotten here.
        """
        try:
            with self._connection.write():
                raise _Seen(self._store(matrix, labels, engine=engine, model=model))
        except _Seen as seen:
            return seen.result

    def _store(
        self,
        matrix: FaceMatrix,
        labels: IntArray,
        *,
        engine: str,
        model: str,
        covers: Covers = Covers.ALL,
    ) -> GroupingResult:
        rows = self._connection.rows(
            "SELECT id, person_id, source != 'machine', shown FROM faces WHERE NOT dismissed"
        )
        before: Homes = {id_: person for id_, person, _, shown in rows if shown}
        wanted = self._targets(matrix, labels, rows)
        moved = [(f, p) for f, p in wanted.items() if before.get(f) != p]
        self._connection.put("faces", "person_id = g.v0", moved, "faces.source = 'machine'")
        for person in self._separations.suspects():
            self._separations.put_apart(person)
        self._connection.execute(
            "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL AND id "
            "IS NOT (SELECT person_id FROM faces WHERE id = cover_face_id)"
        )
        self._people.remove_emptied()
        self._opinions.renew(matrix)
        self._connection.execute(
            "INSERT INTO groupings (engine, model, covers, made_at) VALUES (?, ?, ?, ?)",
            (engine, model, covers, now()),
        )
        after: Homes = dict(
            self._connection.rows(
                "SELECT id, person_id FROM faces WHERE shown AND person_id IS NOT NULL"
            )
        )
        named = self._connection.rows("SELECT id FROM people WHERE name IS NOT NULL")
        return changes(before, after, {person for (person,) in named})

    def _targets(self, matrix: FaceMatrix, labels: IntArray, rows: Sequence[Row]) -> dict[int, int]:
        """Return the person id for every face the machine may write.

        ``rows`` are all that are faces: their ids, people, whether a human put them there, and
        whether they are shown.
        """
        person_of = {id_: person for id_, person, _, _ in rows}
        fixed = {id_ for id_, _, human, shown in rows if human or not shown}
        clusters = _clusters(matrix.ids, labels, set(person_of))
        seeds = {id_ for id_, _, human, _ in rows if human}
        seeds &= set(matrix.ids[matrix.settled].tolist())
        kept = _identities(clusters, person_of, seeds)
        free = {
            cluster: own
            for cluster, faces in enumerate(clusters)
            if (own := [face for face in faces if face not in fixed])
        }
        fresh = [cluster for cluster in free if cluster not in kept]
        kept |= zip(fresh, self._new_people(len(fresh)), strict=True)
        return {face: kept[cluster] for cluster, faces in free.items() for face in faces}

    def _new_people(self, count: int) -> list[int]:
        self._connection.executemany(
            "INSERT INTO people (created_at) VALUES (?)", [(now(),)] * count
        )
        newest = self._connection.rows("SELECT id FROM people ORDER BY id DESC LIMIT ?", (count,))
        return [id_ for (id_,) in reversed(newest)]


class _Seen(Exception):  # noqa: N818 - it is how a preview ends
    """Ends the transaction of a preview without a trace."""

    def __init__(self, result: GroupingResult) -> None:
        super().__init__()
        self.result = result


def changes(before: Homes, after: Homes, named: Collection[int]) -> GroupingResult:
    """Tell what happened to the groups between two moments; ``named`` are people with a name.

    A group that was joined is one of two faces or more that lies, for the most part, where a
    larger one does.
    """
    went: dict[int, Counter[int | None]] = defaultdict(Counter)
    for face, person in before.items():
        if person is not None:
            went[person][after.get(face)] += 1
    groups = [counts for counts in went.values() if counts.total() > 1]
    homes = {max(counts, key=lambda home: (counts[home], home or 0)) for counts in groups}
    here = {person for person in after.values() if person is not None}
    return GroupingResult(
        people=len(here),
        new=len(here - set(before.values())),
        joined=len(groups) - len(homes),
        split=sum(len(counts) > 1 for counts in groups),
        moved=sum(counts.total() - counts[person] for person, counts in went.items()),
        names_lost=len((set(went) & set(named)) - here),
    )


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

    Where a human had put faces before the engine ran (``seeds``) decides; then each group goes,
    once, to the cluster that holds most of its faces, and the biggest overlap chooses first.
    """
    kept: dict[int, int] = {}
    for cluster, faces in enumerate(clusters):
        if seeds.isdisjoint(faces):
            continue
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
