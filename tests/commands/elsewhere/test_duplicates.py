"""Duplicates, told in a terminal."""

import shutil
from pathlib import Path

import pytest

from tests.analysis.likeness.drawings import compressed, drawing
from tests.commands.conftest import Photoorg


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Return a folder with a picture, a copy of its file, a compressed one, and another."""
    folder = tmp_path / "album"
    folder.mkdir()
    drawing(1).save(folder / "a.jpg", quality=95)
    shutil.copy(folder / "a.jpg", folder / "b.jpg")
    compressed(drawing(1).resize((400, 300))).save(folder / "small.jpg")
    drawing(2).save(folder / "other.jpg")
    return folder


def test_copies_and_versions_are_listed_the_best_first(
    photoorg: Photoorg, album: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    library = tmp_path / "l.photoorg"
    photoorg("scan", album, "--library", library, "--models", tiny_pack)
    before = {path: path.read_bytes() for path in album.iterdir()}
    found = photoorg("duplicates", "--library", library, "--json")
    a, b, small = (str(album / name) for name in ("a.jpg", "b.jpg", "small.jpg"))
    assert found.code == 0
    assert found.json == [
        {"kind": "copy", "best": a, "photos": [a, b]},
        {"kind": "near", "best": a, "photos": [a, small]},
    ]
    text = photoorg("duplicates", "--library", library).out
    assert f"{a} (the best)" in text
    assert "2 stacks of duplicates." in text
    assert {path: path.read_bytes() for path in album.iterdir()} == before


def test_photos_that_could_not_be_looked_at_are_told(photoorg: Photoorg, library: Path) -> None:
    found = photoorg("duplicates", "--library", library, "--json")
    assert found.json == []
    assert "12 photos have no thumbnail yet" in found.err
