from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import face_set, unit_rows
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.scoring.networks import shipped_networks
from photoorg.clustering.systems.lgcn import (
    FAMILY,
    LinkageGCN,
    Shape,
    joined,
    mean_links,
    propagate,
    subgraphs,
)
from photoorg.errors import ModelError
from photoorg.evaluation.metrics import score

CHAIN = [[0, 1, 2], [1, 0, 2], [2, 1, 3], [3, 4, 2], [4, 3, 2]]
"""Five faces in a row, each with its two nearest; 2 is nearer to 1 than to 3."""


def chain() -> NeighborGraph:
    ids = np.array(CHAIN, np.int32)
    return NeighborGraph(ids, np.tile(np.array([1, 0.9, 0.8], np.float32), (5, 1)))


def pairs_of(matrix: np.ndarray) -> set[tuple[int, int]]:
    return {(int(row), int(column)) for row, column in np.argwhere(matrix) if row < column}


def test_faces_are_joined_where_one_is_among_the_nearest_of_the_other():
    assert pairs_of(joined(chain(), 1).toarray()) == {(0, 1), (1, 2), (3, 4)}
    both = joined(chain(), 2).toarray()
    assert (both == both.T).all()
    assert pairs_of(both) == {(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)}


def test_a_subgraph_holds_the_pivot_two_hops_and_only_its_own_links():
    found = subgraphs(chain(), joined(chain(), 2), np.array([0, 3]), Shape(k1=1, k2=2, u=2))
    own = found.pivots == 0
    assert found.nodes[own].tolist() == [0, 1, 2]
    assert found.nodes[~own].tolist() == [2, 3, 4]
    assert found.nodes[found.hops].tolist() == [1, 4]
    links = {
        (int(found.pivots[row]), int(found.nodes[row]), int(found.nodes[column]))
        for row, column in zip(found.rows, found.columns, strict=True)
    }
    assert {(a, b) for pivot, a, b in links if pivot == 0} == {
        (0, 1),
        (1, 0),
        (0, 2),
        (2, 0),
        (1, 2),
        (2, 1),
    }
    # No link leads from one pivot's nodes to another's.
    assert (found.pivots[found.rows] == found.pivots[found.columns]).all()


def test_means_are_over_the_links_and_a_node_without_any_has_none():
    lonely = subgraphs(chain(), joined(chain(), 1), np.array([2]), Shape(k1=2, k2=0, u=1))
    arrays = lonely.arrays()
    assert lonely.nodes.tolist() == [1, 2, 3]
    assert arrays["shares"].ravel().tolist() == [1, 1, 1]
    assert 2 not in lonely.rows
    assert np.bincount(lonely.rows, minlength=3).tolist() == [1, 1, 0]


def test_faces_are_numbered_by_those_that_occur():
    whole = subgraphs(chain(), joined(chain(), 2), np.array([3, 4]), Shape(k1=1, k2=1, u=2))
    used, local = whole.among()
    assert used.tolist() == [3, 4]
    assert used[local.nodes].tolist() == whole.nodes.tolist()
    assert used[local.pivots].tolist() == whole.pivots.tolist()


def test_both_directions_of_a_pair_are_averaged():
    pairs, scores = mean_links(
        np.array([0, 1, 2]), np.array([1, 0, 1]), np.array([0.9, 0.5, 0.2], np.float32)
    )
    assert pairs.tolist() == [[0, 1], [1, 2]]
    assert scores == pytest.approx([0.7, 0.2])


def test_components_over_the_limit_are_cut_again_and_smaller_ones_stay():
    pairs = np.array([[0, 1], [1, 2], [2, 3], [4, 5]])
    scores = np.array([0.95, 0.7, 0.95, 0.6])
    assert propagate(7, pairs, scores, largest=4).tolist() == [0, 0, 0, 0, 1, 1, 2]
    cut = propagate(7, pairs, scores, least=0.5, step=0.6, largest=3)
    # 0.6 is raised to 0.84, which only the component of four meets.
    assert cut[0] == cut[1] != cut[2] == cut[3]
    assert cut[4] == cut[5]


def test_the_published_start_makes_a_small_album_one_group():
    pairs, scores = np.array([[0, 1], [1, 2]]), np.array([0.9, 0.1])
    assert propagate(3, pairs, scores, least=0.0).tolist() == [0, 0, 0]
    assert propagate(3, pairs, scores).tolist() == [0, 0, 1]


def test_links_that_are_certain_end_the_cutting():
    pairs = np.array([[0, 1], [1, 2], [2, 3]])
    assert len(set(propagate(4, pairs, np.ones(3, np.float32), largest=2).tolist())) == 1


def test_no_links_at_all():
    none = np.empty((0, 2), np.int64)
    assert propagate(3, none, np.empty(0, np.float32)).tolist() == [0, 1, 2]


def test_another_embedder_is_told_what_to_do():
    faces = face_set(np.random.default_rng(0).normal(size=(30, 96)))
    with pytest.raises(ModelError, match="photoorg train lgcn"):
        LinkageGCN().fit_predict(faces)
    weights = shipped_networks(FAMILY)[0].path
    with pytest.raises(ModelError, match="another face model"):
        LinkageGCN(weights=weights).fit_predict(faces)


def test_shipped_networks_beat_plain_components_by_their_cards():
    networks = shipped_networks(FAMILY)
    assert {network.pack for network in networks} == {"edgeface_xs", "mobilefacenet"}
    for network in networks:
        lines = network.path.with_suffix(".md").read_text().splitlines()
        figures = dict(line[2:].rsplit(": ", 1) for line in lines if line.startswith("* BCubed"))
        ours = float(figures["BCubed F"])
        assert ours > float(figures["BCubed F of connected components at their best threshold"])


@pytest.mark.pack
def test_faces_of_a_known_embedder_are_grouped(shared: Path):
    with np.load(shared / "data/faces/lfw-dev-edgeface-clean.npz") as file:
        rows, labels = unit_rows(file["embeddings"][:1200]), file["labels"][:1200].astype(np.int64)
    found = LinkageGCN().fit_predict(face_set(rows))
    assert score(labels, found).bcubed_f > 0.95
    graph = knn_exact(rows, 2)
    twins = graph.sims[:, 1] > 0.9
    assert (found[twins] == found[graph.ids[twins, 1]]).mean() > 0.95
