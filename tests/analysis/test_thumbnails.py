"""Thumbnails are JPEG, small, square for faces, and never enlarged."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.thumbnails import face_thumbnail, photo_thumbnail
from photoorg.media.images import Picture
from photoorg.types import Box


def photo(width: int, height: int, scale: float = 1.0) -> Picture:
    pixels = np.zeros((round(height * scale), round(width * scale), 3), np.uint8)
    pixels[..., 2] = np.linspace(0, 255, pixels.shape[1]).astype(np.uint8)
    return Picture(pixels, width, height, scale, oriented=True)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    assert image.format == "JPEG"
    return image


@pytest.mark.parametrize(
    ("size", "thumbnail"),
    [
        ((4000, 3000), (320, 240)),
        ((300, 900), (107, 320)),
        ((200, 100), (200, 100)),
        ((5000, 2), (320, 1)),
    ],
)
def test_photos(size: tuple[int, int], thumbnail: tuple[int, int]) -> None:
    image = opened(photo_thumbnail(photo(*size)))
    assert image.size == thumbnail
    left, right = image.getpixel((0, 0)), image.getpixel((thumbnail[0] - 1, 0))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] < 20
    assert right[0] > 230
    assert right[2] < 30


@pytest.mark.parametrize(
    ("box", "side"),
    [
        (Box(1000, 800, 400, 500), 224),
        (Box(100, 100, 60, 50), 96),
        (Box(0, 0, 60, 60), 72),
        (Box(3990, 2950, 10, 50), 60),
        (Box(15, 900, 100, 100), 130),
        (Box(0, 0, 4000, 3000), 224),
        (Box(10, 10, 0.2, 0.1), 1),
    ],
)
def test_faces(box: Box, side: int) -> None:
    assert opened(face_thumbnail(photo(4000, 3000), box)).size == (side, side)


def test_faces_of_pictures_that_came_smaller() -> None:
    image = opened(face_thumbnail(photo(4000, 3000, scale=0.5), Box(2000, 1000, 100, 100)))
    assert image.size == (80, 80)
    middle = image.getpixel((40, 40))
    assert isinstance(middle, tuple)
    assert middle[0] == pytest.approx(2050 / 4000 * 255, abs=4)


@pytest.mark.parametrize(
    "box", [Box(0, 0, 80, 60), Box(3950, 1000, 50, 70), Box(2000, 2960, 100, 40), Box(9, 9, 90, 90)]
)
def test_a_face_is_in_the_middle_also_at_the_edge_of_the_photo(box: Box) -> None:
    pixels = np.full((3000, 4000, 3), 30, np.uint8)
    x, y, w, h = (round(value) for value in box)
    pixels[y : y + h, x : x + w] = 220
    picture = Picture(pixels, 4000, 3000, 1.0, oriented=True)
    image = np.asarray(opened(face_thumbnail(picture, box)).convert("L")).astype(float)
    assert max(box.w, box.h) * 1.2 <= len(image) <= max(box.w, box.h) * 1.6
    down, across = (np.flatnonzero(image.max(axis=axis) > 150) for axis in (1, 0))
    for seen, edges in ((down, (y, 3000 - y - h)), (across, (x, 4000 - x - w))):
        if min(edges) > 0:
            assert seen.mean() == pytest.approx(len(image) / 2 - 0.5, abs=1.5)
        else:  # its own edge fills the rest
            assert seen[0] == 0 or seen[-1] == len(image) - 1
