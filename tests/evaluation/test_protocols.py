import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.peers.programs import fotema, insightface_desktop
from photoorg.evaluation.protocols import (
    churn,
    clicks_to_reach,
    correct,
    grow,
    names_lost,
    recognition,
    violations,
)
from photoorg.evaluation.slices import by_size, by_spread
from photoorg.types import ProgressCallback, no_progress


def labels(text: str) -> Labels:
    return np.array([-1 if letter == "-" else ord(letter) - ord("a") for letter in text], np.int64)


def people(count: int = 6, faces: int = 5, seed: int = 0) -> tuple[FaceSet, Labels]:
    random = np.random.default_rng(seed)
    truth = np.repeat(np.arange(count), faces)
    centres = np.linalg.qr(random.normal(size=(32, count)))[0].T
    return face_set(centres[truth] + random.normal(scale=0.04, size=(len(truth), 32))), truth


def test_clicks_take_the_largest_gain_first():
    # Naming aaaa gains 3, naming bb gains 2, the wrong face and the lone one cost a click each.
    clicks = clicks_to_reach(labels("xxxyyyz"), labels("aaaabb-"), [0.4, 0.7, 0.9, 1.0])
    assert clicks == [1, 2, 4, 4]


def test_clicks_of_a_perfect_grouping_are_its_people():
    assert clicks_to_reach(labels("aaabbc"), labels("cccaab"), [1.0]) == [3]
    assert clicks_to_reach(labels("aab-"), labels("aabb"), [1.0]) == [2]


def test_churn_counts_faces_whose_company_changed():
    assert churn(labels("aabb"), labels("bbaa")) == 0
    assert churn(labels("aabb"), labels("aaaa")) == 1
    assert churn(labels("aab-"), labels("aabb")) == 0.5
    assert churn(labels("--"), labels("--")) == 0


def test_a_name_is_lost_when_its_group_is_swallowed():
    assert names_lost(labels("aaabb"), labels("aaaaa")) == 1
    assert names_lost(labels("aaabb"), labels("aaabb")) == 0
    assert names_lost(labels("aaabb"), labels("abbcc")) == 0
    assert names_lost(labels("ab-"), labels("aaa")) == 0


def test_violations():
    answers = np.array([0, 0, 0, 1, 1, -1])
    assert violations(answers, labels("aaabbb")) == 0
    assert violations(answers, labels("aabccc")) == 1
    assert violations(answers, labels("aaaaab")) == 2
    assert violations(np.array([0, 1]), labels("a-")) == 1


def test_growing_a_library_with_a_rule_that_never_changes_its_mind():
    faces, truth = people()
    growth = grow(insightface_desktop.default_engine(), faces, batches=4)
    assert growth.churn == 0
    assert growth.names_lost == 0
    assert [n for n, _ in growth.seconds] == [7, 15, 22, 30]
    assert len(truth) == 30


class Forgetful:
    """Groups everything, then nothing, then everything."""

    name = "forgetful"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return np.arange(len(faces)) if len(faces) % 20 == 0 else np.zeros(len(faces), np.int64)


def test_churn_and_violations_of_a_rule_that_forgets():
    faces, truth = people()
    growth = grow(Forgetful(), faces, batches=3)
    assert growth.churn == 1
    found = correct(Forgetful(), faces, truth, truth)
    assert found.answers == 30
    assert found.violations > 0


def test_rules_obey_corrections():
    faces, truth = people()
    engine = insightface_desktop.default_engine().at(-0.9)
    everything = engine.fit_predict(faces)
    found = correct(engine, faces, truth, everything)
    assert found.violations == 0
    assert found.after > found.before


def test_recognition_tells_strangers():
    faces, truth = people()
    stranger = face_set(np.concatenate([faces.embeddings, -faces.embeddings[:1]]))
    found = recognition(fotema.default_engine(), stranger, np.append(truth, 6), shots=2)
    assert found is not None
    assert (found.right, found.wrong, found.unknown) == (1, 0, 0)
    assert found.strangers_named == 0
    assert recognition(fotema.default_engine(), faces, np.arange(len(truth)), shots=1) is None


def test_slices_by_size_and_spread():
    truth, found = labels("aabcccc"), labels("aabbccd")
    slices = {part.name: part for part in by_size(truth, found)}
    assert slices["2"].bcubed_f == 1
    assert slices["1"].faces == 1
    assert slices["1"].bcubed_f == pytest.approx(2 * 0.5 / 1.5)
    random = np.random.default_rng(0).normal(size=(7, 3))
    spreads = by_spread(face_set(random).embeddings, truth, found)
    assert [part.identities for part in spreads] == [1, 1]
