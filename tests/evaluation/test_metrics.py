"""The metrics against their test vectors, against scikit-learn's definitions, and at the edges."""

import json
from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.errors import DataError
from photoorg.evaluation import metrics
from tests.conftest import REPOSITORY

NAMES = {
    "pair_P": "pair_precision",
    "pair_R": "pair_recall",
    "pair_F": "pair_f",
    "b3_P": "bcubed_precision",
    "b3_R": "bcubed_recall",
    "b3_F": "bcubed_f",
    "NMI_arith": "nmi_arithmetic",
    "NMI_geom": "nmi_geometric",
    "WCP": "wcp",
    "nCI": "clusters",
    "RI": "ri",
    "RS": "rs",
    "RS_incorrect_only": "rs_wrong",
    "FI_05": "fi_50",
    "FI_09": "fi_90",
    "ACC": "accuracy",
    "ARI": "ari",
}
VECTORS = "ABCDEFGHIJKL"
labellings = st.integers(1, 25).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 6), min_size=n, max_size=n),
        st.lists(st.integers(-1, 6), min_size=n, max_size=n),
    )
)


@pytest.mark.parametrize("letter", VECTORS)
def test_vectors_of_the_specification(letter: str) -> None:
    stored = json.loads((REPOSITORY / "tests/vectors/metrics.json").read_text())
    (vector,) = (v for name, v in stored.items() if name[0] == letter)
    scores = metrics.score(vector["gt"], vector["pred"])
    for name, field in NAMES.items():
        assert getattr(scores, field) == _value(vector[name]), name


def _value(stored: Any) -> Any:
    if stored is None:
        return None
    if isinstance(stored, str):
        return pytest.approx(float(Fraction(stored.split(" = ")[0])), abs=1e-12)
    return pytest.approx(stored, abs=1e-6)


@given(labellings)
def test_pairs_and_bcubed_equal_their_definitions(both: tuple[list[int], list[int]]) -> None:
    truth = np.array(both[0])
    found = np.array([100 + i if c < 0 else c for i, c in enumerate(both[1])])
    same_truth, same_found = truth[:, None] == truth, found[:, None] == found
    off = ~np.eye(len(truth), dtype=bool)
    scores = metrics.score(truth, both[1])
    agreed, pairs = (same_truth & same_found & off).sum(), (same_found & off).sum()
    assert scores.pair_precision == (pytest.approx(agreed / pairs) if pairs else None)
    in_both = (same_truth & same_found).sum(axis=1)
    assert scores.bcubed_precision == pytest.approx((in_both / same_found.sum(axis=1)).mean())
    assert scores.bcubed_recall == pytest.approx((in_both / same_truth.sum(axis=1)).mean())


@given(labellings)
def test_nmi_and_ari_agree_with_scikit_learn(both: tuple[list[int], list[int]]) -> None:
    reference = pytest.importorskip("sklearn.metrics")
    truth = both[0]
    found = [100 + i if c < 0 else c for i, c in enumerate(both[1])]
    scores = metrics.score(truth, both[1])
    assert scores.ari == pytest.approx(reference.adjusted_rand_score(truth, found))
    if len(set(truth)) > 1 and len(set(found)) > 1:
        nmi = reference.normalized_mutual_info_score
        assert scores.nmi_arithmetic == pytest.approx(nmi(truth, found), abs=1e-9)
        geometric = nmi(truth, found, average_method="geometric")
        assert scores.nmi_geometric == pytest.approx(geometric, abs=1e-9)


@given(labellings)
def test_a_match_is_the_best_of_all_one_to_one_maps(both: tuple[list[int], list[int]]) -> None:
    truth, found = np.array(both[0]) % 4, np.array(both[1]).clip(0) % 4
    table = np.zeros((4, 4), int)
    np.add.at(table, (truth, found), 1)
    best = max(sum(table[g, c] for c, g in enumerate(p)) for p in permutations(range(4)))
    assert metrics.score(truth, found).accuracy == pytest.approx(best / len(truth))


@given(labellings, st.randoms(use_true_random=False))
def test_renaming_and_reordering_change_nothing(
    both: tuple[list[int], list[int]], random: Any
) -> None:
    truth, found = both
    order = list(range(len(truth)))
    random.shuffle(order)
    names = [f"person {label}" for label in truth]
    renamed = [-1 if label == -1 else 50 - label for label in found]
    first = metrics.score(truth, found)
    second = metrics.score([names[i] for i in order], [renamed[i] for i in order])
    for field in metrics.Scores.__slots__:
        one, other = getattr(first, field), getattr(second, field)
        assert one == (None if other is None else pytest.approx(other, abs=1e-12)), field


@pytest.mark.parametrize(
    ("truth", "found", "effort"),
    [
        ("aabbc", "00112", 1.0),
        ("aabbc", "01234", (2 + 2 + 0) / 2),
        ("aaabb", "00000", (2 + 0 + 2) / 2),
        ("aaabbb", "001112", (2 + 1 + 1) / 2),
        ("abab", "0011", (2 + 0 + 2) / 2),  # both clusters tie: the user names one of each
        ("abc", "000", None),
    ],
)
def test_effort_counts_names_merges_and_moves(truth: str, found: str, effort: float | None) -> None:
    assert metrics.score(list(truth), list(found)).effort == effort


def test_faces_of_unknown_identity_are_left_out_and_counted() -> None:
    scores = metrics.score([0, 0, -1, 1, -1], np.array([0, 0, 0, 1, 1]))
    assert (scores.faces, scores.unknown, scores.pair_f, scores.effort) == (3, 2, 1.0, 1.0)
    assert metrics.score(["a", "a", None], [1, 1, 1]).unknown == 1


def test_large_tables_stay_sparse() -> None:
    truth = np.arange(40_000) // 2
    found = np.arange(40_000) // 2
    found[::2] = 100_000 + np.arange(20_000)
    assert metrics.score(truth, found).accuracy == 0.5


@pytest.mark.parametrize(("truth", "found"), [([0, 1], [0]), ([-1, -1], [0, 1]), ([], [])])
def test_nothing_to_compare_is_a_clear_error(truth: list[int], found: list[int]) -> None:
    with pytest.raises(DataError):
        metrics.score(truth, found)
