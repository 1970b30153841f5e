"""The pack that ships with the program, and the function that assembles packs."""

import hashlib
import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.errors import ModelError
from photoorg.evaluation.packs.pack_evaluation import detect, open_pack
from photoorg.packs.assembly import STARTER
from photoorg.training.starter.pack import write_pack


def test_the_manifest_names_the_files_as_they_are() -> None:
    manifest = json.loads((STARTER / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["manifest_version"] == 2
    assert (STARTER / manifest["license"]).is_file()
    for task in ("detection", "recognition"):
        entry = manifest["tasks"][task]
        content = (STARTER / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert (STARTER / "detector.onnx").stat().st_size <= 1_500_000
    assert (STARTER / "embedder.onnx").stat().st_size <= 5_000_000
    card = json.loads((STARTER / "model-card.json").read_text(encoding="utf-8"))
    assert {"data", "licence", "recipe", "figures", "limits", "bias"} <= set(card)


def test_writing_the_shipped_pack_again_changes_nothing(tmp_path: Path) -> None:
    written = write_pack(tmp_path, STARTER / "detector.onnx", STARTER / "embedder.onnx")
    assert written.read_text(encoding="utf-8") == (STARTER / "manifest.json").read_text(
        encoding="utf-8"
    )


def test_a_pack_needs_both_networks(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.onnx"):
        write_pack(tmp_path, tmp_path / "nowhere.onnx", STARTER / "embedder.onnx")


# insightface aligns faces with a scikit-image method that is announced to go.
@pytest.mark.filterwarnings("ignore:`estimate` is deprecated:FutureWarning")
def test_insightface_finds_and_tells_apart_people_with_it(photos: Path) -> None:
    pack = open_pack(STARTER)
    names = ("Alvaro_Uribe", "Vicente_Fox")
    faces = []
    for name in names:
        for file in sorted((photos / "people").glob(f"{name}_*.jpg"))[:3]:
            picture = cv2.imread(str(file))
            found = max(pack.get(picture), key=lambda face: face.bbox[2] - face.bbox[0])
            faces.append(found.embedding / np.linalg.norm(found.embedding))
    assert len(faces) == 6
    similarity = np.stack(faces) @ np.stack(faces).T
    same = np.kron(np.eye(2, dtype=bool), np.ones((3, 3), bool))
    assert similarity[same].mean() > similarity[~same].mean() + 0.3


def test_an_empty_picture_has_no_faces() -> None:
    found = detect(open_pack(STARTER), np.full((480, 640, 3), 90, np.uint8))
    assert not len(found.boxes)
