"""lap: weighted Chinese whispers on the 80 nearest faces, never within one photo.

An edge where the cosine distance is under 0.42, weighted by the squared cosine; at most 20 sweeps.
Read: 70fddc88.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.chinese_whispers import chinese_whispers
from photoorg.clustering.peers.neighbours import at_least, nearest_first, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

NEAREST, SWEEPS, SEED = 80, 20, 0


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every cosine distance under which two faces are linked."""
    n = len(faces)
    pairs = _nearest(nearest_first(similar_pairs(faces.embeddings, 1 - max(thresholds))), NEAREST)
    if faces.photo_ids is not None:
        rows = np.repeat(np.arange(n), np.diff(pairs.indptr))
        pairs.data[faces.photo_ids[rows] == faces.photo_ids[pairs.indices]] = -1
    random = np.random.default_rng(SEED)
    visits = np.array([random.permutation(n) for _ in range(SWEEPS)])
    for distance in thresholds:
        links = at_least(pairs, 1 - distance)
        links.data **= 2
        yield chinese_whispers(links, visits, until_still=True)


def _nearest(pairs: Any, count: int) -> Any:
    """Keep the first entries of every row, made symmetric again."""
    place = np.arange(pairs.nnz) - np.repeat(pairs.indptr[:-1], np.diff(pairs.indptr))
    rows = np.repeat(np.arange(pairs.shape[0]), np.diff(pairs.indptr))
    kept = place < count
    ends = (rows[kept], pairs.indices[kept])
    near = csr_array((pairs.data[kept], ends), shape=pairs.shape)
    return csr_array(near.maximum(near.T))


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with lap's distance."""
    return Rival(
        name="lap",
        rule=group,
        sweep=Sweep("distance", 0.42, (0.32, 0.37, 0.42, 0.46, 0.5, 0.54, 0.58, 0.62)),
        source="lap 70fddc88, distance 0.42, 80 neighbours",
    )
