"""Cuts are judged by people whom no network learned from."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.ndde_tpdi import default
from photoorg.clustering.registry import load_engine
from photoorg.clustering.scoring.networks import matching_network
from photoorg.clustering.scoring.relational import FAMILY
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import read_labelled
from photoorg.training.numbers.cuts import groups_by_cut
from photoorg.training.numbers.grouping import albums_of
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import trying
from tests.clustering.albums import people


def test_a_forest_is_cut_as_the_engine_cuts_it(tmp_path: Path) -> None:
    embeddings, labels = people([1, 2, 3, 4] * 25, dimension=64, noise=0.8)
    file = tmp_path / "people.npz"
    np.savez(file, embeddings=embeddings, labels=labels)
    scores = groups_by_cut([file])
    for few, tau in ((20, 0.3), (10_000, 0.7)):
        with trying(default.__name__, {"FEWEST_FOR_ALL": few, "TAU_FOR_ALL": tau}):
            grouped = [
                (album.labels, load_engine("ndde-tpdi").fit_predict(album.faces))
                for album in albums_of(read_labelled(file))
            ]
            assert scores() == pytest.approx(bcubed_of_parts(grouped))


def test_a_network_is_not_asked_about_people_it_learned_from(shared: Path) -> None:
    data = shared / "data" / "faces" / "lfw-dev-mobilefacenet-mixed.npz"
    shipped = matching_network(FAMILY, "mobilefacenet", read_labelled(data).faces.embeddings)
    assert shipped is not None
    with pytest.raises(DataError, match="people were kept out"):
        groups_by_cut([shipped.path, data])
