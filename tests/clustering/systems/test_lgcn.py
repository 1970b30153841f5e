from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import face_set, unit_rows
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.networks import GENERIC, shipped_networks
from photoorg.clustering.systems.lgcn import FAMILY, LinkageGCN, mean_links, propagate
from photoorg.errors import ModelError
from photoorg.evaluation.metrics import score
from tests.clustering.albums import people, same_groups


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


def test_faces_of_any_embedder_are_grouped_and_in_any_order():
    rows, labels = people([1, 2, 3, 5, 8] * 12, dimension=96, noise=0.8)
    found = LinkageGCN().fit_predict(face_set(rows))
    assert score(labels, found).bcubed_f > 0.97
    order = np.random.default_rng(0).permutation(len(rows))
    assert same_groups(LinkageGCN().fit_predict(face_set(rows[order])), found[order])


@pytest.mark.parametrize("n", [0, 1, 2, 3, 30])
def test_few_strangers_of_any_embedder(n: int):
    faces = face_set(np.random.default_rng(0).normal(size=(n, 96)))
    assert len(np.unique(LinkageGCN().fit_predict(faces))) == n


def test_weights_of_another_embedder_are_told():
    faces = face_set(np.random.default_rng(0).normal(size=(30, 96)))
    weights = next(one.path for one in shipped_networks(FAMILY) if one.pack != GENERIC)
    with pytest.raises(ModelError, match="another face model"):
        LinkageGCN(weights=weights).fit_predict(faces)


def test_without_any_network_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("photoorg.clustering.scoring.networks.RESOURCES", ())
    faces = face_set(np.random.default_rng(0).normal(size=(30, 96)))
    with pytest.raises(ModelError, match="photoorg train lgcn"):
        LinkageGCN().fit_predict(faces)


def test_shipped_networks_beat_plain_components_by_their_cards():
    networks = shipped_networks(FAMILY)
    assert {network.pack for network in networks} == {"edgeface_xs", "mobilefacenet", GENERIC}
    for network in (one for one in networks if one.pack != GENERIC):
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
