"""FC-ES (2024): edges from shared neighbours up to the first weak one, then the map equation.

"Face Clustering via Early Stopping and Edge Recall", the part without any training. The k nearest
faces of face i, itself among them, get probabilities by their squared distance 2 - 2 s,

    P_ij = exp(-(2 - 2 s_ij) / sigma) / sum_l exp(-(2 - 2 s_il) / sigma),

and an edge is as probable as the neighbours that both its ends list (*neighbour-based edge
probability*; TPDi has the geometric mean of the two in place of the arithmetic one):

    e_ij = sum_(c listed by both) (P_ic + P_jc) / 2.

From its nearest neighbour on, every face gets the directed edges with weight e up to the first
that is under theta (*early stopping*: a later edge may be strong by chance, when whole groups lie
near each other). The two-level map equation of these edges gives the groups.

What the published *edge recall* adds is a network that accepts later edges with e of at least 0.12.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy.sparse import csr_array

from photoorg.clustering.density.diffusion import Ids
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.neighbors.parallel import spread
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.clustering.systems.map_equation import two_level
from photoorg.types import FloatArray, ProgressCallback, no_progress


@dataclass(frozen=True, slots=True)
class EarlyStopping:
    """The engine with k neighbours, the face itself among them; all numbers as published."""

    k: int = 80
    sigma: float = 0.5
    theta: float = 0.22
    name: str = "fc-es"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``: the modules of the map equation, faces without edges alone."""
        n = len(faces)
        labels = np.zeros(n, np.int64)
        if n > 1:
            order = photo_order(faces)
            graph = knn_exact(faces.embeddings[order], self.k)
            progress(1, 3)
            edges = kept_edges(graph, self.sigma, self.theta)
            progress(2, 3)
            labels[order] = two_level(edges, directed=True)
            progress(3, 3)
        return satisfy(labels, faces, constraints)


def edge_probabilities(ids: Ids, p: FloatArray) -> FloatArray:
    """Return e ``(n, k)`` of every face and its neighbours ``ids (n, k)`` with P ``(n, k)``."""
    found = np.empty(p.shape, np.float32)
    spread(_shared_rows, len(ids), ids, p, found)
    return found


def kept_edges(graph: NeighborGraph, sigma: float, theta: float) -> csr_array:
    """Return the edges as a matrix ``(n, n)`` of e: row i holds those from face i."""
    n = len(graph)
    p = np.exp((graph.sims - 1) * np.float32(2 / sigma))
    p /= p.sum(axis=1, keepdims=True)
    found = edge_probabilities(graph.ids, p)[:, 1:]
    kept = np.logical_and.accumulate(found >= theta, axis=1)
    rows = np.repeat(np.arange(n), kept.sum(axis=1))
    weights = found[kept].astype(np.float64)
    return csr_array((weights, (rows, graph.ids[:, 1:][kept])), shape=(n, n))


def default_engine(_pack: str | None = None) -> EarlyStopping:
    """Return FC-ES as published."""
    return EarlyStopping()


@njit(cache=True, nogil=True)
def _shared_rows(first: int, last: int, ids: Ids, p: FloatArray, found: FloatArray) -> None:
    n, k = ids.shape
    here = np.full(n, np.float32(-1))
    for i in range(first, last):
        for c in range(k):
            here[ids[i, c]] = p[i, c]
        for c in range(k):
            j = ids[i, c]
            shared = np.float32(0)
            for e in range(k):
                if here[ids[j, e]] >= 0:
                    shared += here[ids[j, e]] + p[j, e]
            found[i, c] = shared / 2
        for c in range(k):
            here[ids[i, c]] = np.float32(-1)
