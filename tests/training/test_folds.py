"""People who are kept out of training are known afterwards."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import DataError
from photoorg.training.folds import folds, kept_out

PEOPLE = np.arange(40) * 3


def test_nobody_is_on_both_sides() -> None:
    for train_on, test_on in folds(PEOPLE, 4, seed=1):
        assert len(test_on) == 10
        assert np.array_equal(np.union1d(train_on, test_on), PEOPLE)


def test_the_card_tells_who_was_kept_out(tmp_path: Path) -> None:
    network = tmp_path / "scorer.onnx"
    card = '# Pair scorer\n\n```json\n{\n  "pack": "mine",\n  "held_out": %d\n}\n```\n'
    network.with_suffix(".md").write_text(card % 5, encoding="utf-8")
    assert np.array_equal(kept_out(network, PEOPLE), folds(PEOPLE, 5, 0)[0][1])
    network.with_suffix(".md").write_text(card % 0, encoding="utf-8")
    with pytest.raises(DataError, match="people were kept out"):
        kept_out(network, PEOPLE)


def test_a_network_without_a_card(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"scorer\.onnx"):
        kept_out(tmp_path / "scorer.onnx", PEOPLE)
