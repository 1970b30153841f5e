"""L-GCN (Wang, Zheng, Li and Wang, CVPR 2019): links predicted on sub-graphs, then propagated.

Every face p is the pivot of one sub-graph: its k1 nearest faces, the k2 nearest of each of these,
and p itself. Node features are ``x_q - x_p``; two nodes are joined where one is among the u nearest
of the other in the whole album. Four graph convolutions with the mean of the joined nodes,

    Y = relu([X | A X] W + b),  A = D^-1 (0/1 adjacency),

and a small head give for each of the k1 faces the probability that it shows the person of p. The
probabilities of both directions are averaged. *Pseudo-label propagation* takes the connected
components of all links, keeps those of at most ``largest`` faces, and cuts the larger ones again
with the threshold raised by ``step`` of what is missing to 1, until nothing is left.

Three things differ from the published code. The adjacency is a list of links, not a table of all
pairs of nodes, which for one face takes 3 MB. Components are measured whole, where that code stops
counting at the limit in an order that changes from run to run. And links that the network itself
holds for wrong (under ``least``) never count: from the lowest score on, as published, every album
of at most ``largest`` faces would come out as one group.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.neighbors.search import knn
from photoorg.clustering.rules.unconstrained import arrival_order, satisfy
from photoorg.clustering.scoring.networks import Network, matching_network, read_network
from photoorg.errors import ModelError
from photoorg.types import BoolArray, FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "lgcn"
STEP, LARGEST, LEAST = 0.6, 900, 0.5
BATCH = 512


@dataclass(frozen=True, slots=True)
class Shape:
    """How far a sub-graph reaches: k1 faces, k2 of each of these, links to the u nearest."""

    k1: int = 20
    k2: int = 5
    u: int = 5


@dataclass(frozen=True, slots=True, eq=False)
class Subgraphs:
    """The sub-graphs of some pivots, laid end to end.

    ``nodes (m,)`` are faces, ``pivots (m,)`` the pivots they are seen from; node ``rows[e]`` is
    joined to ``columns[e]`` for each of the e links, both ways. ``hops (h,)`` are the nodes whose
    link to their pivot is asked for.
    """

    nodes: IntArray
    pivots: IntArray
    rows: IntArray
    columns: IntArray
    hops: IntArray

    def arrays(self) -> dict[str, Any]:
        """Return what the network takes besides the faces."""
        degrees = np.bincount(self.rows, minlength=len(self.nodes))
        # A node without links has the mean of nothing, which is zero and not 0/0.
        shares = (1 / np.maximum(degrees, 1)).astype(np.float32)[:, None]
        own = {name: getattr(self, name) for name in ("nodes", "pivots", "rows", "columns")}
        return {**own, "shares": shares, "hops": self.hops}

    def among(self) -> tuple[IntArray, "Subgraphs"]:
        """Return the faces that occur ``(f,)``, and the sub-graphs with faces numbered by them."""
        used, nodes = np.unique(self.nodes, return_inverse=True)
        return used, replace(self, nodes=nodes, pivots=np.searchsorted(used, self.pivots))


@dataclass(frozen=True, slots=True)
class LinkageGCN:
    """The engine; ``weights`` None takes the shipped network for the pack or the embeddings.

    ``least``, ``step`` and ``largest`` steer the propagation; 0, 0.6 and 900 are published.
    """

    pack: str | None = None
    weights: Path | None = None
    least: float = LEAST
    step: float = STEP
    largest: int = LARGEST
    name: str = "lgcn"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``. Raises ModelError for an embedder without a trained network."""
        n = len(faces)
        labels = np.zeros(n, np.int64)
        if n > 1:
            order = arrival_order(faces)
            network = self._network(faces.embeddings)
            pairs, scores = predicted_links(network, faces.embeddings[order], progress)
            labels[order] = propagate(n, pairs, scores, self.least, self.step, self.largest)
        return satisfy(labels, faces, constraints)

    def _network(self, embeddings: FloatArray) -> Network:
        if self.weights is not None:
            network = read_network(self.weights)
            if network.dimension != embeddings.shape[1]:
                raise ModelError(
                    f"{self.weights.name} was trained for another face model; train it again."
                )
            return network
        shipped = matching_network(FAMILY, self.pack, embeddings)
        if shipped is None:
            raise ModelError(
                "No L-GCN network was trained for this face model; choose another engine, or train"
                " one with `photoorg train lgcn`."
            )
        return shipped


