"""Approximate nearest neighbours for sets too large for all pairs on the machine at hand.

HNSW (Malkov and Yashunin 2018) by faiss. Inverted lists are not offered: with few probes they
lose the few true neighbours of people with few photos, which costs BCubed F 4 to 7 points.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.neighbors.graph import NeighborGraph, search_again
from photoorg.clustering.neighbors.parallel import spread
from photoorg.clustering.neighbors.top_k import pair_similarities
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

LINKS, BUILD_EFFORT = 24, 80
_BLOCK = 8192


@dataclass(frozen=True, slots=True)
class Recall:
    """Which share of the true neighbours of sampled faces an approximate graph holds.

    ``nearest`` of all k, ``closest`` of the first five others, ``same`` of those of one identity
    with the face (None where identities are unknown).
    """

    faces: int
    nearest: float
    closest: float
    same: float | None

    def __str__(self) -> str:
        same = "" if self.same is None else f", {self.same:.1%} of one identity"
        return (
            f"{self.nearest:.1%} of all neighbours, {self.closest:.1%} of the first five{same}"
            f" ({self.faces} faces)"
        )


def knn_ann(
    embeddings: FloatArray, k: int, progress: ProgressCallback = no_progress
) -> NeighborGraph:
    """Return an approximate graph of unit rows ``(n, d)`` with ``min(k, n)`` columns.

    Similarities are exact; rows for which fewer than k neighbours are found are searched exactly.
    """
    import faiss

    n, d = embeddings.shape
    k = min(k, n)
    index = faiss.IndexHNSWFlat(d, LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = BUILD_EFFORT
    index.hnsw.efSearch = max(2 * k, 64)
    for start in range(0, n, _BLOCK):
        index.add(embeddings[start : start + _BLOCK])
        progress(min(start + _BLOCK, n), 2 * n)
    graph = NeighborGraph(np.empty((n, k), np.int32), np.empty((n, k), np.float32))
    gaps = []
    for start in range(0, n, _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, n))
        _, found = index.search(embeddings[rows], k)
        gaps.append(rows[(found < 0).any(axis=1)])
        _write(embeddings, rows, np.maximum(found, 0), graph)
        progress(n + len(rows) + start, 2 * n)
    missing = np.concatenate(gaps) if gaps else np.empty(0, np.int64)
    graph.sims[missing, -1] = -2.0
    search_again(embeddings, missing, np.arange(n), graph)
    return graph


def recall(
    graph: NeighborGraph, embeddings: FloatArray, labels: IntArray | None = None, sample: int = 1000
) -> Recall:
    """Measure the graph against the exact neighbours of some faces; labels ``(n,)`` if known."""
    n, k = graph.ids.shape
    rows = np.unique(np.linspace(0, n - 1, min(sample, n)).astype(np.int64))
    exact = NeighborGraph(np.empty((n, k), np.int32), np.empty((n, k), np.float32))
    # A graph's last similarity is a lower bound of the true one, so the search can start there.
    exact.sims[rows, -1] = graph.sims[rows, -1]
    search_again(embeddings, rows, np.arange(n), exact)
    true = exact.ids[rows, 1:]
    held = np.array([np.isin(t, g) for t, g in zip(true, graph.ids[rows], strict=True)])
    same = None
    if labels is not None:
        alike = labels[true] == labels[rows][:, None]
        same = float(held[alike].mean()) if alike.any() else None
    return Recall(
        faces=len(rows),
        nearest=float(held.mean()) if held.size else 1.0,
        closest=float(held[:, :5].mean()) if held.size else 1.0,
        same=same,
    )


def _write(
    embeddings: FloatArray,
    rows: NDArray[np.int64],
    found: NDArray[np.int64],
    graph: NeighborGraph,
) -> None:
    """Write what was found for the rows ``(m, k)``, themselves first, by exact similarity."""
    itself = found == rows[:, None]
    found[~itself.any(axis=1), -1] = rows[~itself.any(axis=1)]
    itself = found == rows[:, None]
    sims = np.empty(found.size, np.float32)
    spread(
        pair_similarities,
        found.size,
        embeddings,
        np.repeat(rows, found.shape[1]),
        found.ravel(),
        sims,
    )
    sims = np.where(itself, np.float32(1.0), sims.reshape(found.shape))
    best = np.lexsort((found, -sims, ~itself), axis=1)
    graph.ids[rows] = np.take_along_axis(found, best, axis=1)
    graph.sims[rows] = np.take_along_axis(sims, best, axis=1)
