"""FaceNet (Schroff, Kalenichenko and Philbin, CVPR 2015): what it does with an embedding.

*Verification*: two faces are one person where the **squared** distance of their unit rows is under
1.1 (cosine over 0.45); read as a plain distance the same number would be cosine 0.395.
*Recognition*: the nearest named faces vote; with a large-margin metric for comparison, which the
paper cites but does not use. *Clustering*: agglomerative, or k-means with a known number; where
nobody knows it, with the number and the centres of the agglomerative groups.

An adapter trained from the user's own named faces (``photoorg train facenet``) maps the embeddings
first; see ``photoorg.training.facenet``.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from photoorg.clustering.engine import Constraints, FaceSet, Labels, unit_rows
from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.kmeans import k_means, spread_starts
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.peers.neighbours import centroids
from photoorg.clustering.peers.rival import Sweep
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.clustering.scoring.networks import read_network
from photoorg.clustering.systems.large_margin import large_margin_map
from photoorg.errors import ModelError
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

SAME = 1.1
"""Squared distance under which two faces are one person."""

VOTERS = 5
GRID = (0.8, 0.9, 1.0, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4)


@dataclass(frozen=True, slots=True)
class FaceNet:
    """Agglomerative clustering by mean squared distance, or k-means.

    ``groups`` None is agglomerative, else k-means with that number; 0 is the number of groups that
    the threshold gives. ``adapter`` is the file of a trained adapter.
    """

    threshold: float = SAME
    groups: int | None = None
    adapter: Path | None = None
    name: str = "facenet"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``."""
        n = len(faces)
        labels = np.empty(n, np.int64)
        if n:
            order = photo_order(faces)
            progress(0, 1)
            rows = adapt(faces.embeddings[order], self.adapter)
            if self.groups:
                labels[order] = k_means(rows, spread_starts(rows, self.groups))
            else:
                found = agglomerate(rows, self.threshold)
                centred = self.groups is not None
                labels[order] = k_means(rows, centroids(rows, found)[0]) if centred else found
        progress(1, 1)
        return satisfy(labels, faces, constraints)


def agglomerate(embeddings: FloatArray, threshold: float) -> Labels:
    """Return labels ``(n,)``: groups whose mean squared distance stays within the threshold."""
    cut = threshold / 2
    return cut_trees(linkage_trees(embeddings, "average", cut), cut, len(embeddings))


def recognize(
    known: FloatArray,
    names: IntArray,
    unknown: FloatArray,
    threshold: float,
    *,
    large_margin: bool = False,
) -> IntArray:
    """Return the names ``(q,)`` that the nearest known faces vote for.

    A face whose nearest known face is not within the squared distance is nobody, -1. Where votes
    are equal the nearer voter decides. ``large_margin`` finds the voters by a learned metric.
    """
    squares = 2 - 2 * unknown @ known.T
    far = squares
    if large_margin:
        directions = large_margin_map(known, names)
        ours, theirs = unknown @ directions, known @ directions
        far = np.square(ours).sum(axis=1)[:, None] - 2 * ours @ theirs.T
        far += np.square(theirs).sum(axis=1)
    nearest = np.argsort(far, axis=1, kind="stable")[:, :VOTERS]
    found = np.full(len(unknown), -1, np.int64)
    for query, near in enumerate(nearest):
        if squares[query].min() < threshold:
            voters = names[near[squares[query, near] < threshold]]
            people, firsts, votes = np.unique(voters, return_index=True, return_counts=True)
            if len(people):
                found[query] = people[np.lexsort((firsts, -votes))[0]]
    return found


def adapt(embeddings: FloatArray, adapter: Path | None) -> FloatArray:
    """Return unit rows ``(n, d)`` through the adapter in a file; None leaves them as they are."""
    if adapter is None:
        return embeddings
    network = read_network(adapter)
    if network.dimension != embeddings.shape[1]:
        raise ModelError(f"{adapter.name} was trained for another face model; train it again.")
    return unit_rows(network.session().run(None, {"embeddings": embeddings})[0])


def default_engine(_pack: str | None = None) -> FaceNet:
    """Return agglomerative clustering."""
    return FaceNet()


def k_means_engine(_pack: str | None = None) -> FaceNet:
    """Return k-means with as many groups as the threshold gives."""
    return FaceNet(groups=0, name="facenet-kmeans")


def knn_engine(_pack: str | None = None) -> Recognizer:
    """Return recognition by the vote of the five nearest named faces."""
    return Recognizer(
        "facenet-knn", recognize, Sweep("distance", SAME, GRID), "Schroff et al. 2015"
    )


def large_margin_engine(_pack: str | None = None) -> Recognizer:
    """Return recognition where a large-margin metric finds the voters."""
    return Recognizer(
        "facenet-lmnn",
        partial(recognize, large_margin=True),
        Sweep("distance", SAME, GRID),
        "Weinberger and Saul 2009",
    )
