"""Turn, scale and move a face so that its eyes, nose and mouth lie where recognisers expect them.

The five places are those of the ArcFace training crops of 112 x 112 pixels (Deng et al., ArcFace,
CVPR 2019). The transform is the similarity that brings the landmarks closest to them (Umeyama,
1991). With points as complex numbers and both sets centred it is one division:

    a = sum(conj(z) w) / sum(|z|^2),    w = a z + b

where ``|a|`` is the scale and ``arg a`` the angle.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.opencv import opencv
from photoorg.types import FloatArray, Pixels

CROP_SIDE = 112

TEMPLATE: NDArray[np.float64] = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ]
)


def similarity(landmarks: FloatArray) -> NDArray[np.float64]:
    """Return the matrix ``(2, 3)`` that brings ``landmarks (5, 2)`` closest to the template."""
    points = np.asarray(landmarks, dtype=np.float64)
    source = points[:, 0] + 1j * points[:, 1]
    target = TEMPLATE[:, 0] + 1j * TEMPLATE[:, 1]
    centred = source - source.mean()
    spread = float(np.sum(np.abs(centred) ** 2))
    turn = np.vdot(centred, target - target.mean()) / spread if spread > 0 else 1.0 + 0j
    shift = target.mean() - turn * source.mean()
    return np.array(
        [[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]], dtype=np.float64
    )


def enlarges(landmarks: FloatArray) -> bool:
    """Tell whether a face with these ``landmarks (5, 2)`` is smaller than the crop of it."""
    turn = similarity(landmarks)[0]
    return bool(np.hypot(turn[0], turn[1]) > 1)


def align(pixels: Pixels, landmarks: FloatArray) -> Pixels:
    """Cut the face with ``landmarks (5, 2)`` out of ``pixels (h, w, 3)`` as ``(112, 112, 3)``.

    What lies outside the picture is black, as in the recognisers' training crops.
    """
    crop: Pixels = opencv().warpAffine(pixels, similarity(landmarks), (CROP_SIDE, CROP_SIDE))
    return crop
