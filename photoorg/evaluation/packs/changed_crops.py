"""Aligned faces as bad photos show them, to measure what a network makes of those."""

from collections.abc import Callable

import cv2
import numpy as np

from photoorg.types import Pixels


def small(crop: Pixels) -> Pixels:
    """Return the crop as a face of 24 px would look."""
    tiny = cv2.resize(crop, (24, 24), interpolation=cv2.INTER_AREA)
    grown: Pixels = cv2.resize(tiny, (112, 112), interpolation=cv2.INTER_CUBIC)
    return grown


def dark(crop: Pixels) -> Pixels:
    """Return the crop with a sixth of its light and a little noise."""
    noise = np.random.default_rng(int(crop.sum())).normal(0, 3, crop.shape)
    return np.clip(crop / 6 + noise, 0, 255).astype(np.uint8)


def covered(crop: Pixels) -> Pixels:
    """Return the crop with the mouth hidden, as by a mask."""
    hidden = crop.copy()
    hidden[76:, 16:96] = (140, 120, 110)
    return hidden


CHANGES: dict[str, Callable[[Pixels], Pixels]] = {"small": small, "dark": dark, "covered": covered}


def as_in_album(crops: Pixels) -> Pixels:
    """Return the crops ``(n, 112, 112, 3)`` as they vary in an album: every other one unsharp.

    Nothing worse: where an embedder cannot tell spoilt faces apart at all, a curve fitted to them
    would blunt its answers about all others.
    """
    worn = crops.copy()
    for row in range(1, len(crops), 2):
        worn[row] = _unsharp(crops[row])
    return worn


def _unsharp(crop: Pixels) -> Pixels:
    less = cv2.resize(crop, (48, 48), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(less, (112, 112), interpolation=cv2.INTER_LINEAR), np.uint8)
