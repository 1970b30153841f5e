"""JPEG files whose end marker is missing although the picture is whole.

Some cameras and recovery programs leave it out. Whether all of the picture is there shows by what
follows: a decoder that has it all does not care what comes next, one that waits for more takes it
for the picture. Of a progressive file nothing tells how many scans it should have.
"""

from io import BytesIO

import numpy as np
from PIL import Image

END = b"\xff\xd9"
_MORE = bytes(range(1, 251)) * 40
"""Coded nonsense: no marker, no zeros."""

_CLOSE = 24
"""Sides are decoded so many pixels long or a little longer: an eighth of the size is enough."""


def with_end(data: bytes) -> bytes | None:
    """Return the JPEG file with an end marker if nothing but that is missing; None if more is."""
    data = data.rstrip(b"\xff")  # half of a marker would make one of what follows
    ended = data + END
    try:
        if np.array_equal(_pixels(ended), _pixels(data + _MORE + END)):
            return ended
    except Exception:
        return None  # whatever the decoder says, the picture is not whole
    return None


def _pixels(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(BytesIO(data), formats=("JPEG",)) as image:
        if image.info.get("progressive"):
            raise ValueError("any of its scans may be missing")
        image.draft(None, (max(_CLOSE, image.width // 8), max(_CLOSE, image.height // 8)))
        image.load()
        return np.asarray(image)
