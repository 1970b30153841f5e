"""Whether somebody's eyes are closed, told by a small network that comes with the program.

It has learned from faces whose lids were painted (``photoorg train eyes``). Dark glasses and a
head turned far away look closed to it, too, so it is there to compare pictures of a burst, in which
these are the same.
"""

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.analysis.alignment import align
from photoorg.analysis.opencv import opencv
from photoorg.analysis.picture_features import decode, open_network
from photoorg.settings import RESOURCES
from photoorg.types import FloatArray, Pixels

NETWORK = RESOURCES / "eyes" / "eyes.onnx"

_ROWS, _COLUMNS = slice(36, 68), slice(20, 92)
"""Where both eyes are in an aligned face."""
_FLAT = 5.0
"""Grey values that are added to the spread, so that noise is not made large."""
LEAST_APART = 14.0
"""Pixels from eye to eye; in smaller faces eyes cannot be seen."""


def around_eyes(face: Pixels) -> FloatArray:
    """Return the eyes of an aligned face ``(112, 112, 3)`` in grey, normalised, ``(32, 72)``."""
    grey = opencv().cvtColor(np.ascontiguousarray(face), opencv().COLOR_BGR2GRAY)
    eyes = grey[_ROWS, _COLUMNS].astype(np.float32)
    return np.asarray((eyes - eyes.mean()) / (eyes.std() + _FLAT))


class Eyes:
    """Tells of small pictures of faces whether their eyes are closed."""

    def __init__(self, network: Path = NETWORK) -> None:
        self._path = network

    @cached_property
    def _session(self) -> Any:
        return open_network(self._path)

    def closed(self, thumbnail: bytes, landmarks: FloatArray) -> bool:
        """Tell it of a JPEG of a face with ``landmarks (5, 2)`` as shares of its side.

        What cannot be seen is not closed.
        """
        pixels = decode(thumbnail)
        if pixels is None:
            return False
        places = landmarks * len(pixels)
        if not np.linalg.norm(places[1] - places[0]) >= LEAST_APART:
            return False
        eyes = around_eyes(align(pixels, places))
        logits = self._session.run(None, {"eyes": eyes[None, None]})[0]
        return bool(logits[0, 0] > 0)
