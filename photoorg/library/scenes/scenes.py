"""Groups of pictures: what they look like, what the machine learned of that, and what holds.

Where a photo is follows from what a human said of it, and else from where the machine put it.
Nothing here moves or deletes a file.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from photoorg.errors import UsageError
from photoorg.library.scenes.values import KnownFeatures, OwnLooks, Round, Scene
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.times import now
from photoorg.tr import tr

FEWEST = 3
"""So many photos make a group worth showing, unless a human spoke of it."""

_SHOWN = "NOT p.away AND p.kind = 'photo'"

_STANDING = (
    "SELECT p.id AS photo_id, coalesce(s.merged_into, s.id) AS scene_id, "
    "coalesce(w.sure, 0) AS sure, a.id IS NOT NULL AS said "
    "FROM photos AS p LEFT JOIN scene_answers AS a ON a.photo_id = p.id "
    "LEFT JOIN scene_places AS w ON w.photo_id = p.id "
    "JOIN scenes AS s ON s.id = iif(a.id IS NULL, w.scene_id, a.scene_id) "
    f"WHERE {_SHOWN}"
)
"""Where each photo is that is in a group."""


class Scenes:
    """The tables of what photos look like and of what the machine made of it.

    These are ``own_looks``, ``picture_features``, ``scene_rounds``, ``scenes``, ``scene_places``.

    ``model`` is always what told the features: those of another one mean nothing beside them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def own_looks(self) -> OwnLooks:
        """Return what was learned of how this library's photos look."""
        row = self._connection.row("SELECT state, network FROM own_looks")
        return OwnLooks(*row) if row is not None else OwnLooks(None, None)

    def keep_own_looks(self, own: OwnLooks) -> None:
        """Keep how far the learning is, or what came out of it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO own_looks (id, state, network) VALUES (1, ?, ?)",
            (own.state, own.network),
        )

    def waiting(self, model: str) -> list[int]:
        """Return the photos whose features are not known, or those of another picture."""
        return _ids(
            self._connection.rows(
                "SELECT p.id FROM photos AS p LEFT JOIN picture_features AS f ON f.photo_id = p.id "
                f"WHERE {_SHOWN} AND (f.photo_id IS NULL OR f.model != ? "
                "OR f.picture_hash IS NOT p.picture_hash) "
                "AND p.id NOT IN (SELECT photo_id FROM faces WHERE forgotten) ORDER BY p.id",
                (model,),
            )
        )

    def keep_features(self, model: str, features: Iterable[tuple[int, bytes]]) -> None:
        """Keep what photos look like; where the machine had put them is open again."""
        rows = list(features)
        with self._connection.write():
            self._connection.executemany(
                "INSERT OR REPLACE INTO picture_features (photo_id, picture_hash, model, vector) "
                "SELECT id, picture_hash, ?2, ?3 FROM photos WHERE id = ?1",
                ((id_, model, vector) for id_, vector in rows),
            )
            self._connection.executemany(
                "DELETE FROM scene_places WHERE photo_id = ?", ((id_,) for id_, _ in rows)
            )

    def unplaced(self, model: str) -> KnownFeatures:
        """Return the photos that the machine has not looked at since their features are known."""
        return self._features(model, "p.id NOT IN (SELECT photo_id FROM scene_places)")

    def ungrouped(self, model: str) -> KnownFeatures:
        """Return the photos that are in no group, and of which nobody said that it be so."""
        return self._features(
            model, "p.id IN (SELECT photo_id FROM scene_places WHERE scene_id IS NULL)"
        )

    def some(self, model: str, photo_ids: Iterable[int]) -> KnownFeatures:
        """Return the features of those of these photos that are not settled."""
        with self._connection.chosen(photo_ids) as chosen:
            return self._features(model, f"p.id IN {chosen}")

    def _features(self, model: str, which: str) -> KnownFeatures:
        rows = self._connection.rows(
            "SELECT p.id, f.vector FROM picture_features AS f "
            "JOIN photos AS p ON p.id = f.photo_id "
            f"WHERE {_SHOWN} AND f.model = ? AND {which} "
            "AND p.id NOT IN (SELECT photo_id FROM scene_answers) ORDER BY p.id",
            (model,),
        )
        vectors = np.frombuffer(b"".join(row[1] for row in rows), np.float16)
        ids = np.array(_ids(rows), np.int64)
        return KnownFeatures(ids, vectors.reshape(len(rows), -1 if rows else 0))

    def unlearned(self, model: str) -> tuple[int, int]:
        """Return how many photos in no group no round has learned from, and from how many one has.

        What a human has settled counts as neither.
        """
        fresh, known = self._connection.row(
            "SELECT coalesce(sum(NOT w.learned AND w.scene_id IS NULL), 0), "
            "coalesce(sum(w.learned), 0) FROM scene_places AS w "
            "JOIN photos AS p ON p.id = w.photo_id "
            "JOIN picture_features AS f ON f.photo_id = p.id AND f.model = ? "
            f"WHERE {_SHOWN} AND p.id NOT IN (SELECT photo_id FROM scene_answers)",
            (model,),
        ) or (0, 0)
        return int(fresh), int(known)

    def rounds(self, model: str) -> list[Round]:
        """Return all learnings, the oldest first; at most the last one is not finished."""
        places: dict[int, dict[int, int]] = {}
        for round_id, place, scene in self._connection.rows(
            "SELECT round_id, place, id FROM scenes WHERE round_id IS NOT NULL"
        ):
            places.setdefault(round_id, {})[place] = scene
        return [
            Round(id_, state, head, places.get(id_, {}))
            for id_, state, head in self._connection.rows(
                "SELECT id, state, head FROM scene_rounds WHERE model = ? ORDER BY id", (model,)
            )
        ]

    def begin_round(self, model: str, state: bytes) -> int:
        """Begin to learn, and return the id of the round."""
        return self._connection.execute(
            "INSERT INTO scene_rounds (model, state) VALUES (?, ?)", (model, state)
        )

    def keep_state(self, round_id: int, state: bytes) -> None:
        """Keep how far a round is."""
        self._connection.execute(
            "UPDATE scene_rounds SET state = ? WHERE id = ?", (state, round_id)
        )

    def drop_round(self, round_id: int) -> None:
        """Forget a round that cannot go on."""
        self._connection.execute("DELETE FROM scene_rounds WHERE id = ?", (round_id,))

    def finish_round(self, round_id: int, head: bytes, places: Sequence[int]) -> dict[int, int]:
        """Keep what a round has learned; return the ids of its groups, by place in the head."""
        with self._connection.write():
            self._connection.execute(
                "UPDATE scene_rounds SET state = NULL, head = ? WHERE id = ?", (head, round_id)
            )
            return {
                place: self._connection.execute(
                    "INSERT INTO scenes (round_id, place, created_at) VALUES (?, ?, ?)",
                    (round_id, place, now()),
                )
                for place in places
            }

    def put(self, places: Iterable[tuple[int, int | None, float]], *, learned: bool) -> None:
        """Put photos into groups, or into none, and keep how sure that is.

        ``learned`` photos are those that a round has learned from.
        """
        self._connection.executemany(
            "INSERT INTO scene_places (photo_id, scene_id, sure, learned) "
            "SELECT id, ?2, ?3, ?4 FROM photos WHERE id = ?1 "
            "ON CONFLICT (photo_id) DO UPDATE SET scene_id = excluded.scene_id, "
            "sure = excluded.sure, learned = learned OR excluded.learned",
            ((photo, scene, sure, int(learned)) for photo, scene, sure in places),
        )

    def every(self) -> list[Scene]:
        """Return the groups that are worth showing, those with names first, then the largest."""
        members: dict[int, list[int]] = {}
        spoken: set[int] = set()
        with self._connection.moment():
            for photo, scene, said in self._connection.rows(
                f"SELECT photo_id, scene_id, said FROM ({_STANDING}) ORDER BY sure DESC, photo_id"
            ):
                members.setdefault(scene, []).append(photo)
                if said:
                    spoken.add(scene)
            names: dict[int, str | None] = dict(
                self._connection.rows("SELECT id, name FROM scenes WHERE merged_into IS NULL")
            )
        found = [
            Scene(id_, name, members.get(id_, []))
            for id_, name in names.items()
            if name is not None or id_ in spoken or len(members.get(id_, ())) >= FEWEST
        ]
        return sorted(found, key=lambda one: (one.name is None, -len(one.photo_ids), one.id))

    def get(self, scene_id: int) -> Scene:
        """Return a group, however small; raises :class:`UsageError` where there is none."""
        row = self._connection.row(
            "SELECT name FROM scenes WHERE id = ? AND merged_into IS NULL", (scene_id,)
        )
        if row is None:
            raise UsageError(tr("There is no group {id}.", id=scene_id))
        return Scene(scene_id, row[0], self.photos_of([scene_id]))

    def photos_of(self, scene_ids: Sequence[int]) -> list[int]:
        """Return the photos of groups, the most typical first."""
        with self._connection.chosen(scene_ids) as chosen:
            return _ids(
                self._connection.rows(
                    f"SELECT photo_id FROM ({_STANDING}) WHERE scene_id IN {chosen} "
                    "ORDER BY sure DESC, photo_id"
                )
            )

    def of_photo(self, photo_id: int) -> int | None:
        """Return the group in which a photo is."""
        found: int | None = self._connection.value(
            f"SELECT scene_id FROM ({_STANDING} AND p.id = ?)", (photo_id,)
        )
        return found

    def named(self, name: str) -> int | None:
        """Return the group of this name."""
        found: int | None = self._connection.value(
            "SELECT id FROM scenes WHERE name = ? AND merged_into IS NULL", (name,)
        )
        return found


def _ids(rows: Iterable[Row]) -> list[int]:
    return [int(row[0]) for row in rows]
