"""Read SCRFD's answers: where its anchors saw faces.

SCRFD (Guo et al., ICLR 2022) answers on grids of stride 8, 16, 32 (and 64, 128 in the variant with
one anchor per cell). An anchor at ``c`` with score ``s`` says by distances ``d`` in strides that
the box reaches from ``c - d[:2]`` to ``c + d[2:]`` and that landmark ``k`` lies at ``c + d_k``.
insightface computes this for all 16,800 anchors, here only those above the threshold are read:
the same result in 0.5 instead of 2.5 ms, beside the 18 ms of a small detector.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.face_finds import Finds
from photoorg.types import FloatArray

_OVERLAP = 0.4
"""Of boxes that overlap more (intersection over union) only the surest is kept, as insightface."""


def read_answers(outputs: Sequence[FloatArray], side: int, threshold: float) -> Finds:
    """Return the faces in canvas pixels, the surest first.

    ``outputs`` are the network's: scores ``(a, 1)`` for each stride, then boxes ``(a, 4)`` for
    each, then landmarks ``(a, 10)``; a leading axis of length 1 is allowed.
    """
    strides = len(outputs) // 3
    anchors = 2 if strides == 3 else 1
    boxes, landmarks, scores = [], [], []
    for level in range(strides):
        stride = 8 << level
        flat = [outputs[level + strides * part].reshape(-1, n) for part, n in enumerate((1, 4, 10))]
        rows = np.flatnonzero(flat[0][:, 0] >= threshold)
        cells = rows // anchors
        across = side // stride
        centre = np.stack([cells % across, cells // across], axis=1).astype(np.float32) * stride
        reach = flat[1][rows] * stride
        boxes.append(np.concatenate([centre - reach[:, :2], centre + reach[:, 2:]], axis=1))
        landmarks.append(centre[:, None] + (flat[2][rows] * stride).reshape(-1, 5, 2))
        scores.append(flat[0][rows, 0])
    found = Finds(np.concatenate(boxes), np.concatenate(landmarks), np.concatenate(scores))
    keep = suppress(found.boxes, found.scores)
    return Finds(found.boxes[keep], found.landmarks[keep], found.scores[keep])


def suppress(boxes: FloatArray, scores: FloatArray) -> NDArray[np.intp]:
    """Return the rows of ``boxes (n, 4)`` that no surer one overlaps, the surest first."""
    areas = (boxes[:, 2] - boxes[:, 0] + 1) * (boxes[:, 3] - boxes[:, 1] + 1)
    order = np.argsort(-scores, kind="stable")
    keep = []
    while len(order):
        best, rest = order[0], order[1:]
        keep.append(best)
        low = np.maximum(boxes[best, :2], boxes[rest, :2])
        high = np.minimum(boxes[best, 2:], boxes[rest, 2:])
        shared = np.prod(np.maximum(0.0, high - low + 1), axis=1)
        order = rest[shared <= _OVERLAP * (areas[best] + areas[rest] - shared)]
    return np.array(keep, dtype=np.intp)
