"""A small album to try the program with, made on the user's machine.

The people are those in sample pictures that come with installed libraries: insightface's group
photo and portrait, scikit-image's astronaut. Each is shown alone, with a neighbour and with all
others, every time in another light, sharpness, size and turn. Nothing of it is shipped.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.errors import DataError
from photoorg.media.images import read_picture
from photoorg.private_files import make_folder
from photoorg.tr import tr
from photoorg.types import Box, Pixels, ProgressCallback, no_progress

log = logging.getLogger(__name__)

SOURCES = (
    ("insightface", "data/images/t1.jpg"),
    ("insightface", "data/images/Tom_Hanks_54745.png"),
    ("skimage", "data/astronaut.png"),
)
"""Library and file; one that is not there is left out."""

GROUP_PHOTOS, ALONE_IN_GROUP, ALONE = 3, 2, 4
FIRST_DAY = datetime(2023, 5, 6, 10, 30)
FACE_SIDE = 220
"""Pictures are enlarged or reduced so that a face is about as many pixels wide."""

SURE = 0.7
"""What scores less in a sample picture may be a thing: nobody for a demonstration."""

_TAKEN, _EXIF = 0x9003, 0x8769


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A part of a picture ``(h, w, 3)`` that shows whole faces; ``face`` is the width of one."""

    pixels: Pixels
    face: float


def make_album(
    folder: Path, analyzer: FaceAnalyzer, progress: ProgressCallback = no_progress
) -> list[Path]:
    """Write the album into ``folder`` and return its files, always the same ones.

    Raises :class:`DataError` when no library on this machine brings a picture with a face.
    """
    shots = [shot for file in source_files() for shot in _shots(file, analyzer)]
    if not shots:
        raise DataError(
            tr(
                "There are no sample pictures on this machine to make a demonstration of; add a "
                "folder of your own photos instead."
            )
        )
    make_folder(folder)
    # Mixed, so that the months show different people.
    order = np.random.default_rng(7).permutation(len(shots))
    files = []
    for number, at in enumerate(order.tolist()):
        progress(number, len(shots))
        file = folder / f"demo-{number + 1:02}.jpg"
        taken = FIRST_DAY + timedelta(days=17 * number, hours=number % 7)
        _write(file, varied(shots[at], number), taken)
        files.append(file)
    progress(len(shots), len(shots))
    return files


def source_files() -> list[Path]:
    """Return the sample pictures there are."""
    files = []
    for library, name in SOURCES:
        spec = find_spec(library)
        for place in (spec.submodule_search_locations or []) if spec else []:
            file = Path(place, name)
            if file.is_file():
                files.append(file)
    return files


def _shots(file: Path, analyzer: FaceAnalyzer) -> Iterator[Shot]:
    """Yield everybody in a picture together, in pairs of neighbours, and alone."""
    picture = read_picture(file.read_bytes(), path=file)
    sure = [face.box for face in analyzer.detect(picture) if face.score >= SURE]
    faces = people_of(sure)
    if not faces:
        log.warning("no face was found in %s", file)
        return
    if len(faces) == 1:
        shot = Shot(picture.pixels, faces[0].w)
        yield from [shot] * (ALONE // 2)
        yield from [_cut(picture.pixels, faces, 0, 1)] * (ALONE - ALONE // 2)
        return
    yield from [Shot(picture.pixels, min(face.w for face in faces))] * GROUP_PHOTOS
    for first in range(len(faces) - 1):
        yield _cut(picture.pixels, faces, first, first + 2)
    for first in range(len(faces)):
        yield from [_cut(picture.pixels, faces, first, first + 1)] * ALONE_IN_GROUP


def people_of(boxes: Sequence[Box]) -> list[Box]:
    """Return the faces of those the picture is of, from left to right.

    One less than half as wide as the widest is somebody in the background, or a thing that was
    taken for a face: no guest for a demonstration.
    """
    widest = max((box.w for box in boxes), default=0)
    return sorted((box for box in boxes if 2 * box.w >= widest), key=lambda box: box.x)


def _cut(pixels: Pixels, faces: Sequence[Box], first: int, end: int) -> Shot:
    """Return the part around the faces ``first`` to ``end``, from left to right, without others."""
    height, width = pixels.shape[:2]
    chosen = faces[first:end]
    side = max(face.h for face in chosen)
    left = min(face.x for face in chosen) - 0.9 * side
    right = max(face.x + face.w for face in chosen) + 0.9 * side
    if first > 0:
        before = faces[first - 1]
        left = max(left, (before.x + before.w + chosen[0].x) / 2)
    if end < len(faces):
        right = min(right, (chosen[-1].x + chosen[-1].w + faces[end].x) / 2)
    top = min(face.y for face in chosen) - 0.7 * side
    bottom = max(face.y + face.h for face in chosen) + 1.1 * side
    rows = slice(max(0, int(top)), min(height, int(bottom)))
    columns = slice(max(0, int(left)), min(width, int(right)))
    return Shot(pixels[rows, columns], chosen[0].w)


def varied(shot: Shot, number: int) -> Pixels:
    """Return the picture as another photo might show it: mirrored, turned, in another light."""
    rng = np.random.default_rng(1000 + number)
    scale = float(FACE_SIDE / shot.face * rng.uniform(0.7, 1.1))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    picture = cv2.resize(shot.pixels, None, fx=scale, fy=scale, interpolation=way)
    if number % 2:
        picture = cv2.flip(picture, 1)
    picture = _turned(picture, float(rng.uniform(-7, 7)))
    light = rng.uniform(0.8, 1.05) * (1 + rng.uniform(-0.05, 0.05, 3))
    bright = 255 * (picture / 255.0) ** rng.uniform(0.85, 1.2) * light
    if rng.random() < 0.4:
        bright = cv2.GaussianBlur(bright, (0, 0), float(rng.uniform(0.6, 1.4)))
    bright += rng.normal(0, rng.uniform(0, 4), bright.shape)
    return np.clip(bright, 0, 255).astype(np.uint8)


def _turned(picture: Pixels, degrees: float) -> Pixels:
    height, width = picture.shape[:2]
    # Enlarged a little, so that the corners that turn in stay small.
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.04)
    turned: Pixels = cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return turned


def _write(file: Path, pixels: Pixels, taken: datetime) -> None:
    picture = Image.fromarray(np.ascontiguousarray(pixels[:, :, ::-1]))
    exif = Image.Exif()
    exif.get_ifd(_EXIF)[_TAKEN] = taken.strftime("%Y:%m:%d %H:%M:%S")
    picture.save(file, quality=88, exif=exif)
