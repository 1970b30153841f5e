"""Thumbnails as grey values, in the sizes at which they are compared."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness.transforms import Affine, rescaling
from photoorg.analysis.opencv import opencv

Gray: TypeAlias = NDArray[np.float32]


def decode(thumbnail: bytes) -> Gray | None:
    """Return the grey values ``(height, width)`` of a JPEG, None for what is no picture."""
    cv2 = opencv()
    data = np.frombuffer(thumbnail, np.uint8)
    gray = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE) if thumbnail else None
    return None if gray is None else gray.astype(np.float32)


def size_of(thumbnail: bytes) -> tuple[int, int] | None:
    """Return width and height, None for what is no picture."""
    gray = decode(thumbnail)
    return None if gray is None else (gray.shape[1], gray.shape[0])


def shrunk(gray: Gray, side: int) -> tuple[Gray, Affine]:
    """Return the picture at most ``side`` pixels long, and what led to its pixels."""
    return sized(gray, min(side, max(gray.shape)))


def sized(gray: Gray, side: int, of: Gray | None = None) -> tuple[Gray, Affine]:
    """Return the picture ``side`` pixels long, and what led there from its pixels, or ``of``'s."""
    height, width = gray.shape
    scale = side / max(width, height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if scale != 1:
        cv2 = opencv()
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        gray = cv2.resize(gray, size, interpolation=how)
    return gray, rescaling((width, height) if of is None else of.shape[::-1], size)


def sharpness(thumbnail: bytes) -> float:
    """Return how much of a picture's contrast is details, 0 for what is no picture.

    It is the variance of the Laplacian over that of the grey values: it orders pictures of one
    view, others it does not.
    """
    gray = decode(thumbnail)
    contrast = 0.0 if gray is None else float(gray.var())
    if gray is None or contrast < 1:
        return 0.0
    return float(opencv().Laplacian(gray, opencv().CV_32F).var()) / contrast
