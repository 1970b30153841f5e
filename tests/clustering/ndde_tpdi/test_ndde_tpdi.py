"""The default engine: quality on made-up and real faces, rules, and cutting anew."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoorg.clustering.density.peaks import cut
from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting
from photoorg.clustering.registry import load_engine
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.clustering.scoring.affinity import Platt
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album
from tests.clustering.albums import answers, meeting, people, permuted, same_groups

CURVE = Platt(slope=36.0, middle=0.456)
"""Fitted on other albums of the same generator."""


@pytest.mark.parametrize(
    ("difficulty", "pair_f", "bcubed_f"), [("medium", 0.955, 0.91), ("hard", 0.88, 0.80)]
)
def test_the_published_method_on_made_up_albums(
    difficulty: str, pair_f: float, bcubed_f: float
) -> None:
    made = album(10_000, difficulty, seed=0)
    peaks = NddeTpdi(CURVE).fit(FaceSet(made.embeddings))
    assert abs(peaks.forest.density.sum() - 10_000) < 0.1
    found = score(made.labels, peaks.labels(0.7))
    assert found.pair_f >= pair_f
    assert found.bcubed_f >= bcubed_f


@pytest.mark.parametrize("difficulty", ["medium", "hard"])
@pytest.mark.parametrize("name", ["ndde-tpdi", "ndde-tpdi-map"])
def test_an_unknown_recogniser_whose_faces_scatter_in_few_directions(
    name: str, difficulty: str
) -> None:
    made = album(10_000, difficulty, seed=1)
    found = score(made.labels, load_engine(name).fit_predict(FaceSet(made.embeddings)))
    assert found.pair_f >= 0.965
    assert found.bcubed_f >= 0.93
    assert 0.95 <= found.ri <= 1.25


@pytest.mark.parametrize(
    ("name", "pack", "least", "effort"),
    [
        ("edgeface-clean", "edgeface_xs", 0.993, 1.08),
        ("edgeface-mixed", "edgeface_xs", 0.875, 2.12),
        ("mobilefacenet-mixed", "mobilefacenet", 0.815, 2.70),
    ],
)
def test_real_faces(name: str, pack: str, least: float, effort: float, shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / f"lfw-dev-{name}.npz")
    engine = load_engine("ndde-tpdi", pack)
    found = score(stored["labels"], engine.fit_predict(face_set(stored["embeddings"])))
    assert found.bcubed_f >= least
    assert found.effort is not None
    assert found.effort <= effort


def test_another_granularity_needs_no_new_forest() -> None:
    embeddings, _ = people([6] * 30, noise=0.9)
    peaks = NddeTpdi(CURVE).fit(FaceSet(embeddings))
    groups = [len(np.unique(peaks.labels(tau))) for tau in (0.0, 0.3, 0.7, 0.9, 1.01)]
    assert groups == sorted(groups, reverse=True)
    assert groups[0] == 180
    for tau in (0.3, 0.7):
        anew = NddeTpdi(CURVE, tau=tau).fit_predict(FaceSet(embeddings))
        assert np.array_equal(peaks.labels(tau), anew)


def test_rules_that_nothing_breaks_change_nothing() -> None:
    embeddings, _ = people([6] * 30, noise=0.9)
    faces = FaceSet(embeddings)
    free = NddeTpdi(CURVE).fit_predict(faces)
    apart = np.flatnonzero(free != free[0])
    ruled = NddeTpdi(CURVE).fit(faces, Constraints(cannot_link=np.array([[0, apart[0]]])))
    assert np.array_equal(ruled.labels(0.7), free)
    assert same_groups(ruled.labels(0.7)[ruled.order], cut(ruled.forest, 0.7))


def test_who_may_not_stay_goes_to_the_next_best() -> None:
    """Faces of one person that a rule parts end with one of the two, not alone."""
    embeddings, _ = people([12])
    faces = FaceSet(embeddings)
    names = np.full(12, -1)
    names[[2, 9]] = 0, 1
    labels = NddeTpdi(Platt(24.0, 0.3)).fit_predict(faces, Constraints(names))
    assert labels[2] != labels[9]
    assert len(np.unique(labels)) == 2


def test_what_is_no_face_links_nobody() -> None:
    embeddings, _ = people([3, 3])
    bridge = embeddings[:3].mean(axis=0) + embeddings[3:].mean(axis=0)
    faces = face_set(np.concatenate([embeddings, [bridge]]))
    flags = np.arange(7) == 6
    labels = NddeTpdi(Platt(24.0, 0.3)).fit_predict(faces, Constraints(not_faces=flags))
    assert labels.tolist() == [0, 0, 0, 1, 1, 1, -1]


def labels_with(setting: Setting) -> Labels:
    made = album(1500, seed=2, dimension=128)
    return NddeTpdi(CURVE, setting).fit_predict(FaceSet(made.embeddings))


def test_settings_of_the_density() -> None:
    usual = Setting(k=40, density_k=40)
    assert np.array_equal(labels_with(usual), labels_with(replace(usual, density_k=80)))
    for other in (replace(usual, density_k=10), replace(usual, density_sigma=0.5, steps=20)):
        assert score(labels_with(usual), labels_with(other)).ari > 0.8


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.lists(st.integers(0, 30), max_size=8), st.integers(1, 9))
def test_the_sides_of_any_answers_stay_apart(seed: int, sizes: list[int], groups: int) -> None:
    rng = np.random.default_rng(seed)
    embeddings, who = people([20, 12, 7, 3, 1], seed, noise=rng.uniform(0.3, 1.2))
    n = len(who)
    faces = FaceSet(embeddings, photo_ids=rng.integers(0, 2 * n, n))
    names = np.where(rng.random(n) < 0.2, rng.integers(0, 4, n), -1)
    constraints = Constraints(names, different=answers(names, sizes, seed))
    labels = NddeTpdi(CURVE).fit_predict(faces, constraints)
    order = rng.permutation(n)
    again = NddeTpdi(CURVE).fit_predict(in_order(faces, order), permuted(constraints, order))
    assert same_groups(again, labels[order])
    settled = np.where(rng.random(n) < 0.5, rng.integers(0, groups, n), -1)
    grown = NddeTpdi(CURVE).add(faces, settled, constraints)
    for found in (labels, grown):
        assert meeting(found, constraints.different) == []
        for name in range(4):
            assert len(np.unique(found[names == name])) <= 1


def test_answers_cost_the_links_across_only() -> None:
    embeddings, who = people([30, 30])
    embeddings[30:] = 0.85 * embeddings[:30] + 0.15 * embeddings[30:]
    faces = face_set(embeddings)
    engine = NddeTpdi(Platt(24.0, 0.3))
    assert len(np.unique(engine.fit_predict(faces))) == 1
    rows = np.stack([np.full(60, 2), who, np.arange(60)], axis=1)
    labels = engine.fit_predict(faces, Constraints(different=rows))
    assert meeting(labels, rows) == []
    assert np.bincount(labels).max() > 20
