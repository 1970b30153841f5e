"""Files beside photos that change alone: the next scan asks their photos again, and no others."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from photoorg.jobs.messages import Message
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning import asking
from photoorg.jobs.scanning.asking import ask_files
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
from photoorg.library.origins.dating import set_taken
from photoorg.metadata.details import read_details
from photoorg.metadata.words import LONGEST
from tests.library.conftest import analysis

PACKET = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
    "xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:DateTimeOriginal='{}'/></rdf:RDF></x:xmpmeta>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "photos" / "deep").mkdir(parents=True)
    for name in ("a.jpg", "b.jpg", "deep/a.jpg"):
        Image.new("RGB", (8, 8)).save(tmp_path / "photos" / name)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "x.photoorg") as opened:
        yield opened


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return which files are asked, from now on."""
    paths: list[str] = []
    really = read_details

    def listen(path: Path, **more: object) -> object:
        paths.append(path.name if path.parent.name == "photos" else f"deep/{path.name}")
        return really(path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "read_details", listen)
    return paths


def scan(library: Library, folder: Path) -> list[Message]:
    """Walk, store what is new, and ask; what is in the pictures does not matter here."""
    sent: list[Message] = []
    control = Control(sent.append)
    take_in(library, control, folder)
    ask_files(library, control)
    library.pictures.store(
        analysis(file.id, [], str(file.path)) for file in library.intake.queue("tiny-0123")
    )
    ask_files(library, control)
    return sent


def taken(library: Library, path: Path) -> str | None:
    (photo,) = (photo for photo in library.photos.list() if photo.path == path)
    return photo.taken_at


def test_a_sidecar_that_appears_changes_and_goes(
    library: Library, folder: Path, asked: list[str]
) -> None:
    scan(library, folder)
    assert sorted(asked) == ["a.jpg", "b.jpg", "deep/a.jpg"]
    asked.clear()
    scan(library, folder)
    assert asked == []
    sidecar = folder / "a.jpg.xmp"
    sidecar.write_text(PACKET.format("2018-05-06"))
    scan(library, folder)
    assert (asked, taken(library, folder / "a.jpg")) == (["a.jpg"], "2018-05-06")
    sidecar.write_text(PACKET.format("2018-05-07"))
    os.utime(sidecar, ns=(5, 5))  # of the same size
    scan(library, folder)
    assert (asked, taken(library, folder / "a.jpg")) == (["a.jpg"] * 2, "2018-05-07")
    sidecar.rename(folder / "deep" / "a.xmp")
    scan(library, folder)
    assert sorted(asked[2:]) == ["a.jpg", "deep/a.jpg"]
    assert taken(library, folder / "a.jpg") is None
    assert taken(library, folder / "deep" / "a.jpg") == "2018-05-07"
    asked.clear()
    scan(library, folder)
    scan(library, folder / "deep")
    assert asked == []


def test_what_google_wrote(library: Library, folder: Path, asked: list[str]) -> None:
    scan(library, folder)
    asked.clear()
    said = {"photoTakenTime": {"timestamp": "1563107405"}, "description": "By the lake"}
    (folder / "b.jpg.supplemental-me.json").write_text(json.dumps(said))
    (folder / "metadata.json").write_text("{}")
    scan(library, folder)
    assert (asked, taken(library, folder / "b.jpg")) == (["b.jpg"], "2019-07-14T12:30:05")
    (folder / "b.jpg.supplemental-me.json").unlink()
    scan(library, folder)
    assert (asked, taken(library, folder / "b.jpg")) == (["b.jpg"] * 2, None)


@pytest.mark.parametrize("word", ["\ud800", "a\x07b\u202ec", "long " * 100_000])
def test_words_that_cannot_be_stored_or_shown_stop_nothing(
    library: Library, folder: Path, word: str
) -> None:
    said = {"photoTakenTime": {"timestamp": int("9" * 400)}, "description": f"At {word}"}
    (folder / "b.jpg.json").write_text(json.dumps(said))
    scan(library, folder)
    (photo,) = (one for one in library.photos.list() if one.path == folder / "b.jpg")
    caption = library.connection.value("SELECT caption FROM photos WHERE id = ?", (photo.id,))
    assert caption.startswith("At")
    assert len(caption) <= LONGEST
    assert not set(caption) & {"\ud800", "\x07", "\u202e"}


def test_the_user_is_believed_before_a_sidecar(library: Library, folder: Path) -> None:
    scan(library, folder)
    (photo, *_) = (one for one in library.photos.list() if one.path == folder / "a.jpg")
    set_taken(library, [photo.id], "1965")
    (folder / "a.xmp").write_text(PACKET.format("2018-05-06"))
    scan(library, folder)
    assert taken(library, folder / "a.jpg") == "1965"
    set_taken(library, [photo.id], None)
    assert taken(library, folder / "a.jpg") == "2018-05-06"


def test_a_folder_that_is_away_changes_nothing(
    library: Library, folder: Path, asked: list[str]
) -> None:
    (folder / "a.jpg.xmp").write_text(PACKET.format("2018-05-06"))
    (folder / "deep" / "a.xmp").write_text(PACKET.format("2017"))
    scan(library, folder)
    asked.clear()
    folder.rename(folder.with_name("away"))
    scan(library, folder)
    folder.with_name("away").rename(folder)
    scan(library, folder)
    assert asked == []
    assert taken(library, folder / "a.jpg") == "2018-05-06"


def test_nothing_is_opened_to_find_out(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        (folder / f"{n}.json").write_text("{}")
    scan(library, folder)
    before = library.connection.value("SELECT count(*) FROM beside")
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file is opened"))
    take_in(library, Control(lambda _: None), folder)
    assert library.connection.value("SELECT count(*) FROM beside") == before == 3
