import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.clustering.engine import unit_rows
from photoorg.errors import ModelError
from photoorg.training.starter.face_versions import worse, write_versions
from tests.training.starter.test_embedder import some_faces

pytest.importorskip("onnxruntime")


@pytest.fixture
def crops(tmp_path: Path) -> Path:
    """Smooth random "faces" of 20 people, two each, and one nobody knows."""
    rng = np.random.default_rng(0)
    path = tmp_path / "crops.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for person in range(20):
            look = rng.integers(0, 256, (6, 6, 3)).astype(np.uint8)
            face = cv2.resize(look, (112, 112), interpolation=cv2.INTER_CUBIC)
            for k in range(2):
                archive.writestr(
                    f"Person_{chr(97 + person)}_{k}.png", cv2.imencode(".png", face)[1].tobytes()
                )
        archive.writestr("123_4.png", cv2.imencode(".png", face)[1].tobytes())
    return path


def test_versions_show_the_same_people_worse(crops: Path, tmp_path: Path) -> None:
    starter = Path(__file__).parents[3] / "resources/models/starter/embedder.onnx"
    files = write_versions(crops, starter, tmp_path / "out", versions=1)
    assert [file.name for file in files] == ["clean.npz", "worse-1.npz"]
    with np.load(files[0]) as clean, np.load(files[1]) as bad:
        assert clean["embeddings"].shape == bad["embeddings"].shape == (40, 128)
        assert np.array_equal(clean["labels"], bad["labels"])
        assert np.unique(clean["labels"]).tolist() == list(range(20))
        both = [unit_rows(part["embeddings"]) for part in (clean, bad)]
    alike = (both[0] * both[1]).sum(axis=1)
    assert 5 <= (alike > 0.9999).sum() <= 25  # a third is left as it is
    assert alike.min() < 0.9


def test_degraded_faces_keep_their_shape_and_repeat() -> None:
    face, other = some_faces(2)
    pictures = [worse(face, other, np.random.default_rng(seed)) for seed in range(40)]
    again = [worse(face, other, np.random.default_rng(seed)) for seed in range(40)]
    assert all(one.shape == face.shape and one.dtype == np.uint8 for one in pictures)
    assert all(np.array_equal(one, two) for one, two in zip(pictures, again, strict=True))
    assert len({one.tobytes() for one in pictures}) > 20


def test_what_cannot_be_embedded_is_a_sentence(crops: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="recogniser"):
        write_versions(crops, crops, tmp_path)


def test_faces_nobody_named_are_pictures_only(tmp_path: Path) -> None:
    nobody = tmp_path / "nobody.zip"
    with zipfile.ZipFile(nobody, "w") as archive:
        for number, face in enumerate(some_faces(3)):
            archive.writestr(f"1_{number}.png", cv2.imencode(".png", face)[1].tobytes())
    starter = Path(__file__).parents[3] / "resources/models/starter/embedder.onnx"
    for file in write_versions(nobody, starter, tmp_path, versions=1):
        with np.load(file) as stored:
            assert stored["embeddings"].shape == (3, 128)
            assert stored["labels"].tolist() == [-1, -1, -1]
