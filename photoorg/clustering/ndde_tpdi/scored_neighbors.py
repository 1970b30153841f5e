"""The neighbours of all faces and what a scorer says of them, for grouping now and adding later."""

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph, insert
from photoorg.clustering.neighbors.search import knn
from photoorg.clustering.rules.canonical import canonical_order, inverse
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.types import FloatArray, ProgressCallback, no_progress


@dataclass(frozen=True, slots=True, eq=False)
class ScoredNeighbors:
    """The neighbour graph of n faces and the probabilities ``p (n, k)`` of its pairs.

    ``scorer`` is the one that judged them, with what it learned from the first ``fitted`` faces;
    pairs of later faces are judged from these faces alone.
    """

    graph: NeighborGraph
    p: FloatArray
    scorer: PairScorer
    fitted: int

    def __len__(self) -> int:
        return len(self.graph)


def find(
    faces: FaceSet, scorer: PairScorer, k: int, progress: ProgressCallback = no_progress
) -> ScoredNeighbors:
    """Search the k nearest neighbours of all faces and judge all pairs."""
    ties = inverse(canonical_order(faces))
    graph = knn(scorer.searched(faces.embeddings), k, ties=ties, progress=progress)
    return judge(faces, scorer, graph)


def judge(faces: FaceSet, scorer: PairScorer, graph: NeighborGraph) -> ScoredNeighbors:
    """Judge all pairs of a graph, after the scorer learned from the album what it can."""
    learned = scorer.fitted(faces, graph)
    return ScoredNeighbors(graph, learned.score(faces, graph), learned, len(faces))


def extend(
    faces: FaceSet,
    scorer: PairScorer,
    k: int,
    before: ScoredNeighbors | None,
    progress: ProgressCallback = no_progress,
) -> ScoredNeighbors:
    """Return what is known of all faces, given what was of the first ones.

    The others are inserted and judged by what the scorer has learned, until there are twice as
    many faces as it learned from: then everything is found anew.
    """
    if before is None or not _goes_on(before, faces, k):
        return find(faces, scorer, k, progress)
    n, total = len(before), len(faces)
    if n == total:
        return before
    graph = insert(before.graph, before.scorer.searched(faces.embeddings), k)
    new = np.arange(n, total)
    p = np.zeros(graph.sims.shape, np.float32)
    # The neighbours a row keeps come in the order they had.
    kept = graph.ids[:n] < n
    p[:n][kept] = before.p[np.arange(graph.k) < kept.sum(axis=1, keepdims=True)]
    p[new] = before.scorer.score_rows(faces, graph, new)
    row, column = np.nonzero(graph.ids[new] < n)
    other = graph.ids[new[row], column]
    back = graph.ids[other] == new[row, None]
    mutual = np.flatnonzero(back.any(axis=1))
    p[other[mutual], back[mutual].argmax(axis=1)] = p[new[row[mutual]], column[mutual]]
    return ScoredNeighbors(graph, p, before.scorer, before.fitted)


def whole(
    faces: FaceSet,
    scorer: PairScorer,
    k: int,
    before: ScoredNeighbors | None,
    progress: ProgressCallback = no_progress,
) -> ScoredNeighbors:
    """Return what :func:`find` returns, without searching what is known again."""
    if before is None or not _goes_on(before, faces, k):
        return find(faces, scorer, k, progress)
    if before.fitted == len(faces):
        return before
    return judge(faces, scorer, insert(before.graph, scorer.searched(faces.embeddings), k))


def _goes_on(before: ScoredNeighbors, faces: FaceSet, k: int) -> bool:
    total = len(faces)
    return before.graph.k >= min(k, total) and total <= 2 * before.fitted
