"""Measuring a model pack in a terminal."""

import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.face_crops import is_held_out
from photoorg.packs.assembly import STARTER
from tests.analysis.tiny_pack import write_manifest, write_pack, write_recognizer
from tests.commands.conftest import Photoorg


@pytest.fixture
def crops(tmp_path: Path) -> Path:
    """Return a zip file of four people's faces, each a colour of its own."""
    names = [f"Person_{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    kept = [name for name in names if is_held_out(name)][:4]
    rng = np.random.default_rng(0)
    with zipfile.ZipFile(tmp_path / "faces.zip", "w") as archive:
        for number, name in enumerate(kept):
            for photo in range(4):
                colour = np.array([60 * number, 200 - 60 * number, 90]) + rng.integers(0, 6, 3)
                data = BytesIO()
                picture = np.full((112, 112, 3), colour, np.uint8)
                Image.fromarray(picture).save(data, "PNG")
                archive.writestr(f"{name}_{photo:04}.png", data.getvalue())
    return tmp_path / "faces.zip"


def test_a_pack_is_measured(photoorg: Photoorg, tiny_pack: Path, crops: Path) -> None:
    run = photoorg("evaluate-pack", tiny_pack, "--faces", crops, "--json")
    assert run.code == 0
    (report,) = run.json
    assert report["name"] == "tiny"
    assert report["verification"]["accuracy"] > 0.5
    assert report["calibration"]["faces"] == 16
    assert report["model_id"].startswith("rec_tiny-")
    lines = photoorg("evaluate-pack", tiny_pack, "--faces", crops).out
    assert "ms per face" in lines


def test_without_faces_size_and_speed_are_measured(photoorg: Photoorg, tiny_pack: Path) -> None:
    run = photoorg("evaluate-pack", tiny_pack, "--json")
    assert run.code == 0
    (report,) = run.json
    assert (report["verification"], report["calibration"], report["dimension"]) == (None, None, 3)
    assert "Without --faces" in run.err


def test_a_pack_that_is_not_what_it_says_is_refused(photoorg: Photoorg, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "bad")
    write_manifest(folder)
    write_recognizer(folder / "rec_tiny.onnx", gain=2.0)
    run = photoorg("evaluate-pack", folder, "--json")
    assert (run.code, run.out) == (2, "")
    assert "SHA-256 differs" in run.err


@pytest.mark.pack
def test_packs_stand_side_by_side(
    photoorg: Photoorg, test_pack: Path, shared: Path, photos: Path, tmp_path: Path
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for file in sorted((photos / "people").glob("*.jpg"))[:2]:
        (few / file.name).write_bytes(file.read_bytes())
    starter = STARTER
    yunet = shared / "models" / "teachers" / "yunet_n_dynamic.onnx"
    words = ("evaluate-pack", starter, test_pack, "--photos", few, "--reference", yunet)
    out = photoorg(*words).out
    heads, *rows = out.splitlines()
    assert "photoorg starter" in heads
    assert "test-pack" in heads
    assert any(row.startswith("detection: recall") and "1.0000" in row for row in rows)
    assert any(row.startswith("terms") and "MIT" in row for row in rows)


def test_what_is_no_pack_or_no_data(photoorg: Photoorg, crops: Path, tmp_path: Path) -> None:
    run = photoorg("evaluate-pack", tmp_path / "none", "--faces", crops, "--json")
    assert (run.code, run.out) == (2, "")
    run = photoorg("evaluate-pack", tmp_path, "--faces", tmp_path / "none.zip", "--json")
    assert (run.code, run.out) == (2, "")
    assert "none.zip" in run.err


def test_only_photos_kept_out_of_training_are_looked_at(
    photoorg: Photoorg, tiny_pack: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    for number in range(30):
        Image.new("RGB", (64, 48), "gray").save(folder / f"{number:04}.jpg")
    kept = sum(is_held_out(file.name) for file in folder.iterdir())
    asked = ("evaluate-pack", tiny_pack, "--photos", folder, "--reference", tiny_pack)
    for option, count in (((), 30), (("--kept-out",), kept)):
        run = photoorg(*asked, *option)
        assert run.code == 0
        assert f"of {count}" in run.err
