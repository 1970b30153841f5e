"""Ente: every face joins the cluster of the most similar face before it, newest photo first.

Linear nearest-neighbour linking in batches of 10,000 that overlap by a quarter. A poor face is
joined only above a stricter cosine; Ente judges blur and pose, here a quality below 0.25 stands
for both. Read: face_clustering_service.dart@a621d733. The thresholds belong to
MobileFaceNet's 192 numbers: on another embedder only the tuned row is a fair comparison.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import at_least, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import IntArray

BATCH, STEP = 10_000, 7_500
POOR_QUALITY, POOR_MARGIN = 0.25, 0.08


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every least cosine to a good face."""
    n = len(faces)
    poor = np.zeros(n, np.bool_) if faces.quality is None else faces.quality < POOR_QUALITY
    whole = similar_pairs(faces.embeddings, min(thresholds))
    for threshold in thresholds:
        pairs = at_least(whole, threshold)
        strict = pairs.data >= threshold + POOR_MARGIN
        pairs.data[poor[pairs.indices] & ~strict] = 0
        labels = np.full(n, -1, np.int64)
        newest_first = np.arange(n)[::-1]
        for start in range(0, max(n - BATCH + STEP, 1), STEP):
            _link_batch(pairs, labels, newest_first[start : start + BATCH])
        yield labels


def _link_batch(pairs: Any, labels: Labels, batch: IntArray) -> None:
    """Fill in the labels of one batch; faces that have one already come first."""
    batch = np.concatenate([batch[labels[batch] >= 0], batch[labels[batch] < 0]])
    place = np.full(len(labels), len(labels))
    place[batch] = np.arange(len(batch))
    clusters = labels.max(initial=-1) + 1
    for face in batch[labels[batch] < 0]:
        span = slice(pairs.indptr[face], pairs.indptr[face + 1])
        others = pairs.indices[span]
        cosines = np.where(place[others] < place[face], pairs.data[span], 0)
        if cosines.max(initial=0) > 0:
            labels[face] = labels[others[np.argmax(cosines)]]
        else:
            labels[face] = clusters
            clusters += 1


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with the thresholds of the mobile application."""
    return Rival(
        name="ente",
        rule=group,
        sweep=Sweep("cosine", 0.76, (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.76)),
        source="Ente Photos, distance 0.24, 0.16 for poor faces",
    )
