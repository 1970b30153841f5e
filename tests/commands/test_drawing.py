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
