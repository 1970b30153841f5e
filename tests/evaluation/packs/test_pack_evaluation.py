import json
from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.face_crops import read_crops
from photoorg.errors import ModelError
from photoorg.evaluation.packs.changed_crops import CHANGES, as_in_album
from photoorg.evaluation.packs.pack_evaluation import (
    detect,
    detect_also_large,
    detect_photos,
    embed,
    evaluate_pack,
    open_pack,
    open_reference,
)


def test_changes_keep_the_crop_a_crop() -> None:
    crop = np.random.default_rng(0).integers(0, 256, (112, 112, 3)).astype(np.uint8)
    for change in CHANGES.values():
        changed = change(crop)
        assert changed.shape == crop.shape
        assert changed.dtype == np.uint8
        assert (changed != crop).any()
        assert (change(crop) == changed).all()


def test_a_folder_without_models_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        open_pack(tmp_path)
    with pytest.raises(ModelError, match="not a folder"):
        open_pack(tmp_path / "nowhere")


def test_half_of_an_album_is_unsharp() -> None:
    crops = np.random.default_rng(0).integers(0, 256, (4, 112, 112, 3)).astype(np.uint8)
    worn = as_in_album(crops)
    assert (worn[::2] == crops[::2]).all()
    assert all(one.std() < other.std() for one, other in zip(worn[1::2], crops[1::2], strict=True))


def test_what_is_no_yunet_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.onnx").write_text("no network")
    with pytest.raises(ModelError, match="no YuNet"):
        open_reference(tmp_path / "text.onnx")


@pytest.mark.pack
def test_a_pack_is_measured(test_pack: Path, shared: Path, photos: Path) -> None:
    crops = read_crops([shared / "data" / "faces" / "lfw-dev-crops-112.zip"])
    names = np.array(crops.names)
    known, counts = np.unique(names, return_counts=True)
    several = known[(counts >= 3) & (counts <= 8)][:12]
    people = crops.select(np.isin(names, several))
    files = sorted((photos / "people").glob("*.jpg"))[:4]
    pack = open_pack(test_pack)
    reference = detect_photos(pack, files)
    report = evaluate_pack(test_pack, people, strangers=[people], photos=files, reference=reference)
    assert report.verification is not None
    assert report.verification.accuracy > 0.95
    assert set(report.slices) == set(CHANGES)
    assert report.detection is not None
    assert report.detection.recall == 1
    assert report.detection.precision == 1
    assert report.megabytes == pytest.approx(11.676, abs=0.01)
    assert json.loads(json.dumps(report.as_json()))["name"] == "test-pack"
    assert embed(pack, people.pixels[:2]).shape == (2, 512)
    assert not len(detect(pack, np.zeros((200, 300, 3), np.uint8)).boxes)


class _Wide:
    """A detector that sees one face at (10, 20), and a larger one only inside a margin."""

    det_model: "_Wide"

    def __init__(self) -> None:
        self.det_model = self

    def detect(self, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        height, width = picture.shape[:2]
        edge = width // 4 if width == 400 else 0  # 200 wide, and a margin of 100
        boxes = [[10 + edge, 20 + edge, 40 + edge, 60 + edge, 0.9]]
        if edge:
            boxes.append([60 + edge, edge, 190 + edge, height - edge, 0.8])
        return np.array(boxes, np.float32), np.full((len(boxes), 5, 2), 30 + edge, np.float32)


def test_a_reference_knows_faces_that_fill_the_picture() -> None:
    found = detect_also_large(_Wide(), np.zeros((150, 200, 3), np.uint8))
    assert found.boxes.tolist() == [[10, 20, 40, 60], [60, 0, 190, 150]]
    assert found.scores.tolist() == pytest.approx([0.9, 0.8])
    assert (found.landmarks == 30).all()


def test_a_file_that_is_no_picture_has_no_faces(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    found = detect_photos(None, [broken])
    assert [len(f.boxes) for f in found] == [0]
