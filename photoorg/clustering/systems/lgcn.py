"""L-GCN (Wang, Zheng, Li and Wang, CVPR 2019): links predicted on sub-graphs, then propagated.

Every face p is the pivot of one sub-graph (:mod:`~photoorg.clustering.systems.pivots`). Node
features are ``x_q - x_p``, and four graph convolutions with the mean of the joined nodes,

    Y = relu([X | A X] W + b),  A = D^-1 (0/1 adjacency),

and a small head give for each of the k1 faces nearest to p the probability that it shows the person
of p. The probabilities of both directions are averaged. *Pseudo-label propagation* takes the
connected components of all links, keeps those of at most ``largest`` faces, and cuts the larger
ones again with the threshold raised by ``step`` of what is missing to 1, until nothing is left.

Differences of embeddings mean something to one recogniser. Where none of the shipped networks was
trained for the faces' own, one judges them whose nodes are relations to the pivot
(:mod:`~photoorg.clustering.systems.pivot_relations`), which every recogniser gives.

Two things differ from the published code. Components are measured whole, where that code stops
counting at the limit in an order that changes from run to run. And links that are held for wrong
(under ``least``) never count: from the lowest score on, as published, every album of at most
``largest`` faces would come out as one group.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.neighbors.search import knn
from photoorg.clustering.rules.unconstrained import in_order, photo_order, satisfy
from photoorg.clustering.scoring.networks import (
    GENERIC,
    Network,
    generic_network,
    matching_network,
    read_network,
)
from photoorg.clustering.systems.album_relations import relations_in, suited
from photoorg.clustering.systems.pivot_relations import pivot_relations
from photoorg.clustering.systems.pivots import Shape, Subgraphs, joined, subgraphs
from photoorg.errors import ModelError
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "lgcn"
STEP, LARGEST, LEAST = 0.6, 900, 0.5
BATCH = 512

Links = tuple[IntArray, FloatArray]
"""Pairs ``(m, 2)`` of rows and the probability ``(m,)`` that they are one person."""


@dataclass(frozen=True, slots=True)
class LinkageGCN:
    """The engine; ``weights`` None takes the shipped network that serves the faces best.

    ``least``, ``step`` and ``largest`` steer the propagation; 0, 0.6 and 900 are published.
    ``least`` None is what the network was fitted with, or .5.
    """

    pack: str | None = None
    weights: Path | None = None
    least: float | None = None
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
        """Return labels ``(n,)``. Raises ModelError for weights of another embedder."""
        n = len(faces)
        labels = np.zeros(n, np.int64)
        if n > 1:
            order = photo_order(faces)
            network = self._network(faces.embeddings)
            predicted = related_links if network.pack == GENERIC else predicted_links
            pairs, scores = predicted(network, in_order(faces, order), progress)
            least = least_of(network) if self.least is None else self.least
            labels[order] = propagate(n, pairs, scores, least, self.step, self.largest)
        return satisfy(labels, faces, constraints)

    def _network(self, embeddings: FloatArray) -> Network:
        if self.weights is not None:
            network = read_network(self.weights)
            if network.pack != GENERIC and network.dimension != embeddings.shape[1]:
                raise ModelError(
                    f"{self.weights.name} was trained for another face model; train it again."
                )
            return network
        shipped = matching_network(FAMILY, self.pack, embeddings) or generic_network(FAMILY)
        if shipped is None:
            raise ModelError(
                "No L-GCN network was trained for this face model; choose another engine, or train"
                " one with `photoorg train lgcn`."
            )
        return shipped


def least_of(network: Network) -> float:
    """Return the probability from which a link counts."""
    return float(network.details.get("least", LEAST))


def predicted_links(
    network: Network, faces: FaceSet, progress: ProgressCallback = no_progress
) -> Links:
    """Return the links that a network of the faces' own recogniser predicts."""
    shape, embeddings = shape_of(network), faces.embeddings
    graph = knn(embeddings, max(shape.k1, shape.k2, shape.u) + 1)
    near = joined(graph, shape.u)

    def seen(pivots: IntArray) -> tuple[Subgraphs, dict[str, Any]]:
        batch = subgraphs(graph, near, pivots, shape)
        used, local = batch.among()
        return batch, {"faces": embeddings[used], **local.arrays()}

    return _asked(network, len(faces), seen, progress)


def related_links(
    network: Network, faces: FaceSet, progress: ProgressCallback = no_progress
) -> Links:
    """Return the links that a network for all recognisers predicts."""
    album = pivot_relations(*relations_in(suited(faces)), shape_of(network))

    def seen(pivots: IntArray) -> tuple[Subgraphs, dict[str, Any]]:
        batch = album.of(pivots)
        return batch, album.arrays(batch)

    return _asked(network, len(faces), seen, progress)


def shape_of(network: Network) -> Shape:
    """Return how far the sub-graphs of a network reach."""
    return Shape(*(int(network.number(name)) for name in ("k1", "k2", "u")))


def _asked(
    network: Network,
    n: int,
    seen: Callable[[IntArray], tuple[Subgraphs, dict[str, Any]]],
    progress: ProgressCallback,
) -> Links:
    """Return the links of all pivots; ``seen`` gives their sub-graphs and the network's inputs."""
    session = network.session()
    sources, targets, scores = [], [], []
    for start in range(0, n, BATCH):
        progress(start, n)
        batch, arrays = seen(np.arange(start, min(start + BATCH, n)))
        found = session.run(None, arrays)[0]
        scores.append(1 / (1 + np.exp(-found)))
        sources.append(batch.pivots[batch.hops])
        targets.append(batch.nodes[batch.hops])
    progress(n, n)
    return mean_links(np.concatenate(sources), np.concatenate(targets), np.concatenate(scores))


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


def default_engine(pack: str | None = None) -> LinkageGCN:
    """Return the engine with the shipped network for a pack."""
    return LinkageGCN(pack=pack)
