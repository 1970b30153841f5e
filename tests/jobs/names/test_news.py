"""Names beside photos that came or changed: counted once, and taken over by nobody."""

import json
import os
from pathlib import Path

import pytest

from photoorg.jobs.names.news import look_beside
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.elsewhere.news import News, news, settle, waiting
from photoorg.metadata.names.packets import with_names
from photoorg.types import Box
from tests.jobs.names.conftest import FACE, UPRIGHT, face, make_photo, read, write
from tests.library.conftest import analysis, group

SHARES = Box(FACE.x / 640, FACE.y / 480, FACE.w / 640, FACE.h / 480)


def scan(library: Library, folder: Path) -> list[News]:
    """Walk, store a face for each new photo, and look beside."""
    control = Control(lambda _: None)
    take_in(library, control, folder)
    library.pictures.store(
        analysis(file.id, [face()], str(file.path)) for file in library.intake.queue("tiny-0123")
    )
    return look_beside(library, control)


def say(photo: Path, *names: str) -> None:
    """Let a sidecar tell of people on the face of a photo, or on nothing."""
    boxes = {name: Box(SHARES.x + 0.3 * n, *SHARES[1:]) for n, name in enumerate(names)}
    photo.with_name(f"{photo.name}.xmp").write_bytes(with_names(None, UPRIGHT, boxes))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg", "deep/c.jpg"):
        make_photo(tmp_path / "photos" / name)
    return tmp_path / "photos"


def test_names_are_counted_once_and_taken_by_nobody(library: Library, folder: Path) -> None:
    assert scan(library, folder) == []
    say(folder / "a.jpg", "Anna", "Ben")
    say(folder / "deep" / "c.jpg", "Anna")
    assert scan(library, folder) == news(library) == [News(folder, 3)]
    assert scan(library, folder) == []
    assert news(library) == [News(folder, 3)]
    assert library.people.names() == []
    assert library.history.entries() == []


def test_what_is_declined_is_told_again_when_its_file_changes(
    library: Library, folder: Path
) -> None:
    say(folder / "a.jpg", "Anna")
    say(folder / "b.jpg", "Ben")
    scan(library, folder)
    settle(library, [folder])
    assert (scan(library, folder), news(library)) == ([], [])
    say(folder / "a.jpg", "Anna", "Carl")
    assert scan(library, folder) == [News(folder, 2)]
    settle(library, [folder / "deep"])
    assert news(library) == [News(folder, 2)]
    (folder / "a.jpg.xmp").unlink()
    assert (scan(library, folder), news(library)) == ([], [])


def test_what_is_taken_over_or_known_is_no_news(library: Library, folder: Path) -> None:
    say(folder / "a.jpg", "Anna")
    scan(library, folder)
    read(library, folder, preview=True)
    assert news(library) == [News(folder, 1)]
    read(library, folder)
    assert news(library) == []
    say(folder / "a.jpg", "Anna", "Ben")
    assert scan(library, folder) == [News(folder, 1)]  # Anna is known there
    settle(library, [folder])
    (photo,) = (one for one in library.photos.list() if one.path == folder / "b.jpg")
    carl = actions.split(library, [one.id for one in library.faces.of_photo(photo.id)], "Carl")
    assert write(library, carl).written == 1
    assert scan(library, folder) == []  # what we write ourselves is none
    (folder / "b.jpg.xmp").write_text("no packet")
    assert scan(library, folder) == []


def test_names_without_a_place_count_where_a_group_can_be_offered(
    library: Library, folder: Path
) -> None:
    scan(library, folder)
    group(library, [library.faces.matrix("tiny-0123").ids.tolist()])
    said = {"people": [{"name": "Anna"}]}
    for name in ("a.jpg", "b.jpg", "deep/c.jpg"):
        (folder / f"{name}.supplemental-metadata.json").write_text(json.dumps(said))
    assert scan(library, folder) == [News(folder, 1)]
    (folder / "b.jpg.supplemental-metadata.json").write_text(json.dumps(said | {"title": "b"}))
    assert scan(library, folder) == []  # of one photo nothing can be concluded


def test_folders_that_are_away_or_removed_are_not_told_of(library: Library, folder: Path) -> None:
    say(folder / "a.jpg", "Anna")
    scan(library, folder)
    (known,) = library.folders.list()
    library.folders.mark_missing(known.id, missing=True)
    assert news(library) == []
    library.folders.mark_missing(known.id, missing=False)
    assert news(library) == [News(folder, 1)]
    os.utime(folder / "a.jpg.xmp", ns=(5, 5))
    take_in(library, Control(lambda _: None), folder)
    assert waiting(library) == [folder / "a.jpg.xmp"]
    actions.remove_folder(library, known.id)
    assert (news(library), waiting(library)) == ([], [])
