"""Which files beside a photo belong to it."""

from pathlib import Path

import pytest

from photoorg.metadata.beside import Folder, read, told_of


def folder(place: Path, *names: str) -> Folder:
    for name in names:
        (place / name).write_text("<x/>")
    return Folder(place)


@pytest.mark.parametrize(
    ("names", "photo", "sidecar"),
    [
        (("a.jpg.xmp", "a.xmp"), "a.jpg", "a.jpg.xmp"),
        (("a.xmp",), "a.jpg", "a.xmp"),
        (("A.XMP",), "a.JPG", "A.XMP"),
        (("a.mov", "a.aae", "a.xmp"), "a.heic", "a.xmp"),  # a moving picture
        (("a.arw", "a.xmp"), "a.jpg", None),
        (("a.jpg", "a.xmp"), "a.arw", "a.xmp"),
        (("a.png", "a.xmp"), "a.jpg", None),
        (("b.xmp", "a.jpg.xml"), "a.jpg", None),
    ],
)
def test_sidecars(tmp_path: Path, names: tuple[str, ...], photo: str, sidecar: str | None) -> None:
    found = folder(tmp_path, *names, photo).sidecar(photo)
    assert (found and found.name) == sidecar


def test_a_sidecar_may_say_whose_it_is(tmp_path: Path) -> None:
    beside = folder(tmp_path, "a.jpg", "a.arw")
    (tmp_path / "a.xmp").write_text('<x photoshop:SidecarForExtension="JPG"/>')
    beside = Folder(tmp_path)
    assert beside.sidecar("a.jpg") == tmp_path / "a.xmp"
    assert beside.sidecar("a.arw") is None


def test_names_are_compared_as_other_systems_do(tmp_path: Path) -> None:
    beside = folder(tmp_path, "Mu\u0308ller.JPG.xmp")
    assert beside.sidecar("M\u00fcller.jpg") == tmp_path / "Mu\u0308ller.JPG.xmp"
    assert beside.find("none") is None


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    beside = Folder(tmp_path / "none")
    assert beside.sidecar("a.jpg") is beside.takeout("a.jpg") is beside.picasa() is None


def test_only_files_of_a_usual_size_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * 100)
    assert read(file) == b"x" * 100
    assert read(file, 99) == read(tmp_path) == read(tmp_path / "none") == read(None) == b""


def test_a_sidecar_of_another_photo_tells_no_date(tmp_path: Path) -> None:
    beside = folder(tmp_path, "b.xmp", "a.jpg.xmp.bak")
    assert beside.dated_by("a.jpg") is None
    assert folder(tmp_path, "a.xmp", "a.arw").dated_by("a.jpg") == tmp_path / "a.xmp"
    assert folder(tmp_path, "a.jpg.xmp").dated_by("a.jpg") == tmp_path / "a.jpg.xmp"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("a.jpg.xmp", ["a.jpg"]),
        ("A.XMP", ["a.jpg", "a.png"]),
        ("a.jpg.supplemental-me.json", ["a.jpg", "a-edited.jpg"]),
        ("a.jpg(1).json", ["a(1).jpg"]),
        ("a.jpg.json", []),  # the longer name counts
        ("settings.json", []),
        ("b.xmp", []),
    ],
)
def test_photos_of_files_that_have_changed(changed: str, told: list[str]) -> None:
    photos = ["a.jpg", "a.png", "a(1).jpg", "a-edited.jpg"]
    there = ["a.jpg.supplemental-me.json", changed]
    assert told_of(photos, there, [changed]) == told
    assert told_of(photos, there[:1], [changed]) == told  # it went away
