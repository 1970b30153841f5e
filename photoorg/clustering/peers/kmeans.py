"""Spherical k-means (Lloyd 1982) on unit rows; the number of groups has to be known.

Published comparisons give it the true number, which no album knows: the tuned row does the same.
Without it, the rule of thumb is the square root of half the faces. Needs scikit-learn.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.optional_packages import scikit_learn
from photoorg.clustering.peers.rival import Rival, Sweep

SEED = 0
TRUE_NUMBER = -1.0
"""In a sweep's grid: the number of identities in the ground truth."""


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every number of groups; 0 is the rule of thumb."""
    n = len(faces)
    method = scikit_learn("cluster").KMeans
    distinct = len(np.unique(faces.embeddings, axis=0))
    for wanted in thresholds:
        groups = round(wanted) if wanted > 0 else round((n / 2) ** 0.5)
        means = method(min(max(groups, 1), distinct), n_init=1, random_state=SEED)
        yield np.asarray(means.fit_predict(faces.embeddings), np.int64)


def default_engine(_pack: str | None = None) -> Rival:
    """Return k-means by the rule of thumb."""
    return Rival(
        name="k-means",
        rule=group,
        sweep=Sweep("groups", 0.0, (TRUE_NUMBER,)),
        source="Lloyd 1982; the number of groups from the ground truth where tuned",
    )
