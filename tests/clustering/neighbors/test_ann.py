"""Approximate neighbours keep what a graph promises, and their recall is measured."""

import numpy as np
import pytest

from photoorg.clustering.neighbors.ann import knn_ann, recall
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.evaluation.synthetic import album
from tests.clustering.albums import people
from tests.clustering.graphs import check


def test_recall_on_a_made_up_album() -> None:
    made = album(3000, seed=1, dimension=64)
    graph = knn_ann(made.embeddings, 20)
    check(graph)
    measured = recall(graph, made.embeddings, made.labels, sample=300)
    assert measured.faces == 300
    assert measured.nearest > 0.95
    assert measured.same is not None
    assert measured.same > 0.97
    assert "one identity" in str(measured)


def test_an_exact_graph_has_all_neighbours() -> None:
    embeddings = people([5] * 40, dimension=32)[0]
    measured = recall(knn_exact(embeddings, 10), embeddings)
    assert (measured.nearest, measured.closest, measured.same) == (1.0, 1.0, None)


@pytest.mark.parametrize("n", [1, 2, 12])
def test_gaps_and_duplicates_are_mended(n: int) -> None:
    embeddings = np.repeat(people([1] * n, dimension=16)[0], 30, axis=0)
    graph = knn_ann(embeddings, 25)
    check(graph)
    assert graph.sims[:, 1] == pytest.approx(1.0, abs=1e-5)
