"""Who with a name looks most like some faces: by the directions of stored embeddings alone."""

import json
from collections.abc import Iterable, Sequence

import numpy as np

from photoorg.library.storage.connection import Connection
from photoorg.types import FloatArray

_COMPARED = 5
"""So many faces tell what somebody looks like."""
_TELLING = (
    "WITH ranked AS (SELECT f.id, f.person_id, row_number() OVER (PARTITION BY f.person_id "
    "ORDER BY (f.source = 'face') * 2 + (f.source = 'group') + coalesce(f.quality, 0) DESC) "
    "AS place FROM faces AS f JOIN people AS p ON p.id = f.person_id AND p.name IS NOT NULL "
    "WHERE f.shown) SELECT r.person_id, e.vector FROM ranked AS r "
    "JOIN embeddings AS e ON e.face_id = r.id WHERE r.place <= ? AND e.model = ?"
)


class Likeness:
    """Compares the embeddings of one model; faces that have none of it count for nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people_like(self, face_ids: Iterable[int], most: int = 30) -> Sequence[int]:
        """Return the ids of the people with names whose faces are most like these, likest first.

        Each is compared by a few faces, those that a human put there before the best pictures.
        """
        asked = self._connection.rows(
            "SELECT model, vector FROM embeddings "
            "WHERE face_id IN (SELECT value FROM json_each(?)) ORDER BY face_id",
            (json.dumps(list(face_ids)),),
        )
        if not asked:
            return []
        model = asked[0][0]
        rows = self._connection.rows(_TELLING, (_COMPARED, model))
        if not rows:
            return []
        middle = _directions([vector for of, vector in asked if of == model]).mean(axis=0)
        cosines = _directions([vector for _, vector in rows]) @ middle
        whose, place = np.unique([person for person, _ in rows], return_inverse=True)
        means = np.bincount(place, cosines) / np.bincount(place)
        best = np.argsort(-means, kind="stable")[:most]
        return [int(person) for person in whose[best]]


def _directions(vectors: Sequence[bytes]) -> FloatArray:
    """Return stored embeddings as unit vectors ``(n, d)``; zeros where nothing is known."""
    found = np.array([np.frombuffer(vector, np.float16) for vector in vectors]).astype(np.float32)
    lengths: FloatArray = np.sqrt((found**2).sum(axis=1, keepdims=True))
    return np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 0)
