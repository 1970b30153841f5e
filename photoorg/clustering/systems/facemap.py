"""FaceMap (2022, later Adapt-InfoMap): outlying neighbours dropped, then the map equation.

The similarities of a face to its K nearest become transition probabilities ``p_j = s_j / sum s``.
Along the falling row, a window of w differences ``p_j - p_(j+1)`` slides; where its mean stands out
most from the mean of all differences further down, in standard deviations of these, is the end of
the face's own people. Neighbours up to there stay linked with weight p, and the two-level map
equation of the undirected graph gives the groups.

Its known weakness: the window never ends before rank ``ceil(w / 2)``, so every face keeps at least
``ceil(w / 2) + 1`` links (11 of the published w = 20) and **no group of one or two can come out**.
Its benchmarks have hardly an identity under ten faces; a photo library consists of them.
So ``facemap`` is a variant for libraries: the cosine of a link also has to lie ``sigmas`` standard
deviations above that of random pairs of the album, so a face without look-alikes keeps no link and
stays alone. (Keeping only mutual links as well was tried: it splits large groups.) The published
form is ``facemap-paper``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.clustering.systems.album import random_similarity
from photoorg.clustering.systems.map_equation import two_level
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

BLOCK = 8192
SIGMAS = 5.0
"""Best of 4.5, 5, 5.5, 6 over the four development sets by ``photoorg evaluate --engine facemap``
and photos by two face models: .950, .817, .810, .728; .995, .967."""
MOST = 0.55
"""The limit of the weakest face model tried; an album of few people says little about strangers."""


@dataclass(frozen=True, slots=True)
class FaceMap:
    """The engine with K neighbours and a window of w; ``sigmas`` None is FaceMap as published."""

    neighbors: int = 256
    window: int = 20
    sigmas: float | None = SIGMAS
    name: str = "facemap"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``: the modules of the map equation, unlinked faces alone."""
        n = len(faces)
        labels = np.zeros(n, np.int64)
        if n > 1:
            order = photo_order(faces)
            embeddings = faces.embeddings[order]
            graph = knn_exact(embeddings, self.neighbors + 1)
            progress(1, 3)
            least = -np.inf
            if self.sigmas is not None:
                mean, deviation = random_similarity(embeddings)
                least = min(mean + self.sigmas * deviation, MOST)
            links = kept_links(graph, self.window, least)
            progress(2, 3)
            labels[order] = two_level(links)
            progress(3, 3)
        return satisfy(labels, faces, constraints)


def transitions(similarities: FloatArray) -> NDArray[np.float64]:
    """Return the rows ``(n, K)`` of falling cosines as probabilities, negative ones as 0."""
    positive = np.maximum(similarities, 0).astype(np.float64)
    sums = np.maximum(positive.sum(axis=1, keepdims=True), 1e-12)
    return np.asarray(positive / sums, np.float64)


def outlier_scores(probabilities: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """Return z ``(n, K - 1)`` of falling rows ``(n, K)``: how far a window's slope stands out.

    The window from j on is scored at ``j + ceil(window / 2)``; ranks that no window is centred on,
    and tails without any spread, have 0. Windows are at most all K - 1 differences wide.
    """
    slopes = -np.diff(probabilities, axis=1)
    n, count = slopes.shape
    scores = np.zeros((n, count))
    window = min(window, count)
    if count < 1:
        return scores
    sums = np.concatenate([np.zeros((n, 1)), np.cumsum(slopes, axis=1)], axis=1)
    squares = np.concatenate([np.zeros((n, 1)), np.cumsum(slopes**2, axis=1)], axis=1)
    starts = np.arange(count - window + 1)
    means = (sums[:, starts + window] - sums[:, starts]) / window
    length = count - starts
    tail = (sums[:, -1:] - sums[:, starts]) / length
    spread = np.sqrt(np.maximum((squares[:, -1:] - squares[:, starts]) / length - tail**2, 0))
    # Sums of many slopes leave rounding where the true spread is zero.
    flat = spread <= 1e-9 * np.abs(slopes).max(axis=1, initial=0, keepdims=True)
    found = np.where(flat, 0, np.abs(means - tail) / np.where(flat, 1, spread))
    centres = starts + -(-window // 2)
    inside = centres < count
    scores[:, centres[inside]] = found[:, inside]
    return scores


def kept_counts(similarities: FloatArray, window: int) -> IntArray:
    """Return how many of its nearest faces every face keeps ``(n,)``: those up to the best rank."""
    scores = outlier_scores(transitions(similarities), window)
    if scores.shape[1] == 0:
        return np.full(len(similarities), similarities.shape[1])
    return np.asarray(np.argmax(scores, axis=1) + 1)


def kept_links(graph: NeighborGraph, window: int, least: float) -> csr_array:
    """Return the links that are left as a symmetric matrix ``(n, n)`` of summed probabilities."""
    ids, sims = graph.ids[:, 1:], graph.sims[:, 1:]
    n, k = ids.shape
    counts = np.concatenate(
        [kept_counts(sims[start : start + BLOCK], window) for start in range(0, n, BLOCK)]
    )
    kept = (np.arange(k) < counts[:, None]) & (sims > 0) & (sims >= least)
    rows = np.repeat(np.arange(n), kept.sum(axis=1))
    links = csr_array((transitions(sims)[kept], (rows, ids[kept])), shape=(n, n))
    return csr_array(links + links.T)


def default_engine(_pack: str | None = None) -> FaceMap:
    """Return the variant that can leave faces alone."""
    return FaceMap()


def published_engine(_pack: str | None = None) -> FaceMap:
    """Return FaceMap with K = 256 and w = 20, as published."""
    return FaceMap(sigmas=None, name="facemap-paper")
