"""Ball Cluster Learning (Tapaswi, Law and Fidler, ICCV 2019): groups are balls of one learned size.

A small network f maps embeddings so that the faces of one person lie within a ball of squared
radius b around their centre, and every other centre at least three radii away:

    |f_i - mu_own|^2 <= b,    |f_i - mu_other|^2 >= 9 b + eps.

Two faces of one ball are at most two radii apart, so complete linkage on squared distances is cut
at ``4 b``: nothing is tuned and the number of groups comes out. A video track is one point, the
mean of its faces. On unit rows a squared distance of ``4 b`` is a cosine distance of ``2 b``.

For an embedder without a trained network, f is one that every embedder shares. It draws a face
towards those that its relations (:mod:`~photoorg.clustering.systems.album_relations`) make one
person,

    f = norm(W norm(W x)),  w_ij = P(j is the person of i | relations),  w_ii = 1,

over the nearest neighbours. A sum of unit rows over one person is its centre whatever the embedder,
so that one learned radius fits all. Without any network the embeddings stay as they are, with the
radius of the published checkpoint, b = 0.205105.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from photoorg.clustering.engine import Constraints, FaceSet, Labels, unit_rows
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.rules.unconstrained import in_order, photo_order, satisfy
from photoorg.clustering.scoring.networks import (
    GENERIC,
    Network,
    generic_network,
    matching_network,
    read_network,
)
from photoorg.clustering.scoring.relations import Relations, inputs
from photoorg.clustering.systems.album_relations import relations_in, suited
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "ball_cluster"
PUBLISHED_B = 0.205105
BATCH = 4096
ANCHORS = 256
"""Faces whose neighbours a network for all embedders judges at once."""
ROUNDS = 2
"""How often faces are drawn together; the second time the neighbours stand nearer their centre."""


@dataclass(frozen=True, slots=True)
class BallCluster:
    """The engine; ``weights`` None takes the shipped network that serves the faces best.

    ``b`` None is the squared radius that the network learned.
    """

    pack: str | None = None
    weights: Path | None = None
    b: float | None = None
    name: str = "bcl"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``: complete linkage of the points, cut at 4 b."""
        if len(faces) == 0:
            return np.empty(0, np.int64)
        network = self._network(faces.embeddings)
        order = photo_order(faces)
        shown = in_order(faces, order)
        progress(0, 2)
        points, numbers = _points(network, shown)
        progress(1, 2)
        b = self.b or (PUBLISHED_B if network is None else network.number("b"))
        labels = np.empty(len(faces), np.int64)
        labels[order] = balls(points, b)[numbers]
        progress(2, 2)
        return satisfy(labels, faces, constraints)

    def _network(self, embeddings: FloatArray) -> Network | None:
        if self.weights is not None:
            return read_network(self.weights)
        return matching_network(FAMILY, self.pack, embeddings) or generic_network(FAMILY)


def _points(network: Network | None, faces: FaceSet) -> tuple[FloatArray, IntArray]:
    """Return the points ``(m, p)`` that are grouped, and each face's point ``(n,)``."""
    if network is None:
        return track_means(faces.embeddings, faces.track_ids)
    if network.pack == GENERIC:
        return track_means(drawn_together(network, faces), faces.track_ids)
    points, numbers = track_means(faces.embeddings, faces.track_ids)
    return embed(network, points), numbers


def balls(points: FloatArray, b: float) -> Labels:
    """Return labels ``(m,)`` of unit points: no two of a group farther than ``4 b``, squared."""
    return cut_trees(linkage_trees(points, "complete", 2 * b), 2 * b, len(points))


def track_means(embeddings: FloatArray, track_ids: IntArray | None) -> tuple[FloatArray, IntArray]:
    """Return one unit point ``(m, d)`` per track or trackless face, and each face's point ``(n,)``.

    Rows of a track (the same id >= 0) are averaged as they are, then scaled to length one.
    """
    n = len(embeddings)
    if track_ids is None:
        return embeddings, np.arange(n)
    keys = np.where(track_ids >= 0, track_ids, -1 - np.arange(n))
    _, firsts, numbers = np.unique(keys, return_index=True, return_inverse=True)
    sums = np.zeros((len(firsts), embeddings.shape[1]), np.float64)
    np.add.at(sums, numbers, embeddings)
    empty = np.linalg.norm(sums, axis=1) < 1e-9
    sums[empty] = embeddings[firsts[empty]]
    return unit_rows(sums), numbers


def embed(network: Network, points: FloatArray) -> FloatArray:
    """Return the network's unit rows ``(m, 64)`` for points ``(m, d)``."""
    session = network.session()
    parts = [
        session.run(None, {"embeddings": points[start : start + BATCH]})[0]
        for start in range(0, len(points), BATCH)
    ]
    return unit_rows(np.concatenate(parts))


def drawn_together(network: Network, faces: FaceSet) -> FloatArray:
    """Return unit rows ``(n, d)``: each face among those that a network holds for its person."""
    if len(faces) < 2:
        return faces.embeddings
    _, seen = relations_in(suited(faces))
    session, n, t = network.session(), len(faces), seen.tokens
    weights = np.empty((n, t), np.float32)
    for start in range(0, n, ANCHORS):
        anchors = np.arange(start, min(start + ANCHORS, n))
        weights[anchors] = 1 / (1 + np.exp(-session.run(None, inputs(seen, anchors))[0]))
    weights[:, 0] = 1.0
    return drawn(seen, weights)


def drawn(seen: Relations, weights: FloatArray) -> FloatArray:
    """Return the rows after all rounds with weights ``(n, t)`` of each face's tokens."""
    n, t = weights.shape
    starts = np.arange(0, n * t + 1, t)
    summed = csr_array((weights.ravel(), seen.ids[:, :t].ravel(), starts), shape=(n, n))
    points = seen.embeddings
    for _ in range(ROUNDS):
        points = unit_rows(summed @ points)
    return points


def default_engine(pack: str | None = None) -> BallCluster:
    """Return the engine with the shipped network for a pack."""
    return BallCluster(pack=pack)
