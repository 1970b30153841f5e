"""Colours as screens and networks take them: sRGB.

A photo with another colour profile (Display P3 of phones, Adobe RGB of cameras, CMYK of print)
looks pale or wrong when its numbers are taken for sRGB.
"""

import logging
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageCms

log = logging.getLogger(__name__)

SAME = 3
"""A profile that moves no colour by more of the 255 steps than this is sRGB by another name."""

_STEPS = 9


def to_srgb(image: Image.Image, profile: Any) -> Image.Image:
    """Return a picture of mode L, RGB or CMYK as sRGB.

    It comes back as it is when ``profile``, the embedded ICC profile, says sRGB, belongs to
    another mode, is broken, or is missing.
    """
    if is_srgb(profile, image.mode):
        return image
    transform = _transform(profile, image.mode)
    assert transform is not None
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None  # it is None only for a change in place
    return converted


def is_srgb(profile: Any, mode: str) -> bool:
    """Tell whether :func:`to_srgb` would return a picture of that mode as it is."""
    return not isinstance(profile, bytes) or not profile or _transform(profile, mode) is None


@lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return what turns ``mode`` under ``profile`` into sRGB; None where nothing is to be done.

    What a profile does to a sample of colours tells sRGB better than its name, of which there are
    dozens.
    """
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            flags=ImageCms.Flags.NOCACHE,  # threads share it
        )
        sample = _sample(mode)
        converted = ImageCms.applyTransform(sample, transform)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, KeyError) as error:
        log.info("a colour profile is passed over: %s", error)
        return None
    assert converted is not None
    moved = np.abs(np.asarray(converted, np.int16) - np.asarray(sample.convert("RGB"), np.int16))
    return transform if moved.max() > SAME else None


def _sample(mode: str) -> Image.Image:
    """Return a picture with every mixture of a few steps of each channel."""
    steps = np.linspace(0, 255, _STEPS).round().astype(np.uint8)
    bands = len(mode) if mode != "L" else 1
    mixtures = np.stack(np.meshgrid(*[steps] * bands), -1).reshape(1, -1, bands)
    return Image.frombytes(mode, (mixtures.shape[1], 1), mixtures.tobytes())
