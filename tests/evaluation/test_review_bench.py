"""The simulated user: what an action is, and what the figures say."""

import json
from pathlib import Path

import numpy as np
import pytest

from photoorg.cli import main
from photoorg.clustering.engine import face_set
from photoorg.clustering.questions.explaining import gather
from photoorg.clustering.questions.suggestions import ONE_RECOGNISER
from photoorg.evaluation.review_bench import User, by_similarity, in_sheets, measure_review
from tests.clustering.albums import people


def user(groups: list[int], truth: list[int], pairs: dict[tuple[int, int], float]) -> User:
    labels = np.array(groups)
    p = np.where(labels[:, None] == labels[None, :], 0.99, 0.0).astype(np.float32)
    for (one, other), chance in pairs.items():
        p[one, other] = p[other, one] = chance
    n = len(labels)
    ids = np.argsort(-(p + 2 * np.eye(n)), axis=1, kind="stable").astype(np.int32)
    evidence = gather(ids, np.take_along_axis(p, ids, axis=1), labels, ONE_RECOGNISER)
    return User(evidence, np.array(truth), labels.copy())


def test_a_sheet_that_is_right_is_one_action() -> None:
    one = user([0, 0, 1, 2, 2, 3], [0, 0, 0, 1, 1, 1], {(0, 2): 0.95, (3, 5): 0.95})
    assert in_sheets(one)
    assert (one.actions, one.joined) == (1, 2)
    assert len(np.unique(one.people)) == 2
    assert not in_sheets(one)


def test_every_wrong_tick_is_an_action_and_is_not_asked_again() -> None:
    one = user([0, 0, 1, 2, 2, 3], [0, 0, 0, 1, 1, 2], {(0, 2): 0.95, (3, 5): 0.95})
    assert in_sheets(one)
    assert (one.actions, one.joined) == (2, 1)
    assert not in_sheets(one)
    other = user([0, 0, 1, 2, 2, 3], [0, 0, 0, 1, 1, 2], {(0, 2): 0.95, (3, 5): 0.95})
    assert by_similarity(other)
    assert by_similarity(other)
    assert (other.actions, other.joined) == (2, 1)
    assert not by_similarity(other)


def test_groups_that_are_joined_twice_on_one_sheet() -> None:
    pairs = {(0, 2): 0.95, (1, 2): 0.95, (2, 3): 0.96, (0, 3): 0.9}
    one = user([0, 0, 1, 2], [0, 0, 0, 0], pairs)
    while in_sheets(one):
        pass
    assert len(np.unique(one.people)) == 1
    assert one.joined == 2


def test_two_people_cost_a_yes_and_every_face_that_is_moved() -> None:
    across = {(a, b): 0.05 for a in range(4) for b in (4, 5, 6)}
    one = user([0] * 7, [0] * 4 + [1] * 3, across)
    assert in_sheets(one)
    assert one.actions == 1
    assert one.people[:4].tolist() == [0] * 4
    assert len(set(one.people[4:].tolist())) == 1
    wrong = user([0] * 7, [0, 0, 0, 1, 1, 1, 1], across)
    assert by_similarity(wrong)
    assert wrong.actions == 2
    assert len(np.unique(wrong.people)) == 2
    whole = user([0] * 7, [0] * 7, across)
    assert by_similarity(whole)
    assert (whole.actions, by_similarity(whole)) == (1, False)


def test_the_figures_belong_together() -> None:
    embeddings, truth = people([6] * 40 + [1] * 60, noise=1.35)
    found = measure_review(face_set(embeddings), truth)
    assert found.repeated == 40
    for moments in (found.sheets, found.by_similarity):
        actions = [moment.actions for moment in moments]
        assert actions == sorted(actions)
        assert moments[-1].bcubed_f >= moments[0].bcubed_f
    assert found.sheets[0].bcubed_f == found.by_similarity[0].bcubed_f
    assert found.actions_a_person == pytest.approx((40 + found.sheets[-1].actions) / 40)
    assert found.saved < 1


def test_faces_of_unknown_people_are_somebody_each() -> None:
    embeddings, truth = people([6] * 10 + [3] * 4)
    found = measure_review(face_set(embeddings), np.where(truth < 10, truth, -1))
    assert found.repeated == 10


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    embeddings, truth = people([5] * 20, noise=1.2)
    np.savez(tmp_path / "some.npz", embeddings=embeddings, labels=truth)
    assert main(["bench", "review", str(tmp_path / "some.npz"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["name"], found["faces"]) == ("some", 100)
    assert main(["bench", "review", str(tmp_path / "some.npz")]) == 0
    assert "fewer actions" in capsys.readouterr().out
    assert main(["bench", "review", str(tmp_path / "none.npz")]) == 2
