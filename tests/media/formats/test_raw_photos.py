"""Raw pictures: what the camera made of them, or what the sensor saw."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.errors import PhotoError
from photoorg.media.images import Picture, read_picture
from photoorg.types import Pixels
from tests.media.formats.raw_files import dng

RED, GREEN, BLUE = 2, 1, 0  # of a picture's pixels


@pytest.fixture(scope="module")
def scene() -> Pixels:
    """Return a wide picture, red on the left, green on the upper right, blue below it."""
    pixels = np.zeros((1200, 2000, 3), np.uint8)
    pixels[:, :1000, 0], pixels[:600, 1000:, 1], pixels[600:, 1000:, 2] = 180, 180, 180
    return pixels


def corners(picture: Picture) -> list[int]:
    """Return the strongest colour in the middle of each quarter, row by row."""
    height, width = picture.pixels.shape[:2]
    places = [(y * height // 4, x * width // 4) for y in (1, 3) for x in (1, 3)]
    return [int(np.argmax(picture.pixels[place])) for place in places]


@pytest.mark.parametrize("preview", [None, (1900, 1140), (160, 96)])
@pytest.mark.parametrize(
    ("orientation", "size", "expected"),
    [
        (1, (2000, 1200), [RED, GREEN, RED, BLUE]),
        (3, (2000, 1200), [BLUE, RED, GREEN, RED]),
        (6, (1200, 2000), [RED, RED, BLUE, GREEN]),
        (8, (1200, 2000), [GREEN, BLUE, RED, RED]),
    ],
)
def test_a_raw_picture_is_upright(
    scene: Pixels,
    preview: tuple[int, int] | None,
    orientation: int,
    size: tuple[int, int],
    expected: list[int],
) -> None:
    data = dng(scene, preview=preview, orientation=orientation)
    picture = read_picture(data, path=Path("a.DNG"))
    assert (picture.width, picture.height) == size
    assert corners(picture) == expected
    assert picture.oriented == (orientation != 1)
    assert picture.scale == picture.pixels.shape[1] / size[0]
    assert not picture.pixels.flags.writeable


def test_the_preview_is_taken_where_it_is_large_enough(scene: Pixels) -> None:
    shown = read_picture(dng(scene, preview=(1900, 1140)), path=Path("a.dng"))
    assert shown.pixels.shape == (1140, 1900, 3)
    developed = read_picture(dng(scene, preview=(800, 480)), path=Path("a.dng"))
    assert developed.pixels.shape == (1200, 2000, 3)


def test_what_is_called_raw_and_is_none(scene: Pixels) -> None:
    file = BytesIO()
    Image.fromarray(scene).save(file, "JPEG")
    assert read_picture(file.getvalue(), path=Path("a.nef")).width == 2000
    with pytest.raises(PhotoError) as caught:
        read_picture(b"II*\0" + bytes(500), path=Path("a.arw"))
    assert "damaged" in caught.value.reason


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_raw_file_that_is_cut_off_is_no_bug(scene: Pixels, keep: float) -> None:
    data = dng(scene)
    with pytest.raises(PhotoError):
        read_picture(data[: int(len(data) * keep)], path=Path("a.dng"))
