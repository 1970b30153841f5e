"""JPEG XL, where a decoder for it is installed and proves that it decodes rightly.

The decoder (pylibjxl, an optional extra) is young, and builds of libjxl are known that decode
wrongly without a word. So it first has to decode a picture whose pixels are known.
"""

from base64 import b64decode
from functools import cache

import numpy as np

_STARTS = (b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n")

MISSING = (
    "This is a JPEG XL picture, which the program reads once its decoder is installed: pip install "
    "'photoorg[jxl]'."
)
WRONG = (
    "The JPEG XL decoder that is installed decodes pictures wrongly; install another version of "
    "pylibjxl, or remove it."
)

_KNOWN = b64decode(
    "/wpBQCQIBAEAyANLKDLdjJ2Owvh/pKCgoORipGBkxNIYHRHDGEbFGBUdg/kVXVDFYC3EGBsVOsbo6GhXscqKwUMdY3"
    "AoBiNUbFSMiDGGWBqDKY3BIccYhBhjdIwRMUZHXSB+gCUAVXXg8Nt5+OEP/+fhwP/wP/x/dAj/w//wv6Um/A//w/93"
    "hvCHPxymAQ6MY398fEjgwQ/8KGQF/AD8Dv0A/ECjD3wA/B/2AHwAqBh/ADwgtQs+AB6YB+ABhy+FQ2DDDbFVANNrAI"
    "A+dQAAsOYCAACRCAAQE1mjEw7HrsdCe2muBW7Ytcd0kEj+CFmaJZ3bscjXeD8CNAcoAA=="
)
"""8 x 8 pixels, lossless: red grows to the right, green downwards, blue shrinks both ways."""


def is_jpeg_xl(data: bytes) -> bool:
    """Tell whether a file begins like a JPEG XL picture, bare or in a container."""
    return data.startswith(_STARTS)


@cache
def why_not() -> str | None:
    """Say why JPEG XL pictures cannot be opened; None when Pillow now opens them."""
    try:
        import pylibjxl
        from pylibjxl.pillow_plugin import register_pillow
    except ImportError:
        return MISSING
    try:
        decoded = np.asarray(pylibjxl.decode(_KNOWN))
    except Exception:
        return WRONG  # of whatever kind, the error is about a picture that is right
    down, across = np.mgrid[0:8, 0:8]
    known = np.stack([across * 32, down * 32, 255 - across * 16 - down * 8], axis=-1)
    if not np.array_equal(decoded, known):
        return WRONG
    register_pillow()
    return None
