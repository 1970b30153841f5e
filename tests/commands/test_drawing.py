"""Faces that were missed, drawn and searched for in a terminal."""

from pathlib import Path

import pytest

from tests.commands.conftest import Photoorg


def faces_of(photoorg: Photoorg, library: Path, photo: int) -> list[int]:
    listed = photoorg("photos", "--library", library, "--json").json
    (faces,) = [one["faces"] for one in listed if one["id"] == photo]
    return list(faces)


def first(photoorg: Photoorg, library: Path) -> tuple[int, int, int]:
    """Return a photo, and its width and height."""
    one = photoorg("photos", "--library", library, "--json").json[0]
    return one["id"], one["width"], one["height"]


def test_draw_and_undo(photoorg: Photoorg, library: Path) -> None:
    photo, width, height = first(photoorg, library)
    before = faces_of(photoorg, library, photo)
    at = ("--library", library)
    box = [width - 40, height - 40, 30, 35]
    made = photoorg("draw", photo, *box, "--name", "Cora", *at, "--json").json
    assert made["box"] == box
    assert set(faces_of(photoorg, library, photo)) == {*before, made["face"]}
    moved = photoorg("move-box", made["face"], width - 45, height - 45, 32, 36, *at)
    assert moved.out == f"Face {made['face']} is Cora.\n"
    deleted = photoorg("delete-box", made["face"], *at)
    assert deleted.out == f"The box of face {made['face']} is deleted.\n"
    for _ in range(3):
        photoorg("undo", *at)
    assert faces_of(photoorg, library, photo) == before
    people = photoorg("people", "--all", *at, "--json").json
    assert "Cora" not in [person["name"] for person in people]


@pytest.mark.parametrize(
    "words",
    [
        ("draw", "first", "1", "1", "30", "30"),
        ("draw", "99999", "1", "1", "30", "30"),
        ("draw", "1", "nan", "1", "30", "30"),
        ("draw", "1", "0", "0", "2", "2"),
        ("move-box", "99999", "1", "1", "30", "30"),
        ("delete-box", "1"),
        ("search-photo", "none"),
        ("turn", "99999", "left"),
        ("turn", "1", "round"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    photoorg: Photoorg, library: Path, words: tuple[str, ...]
) -> None:
    run = photoorg(*words, "--library", library)
    assert (run.code, run.out) == (2, "")
    assert run.err


def test_a_photo_is_searched_harder(
    photoorg: Photoorg, painted: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    at = ("--library", tmp_path / "l.photoorg")
    photoorg("scan", painted, "--models", tiny_pack, *at)
    photo, *_ = first(photoorg, tmp_path / "l.photoorg")
    before = faces_of(photoorg, tmp_path / "l.photoorg", photo)
    run = photoorg("search-photo", photo, "--models", tiny_pack, *at, "--json")
    after = faces_of(photoorg, tmp_path / "l.photoorg", photo)
    assert run.json == {"photo": photo, "new": len(after) - len(before)}
    assert set(before) <= set(after)
    for path in painted.iterdir():
        path.unlink()
    gone = photoorg("search-photo", photo, "--models", tiny_pack, *at)
    assert gone.out.endswith("cannot be read just now.\n")
    assert gone.code != 0


def test_a_photo_is_turned_and_searched(
    photoorg: Photoorg, painted: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    library = tmp_path / "l.photoorg"
    at = ("--library", library, "--models", tiny_pack)
    photoorg("scan", painted, *at)
    photo, width, height = first(photoorg, library)
    before = len(faces_of(photoorg, library, photo))
    turned = photoorg("turn", photo, "left", *at, "--json").json
    assert (turned["photo"], turned["turned"]) == (photo, 3)
    assert turned["new"] == len(faces_of(photoorg, library, photo)) - before
    assert first(photoorg, library) == (photo, height, width)
    half = photoorg("turn", photo, "half", *at)
    assert " is turned; " in half.out
    photoorg("undo", "--library", library)
    photoorg("undo", "--library", library)
    assert first(photoorg, library) == (photo, width, height)


def test_without_models_a_turned_photo_waits_to_be_searched(
    photoorg: Photoorg, library: Path, tmp_path: Path
) -> None:
    photo, *_ = first(photoorg, library)
    run = photoorg("turn", photo, "right", "--library", library, "--models", tmp_path / "none")
    assert run.code == 0
    assert run.out.endswith("is turned; it is searched as soon as there are face models.\n")
