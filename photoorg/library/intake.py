"""Where a scan writes: files seen, analyses, failures.

A photo is known by its content, not by its path: a file that moved keeps its faces and names, a
file that changed keeps those of its faces that are still there.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from photoorg.library.connection import Connection
from photoorg.library.folders import now
from photoorg.library.paths import below, from_text, to_text
from photoorg.library.values import Adoption, Analysis, FileEntry, KnownFile, PendingPhoto
from photoorg.types import Box, FloatArray, FoundFace

SAME_FACE = 0.5
"""Two boxes of one photo whose intersection is more than this share of their union are one face."""


class Intake:
    """The queue of a scan is ``photos.analyzed_at is null``: stopping anywhere is safe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, under: Path) -> dict[Path, KnownFile]:
        """Return every file the library knows below the folder ``under``."""
        rows = self._connection.rows(
            "SELECT path, id, size, mtime_ns, missing FROM photos WHERE path > ? AND path < ?",
            below(under),
        )
        return {
            from_text(path): KnownFile(id_, size, mtime_ns, bool(missing))
            for path, id_, size, mtime_ns, missing in rows
        }

    def register(self, folder_id: int, entries: Iterable[FileEntry]) -> None:
        """Queue new and changed files; one that was away or unreadable gets a new chance."""
        self._connection.executemany(
            "INSERT INTO photos (folder_id, path, size, mtime_ns) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET folder_id = excluded.folder_id, "
            "size = excluded.size, mtime_ns = excluded.mtime_ns, analyzed_at = NULL, "
            "error = NULL, error_ignored = 0, missing = 0",
            ((folder_id, to_text(e.path), e.size, e.mtime_ns) for e in entries),
        )

    def mark_missing(self, photo_ids: Sequence[int]) -> None:
        """Hide photos whose files are gone; they come back with their faces when the files do."""
        with self._connection.write(), self._connection.chosen(photo_ids) as chosen:
            self._connection.execute(f"UPDATE photos SET missing = 1 WHERE id IN {chosen}")
            self._connection.execute(
                f"UPDATE faces SET state = 2 WHERE state = 0 AND photo_id IN {chosen}"
            )

    def mark_found(self, photo_ids: Sequence[int]) -> None:
        """Show photos again whose unchanged files are back."""
        with self._connection.write(), self._connection.chosen(photo_ids) as chosen:
            self._connection.execute(f"UPDATE photos SET missing = 0 WHERE id IN {chosen}")
            self._connection.execute(
                f"UPDATE faces SET state = 0 WHERE state = 2 AND photo_id IN {chosen}"
            )

    def queue(self, model: str) -> list[PendingPhoto]:
        """Return the photos to analyse with ``model``; a file that failed waits for a change."""
        return [
            PendingPhoto(id_, from_text(path))
            for id_, path in self._connection.rows(
                "SELECT p.id, p.path FROM photos AS p JOIN folders AS d ON d.id = p.folder_id "
                "WHERE (p.analyzed_at IS NULL OR p.model IS NOT ?) AND p.error IS NULL "
                "AND NOT p.missing AND NOT d.missing AND NOT d.removed ORDER BY p.path",
                (model,),
            )
        ]

    def adopt(self, photo_id: int, content_hash: str, model: str) -> Adoption | None:
        """Take over the faces of a photo with the same content, or return None.

        When that photo's own file is gone this one is its new place; otherwise this is a second
        copy and gets faces of its own. Raises nothing when ``photo_id`` has vanished meanwhile.
        """
        with self._connection.write():
            same = self._connection.row(
                "SELECT id, missing, width, height, taken_at FROM photos WHERE content_hash = ? "
                "AND model = ? AND analyzed_at IS NOT NULL AND error IS NULL AND id != ? "
                "ORDER BY missing DESC, id LIMIT 1",
                (content_hash, model, photo_id),
            )
            if same is None:
                return None
            source, missing, width, height, taken_at = same
            if missing and not self._connection.value(
                "SELECT count(*) FROM faces WHERE photo_id = ?", (photo_id,)
            ):
                self._move(photo_id, source)
                return Adoption(source, source, ())
            if self._connection.value("SELECT count(*) FROM faces WHERE photo_id = ?", (photo_id,)):
                return None  # an edited file: its own faces have to be matched, not replaced
            pairs = self._copy_faces(source, photo_id)
            self._connection.execute(
                "UPDATE photos SET content_hash = ?, width = ?, height = ?, taken_at = ?, "
                "model = ?, analyzed_at = ?, error = NULL WHERE id = ?",
                (content_hash, width, height, taken_at, model, now(), photo_id),
            )
            return Adoption(photo_id, source, tuple(pairs))

    def _move(self, new: int, old: int) -> None:
        place = self._connection.row(
            "SELECT folder_id, path, size, mtime_ns FROM photos WHERE id = ?", (new,)
        )
        if place is None:
            return
        self._connection.execute("DELETE FROM photos WHERE id = ?", (new,))
        self._connection.execute(
            "UPDATE photos SET folder_id = ?, path = ?, size = ?, mtime_ns = ?, missing = 0, "
            "error = NULL WHERE id = ?",
            (*place, old),
        )
        self._connection.execute(
            "UPDATE faces SET state = 0 WHERE state = 2 AND photo_id = ?", (old,)
        )

    def _copy_faces(self, source: int, target: int) -> list[tuple[int, int]]:
        pairs = []
        for (face,) in self._connection.rows(
            "SELECT id FROM faces WHERE photo_id = ? ORDER BY id", (source,)
        ):
            copy = self._connection.execute(
                "INSERT INTO faces (photo_id, x, y, w, h, landmarks, score, quality, person_id, "
                "confirmed, state) SELECT ?, x, y, w, h, landmarks, score, quality, person_id, "
                "confirmed, iif(state = 1, 1, 0) FROM faces WHERE id = ?",
                (target, face),
            )
            self._connection.execute(
                "INSERT INTO embeddings SELECT ?, model, vector FROM embeddings WHERE face_id = ?",
                (copy, face),
            )
            self._connection.execute(
                "INSERT INTO decisions (kind, face_id, person_id, made_at) "
                "SELECT kind, ?, person_id, made_at FROM decisions WHERE face_id = ?",
                (copy, face),
            )
            pairs.append((face, copy))
        return pairs

    def store(self, analyses: Iterable[Analysis]) -> list[list[int]]:
        """Store analyses in one transaction; return the face ids of each, in its order.

        A face found where one was before is the same face: its person, and what the user said of
        it, stay. A face that was before and is not found again goes, unless a human had decided
        about it and the photo is still the one that was decided about.
        """
        with self._connection.write():
            return [self._store(analysis) for analysis in analyses]

    def _store(self, analysis: Analysis) -> list[int]:
        photo = self._connection.row(
            "SELECT content_hash FROM photos WHERE id = ?", (analysis.photo_id,)
        )
        if photo is None:  # its folder was removed from the library meanwhile
            return []
        before = self._connection.rows(
            "SELECT id, x, y, w, h, confirmed OR state = 1 OR EXISTS "
            "(SELECT 1 FROM decisions WHERE face_id = faces.id) FROM faces WHERE photo_id = ?",
            (analysis.photo_id,),
        )
        matches = match_boxes(
            [Box(*row[1:5]) for row in before], [face.box for face in analysis.faces]
        )
        same_picture = photo[0] == analysis.content_hash
        gone = [
            (row[0],)
            for place, row in enumerate(before)
            if place not in matches.values() and not (row[5] and same_picture)
        ]
        self._connection.executemany("DELETE FROM faces WHERE id = ?", gone)
        ids = [
            self._store_face(analysis, face, before[matches[n]][0] if n in matches else None)
            for n, face in enumerate(analysis.faces)
        ]
        self._connection.execute(
            "UPDATE photos SET content_hash = ?, width = ?, height = ?, taken_at = ?, model = ?, "
            "analyzed_at = ?, error = NULL, error_ignored = 0, missing = 0 WHERE id = ?",
            (
                analysis.content_hash,
                analysis.width,
                analysis.height,
                analysis.taken_at,
                analysis.model,
                now(),
                analysis.photo_id,
            ),
        )
        return ids

    def _store_face(self, analysis: Analysis, face: FoundFace, face_id: int | None) -> int:
        found = (
            *face.box,
            np.ascontiguousarray(face.landmarks, dtype=np.float32).tobytes(),
            face.score,
            face.quality,
        )
        if face_id is None:
            face_id = self._connection.execute(
                "INSERT INTO faces (photo_id, x, y, w, h, landmarks, score, quality) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (analysis.photo_id, *found),
            )
        else:
            self._connection.execute(
                "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, landmarks = ?, score = ?, "
                "quality = ?, state = iif(state = 2, 0, state) WHERE id = ?",
                (*found, face_id),
            )
        self._connection.execute(
            "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
            (face_id, analysis.model, _vector(face.embedding)),
        )
        return face_id

    def fail(self, photo_id: int, reason: str) -> None:
        """Remember why a file cannot be read; faces it had before stay."""
        self._connection.execute(
            "UPDATE photos SET error = ?, error_ignored = 0, analyzed_at = ? WHERE id = ?",
            (reason, now(), photo_id),
        )


def match_boxes(before: Sequence[Box], after: Sequence[Box]) -> dict[int, int]:
    """Pair boxes that are the same face, best overlap first: ``{place in after: in before}``."""
    overlaps = sorted(
        ((overlap(old, new), n, m) for n, new in enumerate(after) for m, old in enumerate(before)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for share, n, m in overlaps:
        if share > SAME_FACE and n not in matches and m not in taken:
            matches[n] = m
            taken.add(m)
    return matches


def overlap(one: Box, other: Box) -> float:
    """Return the intersection over the union of two boxes, in [0, 1]."""
    width = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    height = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.w * one.h + other.w * other.h - shared)


def _vector(embedding: FloatArray) -> bytes:
    """Return an embedding ``(d,)`` as it is stored: of length one where it has a direction.

    Recognisers may answer with numbers that half precision does not hold.
    """
    largest = float(np.abs(embedding).max(initial=0))
    if np.isfinite(largest) and largest > 0:
        embedding = embedding / np.float32(largest)
        embedding = embedding / np.linalg.norm(embedding)
    return embedding.astype(np.float16).tobytes()
