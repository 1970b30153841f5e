"""Approximate rank-order clustering (Otto, Wang and Jain 2018), one pass.

For faces a and b, ``O_a(b)`` is the rank of b among the neighbours of a, and ``d(a, b)`` the
number of a's neighbours nearer than b that are not neighbours of b. The pair is linked where
``(d(a, b) + d(b, a)) / min(O_a(b), O_b(a))`` stays under the threshold; groups are the connected
components. With 80 neighbours out of 100 faces everybody would be a neighbour of everybody, so
there are at most a tenth of the album's.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import components
from photoorg.clustering.peers.rival import Rival, Sweep
from photoorg.types import FloatArray, IntArray

NEAREST, BLOCK = 80, 1024


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every largest rank-order distance."""
    n = len(faces)
    if n < 2:
        yield from (np.zeros(n, np.int64) for _ in thresholds)
        return
    ids = nearest(faces.embeddings, min(NEAREST, max(n // 10, 2), n - 1))
    far = rank_order_distances(ids)
    rows = np.repeat(np.arange(n), ids.shape[1])
    for threshold in thresholds:
        close = (far < threshold).ravel()
        ends = (rows[close], ids.ravel()[close])
        yield components(csr_array((np.ones(len(ends[0]), np.int8), ends), shape=(n, n)))


def nearest(embeddings: FloatArray, k: int) -> IntArray:
    """Return the k most similar other faces ``(n, k)``, most similar first, ties by row."""
    n = len(embeddings)
    ids = np.empty((n, k), np.int64)
    for start in range(0, n, BLOCK):
        cosines = embeddings[start : start + BLOCK] @ embeddings.T
        own = np.arange(len(cosines))
        cosines[own, own + start] = -np.inf
        ids[start : start + BLOCK] = np.argsort(-cosines, axis=1, kind="stable")[:, :k]
    return ids


def rank_order_distances(ids: IntArray) -> FloatArray:
    """Return distances ``(n, k)`` of every face to its neighbours ``ids (n, k)``; ranks from 1.

    Where the neighbour does not list the face, its rank counts as the last.
    """
    n, k = ids.shape
    ranks = np.arange(k)
    missing = np.empty((n, k), np.int64)
    missing_back = np.empty((n, k), np.int64)
    rank_back = np.full((n, k), k)
    place = np.full(n, k)
    for face in range(n):
        place[ids[face]] = ranks
        place[face] = -1
        theirs = place[ids[ids[face]]]
        listed = (theirs >= 0) & (theirs < k)
        nearer = listed & (theirs < ranks[:, None])
        missing[face] = ranks - nearer.sum(axis=1)
        has_me = theirs == -1
        mutual = has_me.any(axis=1)
        mine = np.where(mutual, np.argmax(has_me, axis=1), k)
        rank_back[face] = np.minimum(mine + 1, k)
        before = ranks < mine[:, None]
        shared = (listed | (theirs == -1)) & before
        missing_back[face] = before.sum(axis=1) - shared.sum(axis=1)
        place[ids[face]] = k
        place[face] = k
    return np.asarray((missing + missing_back) / np.minimum(ranks + 1, rank_back), np.float32)


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with 80 neighbours."""
    return Rival(
        name="rank-order",
        rule=group,
        sweep=Sweep("distance", 1.0, (0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0, 1.5, 2.0)),
        source="Otto et al. 2018, 80 neighbours",
    )
