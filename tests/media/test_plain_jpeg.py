"""JPEGs decoded right into their array are what Pillow makes of them, or are left to it."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms, ImageFile

from photoorg.errors import PhotoError
from photoorg.media.images import read_picture
from photoorg.media.plain_jpeg import decode_plain
from photoorg.media.turning import TURNS, turned_pixels
from photoorg.types import Pixels

SIZE = (332, 221)


def soft_picture(mode: str = "RGB") -> Image.Image:
    rng = np.random.default_rng(0)
    small = rng.integers(0, 256, (9, 13, 3)).astype(np.uint8)
    return Image.fromarray(small).resize(SIZE, Image.Resampling.BICUBIC).convert(mode)


def written(picture: Image.Image, orientation: int | None = None, **options: Any) -> bytes:
    exif = Image.Exif()
    if orientation is not None:
        exif[ExifTags.Base.Orientation] = orientation
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90, exif=exif, **options)
    return out.getvalue()


def opened(data: bytes) -> ImageFile.ImageFile:
    return Image.open(io.BytesIO(data))


def by_pillow(data: bytes, factor: int, orientation: int) -> Pixels:
    image = opened(data)
    image.draft(None, (SIZE[0] // factor, SIZE[1] // factor))
    image.load()
    upright = image.transpose(TURNS[orientation]) if orientation in TURNS else image
    return np.asarray(upright)[..., ::-1]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    ("factor", "options"),
    [
        (1, {"subsampling": "4:2:0"}),
        (2, {"subsampling": "4:4:4"}),
        (4, {"subsampling": "4:2:2", "progressive": True}),
        (8, {"subsampling": "4:2:0", "restart_marker_rows": 1}),
    ],
)
def test_pixels_are_those_of_pillow(
    orientation: int, factor: int, options: dict[str, object]
) -> None:
    data = written(soft_picture(), orientation, **options)
    found = decode_plain(opened(data), data, factor)
    assert found is not None
    pixels, size, turn = found
    expected = by_pillow(data, factor, orientation)
    assert pixels.shape == expected.shape
    assert np.abs(pixels.astype(int) - expected).max() <= 2
    assert size == (SIZE if orientation < 5 else SIZE[::-1])
    assert (turn.known, turn.claimed) == (orientation != 1, orientation == 1)


@pytest.mark.parametrize("value", range(1, 9))
def test_pixels_are_turned_as_pillow_turns_pictures(value: int) -> None:
    pixels = np.arange(5 * 7 * 3, dtype=np.uint8).reshape(5, 7, 3)
    image = Image.fromarray(pixels)
    expected = image.transpose(TURNS[value]) if value in TURNS else image
    assert np.array_equal(turned_pixels(pixels, value), np.asarray(expected))


def test_what_needs_more_is_left_to_pillow() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data, plain in (
        (written(soft_picture("L")), False),
        (written(soft_picture("CMYK")), False),
        (written(soft_picture(), icc_profile=srgb), True),
        (written(soft_picture(), icc_profile=lab), True),  # passed over, as by Pillow
        (written(soft_picture(), keep_rgb=True), True),
    ):
        assert (decode_plain(opened(data), data, 1) is not None) is plain
        assert read_picture(data).pixels.shape == (SIZE[1], SIZE[0], 3)


def test_colours_of_a_jpeg_that_is_kept_as_red_green_and_blue() -> None:
    data = written(soft_picture(), keep_rgb=True)
    shown = read_picture(data).pixels[..., ::-1].astype(int)
    assert np.abs(shown - np.asarray(soft_picture())).mean() < 3


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.97])
def test_half_a_jpeg_is_refused_as_ever(kept: float) -> None:
    data = written(soft_picture())
    data = data[: int(len(data) * kept)]
    assert decode_plain(opened(data), data, 1) is None
    with pytest.raises(PhotoError, match="cut off"):
        read_picture(data)


def test_odd_bytes_that_pillow_reads_are_still_read() -> None:
    data = written(soft_picture())
    start = data.index(b"\xff\xda")
    odd = data[:start] + b"\x00\x13\x37" + data[start:]
    assert np.array_equal(read_picture(odd).pixels, read_picture(data).pixels)
