"""Batches of photos that were looked at: their faces embedded at once, and all stored at once."""

import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from photoorg.analysis.faces import Detected, FaceAnalyzer, found_faces
from photoorg.errors import PhotoError
from photoorg.jobs.scanning.continuity import Wanderers, continuation_of
from photoorg.jobs.scanning.look import Seen
from photoorg.library import Analysis, Library, PendingFile
from photoorg.library.journal.replay import apply_pending
from photoorg.types import FoundFace

BATCH_S = 1.0
"""A batch goes to be embedded after so many seconds at the latest."""


@dataclass(slots=True)
class Batch:
    """What is ready to be committed."""

    seen: list[tuple[PendingFile, Seen]] = field(default_factory=list)
    failed: list[tuple[PendingFile, PhotoError]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def __len__(self) -> int:
        return len(self.seen) + len(self.failed)

    def due(self, size: int) -> bool:
        """Tell whether it is time to go on with ``size`` photos or what there is."""
        late = time.monotonic() - self.began > BATCH_S
        return len(self) >= size or (len(self) > 0 and late)


@dataclass(frozen=True, slots=True)
class Stored:
    """How many faces a batch brought, and the files that were not stored.

    Those stand as the photos that they showed before, and show other pictures.
    """

    faces: int
    misturned: list[PendingFile]


@dataclass(frozen=True, slots=True)
class Embedded:
    """The faces of a batch, photo by photo: those found, and those in drawn boxes by their ids."""

    found: list[list[FoundFace]]
    drawn: list[dict[int, FoundFace]]


_Looked: TypeAlias = tuple[PendingFile, Seen, Mapping[int, FoundFace]]
"""A file that was stored, what was seen, and its faces by their ids."""


class Storing:
    """Stores batches in the library; ``inference`` surrounds each use of the recognition network.

    Which photos no file shows is asked when it is made, after the walk. Only :meth:`embed` may be
    called in another thread: it does not touch the library.
    """

    def __init__(
        self,
        library: Library,
        analyzer: FaceAnalyzer,
        model: str,
        inference: AbstractContextManager[object],
    ) -> None:
        self._library = library
        self._analyzer = analyzer
        self._model = model
        self._inference = inference
        self._wanderers = Wanderers(library, model)

    def embed(self, batch: Batch) -> Embedded:
        """Embed all faces of a batch."""
        return Embedded(
            found=self._embed([seen.faces for _, seen in batch.seen]),
            drawn=[self._embed_drawn(seen) for _, seen in batch.seen],
        )

    def store(self, batch: Batch, embedded: Embedded) -> Stored:
        """Store a batch but for what has to be looked at as it stands by itself, or nothing."""
        faces, drawn = embedded.found, embedded.drawn
        likely = self._wanderers.likely(faces)
        library = self._library
        with library.write():
            for photo, error in batch.failed:
                library.intake.fail(photo.id, error.reason, passing=error.passing)
            stored: list[_Looked] = []
            misturned = []
            for (photo, seen), found, like, inside in zip(
                batch.seen, faces, likely, drawn, strict=True
            ):
                analysis = self._analysis(photo, seen, found, like, inside)
                if self._is_misturned(analysis, seen):
                    misturned.append(photo)
                else:
                    (face_ids,) = library.pictures.store([analysis])
                    stored.append((photo, seen, dict(zip(face_ids, found, strict=False))))
            library.origins.keep((photo.id, seen.details) for photo, seen, _ in stored)
            # Before the commit, so that no stored face is ever without its picture.
            self._keep_pictures(stored)
        return Stored(sum(len(found) for *_, found in stored), misturned)

    def _is_misturned(self, analysis: Analysis, seen: Seen) -> bool:
        """Tell whether another picture was turned like the one that lay in its file before."""
        if not seen.turned or analysis.continues is not None:
            return False
        own = self._library.pictures.turn(None, seen.digest, seen.picture)
        return own is None or own.quarters != seen.turned

    def _keep_pictures(self, stored: Sequence[_Looked]) -> None:
        """Store the thumbnails; what a journal says of the faces is said now that they are here."""
        library = self._library
        photos = {
            photo_id: seen.thumbnail
            for photo, seen, _ in stored
            if (photo_id := library.pictures.photo_of(photo.id)) is not None
        }
        crops = {
            face_id: seen.face_thumbnails[face.box]
            for _, seen, faces in stored
            for face_id, face in faces.items()
        }
        for _, seen, _ in stored:
            crops |= {face: seen.face_thumbnails[one.box] for face, one in seen.drawn.items()}
        apply_pending(library, photos)
        library.keep_thumbnails(photos, crops)

    def _analysis(
        self,
        file: PendingFile,
        seen: Seen,
        found: list[FoundFace],
        likely: Sequence[int],
        drawn: Mapping[int, FoundFace],
    ) -> Analysis:
        """Return what was found, and which known picture and faces it continues."""
        known = self._library.pictures.known(file.id, seen.digest, seen.picture, self._model)
        own = {picture.photo_id for picture in known}
        known += self._wanderers.known([photo for photo in likely if photo not in own])
        continuation = continuation_of(known, seen, found, thumbnail=self._library.thumbnails.photo)
        return Analysis(
            file_id=file.id,
            content_hash=seen.digest,
            width=seen.width,
            height=seen.height,
            taken_at=seen.details.taken.text if seen.details.taken else None,
            model=self._model,
            faces=found,
            picture_hash=seen.picture,
            continues=continuation.photo_id,
            kept=continuation.kept,
            moved=continuation.moved,
            drawn=drawn,
            turned=seen.turned,
        )

    def _embed_drawn(self, seen: Seen) -> dict[int, FoundFace]:
        """Embed what lies in the drawn boxes of a photo; hardly any photo has some."""
        (faces,) = self._embed([list(seen.drawn.values())])
        by_box = {face.box: face for face in faces}
        return {id_: by_box[one.box] for id_, one in seen.drawn.items() if one.box in by_box}

    def _embed(self, detected: Sequence[list[Detected]]) -> list[list[FoundFace]]:
        """Embed the faces of several photos at once; return them photo by photo."""
        crops = [face.crop for faces in detected for face in faces]
        if not crops:
            return [[] for _ in detected]
        with self._inference:
            embeddings = self._analyzer.embed(crops)
        ends = np.cumsum([len(faces) for faces in detected])[:-1]
        return [
            found_faces(faces, part)
            for faces, part in zip(detected, np.split(embeddings, ends), strict=True)
        ]
