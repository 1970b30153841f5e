"""Edges from shared neighbours that stop early, by hand and on made-up albums."""

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, face_set
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.systems.fc_es import default_engine, edge_probabilities, kept_edges
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album
from tests.clustering.albums import people


def test_an_edge_is_as_probable_as_the_neighbours_of_both() -> None:
    ids = np.array([[0, 1, 2], [1, 0, 3], [2, 0, 1], [3, 2, 1]], np.int32)
    p = np.array([[0.5, 0.3, 0.2], [0.6, 0.3, 0.1], [0.7, 0.2, 0.1], [0.4, 0.4, 0.2]], np.float32)
    found = edge_probabilities(ids, p)
    assert found[:, 0] == pytest.approx(1)
    # 0 and 1 list each other; 0, 1 and 2 are all that 0 and 2 list.
    assert found[0, 1] == pytest.approx((0.5 + 0.3 + 0.3 + 0.6) / 2)
    assert found[0, 2] == pytest.approx(1)
    assert found[1, 2] == pytest.approx((0.6 + 0.2 + 0.1 + 0.4) / 2)


def test_edges_are_those_before_the_first_weak_one() -> None:
    # The nearest face of 0 shares one neighbour with it, the next one all.
    ids = np.array([[0, 1, 2], [1, 3, 4], [2, 0, 1], [3, 1, 4], [4, 3, 1]], np.int32)
    sims = np.array([[1, 0.9, 0.8], [1, 0.2, 0.1], [1, 0.8, 0.7], [1, 0.2, 0.2], [1, 0.3, 0.2]])
    graph = NeighborGraph(ids, sims.astype(np.float32))
    edges = kept_edges(graph, sigma=0.5, theta=0.9).toarray()
    assert [np.flatnonzero(row).tolist() for row in edges] == [[], [3, 4], [0], [1, 4], [1, 3]]
    assert edges[edges > 0] == pytest.approx(1)
    loose = kept_edges(graph, sigma=0.5, theta=0.2).toarray()
    assert np.flatnonzero(loose[0]).tolist() == [1, 2]


def test_people_with_many_faces_are_found() -> None:
    embeddings, truth = people([90] * 12, dimension=128)
    assert score(truth, default_engine().fit_predict(face_set(embeddings))).bcubed_f > 0.99


def test_the_published_order_of_result_on_made_up_faces() -> None:
    made = album(10_000, "medium", seed=0)
    assert score(made.labels, default_engine().fit_predict(FaceSet(made.embeddings))).pair_f > 0.95
