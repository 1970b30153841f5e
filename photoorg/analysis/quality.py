"""How good a picture of its person a face is, as one figure in [0, 1].

The figure is the geometric mean of three, so that no property makes up for another:

* size: the shorter side of the box in pixels of the full photo;
* sharpness: the variance of the Laplacian of the aligned grey crop (112 x 112, lightly smoothed so
  that noise is not taken for detail) divided by the crop's own variance, so that dark and pale
  faces are not taken for blurred ones;
* pose: ``(1 - |yaw| / TURNED) (1 - |pitch - STRAIGHT| / NODDED)``, where ``yaw`` is how far the
  nose lies to the side of the middle between the eyes, in eye distances, and ``pitch`` how far
  below the eyes, as a share of the way to the mouth.

Of size and sharpness, the figure is the place between two values on a logarithmic scale. Each is
cut to [0, 1]. It orders faces (covers, the best first) and lets the grouping trust clear faces
more; nothing is thrown away because of it.
"""

import math

import numpy as np

from photoorg.analysis.alignment import CROP_SIDE
from photoorg.analysis.opencv import opencv
from photoorg.fitted import fitted
from photoorg.types import FloatArray, Pixels

_FITTED = fitted(__name__)

SMALLEST, LARGEST = _FITTED["SMALLEST"], _FITTED["LARGEST"]
"""Pixels of the shorter side from which a face tells something, and from which it tells all."""
BLURRED, SHARP = _FITTED["BLURRED"], _FITTED["SHARP"]
"""Shares of the variance of a crop that are details, in blurred and in sharp ones."""
GRAIN = int(_FITTED["GRAIN"])
"""Pixels of a crop, an odd number, over which noise is evened out before details are measured."""
TURNED, NODDED = _FITTED["TURNED"], _FITTED["NODDED"]
"""From so much yaw, and so much pitch beside :data:`STRAIGHT`, a face tells nothing."""
STRAIGHT = _FITTED["STRAIGHT"]
"""The pitch of a face that looks straight ahead."""

_FACE = slice(CROP_SIDE // 8, -CROP_SIDE // 8)


def quality(side: float, crop: Pixels, landmarks: FloatArray) -> float:
    """Return the quality in [0, 1] of a face.

    ``side`` is the shorter side of its box in pixels of the full photo, ``crop (112, 112, 3)`` the
    aligned face and ``landmarks (5, 2)`` its eyes, nose and mouth corners in any frame.
    """
    return float((size_figure(side) * sharpness(crop) * pose(landmarks)) ** (1 / 3))


def size_figure(side: float) -> float:
    """Return the part of :func:`quality` that the face's size gives, in [0, 1]."""
    return _between(side, SMALLEST, LARGEST)


def sharpness(crop: Pixels) -> float:
    """Return the part of :func:`quality` that the aligned ``crop (112, 112, 3)`` gives."""
    cv2 = opencv()
    gray = cv2.GaussianBlur(cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY), (GRAIN, GRAIN), 0)
    contrast = float(np.var(gray[_FACE, _FACE]))
    if contrast < 1.0:
        return 0.0
    detail = float(np.var(cv2.Laplacian(gray, cv2.CV_32F)[_FACE, _FACE]))
    return _between(detail / contrast, BLURRED, SHARP)


def pose(landmarks: FloatArray) -> float:
    """Return the part of :func:`quality` that ``landmarks (5, 2)`` give; 1 looks straight ahead."""
    left_eye, right_eye, nose, left_mouth, right_mouth = np.asarray(landmarks, dtype=np.float64)
    across = right_eye - left_eye
    eye_distance = float(np.hypot(*across))
    if eye_distance == 0.0:
        return 0.0
    across /= eye_distance
    down = np.array([-across[1], across[0]])
    eyes = (left_eye + right_eye) / 2
    to_mouth = float(((left_mouth + right_mouth) / 2 - eyes) @ down)
    if to_mouth <= 0.0:
        return 0.0
    yaw = abs(float((nose - eyes) @ across)) / eye_distance
    pitch = float((nose - eyes) @ down) / to_mouth
    return max(0.0, 1 - yaw / TURNED) * max(0.0, 1 - abs(pitch - STRAIGHT) / NODDED)


def _between(value: float, low: float, high: float) -> float:
    """Return where ``value`` lies between ``low`` (0) and ``high`` (1) on a logarithmic scale."""
    if value <= low:
        return 0.0
    return min(1.0, math.log(value / low) / math.log(high / low))
