"""Spherical k-means (Lloyd 1982) on unit rows by faiss; the number of groups has to be known.

Published comparisons give it the true number, which no album knows: the tuned row does the same.
Without it, the rule of thumb is the square root of half the faces.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import FloatArray

ROUNDS, SEED = 100, 0
ROUNDED = 1e-6  # what rounding leaves of the distance between equal rows
TRUE_NUMBER = -1.0
"""In a sweep's grid: the number of identities in the ground truth."""


def k_means(embeddings: FloatArray, starts: FloatArray) -> Labels:
    """Return for unit rows ``(n, d)`` the nearest of k centres ``(n,)`` that began at ``(k, d)``.

    No more centres than rows; every round moves each centre to the mean of its rows.
    """
    import faiss

    method = faiss.Kmeans(
        embeddings.shape[1],
        len(starts),
        niter=ROUNDS,
        seed=SEED,
        spherical=True,
        min_points_per_centroid=1,
        max_points_per_centroid=len(embeddings),
    )
    method.train(embeddings, init_centroids=starts)
    _, nearest = method.index.search(embeddings, 1)
    return np.asarray(nearest[:, 0], np.int64)


def spread_starts(embeddings: FloatArray, groups: int) -> FloatArray:
    """Return at most so many distinct rows of ``(n, d)``, far apart as k-means++ draws them.

    Of some draws the one counts that leaves the rows nearest to what was chosen.
    """
    random = np.random.default_rng(SEED)
    draws = 2 + int(np.log(groups))
    chosen: list[int] = []
    far = np.ones(len(embeddings))
    while len(chosen) < groups and far.any():
        drawn = random.choice(len(far), draws, p=far / far.sum())
        left = np.minimum(far, 1 - embeddings[drawn] @ embeddings.T)
        left[left < ROUNDED] = 0
        best = int(left.sum(axis=1).argmin())
        chosen.append(int(drawn[best]))
        far = left[best]
    return embeddings[chosen]


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every number of groups; 0 is the rule of thumb."""
    for wanted in thresholds:
        groups = round(wanted if wanted > 0 else (len(faces) / 2) ** 0.5)
        yield k_means(faces.embeddings, spread_starts(faces.embeddings, groups))


def default_engine(_pack: str | None = None) -> Rival:
    """Return k-means by the rule of thumb."""
    return Rival(
        name="k-means",
        rule=group,
        sweep=Sweep("groups", 0.0, (TRUE_NUMBER,)),
        source="Lloyd 1982; the number of groups from the ground truth where tuned",
    )
