"""Numbers are judged by how well they foresee what people answer."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.questions import suggestions
from photoorg.training.numbers.answers import answers_foreseen
from photoorg.training.numbers.search import trying
from tests.clustering.albums import people


def test_odds_that_are_sure_of_the_wrong_answer_are_worse(tmp_path: Path) -> None:
    embeddings, labels = people([2, 3, 4, 6] * 60, dimension=128, noise=1.2)
    np.savez(tmp_path / "people.npz", embeddings=embeddings, labels=labels)
    scores = answers_foreseen([tmp_path / "people.npz"])
    good = scores()
    assert (good <= 0).all()
    assert good.mean() > np.log(0.5)
    with trying(suggestions.__name__, {"ANY_SHIFT": 9.0}):
        assert scores().mean() < good.mean()
    assert scores() == pytest.approx(good)
