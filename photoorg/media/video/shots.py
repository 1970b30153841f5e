"""Where one shot of a video ends and the next begins.

Frames are compared by the colours of small copies: the distance of two is half the sum of the
differences of their histograms (8 x 8 x 8 colours) in each of four quarters of the picture, in
[0, 1]. Movement changes it little, another picture much. An encoder puts key frames where the
picture changes, so there less is enough. A flash is no cut: the picture before it comes back. Where
one picture fades into another no two frames differ much, but those half a second apart do; on
videos of people and of a camera that moves they lie below .45.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.types import Pixels

SIDES = (64, 36)
"""Width and height of the small copies."""

CUT, CUT_AT_KEY = 0.5, 0.35
"""From this distance on there is a cut, before any frame and before a key frame."""

FADING_S = 0.5
"""Seconds between frames that tell whether one picture fades into another."""

Histogram = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """A frame as it is compared: its ``histogram (4, 512)`` and whether it is a key frame."""

    histogram: Histogram
    key: bool


def histogram(small: Pixels) -> Histogram:
    """Return the shares ``(4, 512)`` of colours in the quarters of a small copy ``(h, w, 3)``."""
    height, width = (side // 2 for side in small.shape[:2])
    colours = (small >> 5).astype(np.int32) @ np.array([64, 8, 1], np.int32)
    quarters = [
        colours[rows, columns].ravel()
        for rows in (slice(height), slice(height, None))
        for columns in (slice(width), slice(width, None))
    ]
    counts = np.stack([np.bincount(part, minlength=512) for part in quarters])
    shares: Histogram = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return shares.astype(np.float32)


def distance(one: Histogram, other: Histogram) -> float:
    """Return how unlike two histograms are, in [0, 1]."""
    return float(np.abs(one - other).sum(axis=1).mean() / 2)


def is_cut(before: Glance, frame: Glance, after: Glance | None) -> bool:
    """Tell whether a shot begins with ``frame``; ``after`` is the one behind it, if any."""
    return _differs(before, frame) and not is_flash(before, frame, after)


def has_faded(before: Glance, frame: Glance) -> bool:
    """Tell whether ``frame`` shows another picture than one of :data:`FADING_S` before."""
    return distance(before.histogram, frame.histogram) >= CUT


def is_flash(before: Glance, frame: Glance, after: Glance | None) -> bool:
    """Tell whether ``frame`` is another picture, but the one behind it goes on from ``before``."""
    return _differs(before, frame) and after is not None and not _differs(before, after)


def _differs(before: Glance, frame: Glance) -> bool:
    return distance(before.histogram, frame.histogram) >= (CUT_AT_KEY if frame.key else CUT)
