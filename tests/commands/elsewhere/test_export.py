"""The photos of people in a folder, in a terminal."""

from pathlib import Path

from photoorg.library import Library
from tests.commands.conftest import Photoorg


def _on_the_disk(library: Path) -> None:
    with Library.open(library) as opened:
        for (id_,) in opened.connection.rows("SELECT id FROM photos"):
            path = opened.photos.get(id_).path
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"picture {id_}")


def test_photos_are_exported(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    _on_the_disk(library)
    photoorg("rename", 1, "Anna", "--library", library)
    to = ("--to", tmp_path / "out", "--library", library)
    run = photoorg("export", "Anna", 2, *to, "--json")
    assert run.code == 0
    assert run.json == {"folder": str(tmp_path / "out"), "exported": 8, "there": 0, "errors": []}
    run = photoorg("export", "Anna", *to, "--only")
    assert run.out == f"0 photos exported, 4 were there already: {tmp_path / 'out'}\n"
    run = photoorg("export", "Anna", 2, "--all-of", "--to", tmp_path / "both", "--library", library)
    assert run.out.startswith("0 photos exported:")
    run = photoorg("export", 3, "--link", "symbolic", *to, "--json")
    assert run.json["exported"] == 4
    assert sum(path.is_symlink() for path in (tmp_path / "out").iterdir()) == 4


def test_what_fails_is_listed(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    run = photoorg("export", 1, "--to", tmp_path / "out", "--library", library, "--json")
    assert run.code == 1
    assert len(run.json["errors"]) == 4
    assert "is not there now" in run.err
    assert photoorg("export", "Nobody", "--to", tmp_path, "--library", library).code == 2
