import json
from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.face_crops import read_crops
from photoorg.analysis.pack_evaluation import (
    CHANGES,
    as_in_album,
    detect,
    detect_photos,
    embed,
    evaluate_pack,
    open_pack,
    open_reference,
)
from photoorg.errors import ModelError


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
    report = evaluate_pack(test_pack, people, strangers=people, photos=files, reference=reference)
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


def test_a_file_that_is_no_picture_has_no_faces(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    found = detect_photos(None, [broken])
    assert [len(f.boxes) for f in found] == [0]
