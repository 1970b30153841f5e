"""Questions from pairs alone: what is asked, and how sure a yes is."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, Labels, face_set
from photoorg.clustering.ndde_tpdi.default import Default, cosine_engine, trained_engine
from photoorg.clustering.ndde_tpdi.scored_neighbors import find
from photoorg.clustering.questions.evidence import Evidence
from photoorg.clustering.questions.explaining import explain, gather
from photoorg.clustering.questions.suggestions import (
    ANY_RECOGNISER,
    probable_halves,
    probable_pairs,
)
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.networks import generic_network, matching_network
from photoorg.clustering.scoring.relational import FAMILY
from photoorg.library.values import HELD
from tests.clustering.albums import people

CURVE = Platt(slope=24.0, middle=0.45)


def evidence(sizes: list[int], labels: Labels, noise: float = 0.6) -> Evidence:
    """Return what is known of people with so many faces that were grouped like that."""
    faces = FaceSet(people(sizes, noise=noise)[0] if sizes else np.empty((0, 8), np.float32))
    found = find(faces, CURVE, 80)
    return gather(found.graph.ids, found.p, labels, ANY_RECOGNISER)


def test_one_person_in_two_groups() -> None:
    labels = np.array([0] * 6 + [1] * 3 + [2] * 6)
    pairs = probable_pairs(evidence([9, 6], labels), labels)
    assert (pairs.small.tolist(), pairs.large.tolist()) == ([1], [0])
    assert pairs.probability[0] > 0.5


def test_after_a_merge_the_whole_person_is_compared() -> None:
    labels = np.array([0] * 4 + [1] * 2 + [2] * 3 + [3] * 6)
    known = evidence([9, 6], labels)
    merged = np.where(labels == 1, 0, labels)
    pairs = probable_pairs(known, merged)
    assert (pairs.small.tolist(), pairs.large.tolist()) == ([2], [0])
    # A group that fell apart counts where most of it is; faces that are gone count nowhere.
    moved = labels.copy()
    moved[3], moved[8] = 4, -1
    pairs = probable_pairs(known, moved)
    asked = {tuple(sorted(pair)) for pair in zip(pairs.small, pairs.large, strict=True)}
    assert asked >= {(0, 1), (0, 2), (1, 4)}
    assert (0, 4) not in asked  # whoever took it out knows


def test_two_people_in_one_group() -> None:
    labels = np.array([5] * 11 + [6] * 6)
    ((who, half, probability),) = probable_halves(evidence([7, 4, 6], labels), labels)
    assert who == 5
    assert half.rows.tolist() == [7, 8, 9, 10]
    assert probability > 0.9


def test_what_was_divided_is_not_two_people() -> None:
    labels = np.array([5] * 11)
    known = evidence([7, 4], labels)
    assert list(probable_halves(known, np.array([5] * 10 + [6]))) == []
    assert list(probable_halves(known, np.full(11, -1))) == []


def test_small_and_whole_groups_are_left_alone() -> None:
    for labels in (np.array([0, 0, 0] + [1] * 6), np.full(9, -1)):
        assert list(probable_halves(evidence([2, 1, 6], labels), labels)) == []


def test_the_rim_of_a_group_is_held_less() -> None:
    labels = np.array([0] * 8 + [1])
    known = evidence([8, 1], np.zeros(9, np.int64))
    assert (known.support[:8] > HELD).all()
    assert known.support[8] < HELD
    assert evidence([8, 1], labels).support[8] == 0


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_faces(n: int) -> None:
    labels = np.arange(n)
    known = evidence([1] * n, labels)
    assert len(probable_pairs(known, labels)) == 0
    assert list(probable_halves(known, labels)) == []


def test_evidence_is_kept_whole() -> None:
    labels = np.array([0] * 6 + [1] * 3 + [2] * 11)
    known = evidence([9, 7, 4], labels)
    again = Evidence.of_arrays(known.arrays())
    before, after = (probable_pairs(one, labels) for one in (known, again))
    assert np.array_equal(before.small, after.small)
    np.testing.assert_allclose(before.probability, after.probability, atol=2e-3)
    assert [half.rows.tolist() for half in again.halves] == [
        half.rows.tolist() for half in known.halves
    ]
    nothing = evidence([], np.empty(0, np.int64))
    assert len(Evidence.of_arrays(nothing.arrays())) == 0


def test_evidence_of_other_rows() -> None:
    labels = np.array([0] * 6 + [1] * 3 + [2] * 11)
    known = evidence([9, 7, 4], labels)
    order = np.array([-1, *range(19, -1, -1)])
    turned = known.about(order)
    people_now = np.concatenate([[3], labels[::-1]])
    assert turned.atoms.tolist() == [-1, *labels[::-1].tolist()]
    pairs = probable_pairs(turned, people_now)
    assert (pairs.small.tolist(), pairs.large.tolist()) == ([1], [0])
    assert [1, 2, 3, 4] in [half.rows.tolist() for half in turned.halves]
    # Without one face of a half nobody can tell whether it was one.
    assert len(known.about(np.arange(19)).halves) == len(known.halves) - 1


def engine_for(name: str, shared: Path) -> tuple[Default, FaceSet, Labels]:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-mixed.npz")
    faces, truth = face_set(stored["embeddings"]), stored["labels"]
    network = generic_network(FAMILY)
    if name:
        network = matching_network(FAMILY, name, faces.embeddings)
    assert network is not None
    return trained_engine(network), faces, truth


@pytest.mark.parametrize("name", ["edgeface_xs", ""])
def test_probabilities_hold_on_real_faces(name: str, shared: Path) -> None:
    engine, faces, truth = engine_for(name, shared)
    grouped = engine.group(faces)
    labels, known = grouped.labels, explain(grouped)
    majority = np.array([np.bincount(truth[labels == who]).argmax() for who in np.unique(labels)])
    pairs = probable_pairs(known, labels)
    assert len(pairs) > 150
    right = majority[pairs.small] == majority[pairs.large]
    assert right.mean() == pytest.approx(pairs.probability.mean(), abs=0.15)
    likely = pairs.probability > 0.5
    assert right[likely].mean() > right[~likely].mean()
    sizes = np.bincount(labels)[labels]
    wrong = (truth != majority[labels]) & (sizes >= 4)
    rim = (known.support < HELD) & (sizes >= 4)
    assert wrong[rim].mean() > 20 * wrong[~rim & (sizes >= 4)].mean()
    assert (wrong & rim).sum() >= 0.5 * wrong.sum()


def test_groups_that_fall_apart_are_two_people_as_often_as_said(shared: Path) -> None:
    _, faces, truth = engine_for("", shared)
    grouped = cosine_engine("edgeface_xs").group(faces)
    labels = grouped.labels
    halves = list(probable_halves(explain(grouped), labels))
    mixed = [len(np.unique(truth[labels == who])) > 1 for who, _, _ in halves]
    assert len(halves) > 20
    assert np.mean(mixed) == pytest.approx(np.mean([p for _, _, p in halves]), abs=0.25)
