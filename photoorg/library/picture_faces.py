"""The faces of a photo, stored as an analysis of its picture found them."""

from collections.abc import Collection, Mapping, Sequence, Set

import numpy as np

from photoorg.library.boxes import match_boxes, match_middles
from photoorg.library.decisions.recording import faces_to_redo
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.values import Analysis, Moved
from photoorg.types import Box, FloatArray, FoundFace

_DECIDED = (
    "(f.source != 'machine' OR f.dismissed OR f.forgotten OR f.box_source != 'found' OR EXISTS "
    "(SELECT 1 FROM answer_faces WHERE face_id = f.id))"
)
"""A human decided about the face: it is never deleted. Nor is one of which a redo would say so."""

_PLACED = ", ".join(
    f"{side} = iif(?9 AND box_source = 'drawn', {side}, ?{n})" for n, side in enumerate("xywh", 1)
)
"""A box that a human drew in this very picture stays where it is."""


class PictureFaces:
    """The tables ``faces`` and ``embeddings``, for :class:`.Pictures`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._undone: list[Row] = []
        self._to_redo: frozenset[int] = frozenset()

    def store(
        self,
        photo_id: int,
        analysis: Analysis,
        copied: Mapping[int, int],
        *,
        same: bool,
        again: bool = False,
    ) -> list[int]:
        """Store what was found in a photo; return the face ids in the order of the analysis.

        ``copied`` tells whom the photo's faces are copies of, ``{face: copy}``; ``same`` whether
        the picture is the one that the photo showed before, ``again`` whether this model found
        faces in it then.
        """
        known = self._connection.rows(
            f"SELECT f.id, f.x, f.y, f.w, f.h, {_DECIDED}, f.lost, "
            "f.box_source = 'drawn' FROM faces AS f "
            "WHERE f.photo_id = ?",
            (photo_id,),
        )
        matches = _matches(analysis, known, copied)
        if same:
            matches |= _joined(analysis, known, matches)
        moved = {copied.get(face, face): place for face, place in analysis.moved.items()}
        missed = {row[0] for row in known}.difference(matches.values())
        if missed and not again:
            decided = {row[0] for row in known if row[5]} | self._faces_to_redo()
            self._leave(missed - moved.keys(), decided, same=same)
            self._move({face: moved[face] for face in missed & moved.keys()}, decided)
        self._see_drawn(analysis, set(matches.values()))
        return [
            self._store_face(photo_id, analysis.model, face, matches.get(n), same=same)
            for n, face in enumerate(analysis.faces)
        ]

    def copy(self, source: int, target: int) -> dict[int, int]:
        """Give a photo the faces of another with all that was said of them: ``{face: copy}``."""
        copies = {}
        for (face,) in self._connection.rows(
            "SELECT id FROM faces WHERE photo_id = ? ORDER BY id", (source,)
        ):
            copy = self._connection.execute(
                "INSERT INTO faces (photo_id, x, y, w, h, box_source, landmarks, score, quality, "
                "person_id, source, dismissed, lost, forgotten) SELECT ?, x, y, w, h, box_source, "
                "landmarks, score, quality, person_id, source, dismissed, lost, forgotten "
                "FROM faces WHERE id = ?",
                (target, face),
            )
            self._connection.execute(
                "INSERT INTO embeddings (face_id, model, vector) "
                "SELECT ?, model, vector FROM embeddings WHERE face_id = ?",
                (copy, face),
            )
            self._connection.execute(
                "INSERT INTO answer_faces (answer_id, face_id, side, superseded_by) "
                "SELECT answer_id, ?, side, superseded_by FROM answer_faces WHERE face_id = ?",
                (copy, face),
            )
            copies[int(face)] = copy
        return copies

    def _faces_to_redo(self) -> frozenset[int]:
        """Return the faces that undone steps speak of; read once for many photos of a scan."""
        undone = self._connection.rows("SELECT id, length(changes) FROM edits WHERE undone")
        if undone != self._undone:
            self._undone, self._to_redo = undone, faces_to_redo(self._connection)
        return self._to_redo

    def _leave(self, faces: Set[int], decided: Set[int], *, same: bool) -> None:
        """Deal with faces that were not found again."""
        self._connection.executemany(
            "DELETE FROM faces WHERE id = ?", ((face,) for face in faces - decided)
        )
        if not same:
            self._connection.executemany(
                "UPDATE faces SET lost = 1 WHERE id = ?", ((face,) for face in faces & decided)
            )

    def _move(self, faces: Mapping[int, Moved], decided: Set[int]) -> None:
        """Keep faces that a human decided about where they are in this version."""
        self._leave(faces.keys(), decided, same=True)
        self._connection.executemany(
            "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, landmarks = iif(forgotten, NULL, ?), "
            "lost = 0 WHERE id = ?",
            (
                (*place.box, np.ascontiguousarray(place.landmarks, np.float32).tobytes(), face)
                for face, place in faces.items()
                if face in decided
            ),
        )

    def _see_drawn(self, analysis: Analysis, found: Collection[int]) -> None:
        """Keep what was seen in drawn boxes that hold no face the detector found.

        Such a face is to be grouped now, unless a human said who it is.
        """
        for face_id, face in analysis.drawn.items():
            if face_id in found:
                continue
            self._connection.execute(
                "UPDATE faces SET landmarks = ?, quality = ?, person_id = iif(source = 'machine' "
                "AND person_id NOT IN (SELECT id FROM people WHERE name IS NOT NULL OR hidden), "
                "NULL, person_id) WHERE id = ? AND box_source = 'drawn' AND NOT forgotten",
                (_landmarks(face), face.quality, face_id),
            )
            self._embed(analysis.model, face, face_id)

    def _store_face(
        self, photo_id: int, model: str, face: FoundFace, face_id: int | None, *, same: bool
    ) -> int:
        found = (
            *face.box,
            _landmarks(face),
            face.score,
            face.quality,
        )
        if face_id is None:
            face_id = self._connection.execute(
                "INSERT INTO faces (photo_id, x, y, w, h, landmarks, score, quality, away) "
                "SELECT id, ?, ?, ?, ?, ?, ?, ?, away FROM photos WHERE id = ?",
                (*found, photo_id),
            )
        else:
            self._connection.execute(
                f"UPDATE faces SET {_PLACED}, landmarks = iif(forgotten, NULL, ?5), score = ?6, "
                "quality = iif(forgotten, NULL, ?7), lost = 0 WHERE id = ?8",
                (*found, face_id, int(same)),
            )
        self._embed(model, face, face_id)
        return face_id

    def _embed(self, model: str, face: FoundFace, face_id: int) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO embeddings (face_id, model, vector) "
            "SELECT id, ?, ? FROM faces WHERE id = ? AND NOT forgotten",
            (model, _vector(face.embedding), face_id),
        )


def _matches(analysis: Analysis, known: Sequence[Row], copied: Mapping[int, int]) -> dict[int, int]:
    """Return ``{place in the analysis: id of the face it was before}``."""
    if analysis.kept is None:
        known = [row for row in known if not row[6]]
        places = match_boxes(
            [Box(*row[1:5]) for row in known], [face.box for face in analysis.faces]
        )
        return {n: known[place][0] for n, place in places.items()}
    ids = {row[0] for row in known}
    kept = {n: copied.get(face, face) for n, face in analysis.kept.items()}
    return {n: face for n, face in kept.items() if face in ids}


def _joined(analysis: Analysis, known: Sequence[Row], matches: Mapping[int, int]) -> dict[int, int]:
    """Return which new faces lie in boxes that a human drew, and are those: ``{place: face id}``.

    Humans draw more loosely than detectors: it is enough that each box holds the other's middle.
    """
    found = [n for n in range(len(analysis.faces)) if n not in matches]
    drawn = [row for row in known if row[7] and not row[6] and row[0] not in matches.values()]
    boxes = [Box(*row[1:5]) for row in drawn]
    places = match_middles(boxes, [analysis.faces[n].box for n in found])
    return {found[n]: int(drawn[place][0]) for n, place in places.items()}


def _landmarks(face: FoundFace) -> bytes:
    return np.ascontiguousarray(face.landmarks, dtype=np.float32).tobytes()


def _vector(embedding: FloatArray) -> bytes:
    """Return an embedding ``(d,)`` as it is stored: of length one where it has a direction.

    Recognisers may answer with numbers that half precision does not hold.
    """
    largest = float(np.abs(embedding).max(initial=0))
    if np.isfinite(largest) and largest > 0:
        embedding = embedding / np.float32(largest)
        embedding = embedding / np.linalg.norm(embedding)
    return embedding.astype(np.float16).tobytes()
