"""The nearest neighbours of every face, exact or approximate as the number of faces demands."""

import logging

from photoorg.clustering.neighbors.ann import knn_ann, recall
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.neighbors.inner_products import Order, bytes_are_faster
from photoorg.types import FloatArray, ProgressCallback, no_progress

log = logging.getLogger(__name__)

EXACT_FACES = 250_000


def knn(
    embeddings: FloatArray,
    k: int,
    *,
    ties: Order | None = None,
    progress: ProgressCallback = no_progress,
) -> NeighborGraph:
    """Return the graph of unit rows ``(n, d)``, exact wherever that takes minutes and not hours.

    Above :data:`EXACT_FACES`, or ten times as many where bytes are multiplied fast, neighbours
    are searched approximately; the measured recall is logged.
    """
    limit = EXACT_FACES * (10 if bytes_are_faster() else 1)
    if len(embeddings) <= limit:
        return knn_exact(embeddings, k, ties=ties, progress=progress)
    graph = knn_ann(embeddings, k, progress=progress)
    log.info("approximate neighbours: %s", recall(graph, embeddings))
    return graph
