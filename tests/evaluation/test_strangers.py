"""How often strangers of one age pass for one person."""

import numpy as np
import pytest

from photoorg.evaluation.strangers import (
    MOST,
    accepted,
    adult_threshold,
    compared,
    pairs_by_band,
)
from photoorg.types import FloatArray


def faces(count: int, alike: float, seed: int) -> FloatArray:
    """Return embeddings ``(n, 32)`` of strangers who share so much."""
    rows = np.random.default_rng(seed).normal(0, 1, (count, 32)).astype(np.float32)
    rows[:, 0] += 10 * alike
    return rows


def test_children_are_measured_where_a_thousandth_of_adults_passes() -> None:
    embeddings = np.concatenate([faces(100, 0.9, 0), faces(200, 0.1, 1), faces(50, 0.1, 2)])
    bands = ["5"] * 100 + ["28"] * 200 + ["51"] * 50
    alike = pairs_by_band(embeddings, bands)
    assert {band: len(pairs) for band, pairs in alike.items()} == {
        "5": 4950,
        "28": 19900,
        "51": 1225,
    }
    threshold = adult_threshold(alike)
    assert threshold is not None
    shares = accepted(alike, threshold)
    assert shares["28"] == pytest.approx(0.001, abs=1e-4)
    assert shares["5"] > 0.9
    assert shares["51"] < 0.01


def test_bands_are_in_the_order_of_years_and_the_fullest_adult_one_counts() -> None:
    bands = ["100-120", "20-29", "03-09", "30-39", "20-29", "20-29", "30-39", "elsewhere"]
    alike = pairs_by_band(faces(8, 0, 0), bands)
    assert list(alike) == ["elsewhere", "03-09", "20-29", "30-39", "100-120"]
    assert adult_threshold(alike) == pytest.approx(alike["20-29"].max())
    assert set(accepted(alike, 0)) == {"20-29", "30-39"}  # one face makes no pair


def test_without_adults_there_is_no_such_threshold() -> None:
    assert adult_threshold(pairs_by_band(faces(4, 0, 0), ["1", "1", "5", "5"])) is None


def test_of_a_full_band_the_first_faces_are_compared() -> None:
    bands = ["28"] * (MOST + 5) + ["1"] * 2
    rows = compared(bands)
    assert rows.tolist() == [MOST + 5, MOST + 6, *range(MOST)]
