"""Questions about faces."""

from collections.abc import Iterable, Sequence

import numpy as np

from photoorg.errors import UsageError
from photoorg.library.storage.connection import AMONG, Connection, Row, listed
from photoorg.library.tables import FaceMatrix, FacePlaces
from photoorg.library.values import Face, Source
from photoorg.tr import tr
from photoorg.types import Box

_FACE = (
    "SELECT f.id, f.photo_id, f.x, f.y, f.w, f.h, coalesce(f.score, 0), coalesce(f.quality, 0), "
    "f.person_id, f.source, "
    "p.name, f.support, f.box_source = 'drawn' "
    "FROM faces AS f LEFT JOIN people AS p ON p.id = f.person_id "
)


_SOURCES = {one.value: one for one in Source}


class Faces:
    """The faces that are shown: neither "not a face" nor of a photo that is away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return the number of shown faces."""
        return int(self._connection.value("SELECT count(*) FROM faces WHERE shown"))

    def get(self, face_id: int) -> Face:
        """Return one face; raises :class:`UsageError` when there is none."""
        row = self._connection.row(f"{_FACE} WHERE f.id = ?", (face_id,))
        if row is None:
            raise UsageError(tr("There is no face {id} in this library.", id=face_id))
        return _face(row)

    def some(self, face_ids: Iterable[int]) -> list[Face]:
        """Return some faces, each once, in this order; raises as :meth:`get` does."""
        wanted = list(dict.fromkeys(face_ids))
        rows = self._connection.rows(f"{_FACE} WHERE f.id IN {AMONG}", (listed(wanted),))
        found = {face.id: face for face in map(_face, rows)}
        return [found[id_] if id_ in found else self.get(id_) for id_ in wanted]

    def of_photo(self, photo_id: int) -> list[Face]:
        """Return the faces of a photo from left to right."""
        rows = self._connection.rows(
            f"{_FACE} WHERE f.photo_id = ? AND f.shown ORDER BY f.x, f.id", (photo_id,)
        )
        return [_face(row) for row in rows]

    def of_person(self, person_id: int) -> list[Face]:
        """Return a person's faces: those a human put there first, the best pictures first."""
        rows = self._connection.rows(
            f"{_FACE} WHERE f.person_id = ? AND f.shown "
            "ORDER BY f.source = 'face' DESC, f.source = 'group' DESC, f.quality DESC, f.id",
            (person_id,),
        )
        return [_face(row) for row in rows]

    def ids_of(self, person_ids: Iterable[int]) -> list[int]:
        """Return the ids of the faces of some people: quick even where there are very many."""
        with self._connection.chosen(person_ids) as chosen:
            sql = f"SELECT id FROM faces WHERE person_id IN {chosen} AND shown ORDER BY id"
            return [id_ for (id_,) in self._connection.rows(sql)]

    def without_verdict(self, person_ids: Sequence[int]) -> list[Face]:
        """Return the faces of these people that nobody called real, person by person in order.

        Those of a person that are least likely to be faces come first.
        """
        rows = self._connection.rows(
            f"{_FACE} WHERE f.person_id IN {AMONG} AND f.shown AND NOT EXISTS "
            "(SELECT 1 FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
            "WHERE r.face_id = f.id AND r.superseded_by IS NULL AND o.kind = 'face') "
            "ORDER BY f.trust, f.id",
            (listed(person_ids),),
        )
        place = {person: at for at, person in enumerate(person_ids)}
        return sorted(map(_face, rows), key=lambda face: place[face.person_id or 0])

    def by_photo(self) -> dict[int, list[int]]:
        """Return the ids of the shown faces of every photo that has some, from left to right."""
        found: dict[int, list[int]] = {}
        for photo, face in self._connection.rows(
            "SELECT photo_id, id FROM faces WHERE shown ORDER BY photo_id, x, id"
        ):
            found.setdefault(photo, []).append(face)
        return found

    def forgotten(self, face_ids: Iterable[int]) -> set[int]:
        """Return which of these faces the user had forgotten: no picture of them is kept."""
        with self._connection.chosen(face_ids) as chosen:
            rows = self._connection.rows(f"SELECT id FROM faces WHERE forgotten AND id IN {chosen}")
        return {face for (face,) in rows}

    def lost_of_person(self, person_id: int) -> list[Face]:
        """Return a person's faces that their photos, edited since, do not show any more.

        The best pictures come first; those of which the user has taken note are left out.
        """
        rows = self._connection.rows(
            f"{_FACE} WHERE f.person_id = ? AND NOT f.shown AND f.lost AND NOT f.dismissed "
            "AND NOT f.away AND NOT EXISTS (SELECT 1 FROM answer_faces AS r "
            "JOIN answers AS o ON o.id = r.answer_id AND o.kind = 'gone' "
            "WHERE r.face_id = f.id AND r.superseded_by IS NULL) ORDER BY f.quality DESC, f.id",
            (person_id,),
        )
        return [_face(row) for row in rows]

    def people_of(self, face_ids: Iterable[int]) -> dict[int, int | None]:
        """Return with whom these faces are; those that are not shown are left out."""
        with self._connection.chosen(face_ids) as chosen:
            sql = f"SELECT id, person_id FROM faces WHERE shown AND id IN {chosen}"
            return dict(self._connection.rows(sql))

    def places(self) -> FacePlaces:
        """Return where all shown faces are."""
        rows = self._connection.rows(
            "SELECT id, coalesce(person_id, -1), iif(track_id IS NULL, photo_id, -id), "
            "source != 'machine', source = 'face', "
            "support, trust FROM faces WHERE shown ORDER BY id"
        )
        numbers = np.array(rows, np.float64).reshape(-1, 7)
        ids, people, photos = np.ascontiguousarray(numbers[:, :3].T).astype(np.int64)
        settled, confirmed = numbers[:, 3:5].T.astype(bool)
        support, trust = numbers[:, 5:].T.astype(np.float32)
        unknown = self._connection.rows(
            "SELECT r.face_id FROM answers AS o JOIN answer_faces AS r ON r.answer_id = o.id "
            "AND r.superseded_by IS NULL WHERE o.kind = 'unknown'"
        )
        put_off = np.isin(ids, np.array(unknown, np.int64).ravel())
        return FacePlaces(ids, people, photos, settled, confirmed, support, trust, put_off)

    def models(self) -> list[str]:
        """Return the embedding models in use, the most used first."""
        return [
            str(model)
            for (model,) in self._connection.rows(
                "SELECT model FROM embeddings GROUP BY model ORDER BY count(*) DESC, model"
            )
        ]

    def matrix(self, model: str) -> FaceMatrix:
        """Return the faces to be grouped that have an embedding of ``model``, by face id.

        Raises :class:`UsageError` when embeddings of one model differ in length, which only a
        damaged library can hold.
        """
        rows = self._connection.rows(
            "SELECT f.id, iif(f.lost OR f.track_id IS NOT NULL, -f.id, f.photo_id), "
            "coalesce(f.quality, 0), "
            "f.x, f.y, f.w, f.h, coalesce(f.person_id, -1), f.source != 'machine', NOT f.shown, "
            "coalesce(f.track_id, -1), e.vector "
            "FROM embeddings AS e JOIN faces AS f ON f.id = e.face_id WHERE e.model = ? "
            "AND (f.shown OR (NOT f.dismissed AND (f.source != 'machine' OR EXISTS "
            "(SELECT 1 FROM people WHERE id = f.person_id AND name IS NOT NULL)))) ORDER BY f.id",
            (model,),
        )
        numbers = np.array([row[:11] for row in rows], dtype=np.float64).reshape(len(rows), 11)
        width = len(rows[0][11]) // 2 if rows else 0
        vectors = np.frombuffer(b"".join(row[11] for row in rows), dtype=np.float16)
        if vectors.size != len(rows) * width:
            raise UsageError(
                tr(
                    "The stored faces of this library do not fit each other; scan its folders "
                    "again."
                )
            )
        return FaceMatrix(
            ids=numbers[:, 0].astype(np.int64),
            embeddings=vectors.reshape(len(rows), width),
            photo_ids=numbers[:, 1].astype(np.int64),
            quality=numbers[:, 2].astype(np.float32),
            boxes=numbers[:, 3:7].astype(np.float32),
            person_ids=numbers[:, 7].astype(np.int64),
            settled=numbers[:, 8].astype(np.bool_),
            away=numbers[:, 9].astype(np.bool_),
            track_ids=numbers[:, 10].astype(np.int64),
        )


def _face(row: Row) -> Face:
    id_, photo_id, x, y, w, h, score, quality, person_id, source, name, support, drawn = row
    box = Box(x, y, w, h)
    who = (person_id, _SOURCES[source], name, support)
    return Face(id_, photo_id, box, score, quality, *who, bool(drawn))
