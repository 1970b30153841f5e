"""What photos look like, told by the network that comes with the program."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.picture_features import PictureFeatures
from photoorg.errors import ModelError
from tests.analysis.likeness.drawings import compressed, drawing, thumbnail
from tests.jobs.scenes.pictures import pictures


@pytest.fixture(scope="module")
def features() -> PictureFeatures:
    return PictureFeatures()


def told(features: PictureFeatures, jpeg: bytes) -> np.ndarray:
    found = features(jpeg)
    assert found is not None
    assert found.dtype == np.float16
    return found.astype(np.float64)


def test_what_is_no_picture_has_none(features: PictureFeatures) -> None:
    assert features(b"") is None
    assert features(b"no picture") is None
    assert features(thumbnail(drawing(1))[:100]) is None


def test_a_picture_that_was_compressed_looks_nearly_the_same(features: PictureFeatures) -> None:
    one, same, other = (
        told(features, thumbnail(image))
        for image in (drawing(1), compressed(drawing(1).resize((300, 225))), drawing(2))
    )
    assert np.linalg.norm(one - same) < np.linalg.norm(one - other) / 2


def test_pictures_of_one_kind_are_nearer_than_those_of_others(features: PictureFeatures) -> None:
    some = pictures(6)
    kinds = np.array([kind for kind, _ in some])
    rows = np.stack([told(features, jpeg) for _, jpeg in some])
    far = np.linalg.norm(rows[:, None] - rows[None], axis=2) + 99 * np.eye(len(rows))
    assert (kinds[far.argmin(axis=1)] == kinds).mean() > 0.9


def test_a_network_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "looks.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"looks\.onnx"):
        _ = PictureFeatures(tmp_path / "looks.onnx").model
