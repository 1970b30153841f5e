"""How often strangers of one age, or of one origin, pass for one person."""

from collections.abc import Sequence

import numpy as np
import pytest

from photoorg.analysis.face_crops import FaceCrops
from photoorg.evaluation.packs.strangers import MOST, accepted, adult_threshold, alike, groups
from photoorg.types import FloatArray, Pixels


def strangers(bands: Sequence[str], origins: Sequence[str] | None = None) -> FaceCrops:
    """Return faces whose pixels tell their row."""
    pixels = np.zeros((len(bands), 112, 112, 3), np.uint8)
    pixels[:, 0, 0, 0], pixels[:, 0, 0, 1] = np.divmod(np.arange(len(bands)), 256)
    told = list(origins) if origins is not None else [""] * len(bands)
    return FaceCrops(pixels, [""] * len(bands), list(bands), told, np.zeros(len(bands), bool))


def rows_of(pixels: Pixels) -> list[int]:
    return [256 * int(high) + int(low) for high, low in pixels[:, 0, 0, :2]]


def test_children_are_measured_where_a_thousandth_of_adults_passes() -> None:
    bands = ["5"] * 100 + ["28"] * 200 + ["51"] * 50
    known = np.random.default_rng(0).normal(0, 1, (350, 32)).astype(np.float32)
    known[:100, 0] += 9

    def embed(pixels: Pixels) -> FloatArray:
        return known[rows_of(pixels)]

    pairs = alike(strangers(bands), embed)
    assert {name: len(one) for name, one in pairs.items()} == {"5": 4950, "28": 19900, "51": 1225}
    threshold = adult_threshold(pairs)
    assert threshold is not None
    shares = accepted(pairs, threshold)
    assert shares["28"] == pytest.approx(0.001, abs=1e-4)
    assert shares["5"] > 0.9
    assert shares["51"] < 0.01


def test_bands_come_in_the_order_of_years_and_origins_are_of_adults() -> None:
    bands = ["100-120", "20-29", "03-09", "30-39", "20-29", "03-09", "30-39", "20-29", "100-120"]
    origins = ["White", "Black", "Black", "White", "Black", "Black", "White", "White", ""]
    found = {name: rows.tolist() for name, rows in groups(strangers(bands, origins)).items()}
    assert list(found) == ["03-09", "20-29", "30-39", "100-120", "Black", "White"]
    assert found["20-29"] == [1, 4, 7]
    assert found["Black"] == [1, 4]
    assert found["White"] == [0, 3, 6, 7]


def test_the_fullest_band_of_adults_counts() -> None:
    pairs = {
        "1": np.ones(9),
        "20-29": np.full(6, 0.5),
        "30-39": np.full(3, 0.9),
        "Black": np.ones(9),
    }
    told = {name: values.astype(np.float32) for name, values in pairs.items()}
    assert adult_threshold(told) == pytest.approx(0.5)
    assert adult_threshold({"1": told["1"], "75": told["20-29"]}) is None


def test_of_a_full_band_the_first_faces_are_compared_and_one_face_with_nobody() -> None:
    found = groups(strangers(["28"] * (MOST + 5) + ["1"]))
    assert {name: rows.tolist() for name, rows in found.items()} == {"28": [*range(MOST)]}
