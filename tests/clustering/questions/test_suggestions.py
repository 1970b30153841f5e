"""Questions to the user: what is asked, how sure it is, and what is never asked."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.ndde_tpdi.default import trained_engine
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi, grow
from photoorg.clustering.ndde_tpdi.neighborhoods import Neighborhoods, neighborhoods
from photoorg.clustering.questions.suggestions import looks_like, odds_of, one_person, two_people
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.groups import Rules
from photoorg.clustering.scoring.affinity import Platt, known_calibration
from photoorg.clustering.scoring.networks import generic_network, matching_network
from photoorg.clustering.scoring.relational import FAMILY
from tests.clustering.albums import people

CURVE = Platt(slope=24.0, middle=0.45)


def near(faces: FaceSet, constraints: Constraints | None = None) -> tuple[Neighborhoods, Rules]:
    rules = compile_rules(faces, constraints)
    return neighborhoods(faces, CURVE, 80, rules), rules


def test_one_person_in_two_groups() -> None:
    faces = FaceSet(people([9, 6])[0])
    labels = np.array([0] * 6 + [1] * 3 + [2] * 6)
    questions = one_person(*near_labels(faces, labels))
    assert [question.labels for question in questions] == [(1, 0)]
    assert questions[0].probability > 0.8
    assert questions[0].faces == pytest.approx(3 * questions[0].probability)


def near_labels(
    faces: FaceSet, labels: Labels, constraints: Constraints | None = None
) -> tuple[Neighborhoods, Labels, Rules]:
    found, rules = near(faces, constraints)
    return found, labels, rules


@pytest.mark.parametrize(
    "constraints",
    [
        Constraints(cannot_link=np.array([[1, 7]])),
        Constraints(must_link=np.array([3] + [-1] * 7 + [4])),
        Constraints(different=np.array([[5, 1, 2], [4, 0, 1], [5, 0, 8], [4, 1, 5]])),
    ],
)
def test_what_is_answered_is_not_asked(constraints: Constraints) -> None:
    faces = FaceSet(people([9])[0])
    labels = np.array([0] * 6 + [1] * 3)
    assert one_person(*near_labels(faces, labels, constraints)) == []
    found, labels, rules = near_labels(faces, labels, constraints)
    assert looks_like(found, labels, np.array([0]), rules) == []


def test_faces_of_one_photo_are_two_people() -> None:
    faces = FaceSet(people([9], noise=0.8)[0], photo_ids=np.array([1, 2, 3, 4, 5, 6, 7, 8, 1]))
    labels = np.array([0] * 6 + [1] * 3)
    assert one_person(*near_labels(faces, labels)) == []


def test_the_most_useful_question_comes_first() -> None:
    faces = FaceSet(people([8, 12])[0])
    labels = np.array([0] * 6 + [1] * 2 + [2] * 7 + [3] * 5)
    questions = one_person(*near_labels(faces, labels))
    assert [question.labels for question in questions] == [(3, 2), (1, 0)]
    questions = one_person(*near_labels(faces, labels), most=1)
    assert [question.labels for question in questions] == [(3, 2)]


def test_two_people_in_one_group() -> None:
    faces = FaceSet(people([7, 4, 6])[0])
    labels = np.array([5] * 11 + [6] * 6)
    found, _ = near(faces)
    questions = two_people(found, labels)
    assert [question.label for question in questions] == [5]
    assert questions[0].rows.tolist() == [7, 8, 9, 10]
    assert questions[0].probability > 0.9


def test_small_and_whole_groups_are_left_alone() -> None:
    faces = FaceSet(people([2, 1, 6])[0])
    found, _ = near(faces)
    assert two_people(found, np.array([0, 0, 0] + [1] * 6)) == []
    assert two_people(found, np.full(9, -1)) == []


def test_faces_that_look_like_a_named_person() -> None:
    faces = FaceSet(people([8, 5])[0])
    labels = np.array([0] * 5 + [3, 3, -1] + [1] * 4 + [2])
    found, labels, rules = near_labels(faces, labels)
    questions = looks_like(found, labels, np.array([0, 1]), rules)
    assert [(question.label, question.rows.tolist()) for question in questions] == [
        (0, [5, 6]),
        (1, [12]),
    ]
    assert looks_like(found, labels, np.empty(0, np.int64), rules) == []


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_faces(n: int) -> None:
    faces = FaceSet(people([1] * n)[0] if n else np.empty((0, 8), np.float32))
    found, labels, rules = near_labels(faces, np.arange(n))
    assert one_person(found, labels, rules) == []
    assert two_people(found, labels) == []
    assert looks_like(found, labels, np.array([0]), rules) == []


@pytest.mark.parametrize("known", [True, False])
def test_probabilities_hold_on_real_faces(known: bool, shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-mixed.npz")
    faces, truth = face_set(stored["embeddings"]), stored["labels"]
    network = generic_network(FAMILY)
    if known:
        network = matching_network(FAMILY, "edgeface_xs", faces.embeddings)
    assert network is not None
    engine = trained_engine(network).preferred(faces)
    rules = compile_rules(faces)
    found = neighborhoods(faces, engine.scorer, 80, rules)
    labels = grow(found, rules.reordered(found.order), engine.setting).labels(engine.tau)
    majority = {label: np.bincount(truth[labels == label]).argmax() for label in np.unique(labels)}
    questions = one_person(found, labels, rules, odds_of(engine.scorer), most=200)
    right = [majority[one] == majority[other] for one, other in (q.labels for q in questions)]
    assert len(questions) == 200
    assert np.mean(right) == pytest.approx(np.mean([q.probability for q in questions]), abs=0.15)


def test_groups_that_fall_apart_are_two_people_as_often_as_said(shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-mixed.npz")
    faces, truth = face_set(stored["embeddings"]), stored["labels"]
    curve = known_calibration("edgeface_xs")
    assert curve is not None
    labels = NddeTpdi(curve).fit_predict(faces)
    halves = two_people(neighborhoods(faces, curve, 80, compile_rules(faces)), labels)
    mixed = [len(np.unique(truth[labels == question.label])) > 1 for question in halves]
    assert len(halves) > 20
    assert np.mean(mixed) == pytest.approx(np.mean([q.probability for q in halves]), abs=0.25)
