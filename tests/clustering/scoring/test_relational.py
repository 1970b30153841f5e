"""The trained scorer with the network that is shipped."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.networks import (
    Network,
    generic_network,
    read_network,
    shipped_networks,
)
from photoorg.clustering.scoring.picture_quality import quality_of
from photoorg.clustering.scoring.relational import FAMILY, RelationalScorer, _answer
from photoorg.errors import ModelError
from photoorg.types import BoolArray, FloatArray
from tests.clustering.albums import people


def trained() -> Network:
    return shipped_networks(FAMILY)[0]


def scored(embeddings: FloatArray, k: int = 80) -> tuple[NeighborGraph, FloatArray]:
    faces = FaceSet(embeddings)
    graph = knn_exact(embeddings, k)
    return graph, RelationalScorer(trained()).score(faces, graph)


def test_faces_of_one_person_are_probable() -> None:
    embeddings, labels = people([9, 8, 7, 6, 5, 4, 3, 2, 1] * 12)
    graph, p = scored(embeddings)
    same = labels[graph.ids] == labels[:, None]
    assert (p[:, 0] == 1).all()
    assert ((p >= 0) & (p <= 1)).all()
    assert p[same].mean() > 0.9
    assert p[~same].mean() < 0.02


def test_both_directions_agree() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 10, noise=1.2)
    graph, p = scored(embeddings, k=24)
    for i, c in [(0, 1), (7, 5), (50, 23), (100, 10)]:
        j = graph.ids[i, c]
        back = np.flatnonzero(graph.ids[j] == i)
        if len(back):
            assert p[j, back[0]] == pytest.approx(p[i, c], abs=1e-6)


def test_probabilities_do_not_depend_on_the_order_of_the_rows() -> None:
    embeddings, _ = people([7, 5, 3, 1] * 20, noise=1.0)
    order = np.random.default_rng(3).permutation(len(embeddings))
    graph, p = scored(embeddings)
    _, shuffled = scored(np.ascontiguousarray(embeddings[order]))
    assert np.array_equal(shuffled, p[order])
    assert graph.k == 80


@pytest.mark.parametrize("sizes", [[1], [1, 1], [2], [2, 1]])
def test_albums_of_a_few_faces(sizes: list[int]) -> None:
    embeddings, _ = people(sizes)
    graph, p = scored(embeddings)
    assert p.shape == graph.ids.shape
    assert np.isfinite(p).all()


def test_few_people_move_the_curves_of_a_known_recogniser_less() -> None:
    """What 8 people tell of strangers is mostly chance, and the network sees pairs on it."""
    network = next(one for one in shipped_networks(FAMILY) if one.strangers)
    assert len(network.strangers) == len(["searched", "the others"])
    details = {name: value for name, value in network.details.items() if name != "strangers"}
    unknown = replace(network, details=details)
    scattered = []
    for one in (network, unknown):
        middles = []
        for seed in range(12):
            rows = FaceSet(people([5] * 8, seed, network.dimension, noise=0.3)[0])
            fitted = RelationalScorer(one).fitted(rows, knn_exact(rows.embeddings, 40))
            middles.append([curve.middle for curve in fitted.crowds])
        scattered.append(np.std(middles, axis=0))
    assert (scattered[0] < 0.5 * scattered[1]).all()


def test_an_empty_album() -> None:
    _, p = scored(np.empty((0, 64), np.float32))
    assert p.shape == (0, 0)


def test_some_rows_alone() -> None:
    embeddings, _ = people([6, 5, 4] * 8)
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 40)
    scorer = RelationalScorer(trained())
    some = scorer.score_rows(faces, graph, np.array([3, 70]))
    whole = scorer.score(faces, graph)
    assert some.shape == (2, 40)
    assert (some[:, 0] == 1).all()
    assert (some[:, 32:] == 0).all()
    # One direction alone says nearly what both say together.
    assert np.abs(some[:, :32] - whole[[3, 70], :32]).max() < 0.5
    assert np.abs(some[:, :32] - whole[[3, 70], :32]).mean() < 0.05


@pytest.mark.parametrize("network", shipped_networks(FAMILY), ids=lambda network: network.pack)
def test_some_rows_are_judged_from_what_is_known_of_few(network: Network) -> None:
    embeddings, _ = people([6, 5, 4] * 40, dimension=network.dimension or 256)
    faces = FaceSet(embeddings)
    scorer = RelationalScorer(network)
    graph = knn_exact(scorer.searched(embeddings), 40)
    scorer = scorer.fitted(faces, graph)
    assert scorer.fitted(faces, graph) is scorer
    rows = np.array([3, 70, 71])
    some, all_ = scorer._judged(faces, graph, rows), scorer._judged(faces, graph)
    assert some.logits(rows) == pytest.approx(all_.logits(rows), abs=0.02)


def test_the_network_is_asked_only_where_the_cosine_leaves_a_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embeddings, labels = people([9, 6, 3] * 12 + [1] * 100, noise=0.8, dimension=384)
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 80)
    asked: list[tuple[int, int]] = []

    def noting(session: Any, seen: dict[str, FloatArray]) -> FloatArray:
        asked.append((seen["tokens"].shape[0], seen["tokens"].shape[1]))
        return _answer(session, seen)

    monkeypatch.setattr("photoorg.clustering.scoring.relational._answer", noting)
    for_all = generic_network(FAMILY)
    assert for_all is not None
    RelationalScorer(trained()).score(faces, graph)
    assert sorted(asked) == [(len(labels) - 256, 32), (256, 32)]
    asked.clear()
    p = RelationalScorer(for_all, Platt(24.0, 0.4)).score(faces, graph)
    assert sum(faces for faces, _ in asked) < len(labels)
    assert {tokens for _, tokens in asked} == {24}
    monkeypatch.setattr("photoorg.clustering.scoring.relational.HOPELESS", -1e9)
    everything = RelationalScorer(for_all, Platt(24.0, 0.4)).score(faces, graph)
    # Far fewer questions, the same answers where it matters.
    assert ((p > 0.5) == (everything > 0.5)).mean() > 0.999
    same = labels[graph.ids] == labels[:, None]
    assert p[same].mean() > 0.9
    assert p[~same].mean() < 0.02


def scorer_that_hears(
    monkeypatch: pytest.MonkeyPatch, logit: float, bad: BoolArray, curve: Platt
) -> RelationalScorer:
    """Return a scorer whose network answers every question with a logit; some faces are bad."""

    def answer(_session: Any, seen: dict[str, FloatArray]) -> FloatArray:
        return np.full(seen["tokens"].shape[:2], logit, np.float32)

    def told(faces: FaceSet, *_: Any) -> FloatArray:
        return np.zeros(faces.embeddings.shape[1] + 1, np.float32)

    def quality(*_: Any) -> FloatArray:
        return np.where(bad, -1, 1).astype(np.float32)

    monkeypatch.setattr("photoorg.clustering.scoring.relational._answer", answer)
    monkeypatch.setattr("photoorg.clustering.scoring.relational.direction_in_album", told)
    monkeypatch.setattr("photoorg.clustering.scoring.relational.quality_of", quality)
    for_all = generic_network(FAMILY)
    assert for_all is not None
    return RelationalScorer(for_all, curve)


def test_only_clear_pictures_are_sure_whatever_the_neighbours_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embeddings, _ = people([4] * 60, noise=0.4)
    bad = np.arange(len(embeddings)) % 4 == 0
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 8)
    scorer = scorer_that_hears(monkeypatch, -9.0, bad, Platt(60.0, 0.4))
    rows = np.arange(len(embeddings))
    for p in (scorer.score(faces, graph), scorer.score_rows(faces, graph, rows)):
        clear = ~bad[:, None] & ~bad[graph.ids]
        alike = graph.sims > 0.7
        assert p[clear & alike].min() > 0.9
        assert p[~clear & alike][p[~clear & alike] < 1].max() < 0.01


def test_between_clear_pictures_the_cosine_counts_as_much_as_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embeddings, _ = people([4] * 60, noise=0.4)
    bad = np.arange(len(embeddings)) % 4 == 0
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 8)
    curve = Platt(10.0, 0.6)
    p = scorer_that_hears(monkeypatch, -3.0, bad, curve).score(faces, graph)[:, 1:]
    clear = ~bad[:, None] & ~bad[graph.ids[:, 1:]]
    logits = np.log(p / (1 - p))
    cosines = 10 * (graph.sims[:, 1:] - 0.6)
    doubted = (np.abs(cosines) < 3.9).all(axis=1, keepdims=True) & np.ones_like(clear)
    assert (clear & doubted).any()
    assert logits[clear & doubted] == pytest.approx((cosines - 3)[clear & doubted] / 2, abs=1e-3)
    assert logits[~clear & doubted] == pytest.approx(-3, abs=1e-3)


def test_without_an_opinion_on_pictures_the_cosine_is_trusted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embeddings, _ = people([4] * 60, noise=0.4)
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 8)
    scorer = scorer_that_hears(monkeypatch, -9.0, np.zeros(240, bool), Platt(60.0, 0.4))
    opinions = [lambda *_: None, lambda *_: np.append(np.zeros(64), -0.5).astype(np.float32)]
    monkeypatch.setattr("photoorg.clustering.scoring.relational.quality_of", quality_of)
    for opinion in opinions:
        monkeypatch.setattr("photoorg.clustering.scoring.relational.direction_in_album", opinion)
        assert scorer.score(faces, graph)[graph.sims > 0.7].min() > 0.9


def test_nothing_is_asked_of_clear_faces_beyond_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    embeddings, labels = people([9] * 40, noise=0.3, dimension=384)
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 80)
    bad = labels == 7
    scorer = scorer_that_hears(monkeypatch, -3.0, bad, Platt(60.0, 0.5))
    p = scorer.score(faces, graph)
    same = labels[graph.ids] == labels[:, None]
    same[:, 0] = False
    # The network would have said no; it was asked of those alone that are not clear.
    assert p[same & ~bad[:, None]].min() > 0.9
    assert p[same & bad[:, None]].max() < 0.1


def test_a_damaged_network_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "generic.onnx"
    broken.write_bytes(b"no network")
    with pytest.raises(ModelError, match="install it again"):
        read_network(broken)
