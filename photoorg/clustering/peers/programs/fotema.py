"""fotema: the nearest named person within one distance; unknown faces are not grouped.

The distance, 1.128 or cosine 0.363, is that of SFace. Read: 90790ea.
"""

import numpy as np

from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.rival import Sweep
from photoorg.types import FloatArray, IntArray


def recognize(
    known: FloatArray, names: IntArray, unknown: FloatArray, threshold: float
) -> IntArray:
    """Return the name of the nearest known face ``(q,)``, -1 beyond the Euclidean threshold."""
    cosines = unknown @ known.T
    far = np.sqrt(np.maximum(2 - 2 * cosines.max(axis=1), 0))
    return np.where(far <= threshold, names[np.argmax(cosines, axis=1)], -1)


def default_engine(_pack: str | None = None) -> Recognizer:
    """Return the rule with the distance for SFace."""
    return Recognizer(
        name="fotema",
        recognize=recognize,
        sweep=Sweep("distance", 1.128, (0.85, 0.9, 0.95, 1.0, 1.05, 1.128, 1.2)),
        source="fotema 90790ea, SFace 1.128",
    )
