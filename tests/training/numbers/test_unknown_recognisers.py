"""Numbers that serve unknown recognisers are fitted to albums that such give."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photoorg.fitted import families
from photoorg.training.numbers.search import fit_family
from photoorg.training.numbers.unknown_recognisers import groups_by_the_cosine
from tests.clustering.albums import people


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a file of people who look a little alike."""
    embeddings, labels = people([1, 2, 3, 16] * 20, dimension=64, noise=0.8)
    path = tmp_path_factory.mktemp("data") / "people.npz"
    np.savez(path, embeddings=embeddings, labels=labels)
    return path


def test_what_is_shipped_is_found_again(file: Path) -> None:
    """Far from it, the fit ends there or where the difference is noise."""
    shipped = families()["calibration"]
    start = shipped.values["START"]
    others = dict.fromkeys((start, *shipped.tried["START"]))
    off = replace(shipped, values={"START": 40.0}, tried={"START": others})
    (fit,) = fit_family(off, groups_by_the_cosine([file]), 0.001)
    assert fit.tried[40.0].gain < -0.1
    assert fit.value == start or abs(fit.tried[start].gain) <= fit.tried[start].noise(0.001)
