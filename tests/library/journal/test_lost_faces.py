"""Faces that an edited photo does not show any more give their names to nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from photoorg.library import FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, drawing
from photoorg.library.elsewhere.said_lists import read_said, said_rows
from photoorg.library.journal import travel
from photoorg.library.journal.replay import add_state, apply_pending, restore_journal
from photoorg.types import Box, FoundFace
from tests.library.conftest import analysis, found

TakeOver = Callable[[Library, Library], object]
STRANGER, ANNA = 2, 1


def scan(
    library: Library, folder: Path, content: str, width: int, faces: list[FoundFace], **more: object
) -> int:
    """Store what one file shows now; return the photo."""
    path = folder / "a.jpg"
    entry = FileEntry(path, width, width)
    library.intake.register(library.folders.add(folder), [entry])
    file = library.intake.known(folder)[path].file_id
    with library.write():
        library.pictures.store([analysis(file, faces, content, width=width, **more)])
        photo = library.pictures.photo_of(file)
        assert photo is not None
        apply_pending(library, [photo])
    return photo


def restored(there: Library, here: Library) -> None:
    there.journal.tidy()
    restore_journal(there.journal.path, here)


def added(there: Library, here: Library) -> None:
    state, left = read_said(said_rows(there))
    assert left == []
    add_state(here, state)


def told(library: Library) -> list[tuple[float, int, str | None]]:
    """Return where faces are, whether they are lost, and who they are."""
    return library.connection.rows(
        "SELECT f.x, f.lost, p.name FROM faces AS f LEFT JOIN people AS p ON p.id = f.person_id "
        "ORDER BY f.lost, f.x"
    )


@pytest.fixture
def edited(tmp_path: Path) -> Library:
    """Return a library of a photo that was cut: a stranger stands where Anna stood."""
    library = Library.open(tmp_path / "edited.photoorg")
    folder = tmp_path / "photos"
    photo = scan(library, folder, "whole", 640, [found(50, seed=ANNA), found(300, seed=STRANGER)])
    anna, stranger = (face.id for face in library.faces.of_photo(photo))
    actions.split(library, [anna], "Anna")
    cut = [found(50, seed=STRANGER)]
    scan(library, folder, "cut", 390, cut, continues=photo, kept={0: stranger})
    assert told(library) == [(50, 0, None), (50, 1, "Anna")]
    return library


@pytest.mark.parametrize("take_over", [restored, added])
@pytest.mark.parametrize("scanned", ["before", "after"])
def test_whoever_stands_there_now_is_not_named(
    edited: Library, tmp_path: Path, take_over: TakeOver, scanned: str
) -> None:
    with Library.open(tmp_path / "new.photoorg") as new:
        for when in ("before", "after"):
            if scanned == when:
                scan(new, tmp_path / "photos", "cut", 390, [found(50, seed=STRANGER)])
            if when == "before":
                take_over(edited, new)
        assert told(new) == [(50, 0, None)]
        assert check(new) == []


@pytest.mark.parametrize("take_over", [restored, added])
def test_in_the_library_itself_they_stay_lost(edited: Library, take_over: TakeOver) -> None:
    take_over(edited, edited)
    assert told(edited) == [(50, 0, None), (50, 1, "Anna")]
    assert check(edited) == []


@pytest.mark.parametrize("take_over", [restored, added])
def test_one_outside_of_what_is_left_is_told(tmp_path: Path, take_over: TakeOver) -> None:
    library, folder = Library.open(tmp_path / "l.photoorg"), tmp_path / "photos"
    photo = scan(library, folder, "whole", 640, [found(50, seed=STRANGER), found(500, seed=ANNA)])
    stranger, anna = (face.id for face in library.faces.of_photo(photo))
    actions.split(library, [anna], "Anna")
    left = [found(50, seed=STRANGER)]
    scan(library, folder, "cut", 200, left, continues=photo, kept={0: stranger})
    take_over(library, library)
    assert told(library) == [(50, 0, None), (500, 1, "Anna")]
    library.close()


@pytest.mark.parametrize("take_over", [restored, added])
def test_a_drawn_face_that_came_with_its_photo_comes_back_with_the_step(
    tmp_path: Path, take_over: TakeOver
) -> None:
    there, folder = Library.open(tmp_path / "there.photoorg"), tmp_path / "photos"
    photo = scan(there, folder, "whole", 640, [found(50)])
    drawn = drawing.draw(there, photo, Box(400, 100, 70, 80))
    actions.split(there, [drawn], "Anna")
    with Library.open(tmp_path / "here.photoorg") as here:
        take_over(there, here)
        scan(here, folder, "whole", 640, [found(50)])
        before = told(here)
        assert before == [(50, 0, None), (400, 0, "Anna")]
        for _ in range(2):
            travel.undo(here)
            assert told(here) == [(50, 0, None)]
            travel.redo(here)
            assert told(here) == before
            assert check(here) == []
    there.close()
