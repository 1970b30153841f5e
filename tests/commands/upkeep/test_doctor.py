"""What is shown to somebody who helps: all that matters, and nothing that is private."""

import getpass
import platform
from pathlib import Path

import pytest

from photoorg.library import Library
from tests.commands.conftest import Photoorg


def test_it_tells_versions_and_counts(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("doctor", "--library", library, "--json")
    assert run.code == 0
    assert set(run.json) == {"program", "packages", "decoders", "models", "library"}
    assert run.json["packages"]["Pillow"]
    assert all(run.json["decoders"][name] for name in ("libheif", "LibRaw", "WebP", "libavcodec"))
    assert "CPUExecutionProvider" in run.json["models"]["providers"]
    told = run.json["library"]
    assert told["there"] is told["ok"] is told["journal"] is True
    assert (told["named_people"], told["groups"], told["faces"]) == (1, 3, 12)
    assert told["problems"] == 0


def test_nothing_in_it_is_private(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    photoorg("rename", 1, "Zyxwvut", "--library", library)
    with Library.open(library) as opened:
        opened.connection.execute("UPDATE files SET error = 'Qponmlk cannot be read' WHERE id = 1")
        (folder, *_) = opened.folders.list()
        photo = opened.photos.list()[0]
    for form in ((), ("--json",)):
        said = photoorg("doctor", "--library", library, *form)
        text = said.out + said.err
        private = ("Zyxwvut", "Qponmlk", str(tmp_path), library.stem, str(folder.path))
        for word in (*private, photo.path.name, str(Path.home()), platform.node()):
            assert word not in text
        assert f"/{getpass.getuser()}" not in text


@pytest.mark.parametrize("content", [None, b"rubbish" * 1000])
def test_a_library_that_cannot_be_opened(
    photoorg: Photoorg, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "other.photoorg"
    if content:
        path.write_bytes(content)
    run = photoorg("doctor", "--library", path, "--json")
    assert run.json["library"]["there"] is bool(content)
    assert run.json["library"].get("ok") is (False if content else None)
    assert run.code == (1 if content else 0)
