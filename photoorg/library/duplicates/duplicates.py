"""Duplicates as they were found, and the stacks that they make.

What was found is kept, what it means is worked out when it is asked for: files go, faces get
names. Nothing here moves or deletes a picture.
"""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.library.duplicates.measures import Measures
from photoorg.library.duplicates.stacking import (
    Stacks,
    Taken,
    best_first,
    bursts,
    merits_in_burst,
    merits_of_one_picture,
    soon_after_each_other,
    split,
)
from photoorg.library.duplicates.values import KnownSketches, Member, Stack, StackKind
from photoorg.library.paths import from_text
from photoorg.library.storage.connection import AMONG, Connection, listed
from photoorg.types import Box

_SIDE = 16

_SHOWN = "NOT p.away AND p.kind = 'photo'"

_THERE = (
    "FROM files AS f JOIN folders AS d ON d.id = f.folder_id WHERE f.photo_id IS NOT NULL "
    "AND NOT f.gone AND f.unseen_since IS NULL AND NOT d.removed"
)
"""Files that are in their place, or were when their drive was last there."""

_LIES = f"EXISTS (SELECT 1 {_THERE} AND f.photo_id = p.id)"


class Duplicates:
    """The tables ``sketches``, ``compared`` and ``no_duplicates``."""

    def __init__(self, connection: Connection) -> None:
        self.measures = Measures(connection)
        self._connection = connection

    def waiting(self) -> list[int]:
        """Return the photos that have no sketch yet, or one of another version."""
        return [
            id_
            for (id_,) in self._connection.rows(
                "SELECT p.id FROM photos AS p LEFT JOIN sketches AS s ON s.photo_id = p.id "
                f"WHERE {_SHOWN} AND (s.photo_id IS NULL OR s.picture_hash IS NOT p.picture_hash) "
                "AND p.id NOT IN (SELECT photo_id FROM faces WHERE forgotten) ORDER BY p.id"
            )
        ]

    def keep_sketches(self, sketches: Iterable[tuple[int, bytes]]) -> None:
        """Keep 256 grey values of each photo; what was found with earlier ones is forgotten."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO sketches (photo_id, picture_hash, grey) "
            "SELECT id, picture_hash, ?2 FROM photos WHERE id = ?1",
            sketches,
        )

    def searched(self) -> bool:
        """Tell whether all photos that are shown were searched together for what is alike."""
        fresh = self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM sketches AS s JOIN photos AS p ON p.id = s.photo_id "
            f"WHERE {_SHOWN} AND NOT s.searched)"
        )
        return not fresh

    def keep_searched(self, known: KnownSketches) -> None:
        """Keep that these sketches were searched to the end."""
        with self._connection.chosen(known.photo_ids.tolist()) as chosen:
            self._connection.execute(
                f"UPDATE sketches SET searched = 1 WHERE NOT searched AND photo_id IN {chosen}"
            )

    def sketches(self) -> KnownSketches:
        """Return the sketches of all photos that are shown."""
        rows = self._connection.rows(
            "SELECT s.photo_id, s.grey FROM sketches AS s JOIN photos AS p ON p.id = s.photo_id "
            f"WHERE {_SHOWN} ORDER BY s.photo_id"
        )
        grey = np.frombuffer(b"".join(row[1] for row in rows), np.uint8)
        ids = np.array([row[0] for row in rows], np.int64)
        return KnownSketches(ids, grey.reshape(-1, _SIDE, _SIDE))

    def compared(self) -> dict[tuple[int, int], bool]:
        """Return which pairs were compared, and whether they are one picture."""
        rows = self._connection.rows("SELECT photo_id, other_id, twins FROM compared")
        return {(one, other): bool(twins) for one, other, twins in rows}

    def keep_compared(self, pairs: Iterable[tuple[int, int, bool]]) -> None:
        """Keep what comparing pairs of photos, the lower id first, has shown, if both are there."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO compared SELECT ?1, ?2, ?3 "
            "WHERE (SELECT count(*) FROM sketches WHERE photo_id IN (?1, ?2)) = 2",
            pairs,
        )

    def boxes(self, photo_id: int) -> list[Box]:
        """Return where a photo shows faces, as shares of its sides."""
        return [
            Box(*row)
            for row in self._connection.rows(
                "SELECT f.x / p.width, f.y / p.height, f.w / p.width, f.h / p.height "
                "FROM faces AS f JOIN photos AS p ON p.id = f.photo_id "
                "WHERE p.id = ? AND f.shown AND p.width > 0 AND p.height > 0",
                (photo_id,),
            )
        ]

    def groups(self) -> dict[StackKind, list[Sequence[int]]]:
        """Return the photos of each stack of several photos, in the order of their ids."""
        twins = Stacks(self._connection.rows("SELECT photo_id, other_id FROM compared WHERE twins"))
        stacks = twins.groups()
        alike = [id_ for stack in stacks for id_ in stack]
        there, people = self._there(alike), self._people(alike, "AND source != 'machine'")

        denied = self.denied()

        def denies(one: int, other: int) -> bool:
            """Tell whether a human said that they are no duplicates."""
            return (min(one, other), max(one, other)) in denied

        def apart(one: int, other: int) -> bool:
            """Tell whether a human said that of them, or that they show different people."""
            first, second = people.get(one, set()), people.get(other, set())
            return denies(one, other) or bool(first and second and first.isdisjoint(second))

        near = [[id_ for id_ in stack if id_ in there] for stack in stacks]
        near = [list(stack) for stack in split(near, apart)]
        taken = self._taken()
        views = self._views([one.photo_id for one in taken])
        burst = split(bursts(taken, views, near), denies)
        return {StackKind.NEAR: [*near], StackKind.BURST: burst}

    def count(self) -> int:
        """Return the number of stacks of all kinds."""
        with self._connection.moment():
            return len(self._copies()) + sum(map(len, self.groups().values()))

    def stacks(self) -> list[Stack]:
        """Return all stacks: copies, then near ones, then bursts; the best picture first."""
        with self._connection.moment():
            groups = self.groups()
            ids = {id_ for some in groups.values() for one in some for id_ in one}
            worth = self.measures.worth(ids)
            paths = self._paths(ids)
            found = [Stack(StackKind.COPY, [i] * len(of), of) for i, of in self._copies()]
            for kind, merits in (
                (StackKind.NEAR, merits_of_one_picture),
                (StackKind.BURST, merits_in_burst),
            ):
                for group in groups[kind]:
                    ordered, why = best_first({id_: merits(worth[id_]) for id_ in group})
                    found.append(Stack(kind, ordered, [paths[i][0] for i in ordered], why))
        return found

    def members(self, stack: Stack) -> list[Member]:
        """Return what is known of the files of a stack, in its order, of those that are there."""
        rows = self._connection.rows(
            "SELECT path, p.id, p.width, p.height, size, p.taken, missing FROM photos AS p JOIN "
            f"(SELECT f.photo_id, f.path, f.size, d.away AS missing {_THERE}) ON photo_id = p.id "
            f"WHERE p.id IN {AMONG}",
            (listed(set(stack.photo_ids)),),
        )
        known = {
            path: Member(id_, path, width, height, size, taken, missing=bool(away))
            for text, id_, width, height, size, taken, away in rows
            for path in [from_text(text)]
        }
        return [known[path] for path in stack.paths if path in known]

    def denied(self) -> set[tuple[int, int]]:
        """Return the pairs of which a human said that they are no duplicates, lower id first."""
        return set(
            self._connection.rows("SELECT photo_id, other_id FROM no_duplicates WHERE NOT ended")
        )

    def denied_stacks(self) -> list[Stack]:
        """Return the photos of which that was said, those in one stack that hang together."""
        with self._connection.moment():
            groups = Stacks(self.denied()).groups()
            paths = self._paths({id_ for group in groups for id_ in group})
        there = ([id_ for id_ in group if id_ in paths] for group in groups)
        return [Stack(StackKind.DENIED, ids, [paths[i][0] for i in ids]) for ids in there if ids]

    def _there(self, photo_ids: Collection[int]) -> set[int]:
        """Return which of these photos are shown and lie in their place."""
        rows = self._connection.rows(
            f"SELECT p.id FROM photos AS p WHERE p.id IN {AMONG} AND {_SHOWN} AND {_LIES}",
            (listed(photo_ids),),
        )
        return {id_ for (id_,) in rows}

    def _copies(self) -> list[tuple[int, list[Path]]]:
        """Return the photos that lie in several files, and where, what can be reached first.

        A video is known by how it begins: only files with the same bytes are copies of it.
        """
        rows = self._connection.rows(
            "SELECT f.photo_id, f.path, (SELECT coalesce(f.content_hash, f.id) FROM photos "
            f"WHERE id = f.photo_id AND kind = 'video') {_THERE} AND f.photo_id IN "
            f"(SELECT f.photo_id {_THERE} GROUP BY f.photo_id HAVING count(*) > 1) "
            "ORDER BY f.photo_id, d.away, f.error IS NOT NULL, f.id"
        )
        places: dict[tuple[int, str | None], list[Path]] = {}
        for id_, path, content in rows:
            places.setdefault((id_, content), []).append(from_text(path))
        return [(id_, paths) for (id_, _), paths in places.items() if len(paths) > 1]

    def _paths(self, photo_ids: Collection[int]) -> dict[int, list[Path]]:
        """Return where each of these photos lies, what can be reached first."""
        rows = self._connection.rows(
            f"SELECT f.photo_id, f.path {_THERE} AND f.photo_id IN {AMONG} "
            "ORDER BY d.away, f.error IS NOT NULL, f.id",
            (listed(photo_ids),),
        )
        paths: dict[int, list[Path]] = {}
        for id_, path in rows:
            paths.setdefault(id_, []).append(from_text(path))
        return paths

    def _people(self, photo_ids: Collection[int], said: str = "") -> dict[int, set[int]]:
        """Return whom these photos show, as far as that was ``said``."""
        people: dict[int, set[int]] = {}
        for photo, person in self._connection.rows(
            "SELECT photo_id, person_id FROM faces WHERE shown AND person_id IS NOT NULL "
            f"{said} AND photo_id IN {AMONG}",
            (listed(photo_ids),),
        ):
            people.setdefault(photo, set()).add(person)
        return people

    def _taken(self) -> list[Taken]:
        """Return the photos that were taken soon after or before another by the same camera.

        Those of each camera are in the order of their times, to the second.
        """
        rows = self._connection.rows(
            "SELECT p.id, coalesce(p.camera, ''), 86400 * julianday(substr(p.taken, 1, 19)) AS at "
            f"FROM photos AS p WHERE {_SHOWN} AND length(p.taken) >= 19 AND at IS NOT NULL"
        )
        ids = soon_after_each_other(rows)
        there, people = self._there(ids), self._people(ids)
        told = {
            id_: (at, camera)
            for id_, at, camera in self._connection.rows(
                f"SELECT id, taken, camera FROM photos WHERE id IN {AMONG}", (listed(ids),)
            )
        }
        return [Taken(id_, *told[id_], people.get(id_, set())) for id_ in ids if id_ in there]

    def _views(self, photo_ids: Collection[int]) -> dict[int, NDArray[np.uint8]]:
        """Return the sketches of these photos, as far as there are any."""
        rows = self._connection.rows(
            f"SELECT photo_id, grey FROM sketches WHERE photo_id IN {AMONG}",
            (listed(photo_ids),),
        )
        return {id_: np.frombuffer(grey, np.uint8) for id_, grey in rows}
