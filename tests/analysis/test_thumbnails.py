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
    return Picture(pixels, width, height, scale, oriented=True, taken_at=None)


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
        (Box(0, 0, 60, 60), 96),
        (Box(3990, 2950, 10, 50), 80),
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
