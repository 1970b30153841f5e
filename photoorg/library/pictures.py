"""What files show: recognised by their content, or stored as an analysis found it.

A photo is known by what it shows, not by its path. A file that moved, was copied or exchanged its
name with another leads to the photo with its content; one that was edited stays the photo it was,
with those of its faces that are still there; and one that was overwritten by another picture leads
to a photo of its own, while the old one keeps its faces and waits for its picture to come back.
"""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from photoorg.library import availability
from photoorg.library.intake import FACES, UNSEEN
from photoorg.library.picture_faces import PictureFaces
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.storage.steps import count_step
from photoorg.library.times import now
from photoorg.library.turns import take_turn
from photoorg.library.values import Analysis, KnownPicture, Turn
from photoorg.types import Box

_LANDMARKS = 10

_USUAL = np.array([(0.3, 0.4), (0.7, 0.4), (0.5, 0.6), (0.35, 0.8), (0.65, 0.8)], np.float32)
"""Where landmarks lie in most boxes: so a face is found again whose own ones were forgotten."""

_SHOWS = "NOT f.gone AND f.unseen_since IS NULL AND f.read_at IS NOT NULL AND f.error IS NULL"
"""A file is known to show its photo: one that changed may show anything now."""


class Pictures:
    """The tables ``photos``, ``contents`` and ``faces``, for those who look into files."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._faces = PictureFaces(connection)

    def recognize(self, file_id: int, content_hash: str, picture_hash: str, model: str) -> bool:
        """Lead a file to the photo it shows; tell whether ``model`` has seen that one already.

        False as well when the picture is new, another version of the one that is known, or holds
        faces that a human drew and ``model`` has not seen.
        """
        known = self._photo_with(content_hash, picture_hash)
        if known is None or known[1] not in (picture_hash, None):
            return False
        photo_id, version = known
        with self._connection.write():
            self._lead(file_id, photo_id, content_hash, picture_hash)
            if version is None:
                self._connection.execute(
                    "UPDATE photos SET picture_hash = ? WHERE id = ?", (picture_hash, photo_id)
                )
            return bool(
                self._connection.value(
                    f"SELECT version IS ?2 AND ?1 NOT IN (SELECT photo_id {UNSEEN}) FROM stages "
                    "WHERE photo_id = ?1 AND stage = ?3",
                    (photo_id, model, FACES),
                )
            )

    def known(
        self, file_id: int, content_hash: str, picture_hash: str, model: str
    ) -> list[KnownPicture]:
        """Return the pictures of which a file may show another version, the likeliest first.

        First the one that once had this content, then the one that the file showed before.
        """
        before = self._connection.rows(
            "SELECT p.id, p.picture_hash FROM files AS f JOIN photos AS p ON p.id = f.photo_id "
            "WHERE f.id = ?",
            (file_id,),
        )
        once = self._photo_with(content_hash, picture_hash)
        photos = dict([once, *before] if once is not None else before)
        return [
            self._known(photo_id, model, same=version == picture_hash)
            for photo_id, version in photos.items()
        ]

    def _known(self, photo_id: int, model: str, *, same: bool) -> KnownPicture:
        width, height = self._connection.rows(
            "SELECT width, height FROM photos WHERE id = ?", (photo_id,)
        )[0]
        rows = self._connection.rows(
            "SELECT f.id, f.x, f.y, f.w, f.h, f.landmarks, e.vector, f.lost FROM faces AS f "
            "LEFT JOIN embeddings AS e ON e.face_id = f.id AND e.model = ? "
            "WHERE f.photo_id = ? ORDER BY f.id",
            (model, photo_id),
        )
        dimension = max((len(row[6]) // 2 for row in rows if row[6]), default=0)
        embeddings = np.full((len(rows), dimension), np.nan, np.float32)
        boxes = np.array([row[1:5] for row in rows], np.float32).reshape(-1, 4)
        landmarks = boxes[:, None, :2] + boxes[:, None, 2:] * _USUAL
        for n, row in enumerate(rows):
            if row[6] and len(row[6]) == 2 * dimension:
                embeddings[n] = np.frombuffer(row[6], np.float16)
            if row[5] and len(row[5]) == 4 * _LANDMARKS:
                landmarks[n] = np.frombuffer(row[5], np.float32).reshape(5, 2)
        return KnownPicture(
            photo_id=photo_id,
            width=width,
            height=height,
            same=same,
            face_ids=np.array([row[0] for row in rows], np.int64),
            boxes=boxes,
            landmarks=landmarks,
            embeddings=embeddings,
            lost=np.array([row[7] for row in rows], bool),
        )

    def drawn(self, content_hash: str, picture_hash: str, model: str) -> dict[int, Box]:
        """Return the faces of a picture that only a human has found, and ``model`` has not seen."""
        known = self._photo_with(content_hash, picture_hash)
        if known is None or known[1] not in (picture_hash, None):
            return {}
        rows = self._connection.rows(
            f"SELECT id, x, y, w, h {UNSEEN} AND photo_id = ?1 ORDER BY id", (known[0], model)
        )
        return {row[0]: Box(*row[1:]) for row in rows}

    def turn(self, file_id: int | None, content_hash: str, picture_hash: str) -> Turn | None:
        """Return how the user turned the photo that a file shows, or showed before it was edited.

        None where nobody turned it. Without a file it is asked for the picture alone: one that was
        put under the name of another has nothing of that one's.
        """
        known = self._photo_with(content_hash, picture_hash)
        before = None if file_id is None else self.photo_of(file_id)
        row = self._connection.row(
            "SELECT turned, width, height FROM photos WHERE id = ? AND turned",
            (before if known is None else known[0],),
        )
        if row is not None:
            quarters, *size = row
            return Turn(quarters, (size[1], size[0]) if quarters % 2 else (size[0], size[1]))
        waiting = known is None and self._connection.value(
            "SELECT turned FROM pending_turns WHERE picture_hash = ? OR content_hash = ?",
            (picture_hash, content_hash),
        )
        return Turn(waiting, None) if waiting else None

    def homeless(
        self, model: str, absent: Collection[int] = ()
    ) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """Return ``photo_ids (n,)`` and ``embeddings (n, d)`` of faces whose photo may have moved.

        A file of these was not met, or changed, or all lie in folders removed or ``absent``.
        """
        rows = self._connection.rows(
            "SELECT d.photo_id, e.vector FROM faces AS d JOIN embeddings AS e "
            "ON e.face_id = d.id AND e.model = ? WHERE d.track_id IS NULL "
            f"AND {_homeless('d.photo_id', absent)}",
            (model,),
        )
        vectors = np.frombuffer(b"".join(row[1] for row in rows), np.float16)
        return (
            np.array([row[0] for row in rows], np.int64),
            vectors.reshape(len(rows), -1) if len(rows) else vectors.reshape(0, 0),
        )

    def known_homeless(
        self, photo_id: int, model: str, absent: Collection[int] = ()
    ) -> KnownPicture | None:
        """Return what is known of the picture of a photo that :meth:`homeless` tells of."""
        if not self._connection.value(f"SELECT {_homeless('?1', absent)}", (photo_id,)):
            return None
        return self._known(photo_id, model, same=False)

    def store(self, analyses: Iterable[Analysis]) -> list[list[int]]:
        """Store analyses in one transaction; return the face ids of each, in its order.

        A face that was there before keeps its id, its person and what was said of it. One that is
        not found again goes, unless a human decided about it: then it stays where the picture is
        the same, and is kept as lost where the picture was edited. Nothing goes that the same
        model found in the same picture: it was looked at in another way then.
        """
        with self._connection.write():
            return [self._store(analysis) for analysis in analyses]

    def photo_of(self, file_id: int) -> int | None:
        """Return the photo that a file shows."""
        found: int | None = self._connection.value(
            "SELECT photo_id FROM files WHERE id = ?", (file_id,)
        )
        return found

    def drop_old_embeddings(self, model: str) -> None:
        """Forget what other models made of faces that ``model`` has embedded, too."""
        self._connection.execute(
            "DELETE FROM embeddings WHERE model != ?1 AND face_id IN "
            "(SELECT face_id FROM embeddings WHERE model = ?1)",
            (model,),
        )

    def _photo_with(self, content_hash: str, picture_hash: str) -> Row | None:
        return self._connection.row(
            "SELECT p.id, p.picture_hash FROM contents AS c JOIN photos AS p ON p.id = c.photo_id "
            "WHERE c.content_hash = ?1 OR c.picture_hash = ?2 "
            "ORDER BY p.picture_hash IS ?2 DESC, c.content_hash = ?1 DESC, p.id LIMIT 1",
            (content_hash, picture_hash),
        )

    def _lead(self, file_id: int, photo_id: int, content_hash: str, picture_hash: str) -> None:
        """Make the file a place of the photo."""
        before = self.photo_of(file_id)
        self._connection.execute(
            "UPDATE files SET photo_id = ?, content_hash = ?, read_at = ?, error = NULL, "
            "error_passing = 0, error_ignored = 0, unseen_since = NULL, gone = 0 WHERE id = ?",
            (photo_id, content_hash, now(), file_id),
        )
        self._connection.execute(
            "INSERT INTO contents (content_hash, picture_hash, photo_id) VALUES (?, ?, ?) "
            "ON CONFLICT (content_hash) DO UPDATE SET picture_hash = excluded.picture_hash, "
            "photo_id = excluded.photo_id",
            (content_hash, picture_hash, photo_id),
        )
        # The place it moved from; a file that is only away with its drive stays known.
        self._connection.execute(
            "DELETE FROM files WHERE photo_id = ? AND (gone OR unseen_since IS NOT NULL)",
            (photo_id,),
        )
        for id_ in {photo_id} if before is None else {before, photo_id}:
            availability.refresh_photo(self._connection, id_)

    def _store(self, analysis: Analysis) -> list[int]:
        if not self._connection.row("SELECT 1 FROM files WHERE id = ?", (analysis.file_id,)):
            return []  # its folder was taken out of the library meanwhile
        picture = analysis.picture_hash or analysis.content_hash
        goes_on = analysis.continues is not None
        stands = self.turn(analysis.file_id if goes_on else None, analysis.content_hash, picture)
        turned_meanwhile = analysis.turned != (0 if stands is None else stands.quarters)
        if turned_meanwhile and not goes_on:
            return []  # it is looked at again, as it stands now
        photo_id, same, copied = self._target(analysis, picture)
        if turned_meanwhile and same:
            return []
        stood = self._connection.value("SELECT turned FROM photos WHERE id = ?", (photo_id,))
        again = same and self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM stages WHERE photo_id = ? AND stage = ? AND version = ?)",
            (photo_id, FACES, analysis.model),
        )
        self._connection.execute(
            "UPDATE photos SET picture_hash = ?, width = ?, height = ?, "
            "taken_at = coalesce(?, taken_at), turned = ? WHERE id = ?",
            (
                *(picture, analysis.width, analysis.height, analysis.taken_at),
                *(analysis.turned, photo_id),
            ),
        )
        take_turn(self._connection, photo_id, picture, analysis.content_hash, stood)
        self._lead(analysis.file_id, photo_id, analysis.content_hash, picture)
        self._connection.execute(
            "INSERT OR REPLACE INTO stages (photo_id, stage, version, done_at) VALUES (?, ?, ?, ?)",
            (photo_id, FACES, analysis.model, now()),
        )
        return self._faces.store(photo_id, analysis, copied, same=same, again=bool(again))

    def _target(self, analysis: Analysis, picture: str) -> tuple[int, bool, dict[int, int]]:
        """Return the photo to store into, whether it shows the same picture, and copied faces."""
        known = self._photo_with(analysis.content_hash, picture)
        if known is not None and known[1] in (picture, None):
            return known[0], True, {}
        before = analysis.continues
        if before is None or not self._connection.row(
            "SELECT 1 FROM photos WHERE id = ?", (before,)
        ):
            new = self._connection.execute("INSERT INTO photos (width) VALUES (0)")
            return new, False, {}
        elsewhere = self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM files AS f JOIN contents AS c "
            "ON c.content_hash = f.content_hash JOIN photos AS p ON p.id = f.photo_id "
            f"WHERE f.photo_id = ? AND f.id != ? AND {_SHOWS} "
            "AND c.picture_hash IS p.picture_hash)",
            (before, analysis.file_id),
        )
        count_step(self._connection)  # the journal tells photos by what they showed until now
        if not elsewhere:
            return before, False, {}
        # A copy of the picture was edited, the other one is as it was: they are two now.
        branch = self._connection.execute(
            "INSERT INTO photos (width, taken_corrected) "
            "SELECT 0, taken_corrected FROM photos WHERE id = ?",
            (before,),
        )
        return branch, False, self._faces.copy(before, branch)


def _homeless(photo: str, absent: Collection[int]) -> str:
    """Return a condition: a ``photo`` may have moved from one of its files, or from all."""
    return (
        f"(EXISTS (SELECT 1 FROM files WHERE photo_id = {photo} AND NOT gone "
        "AND (unseen_since IS NOT NULL OR read_at IS NULL)) OR NOT EXISTS (SELECT 1 "
        "FROM files AS f JOIN folders AS h ON h.id = f.folder_id "
        f"WHERE f.photo_id = {photo} AND {_SHOWS} AND NOT h.removed "
        f"AND h.id NOT IN ({', '.join(map(str, absent))})))"
    )