def predicted_links(
    network: Network, embeddings: FloatArray, progress: ProgressCallback = no_progress
) -> tuple[IntArray, FloatArray]:
    """Return pairs ``(m, 2)`` of rows and the probability ``(m,)`` that they are one person."""
    shape = Shape(*(int(network.number(name)) for name in ("k1", "k2", "u")))
    graph = knn(embeddings, max(shape.k1, shape.k2, shape.u) + 1)
    near = joined(graph, shape.u)
    session = network.session()
    n = len(embeddings)
    sources, targets, scores = [], [], []
    for start in range(0, n, BATCH):
        progress(start, n)
        batch = subgraphs(graph, near, np.arange(start, min(start + BATCH, n)), shape)
        used, local = batch.among()
        found = session.run(None, {"faces": embeddings[used], **local.arrays()})[0]
        scores.append(1 / (1 + np.exp(-found)))
        sources.append(batch.pivots[batch.hops])
        targets.append(batch.nodes[batch.hops])
    progress(n, n)
    return mean_links(np.concatenate(sources), np.concatenate(targets), np.concatenate(scores))


def joined(graph: NeighborGraph, u: int) -> csr_array:
    """Return which faces are joined ``(n, n)``: one of them is among the u nearest of the other."""
    ids = graph.ids[:, 1 : u + 1]
    n = len(graph)
    rows = np.repeat(np.arange(n), ids.shape[1])
    links = csr_array((np.ones(ids.size, np.int8), (rows, ids.ravel())), shape=(n, n))
    both = csr_array(links + links.T)
    both.sort_indices()
    return both


def subgraphs(graph: NeighborGraph, near: csr_array, pivots: IntArray, shape: Shape) -> Subgraphs:
    """Return the sub-graphs of the faces ``pivots (b,)``; nodes are in order of their face."""
    n = len(graph)
    first = graph.ids[pivots, 1 : shape.k1 + 1].astype(np.int64)
    second = graph.ids[first, 1 : shape.k2 + 1].reshape(len(pivots), -1)
    everything = np.concatenate([pivots[:, None], first, second], axis=1)
    keys = np.unique(np.arange(len(pivots))[:, None] * n + everything)
    owner, nodes = np.divmod(keys, n)
    degrees = np.diff(near.indptr)[nodes]
    ends = np.cumsum(degrees)
    rows = np.repeat(np.arange(len(nodes)), degrees)
    steps = np.arange(len(rows)) - np.repeat(ends - degrees, degrees)
    wanted = owner[rows] * n + near.indices[near.indptr[nodes][rows] + steps]
    columns, inside = _find(keys, wanted)
    hops = np.searchsorted(keys, (np.arange(len(pivots))[:, None] * n + first).ravel())
    return Subgraphs(nodes, pivots[owner], rows[inside], columns[inside], hops)


def mean_links(
    sources: IntArray, targets: IntArray, scores: FloatArray
) -> tuple[IntArray, FloatArray]:
    """Return each pair once ``(m, 2)``, smaller row first, with the mean of its scores ``(m,)``."""
    n = max(sources.max(initial=0), targets.max(initial=0)) + 1
    keys = np.minimum(sources, targets).astype(np.int64) * n + np.maximum(sources, targets)
    keys, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    means = np.bincount(numbers, scores, len(keys)) / counts
    return np.stack(np.divmod(keys, n), axis=1), means.astype(np.float32)


def propagate(
    n: int,
    pairs: IntArray,
    scores: FloatArray,
    least: float = LEAST,
    step: float = STEP,
    largest: int = LARGEST,
) -> Labels:
    """Return labels ``(n,)``: components of at most ``largest`` faces, larger ones cut again."""
    labels = np.full(n, -1, np.int64)
    threshold = max(float(scores.min(initial=1.0)), least)
    kept = scores >= threshold
    pairs, scores = pairs[kept], scores[kept]
    while True:
        ones = np.ones(len(pairs), np.int8)
        links = csr_array((ones, (pairs[:, 0], pairs[:, 1])), shape=(n, n))
        parts = connected_components(links, directed=False)[1]
        open_faces = labels < 0
        sizes = np.bincount(parts)
        final = open_faces & (sizes[parts] <= largest)
        labels[final] = parts[final] + labels.max() + 1
        if final[open_faces].all():
            return labels
        threshold += (1 - threshold) * step
        kept = (labels[pairs[:, 0]] < 0) & (scores >= threshold)
        # Scores of exactly 1 survive every threshold; there the component is taken as it is.
        if kept.all() and threshold > 1 - 1e-9:
            largest = n
        pairs, scores = pairs[kept], scores[kept]


def _find(keys: IntArray, wanted: IntArray) -> tuple[IntArray, BoolArray]:
    """Return where each wanted key stands in the sorted keys, and whether it is there at all."""
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return places, keys[places] == wanted


def default_engine(pack: str | None = None) -> LinkageGCN:
    """Return the engine with the shipped network for a pack."""
    return LinkageGCN(pack=pack)
