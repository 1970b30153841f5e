"""A network cut out of the detector that comes with the program."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.picture_features import PictureFeatures
from photoorg.errors import DataError, ModelError
from photoorg.packs.assembly import STARTER
from photoorg.training.starter.looks import LooksRecipe, components, cut
from tests.analysis.likeness.drawings import drawing, thumbnail

DETECTOR = STARTER / "detector.onnx"


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for seed in range(6):
        drawing(seed).save(folder / f"{seed}.jpg")
    (folder / "notes.txt").write_text("no photo")
    return folder


def test_it_is_cut_out_with_a_card_and_tells_features(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "looks" / "looks.onnx"
    figures = cut(DETECTOR, [photos], out, LooksRecipe(width=4))
    assert figures["photos"] == 6
    assert 0.5 < figures["variance kept"] < 1
    features = PictureFeatures(out)
    told = features(thumbnail(drawing(9)))
    assert told is not None
    assert told.shape == (4,)
    assert len(features.model) == 16
    assert "sha256" in out.with_suffix(".md").read_text()


def test_what_cannot_be_cut_is_named(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no stages called add_1"):
        cut(DETECTOR, [photos], tmp_path / "o.onnx", LooksRecipe(stages="add_1"))
    with pytest.raises(DataError, match="no photos"):
        cut(DETECTOR, [tmp_path / "nothing"], tmp_path / "o.onnx", LooksRecipe())


def test_parts_count_alike_however_many_columns_they_have() -> None:
    dice = np.random.default_rng(0)
    rows = np.concatenate([dice.normal(size=(500, 2)), 9 * dice.normal(size=(500, 8))], axis=1)
    mean, matrix, kept = components(rows.astype(np.float32), [2, 8], 10)
    assert kept == pytest.approx(1)
    looks = (rows - mean) @ matrix
    assert np.square(looks).sum(axis=1).mean() == pytest.approx(1, abs=1e-3)
    spread = np.sqrt(np.square(matrix[:2]).sum()), np.sqrt(np.square(9 * matrix[2:]).sum())
    assert spread[0] == pytest.approx(spread[1], rel=0.05)
