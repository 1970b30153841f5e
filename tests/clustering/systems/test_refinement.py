"""The engine of the paper without a trained network."""

import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.registry import load_engine
from photoorg.errors import ModelError
from tests.clustering.albums import people


def test_without_a_network_for_the_recogniser_it_says_how_to_get_one() -> None:
    embeddings, _ = people([4, 3, 2])
    with pytest.raises(ModelError, match="photoorg train refinement"):
        load_engine("ndde-tpdi-paper").fit_predict(face_set(embeddings))
