"""What the machine thinks of faces and groups, written when faces have been grouped."""

import numpy as np

from photoorg.library.standing.judging import GroupedFaces, Judgement, judge
from photoorg.library.standing.trust import OF_A_CUT, are_cut, trust
from photoorg.library.storage.connection import Connection
from photoorg.library.tables import FaceMatrix
from photoorg.types import FloatArray, IntArray

_SAME = 0.01
"""An opinion of a face that changes by less is not written anew."""


class Opinions:
    """The table ``standings`` and the columns ``faces.trust`` and ``faces.support``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def missing(self) -> bool:
        """Tell whether there are groups and nothing was ever thought of any."""
        return bool(
            self._connection.value(
                "SELECT NOT EXISTS (SELECT 1 FROM standings) AND EXISTS "
                "(SELECT 1 FROM faces WHERE shown AND person_id IS NOT NULL)"
            )
        )

    def hold(self, face_ids: IntArray, support: FloatArray) -> None:
        """Note how well faces ``(n,)`` are held in their groups ``(n,)``; NaN is not known."""
        rows = self._connection.rows("SELECT id, coalesce(support, -1) FROM faces")
        before: dict[int, float] = dict(rows)
        known = np.flatnonzero(np.isfinite(support))
        figures = list(zip(face_ids[known].tolist(), support[known].tolist(), strict=True))
        changed = [(face, now) for face, now in figures if abs(before.get(face, -1) - now) > _SAME]
        self._connection.put("faces", "support = g.v0", changed)

    def renew(self, matrix: FaceMatrix) -> None:
        """Judge all shown faces and groups anew; ``matrix`` holds what embeddings there are."""
        # A photo without a day is a day of its own: nothing tells that it belongs to another.
        rows = self._connection.rows(
            "SELECT f.id, f.person_id, f.photo_id, f.x, f.y, f.w, f.h, p.width, p.height, "
            "coalesce(f.score, f.box_source = 'drawn'), "
            "coalesce(f.quality, 0), coalesce(f.trust, -1), "
            "(f.source != 'machine') + (f.source = 'face'), "
            "coalesce(CASE WHEN length(p.taken) > 7 "
            "THEN CAST(julianday(substr(p.taken, 1, 10)) AS INTEGER) END, -p.id), "
            "EXISTS (SELECT 1 FROM answer_faces AS r JOIN answers AS o "
            "ON o.id = r.answer_id WHERE r.face_id = f.id AND r.superseded_by IS NULL "
            "AND o.kind = 'face'), f.landmarks "
            "FROM faces AS f JOIN photos AS p ON p.id = f.photo_id "
            "WHERE f.shown AND f.person_id IS NOT NULL ORDER BY f.id"
        )
        numbers = np.array([row[:15] for row in rows], dtype=np.float64).reshape(len(rows), 15)
        cut = are_cut([row[15] for row in rows], numbers[:, 7:9])
        ids, people, photos, days = (numbers[:, n].astype(np.int64) for n in (0, 1, 2, 13))
        embeddings = np.zeros((len(rows), matrix.embeddings.shape[1]), np.float16)
        _, ours, theirs = np.intersect1d(ids, matrix.ids, assume_unique=True, return_indices=True)
        embeddings[ours] = matrix.embeddings[theirs]
        figures = trust(numbers[:, 9].astype(np.float32), embeddings)
        figures[cut] = np.minimum(figures[cut], OF_A_CUT)
        figures[numbers[:, 14] > 0] = 1  # somebody who looked said so
        changed = np.abs(figures - numbers[:, 11]) > _SAME
        self._connection.put(
            "faces",
            "trust = g.v0",
            list(zip(ids[changed].tolist(), figures[changed].tolist(), strict=True)),
        )
        faces = GroupedFaces(
            people=people,
            photos=photos,
            days=days,
            boxes=numbers[:, 3:7].astype(np.float32),
            sizes=numbers[:, 7:9].astype(np.float32),
            trust=figures,
            quality=numbers[:, 10].astype(np.float32),
            said=numbers[:, 12].astype(np.int64),
            embeddings=embeddings,
        )
        self._store(judge(faces), ids)

    def _store(self, judged: Judgement, ids: np.ndarray) -> None:
        self._connection.executemany(
            "INSERT OR REPLACE INTO standings VALUES (?, ?, ?, ?)",
            zip(
                judged.people.tolist(),
                map(str, judged.standings),
                judged.trust.tolist(),
                ids[judged.covers].tolist(),
                strict=True,
            ),
        )
