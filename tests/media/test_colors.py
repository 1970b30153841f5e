"""Photos of every colour profile arrive in sRGB, and most of them at no cost."""

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from photoorg.media import colors
from photoorg.media.colors import to_srgb
from photoorg.media.images import read_picture
from tests.analysis.icc import DISPLAY_P3, SRGB, gray_profile, rgb_profile

SKIN = (200, 140, 120)
P3 = rgb_profile(DISPLAY_P3)


def decoded(image: Image.Image, kind: str, **options: Any) -> list[int]:
    """Return red, green and blue of a picture of one colour that went through a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    picture = read_picture(out.getvalue())
    middle = picture.pixels[picture.pixels.shape[0] // 2, picture.pixels.shape[1] // 2]
    return [int(value) for value in middle[::-1]]


def near(one: list[int], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 4


def in_srgb(color: tuple[int, int, int], primaries: Any, power: float) -> tuple[int, ...]:
    """Compute by hand what a profile of :mod:`.icc` means in sRGB."""
    linear = np.array(primaries).T @ (np.array(color) / 255) ** power
    red_green_blue = np.clip(np.linalg.solve(np.array(SRGB).T, linear), 0, 1)
    curved = np.where(
        red_green_blue <= 0.0031308,
        12.92 * red_green_blue,
        1.055 * red_green_blue ** (1 / 2.4) - 0.055,
    )
    return tuple(int(value) for value in (curved * 255).round())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_display_p3_becomes_srgb(kind: str) -> None:
    wanted = in_srgb(SKIN, DISPLAY_P3, 2.2)
    assert wanted[0] - SKIN[0] > 8  # a red that sRGB has to say louder
    found = decoded(Image.new("RGB", (64, 48), SKIN), kind, icc_profile=P3)
    assert near(found, wanted)


def test_without_a_profile_numbers_stay() -> None:
    assert decoded(Image.new("RGB", (64, 48), SKIN), "PNG") == list(SKIN)


@pytest.mark.parametrize(
    "profile",
    [
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        b"",
        b"no profile",
        P3[:200],
        b"\0" * 128,
        gray_profile(2.2),
        None,
        "text",
    ],
)
def test_srgb_broken_and_foreign_profiles_change_nothing(profile: Any) -> None:
    image = Image.new("RGB", (8, 8), SKIN)
    assert to_srgb(image, profile) is image


def test_a_broken_profile_does_not_cost_the_photo() -> None:
    found = decoded(Image.new("RGB", (64, 48), SKIN), "JPEG", icc_profile=P3[:200], quality=95)
    assert near(found, SKIN)


def test_transparency_and_palettes_are_converted_too() -> None:
    wanted = in_srgb(SKIN, DISPLAY_P3, 2.2)
    half = Image.new("RGBA", (64, 48), (*SKIN, 255))
    assert near(decoded(half, "PNG", icc_profile=P3), wanted)
    palette = Image.new("RGB", (64, 48), SKIN).quantize(4)
    assert near(decoded(palette, "PNG", icc_profile=P3), wanted)


def test_gray_keeps_its_own_curve() -> None:
    linear = decoded(Image.new("L", (64, 48), 128), "PNG", icc_profile=gray_profile(1.0))
    assert near(linear, (188, 188, 188))
    assert near(decoded(Image.new("L", (64, 48), 128), "PNG", icc_profile=P3), (128, 128, 128))


def test_a_turned_and_halved_photo_is_converted() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (400, 200), SKIN).save(out, "PNG", icc_profile=P3, exif=exif)
    picture = read_picture(out.getvalue(), longer_side=100)
    assert picture.pixels.shape == (100, 50, 3)
    assert near([int(v) for v in picture.pixels[9, 9, ::-1]], in_srgb(SKIN, DISPLAY_P3, 2.2))


def test_a_profile_is_understood_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    real = ImageCms.ImageCmsProfile

    def note(data: BytesIO) -> ImageCms.ImageCmsProfile:
        read.append(data)
        return real(data)

    monkeypatch.setattr(ImageCms, "ImageCmsProfile", note)
    colors._transform.cache_clear()
    for _ in range(5):
        to_srgb(Image.new("RGB", (8, 8), SKIN), P3)
    assert len(read) == 1
