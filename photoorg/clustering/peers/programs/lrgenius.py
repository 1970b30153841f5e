"""LrGeniusAI: complete linkage of the good faces; weak ones attach to a centre afterwards.

Groups of one are dissolved. Its gates (detector, area, sharpness, occlusion) are here one: a face
whose quality is known and below 0.12 is weak. Pins, its must-links and cannot-links, are our
constraints. Its canopies for more than 6,000 faces are not needed: see ``linkage``. Read: b2d60af.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.peers.neighbours import centroids
from photoorg.clustering.peers.rival import Rival, Sweep

WEAK_QUALITY, ATTACH = 0.12, 0.45


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every largest cosine distance within a group."""
    good = np.ones(len(faces), np.bool_)
    if faces.quality is not None:
        good = faces.quality >= WEAK_QUALITY
    trees = linkage_trees(faces.embeddings[good], "complete", max(thresholds))
    for cut in thresholds:
        labels = np.full(len(faces), -1, np.int64)
        labels[good] = _without_single(cut_trees(trees, cut, int(good.sum())))
        yield _attach(faces, labels, np.flatnonzero(~good))


def _without_single(labels: Labels) -> Labels:
    sizes = np.bincount(labels, minlength=1)
    return np.where(sizes[labels] > 1, labels, -1)


def _attach(faces: FaceSet, labels: Labels, weak: np.ndarray) -> Labels:
    centres, names = centroids(faces.embeddings, labels)
    if len(names) and len(weak):
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        cosines = faces.embeddings[weak] @ centres.T
        near = cosines.max(axis=1) >= 1 - ATTACH
        labels[weak[near]] = names[np.argmax(cosines[near], axis=1)]
    return labels


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with LrGeniusAI's cut."""
    return Rival(
        name="lrgenius",
        rule=group,
        sweep=Sweep("cut", 0.5, (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)),
        source="LrGeniusAI b2d60af, complete linkage 0.5, attach 0.45",
    )
