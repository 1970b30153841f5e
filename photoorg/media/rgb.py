"""Pictures of every mode as red, green and blue, smaller where that is asked for."""

from collections.abc import Iterator
from math import ceil
from typing import Any

import numpy as np
from PIL import Image, ImageCms

from photoorg.media.colors import to_srgb

STRIP_PIXELS = 1 << 22
"""Large pictures are turned to RGB so many pixels at a time."""


def shrunk(image: Image.Image, profile: Any, factor: int) -> Image.Image:
    """Return a picture as RGB, ``factor`` times smaller.

    A large one is turned to RGB strip by strip: all at once would take several times its memory.
    """
    white = _white(image) if _is_numbers(image) else 0.0
    if factor == 1:
        return _as_rgb(image, profile, white)
    width, height = image.size
    small = Image.new("RGB", (ceil(width / factor), ceil(height / factor)))
    for top, strip in _strips(image, factor):
        small.paste(_as_rgb(strip, profile, white).reduce(factor), (0, top // factor))
    return small


def _strips(image: Image.Image, unit: int = 1) -> Iterator[tuple[int, Image.Image]]:
    """Yield strips of a picture and where each begins; all but the last are whole units high."""
    width, height = image.size
    rows = max(1, STRIP_PIXELS // (width * unit)) * unit
    for top in range(0, height, rows):
        yield top, image.crop((0, top, width, min(top + rows, height)))


def _as_rgb(image: Image.Image, profile: Any, white: float) -> Image.Image:
    return _to_rgb(to_srgb(image, profile) if _is_gray_or_ink(image) else image, white)


def _is_gray_or_ink(image: Image.Image) -> bool:
    """Tell whether a profile must be applied before the picture becomes red, green and blue."""
    return image.mode in ("L", "CMYK") and "transparency" not in image.info


def _is_numbers(image: Image.Image) -> bool:
    return image.mode in ("I", "F") or image.mode.startswith("I;")


def _to_rgb(image: Image.Image, white: float) -> Image.Image:
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if _is_numbers(image):
        gray = np.clip(_numbers(image) * (255.0 / white), 0, 255).astype(np.uint8)
        return Image.fromarray(gray).convert("RGB")
    if image.mode == "LAB":
        turned = ImageCms.profileToProfile(
            image,
            ImageCms.createProfile("LAB"),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
        assert turned is not None
        return turned
    if image.has_transparency_data:
        image = image.convert("LA") if image.mode == "La" else image
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def _numbers(image: Image.Image) -> Any:
    """Return grey values ``(h, w)`` of more than 8 bits."""
    return np.nan_to_num(np.asarray(image, dtype=np.float32), posinf=0.0, neginf=0.0)


def _white(image: Image.Image) -> float:
    """Return the grey value that is white.

    The largest value of the smallest usual depth that holds them all, because 12-bit scans arrive
    in 16-bit files.
    """
    largest = max(float(_numbers(strip).max(initial=0.0)) for _, strip in _strips(image))
    return next((w for w in (1.0, 255.0, 1023.0, 4095.0, 65535.0) if largest <= w), largest)
