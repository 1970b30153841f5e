"""Duplicates as they were found, and the stacks that they make.

What was found is kept, what it means is worked out when it is asked for: files go, faces get
names. Nothing here moves or deletes a picture.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from photoorg.library.duplicates.stacking import (
    Stacks,
    Taken,
    best_of_burst,
    best_of_one_picture,
    bursts,
    split,
)
from photoorg.library.duplicates.values import KnownSketches, Stack, StackKind, Worth
from photoorg.library.paths import from_text
from photoorg.library.storage.connection import Connection, Row
from photoorg.types import Box

_SIDE = 16

_SHOWN = "NOT p.away AND p.kind = 'photo'"

_THERE = (
    "FROM files AS f JOIN folders AS d ON d.id = f.folder_id WHERE f.photo_id IS NOT NULL "
    "AND NOT f.gone AND f.unseen_since IS NULL AND NOT d.removed"
)
"""Files that are in their place, or were when their drive was last there."""


class Duplicates:
    """The tables ``sketches`` and ``compared``."""

    def __init__(self, connection: Connection) -> None:
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
        """Keep what comparing pairs of photos, the lower id first, has shown."""
        self._connection.executemany("INSERT OR REPLACE INTO compared VALUES (?, ?, ?)", pairs)

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

    def unmeasured(self, photo_ids: Iterable[int]) -> list[int]:
        """Return which of these photos' sharpness is not known."""
        with self._connection.chosen(photo_ids) as chosen:
            rows = self._connection.rows(
                "SELECT photo_id FROM sketches WHERE sharpness IS NULL "
                f"AND photo_id IN {chosen} ORDER BY photo_id"
            )
        return [id_ for (id_,) in rows]

    def keep_sharpness(self, values: Iterable[tuple[int, float]]) -> None:
        """Keep how sharp photos are; only their order means anything."""
        self._connection.executemany(
            "UPDATE sketches SET sharpness = ?2 WHERE photo_id = ?1", values
        )

    def groups(self) -> dict[StackKind, list[Sequence[int]]]:
        """Return the photos of each stack of several photos, in the order of their ids."""
        twins = Stacks(pair for pair, twins in self.compared().items() if twins)
        people = self._settled_people()

        def apart(one: int, other: int) -> bool:
            first, second = people.get(one, set()), people.get(other, set())
            return bool(first and second and first.isdisjoint(second))

        known = self.sketches()
        there = self._there()
        near = [[id_ for id_ in stack if id_ in there] for stack in twins.groups()]
        near = [list(stack) for stack in split(near, apart)]
        views = dict(zip(known.photo_ids.tolist(), known.grey, strict=True))
        burst = bursts([one for one in self._taken() if one.photo_id in there], views, near)
        return {StackKind.NEAR: [*near], StackKind.BURST: [*burst]}

    def stacks(self) -> list[Stack]:
        """Return all stacks: copies, then near ones, then bursts; the best picture first."""
        with self._connection.moment():
            groups = self.groups()
            worth = self._worth({id_ for some in groups.values() for one in some for id_ in one})
            paths = self._paths()
            found = [
                Stack(StackKind.COPY, [id_] * len(places), places)
                for id_, places in sorted(paths.items())
                if len(places) > 1
            ]
            for kind, order in (
                (StackKind.NEAR, best_of_one_picture),
                (StackKind.BURST, best_of_burst),
            ):
                for group in groups[kind]:
                    ids = sorted(group, key=lambda id_: order(worth[id_]), reverse=True)
                    found.append(Stack(kind, ids, [paths[id_][0] for id_ in ids]))
        return found

    def _there(self) -> set[int]:
        """Return the photos that are shown and lie in their place."""
        rows = self._connection.rows(
            f"SELECT DISTINCT f.photo_id {_THERE} "
            f"AND f.photo_id IN (SELECT p.id FROM photos AS p WHERE {_SHOWN})"
        )
        return {id_ for (id_,) in rows}

    def _paths(self) -> dict[int, list[Path]]:
        """Return where each photo lies, what can be reached first."""
        rows = self._connection.rows(
            f"SELECT f.photo_id, f.path {_THERE} ORDER BY d.away, f.error IS NOT NULL, f.id"
        )
        paths: dict[int, list[Path]] = {}
        for id_, path in rows:
            paths.setdefault(id_, []).append(from_text(path))
        return paths

    def _settled_people(self) -> dict[int, set[int]]:
        """Return whom photos show because a human said so."""
        return _sets(
            self._connection.rows(
                "SELECT photo_id, person_id FROM faces "
                "WHERE shown AND person_id IS NOT NULL AND source != 'machine'"
            )
        )

    def _taken(self) -> list[Taken]:
        """Return the photos that tell the second in which they were taken, in that order."""
        people = _sets(
            self._connection.rows(
                "SELECT photo_id, person_id FROM faces WHERE shown AND person_id IS NOT NULL"
            )
        )
        return [
            Taken(id_, at, camera, people.get(id_, set()))
            for id_, at, camera in self._connection.rows(
                f"SELECT p.id, p.taken, p.camera FROM photos AS p WHERE {_SHOWN} "
                "AND length(p.taken) >= 19 ORDER BY coalesce(p.camera, ''), p.taken, p.id"
            )
        ]

    def _worth(self, photo_ids: Iterable[int]) -> dict[int, Worth]:
        with self._connection.chosen(photo_ids) as chosen:
            rows = self._connection.rows(
                "SELECT p.id, p.width * p.height, "
                "coalesce((SELECT max(size) FROM files WHERE photo_id = p.id AND NOT gone), 0), "
                "coalesce((SELECT avg(quality) FROM faces WHERE photo_id = p.id AND shown), 0), "
                "coalesce(s.sharpness, 0) FROM photos AS p "
                f"LEFT JOIN sketches AS s ON s.photo_id = p.id WHERE p.id IN {chosen}"
            )
        return {row[0]: Worth(*row[1:]) for row in rows}


def _sets(rows: Iterable[Row]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for key, value in rows:
        found.setdefault(key, set()).add(value)
    return found
