"""The network for closed eyes, trained a little on real faces with painted lids."""

import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

pytest.importorskip("torch")

from photoorg.analysis.likeness.eyes import Eyes
from photoorg.analysis.thumbnails import face_thumbnail, on_face_thumbnail
from photoorg.errors import DataError
from photoorg.training.starter.eyelids import close_eyes, exchange_eyes, spoil
from photoorg.training.starter.eyes import EyesRecipe, train_eyes
from tests.analysis.real_faces import real_faces

RECIPE = EyesRecipe(pictures=1200, tested=100, epochs=6, batch=32, called_closed=0)


@pytest.fixture
def crops(tmp_path: Path) -> Path:
    """Return the faces that libraries bring, twelve times: some of the names are kept out."""
    file = tmp_path / "crops.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for n, (_, face) in enumerate(real_faces() * 4):
            archive.writestr(f"{n:02}.png", cv2.imencode(".png", face.crop)[1].tobytes())
    return file


def test_what_was_painted_is_learned_and_shipped_with_a_card(crops: Path, tmp_path: Path) -> None:
    out = tmp_path / "eyes" / "eyes.onnx"
    figures = train_eyes([crops], out, RECIPE)
    assert figures["painted eyes found"] > figures["painted with open eyes, called closed"] + 0.2
    assert "sha256" in out.with_suffix(".md").read_text("utf-8")
    picture, face = real_faces()[-1]
    places = on_face_thumbnail(face.landmarks, face.box, picture.width, picture.height)
    assert not Eyes(out).closed(face_thumbnail(picture, face.box), places)


def test_faces_to_try_are_needed_beside_those_to_learn_from(tmp_path: Path) -> None:
    file = tmp_path / "one.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.png", cv2.imencode(".png", real_faces()[0][1].crop)[1].tobytes())
    with pytest.raises(DataError, match="not faces enough"):
        train_eyes([file], tmp_path / "eyes.onnx", RECIPE)


def test_only_the_eyes_are_painted() -> None:
    dice = np.random.default_rng(1)
    (_, one), (_, other) = real_faces()[:2]
    for painted in (
        close_eyes(one.crop, dice),
        *(exchange_eyes(one.crop, other.crop, dice) for _ in range(3)),
    ):
        changed = (painted != one.crop).any(axis=2)
        assert not changed[72:].any()
        assert not changed[:30].any()
    assert (close_eyes(one.crop, dice) != one.crop).any()
    assert spoil(one.crop, dice).shape == one.crop.shape
