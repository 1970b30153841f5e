"""What plain methods reach on the same faces, so that a figure of a network means something."""

import numpy as np

from photoorg.clustering.engine import Labels
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.systems.lgcn import propagate
from photoorg.evaluation.metrics import Scores, score
from photoorg.types import IntArray

THRESHOLDS = np.arange(0.20, 0.96, 0.02)


def best_components(graph: NeighborGraph, truth: Labels) -> Scores:
    """Return the scores of connected components of the cosines, best of all thresholds."""
    rows = np.repeat(np.arange(len(graph)), graph.k - 1)
    pairs: IntArray = np.stack([rows, graph.ids[:, 1:].ravel()], axis=1)
    sims = graph.sims[:, 1:].ravel()
    found = []
    for threshold in THRESHOLDS:
        kept = sims >= threshold
        labels = propagate(len(graph), pairs[kept], sims[kept], 0.0, largest=len(graph))
        found.append(score(truth, labels))
    return max(found, key=lambda scores: scores.bcubed_f)
