"""Cuts are judged by people whom no network learned from."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.ndde_tpdi import default
from photoorg.clustering.scoring.networks import matching_network
from photoorg.clustering.scoring.relational import FAMILY
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import read_labelled
from photoorg.training.numbers.cuts import groups_by_cut
from photoorg.training.numbers.grouping import groups
from photoorg.training.numbers.search import trying
from tests.clustering.albums import people


def test_a_forest_is_cut_as_the_engine_cuts_it(tmp_path: Path) -> None:
    embeddings, labels = people([1, 2, 3, 4, 8] * 60, dimension=64, noise=0.8)
    file = tmp_path / "people.npz"
    np.savez(file, embeddings=embeddings, labels=labels)
    by_cut, whole = groups_by_cut([file]), groups([file])
    assert by_cut() == pytest.approx(whole())
    with trying(default.__name__, {"FEWEST_FOR_ALL": 20, "TAU_FOR_ALL": 0.3}):
        cut_lower = by_cut()
        assert cut_lower == pytest.approx(whole())
    assert by_cut().mean() != cut_lower.mean()


def test_a_network_is_not_asked_about_people_it_learned_from(shared: Path) -> None:
    data = shared / "data" / "faces" / "lfw-dev-mobilefacenet-mixed.npz"
    shipped = matching_network(FAMILY, "mobilefacenet", read_labelled(data).faces.embeddings)
    assert shipped is not None
    with pytest.raises(DataError, match="people were kept out"):
        groups_by_cut([shipped.path, data])
