"""What an album does to the embeddings of a recogniser that nobody trained a network for.

Some recognisers leave a constant in their embeddings, or only positive numbers, so that all faces
are alike; whatever tells strangers by a low similarity fails there. Such embeddings are centred:
less the mean of the people in the album.

A metric made for the album lets directions in which faces of one person scatter count less:
within-class covariance normalisation (Hatch, Kajarekar and Stolcke 2006) with groups found by the
engine itself for classes. Where embeddings scatter much in few directions, faces become far
easier to tell apart; recognisers trained to the end have done most of that themselves. So the
metric is used only if it separates groups better that it was not made from.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.scoring import calibration
from photoorg.clustering.scoring.calibration import (
    calibrate_on_album,
    company,
    grouped,
    most_similarities,
)
from photoorg.fitted import fitted
from photoorg.types import FloatArray

_FITTED = fitted(__name__)

SAMPLE, NEAR = 3_000, 48
"""Faces that are looked at, and neighbours of each; the metric then serves all."""
MOST = 400_000
"""More are not worth the memory of a second copy."""
FEWEST = int(_FITTED["FEWEST"])
"""Fewer hold too few groups to learn from."""
SHRINKAGE = _FITTED["SHRINKAGE"]
"""Share of the scatter that is taken to be alike in all directions."""
GAIN = _FITTED["GAIN"]
"""How much better groups that were left out must separate."""
HEAVIEST = int(_FITTED["HEAVIEST"])
"""Faces of one group that count at most, so that a few large groups do not decide."""

FEWEST_TO_CENTRE = int(_FITTED["FEWEST_TO_CENTRE"])
"""Of fewer, nobody tells whether they are alike or one person."""
MOSTLY = _FITTED["MOSTLY"]
"""Deviations above the strangers' similarity that the usual pair may be."""
NARROW = _FITTED["NARROW"]
"""The largest deviation of strangers who are alike, in what their similarity lacks of 1: that of a
single person's faces is larger."""

Matrix = NDArray[np.float64]


def centred(faces: FaceSet) -> FaceSet:
    """Return the faces less the mean of the people if all are alike, else as they are."""
    if len(faces) < FEWEST_TO_CENTRE:
        return faces
    alike, deviation = most_similarities(faces)
    if alike <= calibration.HIGHEST_MEAN or deviation > NARROW * (1 - alike):
        return faces
    sample = faces.embeddings[canonical_order(faces)[:SAMPLE]]
    sims = sample @ sample.T
    if float(np.median(sims)) > alike + MOSTLY * deviation:
        return faces  # most pairs are one person, and what is unlike may be that person too
    # Faces count less the more of their person there are, or a star would be the mean.
    weights = 1 / company(sims, alike, deviation)
    mean = np.average(sample, axis=0, weights=weights).astype(np.float32)
    return _moved(faces, lambda rows: _unit(rows - mean))


def adapted(faces: FaceSet) -> FaceSet:
    """Return the faces with embeddings ``(n, d)`` in the album's own metric, or as they are."""
    if not FEWEST <= len(faces) <= MOST:
        return faces
    rows = np.sort(canonical_order(faces)[:SAMPLE])
    sample = FaceSet(
        embeddings=faces.embeddings[rows],
        photo_ids=None if faces.photo_ids is None else faces.photo_ids[rows],
    )
    graph = knn_exact(sample.embeddings, NEAR)
    groups = grouped(graph, calibrate_on_album(sample, graph))
    metric = _tested_metric(sample.embeddings, groups)
    if metric is None:
        return faces
    return _moved(faces, lambda rows: _unit(rows @ metric))


def _moved(faces: FaceSet, move: Callable[[FloatArray], FloatArray]) -> FaceSet:
    moved = np.empty_like(faces.embeddings)
    for start in range(0, len(faces), 16384):
        block = slice(start, start + 16384)
        moved[block] = move(faces.embeddings[block])
    return replace(faces, embeddings=moved)


def _unit(rows: FloatArray) -> FloatArray:
    """Return rows ``(n, d)`` of length 1; what is nothing stays nothing."""
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return rows


def _tested_metric(embeddings: FloatArray, groups: Labels) -> FloatArray | None:
    """Return the metric ``(d, d)`` of groups ``(n,)``, None if it does not separate better."""
    sizes = np.bincount(groups, minlength=len(groups))[groups]
    if int((sizes > 1).sum()) < embeddings.shape[1]:
        return None
    # Groups are named by one of their rows, so the parity of the name splits them at random.
    halves = [(sizes > 1) & (groups % 2 == half) for half in (0, 1)]
    if min(len(np.unique(groups[half])) for half in halves) < 2:
        return None
    before, after = 0.0, 0.0
    for learned, tested in (halves, halves[::-1]):
        metric = _metric(embeddings[learned], groups[learned])
        before += _separation(embeddings[tested], groups[tested])
        after += _separation(_unit(embeddings[tested] @ metric), groups[tested])
    if after < GAIN * before:
        return None
    return _metric(embeddings[sizes > 1], groups[sizes > 1])


def _metric(embeddings: FloatArray, groups: Labels) -> FloatArray:
    """Return the inverse root ``(d, d)`` of the shrunk covariance within groups ``(n,)``."""
    _, group, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    order = np.argsort(group, kind="stable")
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    means = np.add.reduceat(embeddings[order], starts, axis=0)
    means /= sizes[:, None].astype(np.float32)
    weights = np.minimum(1.0, HEAVIEST / sizes) * sizes / np.maximum(sizes - 1, 1)
    apart = (embeddings - means[group]) * np.sqrt(weights)[group, None].astype(np.float32)
    scatter: Matrix = (apart.T @ apart).astype(np.float64) / weights[group].sum()
    d = len(scatter)
    shrunk = (1 - SHRINKAGE) * scatter + SHRINKAGE * np.trace(scatter) / d * np.eye(d)
    # Any inverse root will do: they differ by a rotation, which changes no similarity.
    root = np.linalg.cholesky(shrunk + 1e-12 * np.eye(d)).astype(np.float32)
    metric: FloatArray = np.linalg.inv(root).T.astype(np.float32)
    return metric


def _separation(embeddings: FloatArray, groups: Labels) -> float:
    """Return how many deviations lie between similarities within and between groups ``(n,)``."""
    order = np.argsort(groups, kind="stable")
    one, next_ = order[:-1], order[1:]
    together = groups[one] == groups[next_]
    within = np.einsum("ij,ij->i", embeddings[one[together]], embeddings[next_[together]])
    n = len(groups)
    first = np.arange(10_000) % n
    second = (first + 1 + (np.arange(10_000) * 2654435761) % (n - 1)) % n
    apart = groups[first] != groups[second]
    between = np.einsum("ij,ij->i", embeddings[first[apart]], embeddings[second[apart]])
    if len(within) < 2 or len(between) < 2:
        return 0.0
    spread = np.sqrt((within.var() + between.var()) / 2)
    return float((within.mean() - between.mean()) / max(float(spread), 1e-9))
