"""Ball Cluster Learning (Tapaswi, Law and Fidler, ICCV 2019): groups are balls of one learned size.

A small network f maps embeddings so that the faces of one person lie within a ball of squared
radius b around their centre, and every other centre at least three radii away:

    |f_i - mu_own|^2 <= b,    |f_i - mu_other|^2 >= 9 b + eps.

Two faces of one ball are at most two radii apart, so complete linkage on squared distances is cut
at ``4 b``: nothing is tuned and the number of groups comes out. A video track is one point, the
mean of its faces. On unit rows a squared distance of ``4 b`` is a cosine distance of ``2 b``.

For an embedder without a trained network the embeddings stay as they are, with the radius of the
published checkpoint, b = 0.205105.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoorg.clustering.engine import Constraints, FaceSet, Labels, unit_rows
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.rules.unconstrained import arrival_order, satisfy
from photoorg.clustering.scoring.networks import Network, matching_network, read_network
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "ball_cluster"
PUBLISHED_B = 0.205105
BATCH = 4096


@dataclass(frozen=True, slots=True)
class BallCluster:
    """The engine; ``weights`` None takes the shipped network for the pack or the embeddings.

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
        order = arrival_order(faces)
        track_ids = None if faces.track_ids is None else faces.track_ids[order]
        points, numbers = track_means(faces.embeddings[order], track_ids)
        progress(0, 2)
        if network is not None:
            points = embed(network, points)
        progress(1, 2)
        b = self.b or (PUBLISHED_B if network is None else network.number("b"))
        labels = np.empty(len(faces), np.int64)
        labels[order] = balls(points, b)[numbers]
        progress(2, 2)
        return satisfy(labels, faces, constraints)

    def _network(self, embeddings: FloatArray) -> Network | None:
        if self.weights is not None:
            return read_network(self.weights)
        return matching_network(FAMILY, self.pack, embeddings)


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


def default_engine(pack: str | None = None) -> BallCluster:
    """Return the engine with the shipped network for a pack."""
    return BallCluster(pack=pack)
