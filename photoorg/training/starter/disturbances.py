"""What disturbs a scene: scribbles that hide, and light, blur and noise as of bad cameras."""

from dataclasses import dataclass

import cv2
import numpy as np

from photoorg.training.starter.augment import compress
from photoorg.types import BoolArray, FloatArray, Pixels


@dataclass(slots=True)
class Canvas:
    """A scene in the making; ``visible`` is how much of each face still shows."""

    pixels: Pixels
    boxes: FloatArray
    landmarks: FloatArray
    sure: FloatArray
    visible: FloatArray


def scribble(canvas: Canvas, rng: np.random.Generator) -> None:
    """Draw letters, discs or bars, which are no faces, and hide what lies below."""
    side = len(canvas.pixels)
    hidden = np.zeros((side, side), np.uint8)
    x, y = (int(value) for value in rng.uniform(0, side, 2))
    kind = rng.integers(3)
    if kind == 0:
        text = "".join(chr(code) for code in rng.integers(48, 123, rng.integers(1, 8)))
        thick = int(rng.integers(1, 6))
        cv2.putText(
            hidden, text, (x // 2, y), int(rng.integers(8)), rng.uniform(0.4, 4), 255, thick
        )
    elif kind == 1:
        radius = int(rng.uniform(4, side / 6))
        cv2.ellipse(
            hidden, (x, y), (radius, int(radius * rng.uniform(0.6, 1.5))), 0, 0, 360, 255, -1
        )
    else:
        end = (int(rng.uniform(0, side)), int(rng.uniform(0, side)))
        cv2.line(hidden, (x, y), end, 255, int(rng.uniform(2, side / 12)))
    covered = hidden > 0
    canvas.pixels[covered] = rng.integers(0, 256, 3)
    if len(canvas.boxes):
        canvas.visible = canvas.visible * (1 - 0.8 * share(covered, canvas.boxes))


def blacken_edge(canvas: Canvas, rng: np.random.Generator) -> None:
    """End the picture somewhere before its right or its lower edge; the rest is black."""
    side = len(canvas.pixels)
    empty = np.zeros((side, side), bool)
    end = int(rng.uniform(0.5, 0.95) * side)
    empty[(slice(end, None), slice(None)) if rng.random() < 0.5 else np.s_[:, end:]] = True
    blacken(canvas, empty)


def blacken(canvas: Canvas, empty: BoolArray) -> None:
    """Show nothing where ``empty (side, side)`` holds."""
    canvas.pixels[empty] = 0
    canvas.visible = canvas.visible * (1 - share(empty, canvas.boxes))


def share(mask: BoolArray, boxes: FloatArray) -> FloatArray:
    """Return how much of every box ``(n, 4)`` the mask covers, ``(n,)`` in [0, 1]."""
    side = len(mask)
    total = np.pad(np.cumsum(np.cumsum(mask, 0, dtype=np.float32), 1), ((1, 0), (1, 0)))
    x1, y1, x2, y2 = np.clip(boxes, 0, side).astype(int).T
    sums = total[y2, x2] - total[y1, x2] - total[y2, x1] + total[y1, x1]
    shares: FloatArray = sums / np.maximum((x2 - x1) * (y2 - y1), 1)
    return shares


def expose(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Relight, blur, add noise and compress, as cameras in bad light do."""
    if rng.random() < 0.7:
        gamma = np.exp(rng.normal(0, 0.3))
        gain = np.exp(rng.normal(0, 0.25)) if rng.random() < 0.85 else rng.uniform(0.08, 0.4)
        ramp = np.linspace(0, 1, 256) ** gamma * gain
        tint = np.exp(rng.normal(0, 0.08, 3))
        lookup = np.clip(ramp[:, None] * tint * 255, 0, 255).astype(np.uint8)
        picture = cv2.LUT(picture, lookup[None])
    if rng.random() < 0.1:
        picture = cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if rng.random() < 0.2:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.8))
    if rng.random() < 0.25:
        noise = rng.standard_normal(picture.shape, dtype=np.float32) * rng.uniform(2, 16)
        picture = np.clip(picture + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        picture = compress(picture, int(rng.uniform(20, 90)))
    return np.ascontiguousarray(picture)
