"""A face followed through a video: when it is seen, what it looks like at its best, who it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import numpy as np

from photoorg.analysis.faces import Detected
from photoorg.types import Box, FloatArray, FoundFace

NOWHERE = Box(0.0, 0.0, 0.0, 0.0)

LEAST_WEIGHT = 0.05
"""What the embedding of a face of no quality counts beside one of full quality."""


@dataclass(slots=True, eq=False)
class Track:
    """One face from ``begin`` to ``end`` in seconds, found in so many ``frames``.

    In so many of them the detector was ``sure``: what it looks like comes from these.

    ``boxes`` are where it was last, at ``times``. ``total (d,)`` is the sum of its unit embeddings,
    each times its quality, ``embedded`` their number, and ``embedded_at`` the time of the newest.
    The rest is of the frame ``best_at``, where its quality is highest.
    """

    begin: float
    end: float
    frames: int = 0
    sure: int = 0
    scores: float = 0.0
    times: list[float] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    total: FloatArray = field(default_factory=lambda: np.zeros(0, np.float32))
    embedded: int = 0
    embedded_at: float = -np.inf
    best_at: float = 0.0
    best_box: Box = NOWHERE
    landmarks: FloatArray = field(default_factory=lambda: np.zeros((5, 2), np.float32))
    quality: float = -1.0
    thumbnail: bytes = b""

    @property
    def score(self) -> float:
        """The mean of the detector's scores where it was sure."""
        return self.scores / max(self.sure, 1)

    @property
    def mean(self) -> FloatArray:
        """The unit embedding ``(d,)``, weighted by quality; zeros while there is none."""
        length = float(np.linalg.norm(self.total))
        return self.total / np.float32(length) if length > 0 else self.total

    def expected(self, at: float) -> Box:
        """Return where the face will be, if it goes on as it moved between its last two places."""
        last = self.boxes[-1]
        if len(self.boxes) < 2 or self.times[-1] <= self.times[-2]:
            return last
        before = self.boxes[-2]
        ahead = min((at - self.times[-1]) / (self.times[-1] - self.times[-2]), 2.0)
        across = last.x + last.w / 2 - before.x - before.w / 2
        down = last.y + last.h / 2 - before.y - before.h / 2
        return Box(last.x + across * ahead, last.y + down * ahead, last.w, last.h)

    def see(self, at: float, face: Detected, *, sure: bool) -> bool:
        """Add a frame; tell whether the face was never seen better."""
        self.end = at
        self.frames += 1
        self.times, self.boxes = [*self.times[-1:], at], [*self.boxes[-1:], face.box]
        if not sure:
            return False
        self.sure += 1
        self.scores += face.score
        better = face.quality > self.quality
        if better:
            self.best_at, self.best_box, self.landmarks = at, face.box, face.landmarks
            self.quality = face.quality
        return better

    def know(self, at: float, embedding: FloatArray, quality: float) -> None:
        """Add a unit ``embedding (d,)`` of the face, as it was ``at`` so many seconds."""
        weighted = embedding * np.float32(max(quality, LEAST_WEIGHT))
        self.total = self.total + weighted if self.embedded else weighted
        self.embedded += 1
        self.embedded_at = at

    def found(self) -> FoundFace:
        """Return the track as one face, that of its best frame with the embedding of all."""
        return FoundFace(self.best_box, self.landmarks, self.score, self.quality, self.mean)

    def arrays(self) -> dict[str, Any]:
        """Return all of it as arrays by name, to be kept."""
        counts = (self.frames, self.sure, self.embedded)
        times = (self.begin, self.end, self.embedded_at, self.best_at)
        return {
            "numbers": np.array([*counts, *times, self.scores, self.quality], np.float64),
            "times": np.array(self.times, np.float64),
            "boxes": np.array([self.best_box, *self.boxes], np.float64),
            "total": self.total,
            "landmarks": self.landmarks,
            "thumbnail": np.frombuffer(self.thumbnail, np.uint8),
        }

    @staticmethod
    def of_arrays(stored: Mapping[str, Any]) -> "Track":
        """Return what :meth:`arrays` gave; raises KeyError or ValueError for anything else."""
        frames, sure, embedded, *numbers = stored["numbers"].tolist()
        begin, end, embedded_at, best_at, scores, quality = numbers
        best, *boxes = (Box(*box) for box in stored["boxes"].tolist())
        return Track(
            begin=begin,
            end=end,
            frames=int(frames),
            sure=int(sure),
            scores=scores,
            times=stored["times"].tolist(),
            boxes=boxes,
            total=stored["total"].astype(np.float32),
            embedded=int(embedded),
            embedded_at=embedded_at,
            best_at=best_at,
            best_box=best,
            landmarks=stored["landmarks"].astype(np.float32),
            quality=quality,
            thumbnail=stored["thumbnail"].astype(np.uint8).tobytes(),
        )


def packed(tracks: Sequence[Track]) -> bytes:
    """Return tracks as bytes, to be kept."""
    kept = BytesIO()
    arrays = [track.arrays() for track in tracks]
    np.savez(kept, **{f"{n} {name}": some[name] for n, some in enumerate(arrays) for name in some})
    return kept.getvalue()


def unpacked(kept: bytes) -> list[Track]:
    """Return what :func:`packed` took."""
    parts: dict[int, dict[str, Any]] = {}
    with np.load(BytesIO(kept), allow_pickle=False) as stored:
        for name in stored.files:
            number, _, part = name.partition(" ")
            parts.setdefault(int(number), {})[part] = stored[name]
    return [Track.of_arrays(arrays) for _, arrays in sorted(parts.items())]
