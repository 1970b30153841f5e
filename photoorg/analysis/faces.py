"""Find the faces of a photo and turn each into an embedding.

Detection is SCRFD (Guo et al., Sample and Computation Redistribution for Efficient Face Detection,
ICLR 2022), embedding ArcFace (Deng et al., CVPR 2019) or what a pack offers in its place, both run
by insightface on onnxruntime. Nothing heavy is imported before a :class:`FaceAnalyzer` is made.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from photoorg.analysis import face_search
from photoorg.analysis.alignment import CROP_SIDE, align, enlarges
from photoorg.analysis.closer import look_closer, together
from photoorg.analysis.detector_input import DetectorInput
from photoorg.analysis.face_finds import THRESHOLD, Finds
from photoorg.analysis.face_search import look_at, search
from photoorg.analysis.networks import load_networks
from photoorg.analysis.quality import quality
from photoorg.analysis.scrfd import read_answers
from photoorg.analysis.turned_heads import SUSPECT
from photoorg.media.images import Picture
from photoorg.packs.models import ModelPack
from photoorg.types import Box, FloatArray, FoundFace, Pixels

log = logging.getLogger(__name__)

DOUBTFUL = 0.3
"""What the detector takes for a face when a human, or the frame before, says that there is one
scores at least this."""

CLOSER = 2
"""So many tiles beside each other show a frame of a video closer."""

EMBED_BATCH = 16


@dataclass(frozen=True, slots=True, eq=False)
class Detected:
    """A face before it is embedded; like :class:`FoundFace` with the aligned ``crop``."""

    box: Box
    landmarks: FloatArray
    score: float
    quality: float
    crop: Pixels


class FaceAnalyzer:
    """The two networks of a model pack, ready to run; loading takes about a second.

    It may be shared by threads. ``provider`` is a key of
    :data:`photoorg.packs.models.PROVIDERS`; what is really used stands in ``self.provider``.
    Raises :class:`photoorg.errors.ModelError` when the pack cannot be used.
    """

    def __init__(self, pack: ModelPack, provider: str = "cpu", threads: int | None = None) -> None:
        self.networks = load_networks(pack, provider, threads)
        self.pack = pack
        self.provider = self.networks.provider
        self._side = int(self.networks.detector.input_size[0])
        detector = self.networks.detector
        shape = detector.session.get_inputs()[0].shape
        self._takes_half = not any(isinstance(length, int) for length in shape[2:])
        sides = (self._side, self._side // 2)
        self._inputs = {side: DetectorInput(detector, side) for side in sides}
        batch = self.networks.recognizer.input_shape[0]
        self.fixed_batch = batch if isinstance(batch, int) and batch > 0 else None

    def find(self, picture: Picture) -> Finds:
        """Return the faces in ``picture``, in pixels of its ``pixels``."""
        return search(
            picture.pixels,
            lambda canvas: self.look_for(canvas, SUSPECT),
            self._side,
            oriented=picture.oriented,
            claimed=picture.claimed,
            half=self._takes_half,
        )

    def detect(self, picture: Picture) -> list[Detected]:
        """Return the faces in ``picture``, the surest first."""
        return _cut_out(picture, self.find(picture))

    def detect_in_frame(self, picture: Picture) -> list[Detected]:
        """Return the faces in a frame of a video, which is upright, also :data:`DOUBTFUL` ones.

        It is looked at as a whole and a little closer: people in videos are small.
        """
        pixels, look = picture.pixels, partial(self.look_for, threshold=DOUBTFUL)
        whole = look_at(pixels, look, self._side)
        return _cut_out(picture, together([whole, *look_closer(pixels, look, self._side, CLOSER)]))

    def embed(self, crops: Sequence[Pixels]) -> FloatArray:
        """Return the embeddings ``(m, d)`` of aligned ``crops``, each ``(112, 112, 3)`` BGR.

        They are as the network gives them, not normalised; crops of many photos may be embedded
        together.
        """
        size = self.fixed_batch or EMBED_BATCH
        parts = []
        for start in range(0, len(crops), size):
            batch = list(crops[start : start + size])
            real = len(batch)
            if self.fixed_batch:
                batch += [np.zeros((CROP_SIDE, CROP_SIDE, 3), np.uint8)] * (size - real)
            parts.append(
                np.asarray(self.networks.recognizer.get_feat(batch), dtype=np.float32)[:real]
            )
        if not parts:
            return np.empty((0, self.pack.dimension), dtype=np.float32)
        return np.concatenate(parts)

    def analyze(self, picture: Picture) -> list[FoundFace]:
        """Return the faces in ``picture`` with their embeddings."""
        faces = self.detect(picture)
        return found_faces(faces, self.embed([face.crop for face in faces]))

    def look(self, canvas: Pixels) -> Finds:
        """Return the faces on ``canvas (side, side, 3)``, in its pixels; one detector run.

        Most networks take one of half the side, too.
        """
        return self.look_for(canvas, THRESHOLD)

    def look_for(self, canvas: Pixels, threshold: float) -> Finds:
        """Return the faces that score at least ``threshold`` as :meth:`look` does."""
        detector, side = self.networks.detector, len(canvas)
        feed = {detector.input_name: self.as_input(canvas)}
        return read_answers(detector.session.run(detector.output_names, feed), side, threshold)

    def as_input(self, canvas: Pixels) -> FloatArray:
        """Return ``canvas`` as the detector takes it; this thread's next call overwrites it."""
        return self._inputs[len(canvas)].fill(canvas)

    def look_closely(self, pixels: Pixels) -> Finds:
        """Return also doubtful faces in ``pixels (h, w, 3)``, a part of a photo, in its pixels.

        They score at least :data:`DOUBTFUL`. A part with a border around it, so that a face that
        fills it is found as well.
        """
        return look_at(
            pixels,
            lambda canvas: self.look_for(canvas, DOUBTFUL),
            self._side,
            margin=face_search.BORDER,
        )


