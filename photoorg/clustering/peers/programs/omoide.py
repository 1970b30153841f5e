"""Omoide, preset "normal": HDBSCAN, then up to three rounds with halved limits for the rest.

Before each later round, a face that is very similar to a person (cosine 0.80, 0.05 ahead of the
second) joins that person. A group is a person when its members lie within 1.0 of its centre and
come from two photos at least. Read: 85669c1.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.hdbscan_tree import (
    cosine_distances,
    hdbscan_tree,
    stable_clusters,
)
from photoorg.clustering.peers.neighbours import centroids, distances
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import IntArray

MIN_CLUSTER, MIN_SAMPLES, RELAXATIONS = 6, 10, 3
SAME_PERSON, AHEAD, RADIUS, PHOTOS = 0.80, 0.05, 1.0, 2


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every epsilon, in cosine distance."""
    far = cosine_distances(faces.embeddings)
    for epsilon in thresholds:
        labels = np.full(len(faces), -1, np.int64)
        for relaxed in range(RELAXATIONS + 1):
            _join_people(faces, labels)
            _found_people(faces, far, labels, epsilon, relaxed)
        yield labels


def _found_people(faces: FaceSet, far: Any, labels: Labels, epsilon: float, relaxed: int) -> None:
    """Make people of the clusters among the faces that have none."""
    rest = np.flatnonzero(labels < 0)
    tree = hdbscan_tree(far[np.ix_(rest, rest)], max(MIN_SAMPLES >> relaxed, 1))
    smallest = max(MIN_CLUSTER >> relaxed, 2)
    found = stable_clusters(tree, len(rest), min_cluster=smallest, epsilon=epsilon)
    for name in np.unique(found[found >= 0]):
        members = rest[found == name]
        if _is_person(faces, members):
            labels[members] = labels.max() + 1


def _is_person(faces: FaceSet, members: IntArray) -> bool:
    if faces.photo_ids is not None and len(np.unique(faces.photo_ids[members])) < PHOTOS:
        return False
    embeddings = faces.embeddings[members]
    return bool(distances(embeddings, embeddings.mean(axis=0, keepdims=True)).max() <= RADIUS)


def _join_people(faces: FaceSet, labels: Labels) -> None:
    """Give the rest to people they resemble far more than any other."""
    centres, names = centroids(faces.embeddings, labels)
    rest = np.flatnonzero(labels < 0)
    if len(names) == 0 or len(rest) == 0:
        return
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    cosines = faces.embeddings[rest] @ centres.T
    best = cosines.max(axis=1)
    close = (cosines > best[:, None] - AHEAD).sum(axis=1)
    sure = (best >= SAME_PERSON) & (close == 1)
    labels[rest[sure]] = names[np.argmax(cosines[sure], axis=1)]


def default_engine(_pack: str | None = None) -> Rival:
    """Return the preset "normal"."""
    return Rival(
        name="omoide",
        rule=group,
        sweep=Sweep("epsilon", 0.1, (0.1, 0.25, 0.35, 0.4, 0.45, 0.5)),
        source="Omoide 85669c1, preset normal",
    )
