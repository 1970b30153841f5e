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


def test_what_is_no_duplicate_is_said_listed_and_taken_back(
    photoorg: Photoorg, album: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    library = tmp_path / "l.photoorg"
    photoorg("scan", album, "--library", library, "--models", tiny_pack)

    def near() -> int:
        stacks = photoorg("duplicates", "--library", library, "--json").json
        return sum(stack["kind"] == "near" for stack in stacks)

    assert near() == 1
    said = photoorg("duplicates", "--deny", album / "small.jpg", "--library", library, "--json")
    pair = [str(album / "a.jpg"), str(album / "small.jpg")]
    assert said.json == [pair]
    assert near() == 0
    listed = photoorg("duplicates", "--denied", "--library", library).out
    assert listed.splitlines() == ["No duplicates:", f"  {pair[0]}", f"  {pair[1]}"]
    nothing = photoorg("duplicates", "--deny", album / "other.jpg", "--library", library)
    assert nothing.code == 2
    assert "is in no stack with other photos" in nothing.err
    back = photoorg("duplicates", "--allow", album / "a.jpg", "--library", library)
    assert back.out == "Of no photo it is said that it is no duplicate.\n"
    assert near() == 1
    assert photoorg("duplicates", "--allow", album / "a.jpg", "--library", library).code == 2
    assert photoorg("undo", "--library", library).code == 0
    assert near() == 0
