"""Photos are decoded as small as will do, and once more where a face is small."""

from contextlib import nullcontext
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.alignment import TEMPLATE, align
from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.jobs.scanning.look import Seen, look, read
from photoorg.library import PendingFile
from photoorg.library.values import Turn
from photoorg.media.images import Picture, read_picture
from photoorg.metadata.beside import Folder
from photoorg.types import Box, FloatArray

SIZE = 4032, 3024
LARGE, SMALL = 300, 90
"""Sides of faces; half as large, the second one is smaller than the crop of it."""


class Pointer:
    """Finds faces of these sides, in the middle of every picture, and says how large that was."""

    def __init__(self, *sides: float) -> None:
        self.sides, self.widths = sides, list[int]()

    def detect(self, picture: Picture) -> list[Detected]:
        self.widths.append(picture.pixels.shape[1])
        faces = []
        for side in self.sides:
            box = Box((picture.width - side) / 2, (picture.height - side) / 2, side, side)
            points = landmarks_in(box)
            crop = align(picture.pixels, points * picture.scale)
            faces.append(Detected(box, points, 0.9, 0.5, crop))
        return faces


def landmarks_in(box: Box) -> FloatArray:
    """Return landmarks as a face has them that fills the box."""
    return (np.array([box.x, box.y]) + (TEMPLATE - 20) / 80 * box.w).astype(np.float32)


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a photo of twelve megapixels whose details are a few pixels wide."""
    file = tmp_path_factory.mktemp("photos") / "large.jpg"
    rng = np.random.default_rng(0)
    grain = Image.fromarray(rng.integers(0, 256, (SIZE[1] // 3, SIZE[0] // 3, 3), dtype=np.uint8))
    grain.resize(SIZE, Image.Resampling.NEAREST).save(file, quality=92)
    return file


def looked_at(photo: Path, analyzer: Pointer, turn: Turn | None = None) -> Seen:
    file = PendingFile(1, photo)
    known = cast("FaceAnalyzer", analyzer)
    return look(file, read(Folder, file), known, nullcontext(), nullcontext, turn=turn)


def test_a_small_face_is_cut_out_of_all_pixels(photo: Path) -> None:
    analyzer = Pointer(SMALL, LARGE)
    small, large = looked_at(photo, analyzer).faces
    assert analyzer.widths == [SIZE[0] // 2]
    whole, half = read_picture(photo), read_picture(photo, quick=True)
    assert np.array_equal(small.crop, align(whole.pixels, small.landmarks))
    assert not np.array_equal(small.crop, align(half.pixels, small.landmarks * half.scale))
    assert np.array_equal(large.crop, align(half.pixels, large.landmarks * half.scale))


def test_large_faces_need_no_more_than_half(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def counting(*given: object, **named: object) -> Picture:
        picture = read_picture(*given, **named)  # type: ignore[arg-type]
        sizes.append(picture.pixels.shape[1])
        return picture

    monkeypatch.setattr("photoorg.jobs.scanning.look.read_picture", counting)
    (face,) = looked_at(photo, Pointer(LARGE)).faces
    assert sizes == [SIZE[0] // 2]
    assert face.box.w == LARGE


def test_a_small_face_in_a_photo_that_was_turned(photo: Path) -> None:
    (face,) = looked_at(photo, Pointer(SMALL), Turn(1, SIZE)).faces
    whole = np.rot90(read_picture(photo).pixels, -1)
    assert np.array_equal(face.crop, align(np.ascontiguousarray(whole), face.landmarks))
