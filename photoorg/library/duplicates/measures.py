"""What tells the best picture of a stack, as far as it was measured."""

from collections.abc import Collection, Iterable

import numpy as np

from photoorg.library.duplicates.values import ShownFace, Worth
from photoorg.library.storage.connection import AMONG, Connection, listed
from photoorg.types import Box


class Measures:
    """What ``sketches`` tell of photos that are in stacks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unmeasured(self, photo_ids: Iterable[int]) -> list[int]:
        """Return of which of these photos it is not known how sharp they are, or who blinks."""
        with self._connection.chosen(photo_ids) as chosen:
            rows = self._connection.rows(
                "SELECT photo_id FROM sketches WHERE (sharpness IS NULL OR closed_eyes IS NULL) "
                f"AND photo_id IN {chosen} ORDER BY photo_id"
            )
        return [id_ for (id_,) in rows]

    def keep_measured(self, values: Iterable[tuple[int, float, int]]) -> None:
        """Keep how sharp photos are, of which only the order means anything, and how many blink."""
        self._connection.executemany(
            "UPDATE sketches SET sharpness = ?2, closed_eyes = ?3 WHERE photo_id = ?1", values
        )

    def faces(self, photo_id: int) -> list[ShownFace]:
        """Return the faces of a photo of which it is known where their eyes are."""
        return [
            ShownFace(
                id_, Box(*box), np.frombuffer(landmarks, np.float32).reshape(5, 2), width, height
            )
            for id_, *box, landmarks, width, height in self._connection.rows(
                "SELECT f.id, f.x, f.y, f.w, f.h, f.landmarks, p.width, p.height FROM faces AS f "
                "JOIN photos AS p ON p.id = f.photo_id WHERE p.id = ? AND f.shown "
                "AND length(f.landmarks) = 40 AND p.width > 0 AND p.height > 0",
                (photo_id,),
            )
        ]

    def worth(self, photo_ids: Collection[int]) -> dict[int, Worth]:
        """Return what tells which of photos is the best."""
        rows = self._connection.rows(
            "SELECT p.id, p.width * p.height, "
            "coalesce((SELECT max(size) FROM files WHERE photo_id = p.id AND NOT gone), 0), "
            "coalesce((SELECT avg(quality) FROM faces WHERE photo_id = p.id AND shown), 0), "
            "coalesce(s.sharpness, 0), coalesce(s.closed_eyes, 0) FROM photos AS p "
            f"LEFT JOIN sketches AS s ON s.photo_id = p.id WHERE p.id IN {AMONG}",
            (listed(photo_ids),),
        )
        return {row[0]: Worth(*row[1:]) for row in rows}
