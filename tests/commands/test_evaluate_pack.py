"""Measuring a model pack in a terminal."""

import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.face_crops import is_held_out
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
    lines = photoorg("evaluate-pack", tiny_pack, "--faces", crops).out
    assert "ms per face" in lines


def test_what_is_no_pack_or_no_data(photoorg: Photoorg, crops: Path, tmp_path: Path) -> None:
    run = photoorg("evaluate-pack", tmp_path / "none", "--faces", crops, "--json")
    assert (run.code, run.out) == (2, "")
    run = photoorg("evaluate-pack", tmp_path, "--faces", tmp_path / "none.zip", "--json")
    assert (run.code, run.out) == (2, "")
    assert "none.zip" in run.err
