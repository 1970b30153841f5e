"""Forgetting faces in a terminal: only when it is certain that it is wanted."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from photoorg.library import Library
from tests.analysis.tiny_pack import write_pack
from tests.commands.conftest import Photoorg
from tests.conftest import REPOSITORY


def test_without_a_terminal_it_needs_yes(
    photoorg: Photoorg, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    run = photoorg("forget-faces", "--library", library)
    assert (run.code, run.out) == (2, "")
    assert "--yes" in run.err
    assert photoorg("group", "--library", library, "--json").json["faces"] == 12


def test_some_and_all(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("forget-faces", "Anna", "--yes", "--library", library, "--json")
    assert set(run.json) == {"faces", "photos", "copies", "left"}
    assert (run.json["faces"], run.json["photos"], run.json["left"]) == (4, 4, [])
    people = photoorg("people", "--library", library, "--json").json
    assert (people[0]["name"], people[0]["count"]) == ("Anna", 4)
    run = photoorg("forget-faces", "--yes", "--library", library)
    assert run.out.startswith("8 faces of everybody in 8 photos are forgotten.\n")
    assert photoorg("check", "--library", library, "--json").json["ok"]


def test_a_scan_with_another_model_keeps_forgetting(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    place = ("--library", tmp_path / "x.photoorg")
    photoorg("scan", painted, *place, "--models", tiny_pack)
    people = photoorg("people", *place, "--json").json
    photoorg("rename", people[0]["id"], "Anna", *place)
    assert photoorg("forget-faces", "--yes", *place, "--json").json["faces"] == 3
    other = write_pack(tmp_path / "other", gain=2.0)
    assert photoorg("scan", painted, *place, "--models", other, "--json").json["faces"] == 3
    assert photoorg("people", *place, "--json").json[0]["name"] == "Anna"
    assert photoorg("check", *place, "--json").json["ok"]
    with Library.open(tmp_path / "x.photoorg") as library:
        assert library.faces.models() == []
        assert all(library.thumbnails.photo(photo.id) is None for photo in library.photos.list())
        ids = [face for faces in library.faces.by_photo().values() for face in faces]
        assert len(ids) == 3
        assert all(library.thumbnails.face(face) is None for face in ids)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are Unix's")
@pytest.mark.parametrize(("typed", "code", "out"), [(b"n\n", 2, ""), (b"y\n", 0, "4 faces of")])
def test_on_a_terminal_it_asks(library: Path, typed: bytes, code: int, out: str) -> None:
    ours, theirs = os.openpty()
    os.write(ours, typed)
    run = subprocess.run(
        [sys.executable, "-m", "photoorg", "forget-faces", "1", "--library", str(library)],
        stdin=theirs,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    os.close(ours)
    os.close(theirs)
    assert run.returncode == code
    assert run.stdout.startswith(out)
    assert "Erase them? [y/N]" in run.stderr
