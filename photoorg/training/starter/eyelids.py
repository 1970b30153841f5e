"""Paints closed eyes, and changes that are none, into aligned faces to learn from.

Pictures of closed eyes with a free licence are hard to come by, pictures of open ones are not. An
eye is closed by filling its opening with the skin around it, from above to below, and drawing the
lashes as a line that hangs a little. So that nobody learns to see the painter's hand, other eyes
get a change of the same shape: the eye of somebody else.
"""

import numpy as np

from photoorg.analysis.alignment import TEMPLATE
from photoorg.analysis.opencv import opencv
from photoorg.types import FloatArray, Pixels

EYES = TEMPLATE[:2]
HALF = 17
"""Half a side of the square around an eye."""


def close_eyes(face: Pixels, dice: np.random.Generator) -> Pixels:
    """Return an aligned face ``(112, 112, 3)`` with both eyes closed."""
    painted = face.copy()
    for x, y in EYES + dice.normal(0, 1, (2, 2)):
        square = _around(x, y)
        painted[square] = _closed(painted[square].astype(np.float32), dice)
    return painted


def exchange_eyes(face: Pixels, other: Pixels, dice: np.random.Generator) -> Pixels:
    """Return a face with the eyes of another one, each with a chance of a half."""
    painted = face.copy()
    for x, y in EYES:
        if dice.random() < 0.5:
            square = _around(x, y)
            own, theirs = painted[square].astype(np.float32), other[square].astype(np.float32)
            theirs += own.mean((0, 1)) - theirs.mean((0, 1))
            opening = _opening(*_shape(dice), dice)
            painted[square] = (own + (theirs - own) * opening).clip(0, 255)
    return painted


def spoil(face: Pixels, dice: np.random.Generator) -> Pixels:
    """Return a face a little moved and turned, sometimes blurred or small, or mirrored."""
    cv2 = opencv()
    if dice.random() < 0.4:
        face = cv2.GaussianBlur(face, (0, 0), dice.uniform(0.4, 1.8))
    if dice.random() < 0.3:
        share = dice.uniform(0.4, 0.9)
        small = cv2.resize(face, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        face = cv2.resize(small, (112, 112))
    centre = (56.0, 52.0)
    matrix = cv2.getRotationMatrix2D(centre, dice.normal(0, 4), dice.uniform(0.95, 1.06))
    matrix[:, 2] += dice.normal(0, 1.5, 2)
    moved = cv2.warpAffine(face, matrix, (112, 112), borderMode=cv2.BORDER_REFLECT)
    return np.asarray(moved[:, ::-1] if dice.random() < 0.5 else moved)


def _around(x: float, y: float) -> tuple[slice, slice]:
    return slice(int(y) - HALF, int(y) + HALF), slice(int(x) - HALF, int(x) + HALF)


def _shape(dice: np.random.Generator) -> tuple[float, float]:
    """Return half the width and half the height of an eye's opening."""
    return dice.uniform(8.5, 12.5), dice.uniform(4, 6.5)


def _opening(wide: float, high: float, dice: np.random.Generator) -> FloatArray:
    """Return which pixels of the square lie in the opening, ``(34, 34, 1)``, with a soft edge."""
    cv2 = opencv()
    mask = np.zeros((2 * HALF, 2 * HALF), np.float32)
    axes = round(wide), round(high)
    cv2.ellipse(mask, (HALF, HALF), axes, dice.uniform(-6, 6), 0, 360, 1, -1)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.0)[..., None])


def _closed(eye: FloatArray, dice: np.random.Generator) -> FloatArray:
    """Return the square around an eye ``(34, 34, 3)`` with its lid down."""
    wide, high = _shape(dice)
    skin = opencv().GaussianBlur(eye, (0, 0), 2)
    below = skin[round(HALF + high + 3)]
    share = dice.uniform(0.2, 0.8)  # the row above is the brow in some faces
    above = share * skin[round(HALF - high - 2)] + (1 - share) * below
    rows = np.arange(2 * HALF)
    way = ((rows - HALF + high) / (2 * high)).clip(0, 1)[:, None, None]
    lid = above * (1 - way) + below * way
    bulge = np.sin(np.linspace(0, np.pi, 2 * HALF))[:, None, None]
    lid = lid * (1 + 0.06 * dice.uniform(-1, 1) * bulge)
    lid = lid + dice.normal(0, dice.uniform(0.5, 3), (2 * HALF, 2 * HALF, 1))
    closed = eye + (lid - eye) * _opening(wide, high, dice)
    closed = closed * (1 - dice.uniform(0.3, 0.8) * _lashes(wide, dice))
    return np.asarray(closed.clip(0, 255), np.float32)


def _lashes(wide: float, dice: np.random.Generator) -> FloatArray:
    """Return the line of the lashes, ``(34, 34, 1)``."""
    cv2 = opencv()
    x = np.linspace(-wide, wide, 25)
    y = dice.uniform(0.5, 3.5) + dice.uniform(0, 3) * (1 - (x / wide) ** 2)
    points = np.round(8 * (HALF + np.stack([x, y], axis=1))).astype(np.int32)
    line = np.zeros((2 * HALF, 2 * HALF), np.float32)
    cv2.polylines(line, [points], False, 1, thickness=int(dice.integers(1, 3)), shift=3)  # noqa: FBT003
    return np.asarray(cv2.GaussianBlur(line, (0, 0), dice.uniform(0.5, 1.0))[..., None])
