"""What is learned from answers: refusals tell of those that follow, agreement as well."""

import numpy as np
import pytest

from photoorg.clustering.questions.evidence import Evidence
from photoorg.clustering.questions.explaining import gather
from photoorg.clustering.questions.learning import learned
from photoorg.clustering.questions.suggestions import (
    ANY_RECOGNISER,
    Pairs,
    joined_pairs,
    probable_pairs,
)

SINGLES = 12
CROWD = np.array([0] * 4 + list(range(1, SINGLES + 1)))
"""A group, and faces seen once that may all be of it."""


def evidence(p: float = 0.7) -> Evidence:
    n = len(CROWD)
    ids = np.stack([np.roll(np.arange(n), -row) for row in range(n)]).astype(np.int32)
    chance = np.where(CROWD[ids] == CROWD[:, None], 0.99, p).astype(np.float32)
    chance[(CROWD[ids] > 0) & (CROWD[:, None] > 0)] = 0.0
    return gather(ids, chance, CROWD, ANY_RECOGNISER)


def about(pairs: Pairs, person: int) -> float:
    (found,) = np.flatnonzero((pairs.small == person) | (pairs.large == person))
    return float(pairs.probability[found])


def refused(pairs: Pairs, people: list[int]) -> np.ndarray:
    return np.isin(pairs.small, people) | np.isin(pairs.large, people)


def test_nothing_is_learned_without_answers() -> None:
    known = evidence()
    pairs = probable_pairs(known, CROWD)
    same = learned(pairs, refused(pairs, []), known, CROWD)
    assert same.probability == pytest.approx(pairs.probability, abs=1e-3)
    nobody = pairs.where(np.zeros(len(pairs), bool))
    assert len(learned(nobody, refused(nobody, []), known, CROWD)) == 0


def test_who_was_refused_again_and_again_is_less_probably_the_next_one() -> None:
    known = evidence()
    pairs = probable_pairs(known, CROWD)
    assert len(pairs) == SINGLES
    chances = [
        about(learned(pairs, refused(pairs, list(range(2, 2 + count))), known, CROWD), 1)
        for count in (0, 1, 3, 6)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] < chances[0] / 2


def test_agreement_makes_up_for_refusals_and_raises_the_odds() -> None:
    known = evidence(0.3)
    joined = np.where((CROWD >= 7) & (CROWD <= 10), 0, CROWD)
    pairs = probable_pairs(known, joined, 0.05)
    plain = about(pairs, 1)
    agreed = about(learned(pairs, refused(pairs, []), known, joined), 1)
    assert agreed > plain
    mixed = about(learned(pairs, refused(pairs, [2]), known, joined), 1)
    before = probable_pairs(known, CROWD, 0.05)
    alone = about(learned(before, refused(before, [2]), known, CROWD), 1)
    assert mixed / plain > alone / about(before, 1)


def test_pairs_of_groups_that_are_one_person_by_now() -> None:
    known = evidence()
    assert len(joined_pairs(known, CROWD)) == 0
    joined = np.where(CROWD == 5, 0, CROWD)
    pairs = joined_pairs(known, joined)
    assert (pairs.small.tolist(), pairs.large.tolist()) == ([5], [0])
    assert pairs.probability[0] == pytest.approx(about(probable_pairs(known, CROWD), 5))
    gone = np.where(CROWD == 5, -1, joined)
    assert len(joined_pairs(known, gone)) == 0
