"""Small pictures made in the window look like those that the scan makes."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from photoorg.analysis import thumbnails
from photoorg.errors import PhotoError
from photoorg.media.images import read_picture
from photoorg.types import Box
from photoorg.ui.pictures import face_jpeg, photo_jpeg, read_image, read_jpeg
from tests.ui.gallery import draw


def gray(jpeg: bytes) -> np.ndarray:
    image = QImage.fromData(jpeg).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


def test_a_photo_comes_upright_with_its_full_size(tmp_path: Path) -> None:
    draw(tmp_path / "a.jpg", (600, 200), 1)
    image, width, height = read_image(tmp_path / "a.jpg", 100)
    assert (width, height) == (600, 200)
    assert (image.width, image.height) == (150, 50)
    with pytest.raises(PhotoError):
        read_image(tmp_path / "none.jpg", 100)


@pytest.mark.parametrize(
    "box",
    [
        Box(200, 100, 120, 150),  # in the middle
        Box(0, 0, 60, 50),  # in the corner: the photo's edge fills the square
        Box(500, 380, 138, 98),
        Box(10, 5, 600, 470),  # as high as the photo
        Box(15, 200, 90, 90),  # near the edge: less margin
    ],
)
def test_faces_are_cut_like_the_scan_does(tmp_path: Path, box: Box) -> None:
    draw(tmp_path / "a.jpg", (640, 480), 3)
    image, width, _ = read_image(tmp_path / "a.jpg", 3000)
    ours = gray(face_jpeg(image, box, image.width / width))
    theirs = gray(thumbnails.face_thumbnail(read_picture(tmp_path / "a.jpg"), box))
    assert ours.shape == theirs.shape
    assert np.abs(ours - theirs).mean() < 2


def test_photos_are_shrunk_like_the_scan_does_and_never_enlarged(tmp_path: Path) -> None:
    for name, size in (("large.jpg", (1000, 700)), ("small.jpg", (90, 60))):
        draw(tmp_path / name, size, 5)
        ours = gray(photo_jpeg(read_image(tmp_path / name, 3000)[0]))
        theirs = gray(thumbnails.photo_thumbnail(read_picture(tmp_path / name)))
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).mean() < 2


def test_a_small_jpeg_is_shrunk_to_what_is_asked_and_a_damaged_one_is_null(tmp_path: Path) -> None:
    draw(tmp_path / "a.jpg", (300, 200), 5)
    jpeg = (tmp_path / "a.jpg").read_bytes()
    whole, small = read_jpeg(jpeg), read_jpeg(jpeg, 150)
    assert (whole.width(), whole.height()) == (300, 200)
    assert (small.width(), small.height()) == (150, 100)
    same = whole.pixelColor(200, 100), small.pixelColor(100, 50), QImage.fromData(jpeg)
    for seen in same[:2]:
        assert abs(seen.red() - same[2].pixelColor(200, 100).red()) < 12
        assert abs(seen.blue() - same[2].pixelColor(200, 100).blue()) < 12
    for damaged in (b"", b"no picture", jpeg[:300]):
        assert read_jpeg(damaged, 150).isNull()
