"""Fitting numbers anew finds known optima and leaves alone what is good enough."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from photoorg.clustering.scoring import calibration
from photoorg.errors import UsageError
from photoorg.fitted import FILE, Family, Gain, families
from photoorg.training.numbers.search import as_text, family_named, fit_family, trying, write_fits
from tests.training.numbers import plain_module

FAMILY = Family(
    plain_module.__name__,
    (),
    "photoorg train numbers plain_module",
    "nothing",
    {"FIRST": 1.0, "SECOND": 1.0},
    {"FIRST": {0.0: None, 2.0: None, 3.0: None}, "SECOND": {0.5: None, 2.0: None}},
)
PARTS = np.linspace(-1, 1, 9)


def valley() -> NDArray[np.float64]:
    """Return scores that are best where the first number is 2 and the second is 1."""
    apart = (plain_module.FIRST - 2) ** 2 + (plain_module.SECOND - 1) ** 2
    return PARTS - apart


def test_the_best_values_are_found_and_good_ones_kept() -> None:
    first, second = fit_family(FAMILY, valley, 0.001)
    assert (first.before, first.value, first.outcome) == (1.0, 2.0, "changed")
    assert first.tried == {0.0: Gain(-4, 0), 1.0: Gain(-1, 0), 3.0: Gain(-1, 0)}
    assert (second.before, second.value, second.outcome) == (1.0, 1.0, "best")
    assert second.tried == {0.5: Gain(-0.25, 0), 2.0: Gain(-1, 0)}
    assert (plain_module.FIRST, plain_module.SECOND) == (1.0, 1.0)


def test_what_chance_may_have_done_changes_nothing() -> None:
    rng = np.random.default_rng(0)

    def noisy() -> NDArray[np.float64]:
        return PARTS + rng.normal(0.01 * plain_module.FIRST, 1.0, len(PARTS))

    (fit,) = fit_family(FAMILY, noisy, 0.001, ["FIRST"])
    assert (fit.value, fit.outcome) == (1.0, "within noise")


def test_a_difference_nobody_would_notice_changes_nothing() -> None:
    (fit,) = fit_family(FAMILY, lambda: PARTS + 1e-4 * plain_module.FIRST, 0.001, ["FIRST"])
    assert (fit.value, fit.outcome) == (1.0, "within noise")
    assert fit.tried[3.0] == Gain(0.0002, 0)


def test_a_number_that_changes_nothing_is_told() -> None:
    (fit,) = fit_family(FAMILY, lambda: PARTS, 0.001, ["FIRST"])
    assert (fit.value, fit.outcome) == (1.0, "no effect")


def test_numbers_are_what_they_were_after_a_failure() -> None:
    def failing() -> NDArray[np.float64]:
        return PARTS / (calibration.CAUTION - 9)

    before = calibration.CAUTION
    with (
        np.errstate(all="raise"),
        pytest.raises(FloatingPointError),
        trying(calibration.__name__, {"CAUTION": 9.0}),
    ):
        failing()
    assert before == calibration.CAUTION


def test_unknown_names_are_told() -> None:
    with pytest.raises(UsageError, match="there are calibration"):
        family_named("astrology")
    with pytest.raises(UsageError, match="there are FIRST, SECOND"):
        fit_family(FAMILY, valley, 0.001, ["THIRD"])


def test_what_was_found_is_written_beside_all_others(tmp_path: Path) -> None:
    family = families()["calibration"]
    name = next(iter(family.values))
    best = max(family.tried[name])
    others = sorted({family.values[name], *family.tried[name]} - {best})

    def rising() -> NDArray[np.float64]:
        found: NDArray[np.float64] = PARTS + getattr(calibration, name)
        return found

    out = tmp_path / "fitted.json"
    write_fits(family, fit_family(family, rising, 0.001, [name]), out)
    before, after = (json.loads(file.read_text("utf-8")) for file in (FILE, out))
    assert after[family.module]["numbers"].pop(name) == {
        "value": best,
        "tried": {f"{value:g}": [round(value - best, 4), 0.0] for value in others},
    }
    before[family.module]["numbers"].pop(name)
    assert after == before


def test_the_file_is_as_it_would_be_written() -> None:
    text = FILE.read_text("utf-8")
    assert as_text(json.loads(text)) == text
