"""Faces that a human drew a box around, made ready to be embedded like those that were found."""

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.alignment import align
from photoorg.analysis.face_finds import Finds
from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.analysis.quality import quality
from photoorg.media.images import Picture
from photoorg.types import Box, FloatArray, Pixels

ENLARGED = 2.0
"""The detector is shown so many times the box: it knows faces by what is around them, too."""

_USUAL: NDArray[np.float32] = np.array(
    [(0.3, 0.4), (0.7, 0.4), (0.5, 0.6), (0.35, 0.8), (0.65, 0.8)], np.float32
)
"""Where landmarks lie in most boxes, as shares of the box."""


def see_drawn(picture: Picture, box: Box, analyzer: FaceAnalyzer) -> Detected:
    """Return the face in a drawn ``box`` (pixels of the full photo), with its aligned crop.

    Its landmarks are those the detector finds when it is shown the box and what is around it, be it
    ever so unsure; where it finds none, the face is taken to fill the box. The score is 0.
    """
    height, width = picture.pixels.shape[:2]
    to_full = np.array([picture.width / width, picture.height / height], dtype=np.float32)
    corner = np.array([box.x, box.y], np.float32) / to_full
    size = np.array([box.w, box.h], np.float32) / to_full
    landmarks = _found_inside(picture.pixels, corner, size, analyzer)
    if landmarks is None:
        landmarks = (corner + size * _USUAL).astype(np.float32)
    crop = align(picture.pixels, landmarks)
    return Detected(
        box=box,
        landmarks=landmarks * to_full,
        score=0.0,
        quality=quality(min(box.w, box.h), crop, landmarks),
        crop=crop,
    )


def _found_inside(
    pixels: Pixels, corner: FloatArray, size: FloatArray, analyzer: FaceAnalyzer
) -> FloatArray | None:
    """Return the landmarks ``(5, 2)`` of the surest face whose middle lies in the box."""
    height, width = pixels.shape[:2]
    around = size * (ENLARGED - 1) / 2
    low = np.clip(np.floor(corner - around), 0, (width - 1, height - 1)).astype(int)
    high = np.clip(np.ceil(corner + size + around), low + 1, (width, height)).astype(int)
    found: Finds = analyzer.look_closely(pixels[low[1] : high[1], low[0] : high[0]])
    middles = (found.boxes[:, :2] + found.boxes[:, 2:4]) / 2 + low
    inside = np.flatnonzero(((middles >= corner) & (middles <= corner + size)).all(axis=1))
    if not len(inside):
        return None
    best = inside[np.argmax(found.scores[inside])]
    landmarks: FloatArray = (found.landmarks[best] + low).astype(np.float32)
    return landmarks if np.isfinite(landmarks).all() else None
