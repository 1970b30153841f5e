"""Closes the eyes in photos of real faces, in another way than the network has learned from."""

from dataclasses import replace

import cv2
import numpy as np

from photoorg.media.images import Picture
from photoorg.types import FloatArray, Pixels


def with_closed_eyes(picture: Picture, landmarks: FloatArray) -> Picture:
    """Return the photo with the eyes at ``landmarks (5, 2)`` closed."""
    pixels = picture.pixels.copy()
    along = (landmarks[1] - landmarks[0]) * picture.scale
    for eye in landmarks[:2]:
        _close(pixels, eye * picture.scale, along)
    return replace(picture, pixels=pixels)


def _close(pixels: Pixels, eye: FloatArray, along: FloatArray) -> None:
    """Put the cheek below an eye over it, softly, and a thin arc below that.

    ``along`` leads from one eye to the other.
    """
    apart, tilt = float(np.linalg.norm(along)), float(np.degrees(np.arctan2(along[1], along[0])))
    down = 0.32 * np.array([-along[1], along[0]])
    half = round(0.34 * apart)
    (x, y), (right, below) = (eye.round().astype(int), down.round().astype(int))
    own = pixels[y - half : y + half, x - half : x + half]
    cheek = pixels[y - half + below : y + half + below, x - half + right : x + half + right].copy()
    mask = np.zeros(own.shape[:2], np.float32)
    axes = round(0.28 * apart), round(0.15 * apart)
    cv2.ellipse(mask, (half, half), axes, tilt, 0, 360, 1, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), max(0.03 * apart, 0.5))[..., None]
    own[...] = (own + (cheek.astype(np.float32) - own) * mask).clip(0, 255)
    dark = [int(value) for value in 0.55 * cheek.mean((0, 1))]
    arc, thick = (round(0.22 * apart), round(0.06 * apart)), max(1, round(0.03 * apart))
    cv2.ellipse(pixels, (int(x), int(y)), arc, tilt, 10, 170, dark, thick, cv2.LINE_AA)