def _cut_out(picture: Picture, found: Finds) -> list[Detected]:
    """Return the faces that were found in ``picture``, the surest first."""
    height, width = picture.pixels.shape[:2]
    to_full = np.array([picture.width / width, picture.height / height], dtype=np.float32)
    faces = []
    for row in np.argsort(-found.scores, kind="stable"):
        corners = np.clip(found.boxes[row].reshape(2, 2), 0, (width, height)) * to_full
        x, y, w, h = (float(v) for v in (*corners[0], *(corners[1] - corners[0])))
        landmarks = found.landmarks[row]
        if not (w >= 1 and h >= 1 and np.isfinite(landmarks).all()):
            log.info("dropping a face without extent")
            continue
        crop = align(picture.pixels, landmarks)
        faces.append(
            Detected(
                box=Box(x, y, w, h),
                landmarks=landmarks * to_full,
                score=float(found.scores[row]),
                quality=quality(min(w, h), crop, landmarks),
                crop=crop,
            )
        )
    return faces


def wants_finer(face: Detected, picture: Picture) -> bool:
    """Tell whether a face is smaller in ``picture`` than its crop."""
    return enlarges(face.landmarks * picture.scale)


def cut_finer(face: Detected, picture: Picture) -> Detected:
    """Return a face that was found in a smaller picture, cut out of this one."""
    landmarks = face.landmarks * picture.scale
    crop = align(picture.pixels, landmarks)
    return replace(face, crop=crop, quality=quality(min(face.box.w, face.box.h), crop, landmarks))


def found_faces(faces: Sequence[Detected], embeddings: FloatArray) -> list[FoundFace]:
    """Join ``faces`` and their ``embeddings (m, d)``; a face without a usable one is dropped."""
    usable = np.isfinite(embeddings).all(axis=1) & np.any(embeddings != 0, axis=1)
    if not usable.all():
        log.warning("dropping %d faces whose embedding is not usable", int((~usable).sum()))
    return [
        FoundFace(face.box, face.landmarks, face.score, face.quality, embedding)
        for face, embedding, keep in zip(faces, embeddings, usable, strict=True)
        if keep
    ]
