"""The people of all albums are put into parts, which are scored one by one."""

import numpy as np
import pytest

from photoorg.evaluation.metrics import score
from photoorg.training.numbers.parts_of_people import PARTS, bcubed_of_parts


def test_a_part_is_scored_as_an_album_is() -> None:
    rng = np.random.default_rng(0)
    people, groups = rng.integers(0, 9, 200), rng.integers(0, 12, 200)
    (found,) = bcubed_of_parts([(people * PARTS, groups)])
    assert found == pytest.approx(score(people, groups).bcubed_f)


def test_people_meet_those_of_other_parts() -> None:
    people, groups = np.array([0, 0, 1, 1, 2]), np.array([0, 0, 1, 1, 1])
    whole, mixed, lost = bcubed_of_parts([(people, groups)])
    assert whole == 1
    assert mixed == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert lost == pytest.approx(2 * (1 / 3) / (1 / 3 + 1))


def test_albums_are_put_together_and_unknown_faces_left_out() -> None:
    one = np.array([3, 3, -1]), np.array([0, 1, 0])
    other = np.array([3, 3, -1, 3]), np.array([2, 2, 2, 2])
    (found,) = bcubed_of_parts([one, other])
    assert found == pytest.approx(2 * 0.8 / 1.8)
