"""Boxes that the user drew: named, moved, taken away, undone, and kept whatever is scanned."""

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import Analysis, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, drawing
from photoorg.library.journal.replay import apply_pending, restore_journal
from photoorg.library.storage.sidecars import journal_file
from photoorg.types import Box
from tests.library.conftest import MODEL, add_photos, analysis, decided, found, group, place_of
from tests.library.taking_back import redo_all, undo_all

BOX = Box(300.0, 200.0, 80.0, 100.0)


def look(library: Library, face: int, *faces: float, model: str = MODEL) -> Analysis:
    """Return what a model sees in the photo of a face; faces are found at these x."""
    file = place_of(library, face)
    return analysis(file, [found(x, seed=int(x)) for x in faces], model=model)


@pytest.fixture
def photo(library, family) -> int:
    """Return a photo in which three faces were found, at 0, 50 and 100."""
    return int(library.faces.get(family[0][0]).photo_id)


@pytest.fixture
def drawn(library, photo) -> int:
    return drawing.draw(library, photo, BOX)


def test_a_drawn_face_is_in_its_photo_and_in_a_group_of_its_own(library, photo, drawn) -> None:
    face = library.faces.get(drawn)
    assert (face.box, face.drawn, face.erasable) == (BOX, True, True)
    assert drawn in [f.id for f in library.faces.of_photo(photo)]
    assert library.people.get(face.person_id).count == 1
    actions.rename(library, face.person_id, "Anna")
    assert library.faces.get(drawn).person_name == "Anna"
    assert check(library) == []


def test_a_box_is_cut_to_the_photo_and_must_hold_a_face(library, photo, family) -> None:
    face = drawing.draw(library, photo, Box(600, 400, 300, 300))
    assert library.faces.get(face).box == Box(600, 400, 40, 80)
    for box, why in ((Box(700, 0, 50, 50), "too small"), (Box(0, 10, 44, 44), "already")):
        with pytest.raises(UsageError, match=why):
            drawing.draw(library, photo, box)
    with pytest.raises(UsageError, match="already"):
        drawing.reshape(library, face, Box(0, 10, 40, 40))


def test_drawing_moving_and_deleting_are_undone_and_done_again(library, photo, drawn) -> None:
    states = [decided(library)]
    for step in (
        lambda: drawing.reshape(library, drawn, Box(310, 190, 70, 90)),
        lambda: actions.split(library, [drawn], "Cora"),
        lambda: drawing.erase(library, drawn),
    ):
        step()
        states.append(decided(library))
    for state in reversed(states[:-1]):
        library.history.undo()
        assert decided(library) == state
    library.history.undo()
    assert drawn not in [face.id for face in library.faces.of_photo(photo)]
    for state in states:
        library.history.redo()
        assert decided(library) == state
    assert check(library) == []


def test_a_found_box_that_was_moved_stays_there_and_can_go_back(library, family, photo) -> None:
    face = family[0][0]
    before = library.faces.get(face).box
    drawing.reshape(library, face, Box(5, 5, 60, 60))
    library.pictures.store([look(library, face, 0, 50, 100, model="newer")])
    assert library.faces.get(face).box == Box(5, 5, 60, 60)
    assert len(library.faces.of_photo(photo)) == 3
    with pytest.raises(UsageError, match="not a face"):
        drawing.erase(library, face)
    library.history.undo()
    assert library.faces.get(face).box == before
    assert not library.faces.get(face).drawn


def test_a_rescan_and_another_model_keep_what_was_drawn(library, photo, drawn) -> None:
    for model in (MODEL, "newer"):
        library.pictures.store([look(library, drawn, 0, 50, 100, model=model)])
        assert library.faces.get(drawn).box == BOX
        assert len(library.faces.of_photo(photo)) == 4


def test_a_face_that_the_detector_finds_later_joins_the_drawn_one(library, photo, drawn) -> None:
    seen = found(0, size=44)
    loose = Box(seen.box.x + 320, seen.box.y + 215, 44, 44)
    face = type(seen)(loose, seen.landmarks, 0.8, 0.7, seen.embedding)
    file = place_of(library, drawn)
    library.pictures.store([analysis(file, [face], model="newer")])
    now = library.faces.get(drawn)
    assert (now.box, now.score, now.erasable) == (BOX, 0.8, False)
    library.history.undo()
    assert library.faces.get(drawn).id == drawn  # the detector has found it: it stays
    assert not library.faces.get(drawn).drawn
    library.history.redo()
    assert library.faces.get(drawn).drawn
    assert check(library) == []


def test_what_a_model_sees_in_a_drawn_box_can_be_grouped(library, photo, drawn) -> None:
    file = place_of(library, drawn)
    assert [waiting.id for waiting in library.intake.queue(MODEL)] == [file]
    content = f"content {file}"
    assert not library.pictures.recognize(file, content, content, MODEL)
    assert library.pictures.drawn(content, content, MODEL) == {drawn: BOX}
    seen = look(library, drawn, 0, 50, 100)
    library.pictures.store(
        [analysis(file, seen.faces, drawn={drawn: found(seed=77)})]  # as the same model saw it
    )
    assert drawn in library.faces.matrix(MODEL).ids
    assert library.intake.queue(MODEL) == []
    assert library.faces.get(drawn).person_id is None  # the next grouping finds it a place
    drawing.reshape(library, drawn, Box(310, 190, 70, 90))
    assert library.pictures.drawn(content, content, MODEL) == {drawn: Box(310, 190, 70, 90)}


def test_the_same_model_looking_again_takes_nothing_away(library, photo, drawn) -> None:
    library.pictures.store([look(library, drawn, 0)])
    assert len(library.faces.of_photo(photo)) == 4
    library.pictures.store([look(library, drawn, 0, model="newer")])
    assert len(library.faces.of_photo(photo)) == 2


def test_an_edited_photo_loses_the_place_and_not_the_face(library, photo, drawn) -> None:
    actions.split(library, [drawn], "Cora")
    file = place_of(library, drawn)
    library.pictures.store([analysis(file, [], content="b", continues=photo, kept={})])
    assert [face.id for face in library.faces.lost_of_person(4)] == []
    (cora,) = library.people.find_by_name("Cora")
    assert [face.id for face in library.faces.lost_of_person(cora.id)] == [drawn]


@pytest.mark.parametrize("scanned", [True, False])
def test_a_new_library_is_told_by_the_journal(library, photo, drawn, tmp_path, scanned) -> None:
    actions.split(library, [drawn], "Cora")
    drawing.reshape(library, drawn, Box(310, 190, 70, 90))
    other = drawing.draw(library, photo, Box(500, 100, 60, 60))
    drawing.erase(library, other)
    with Library.open(tmp_path / "new.photoorg") as new:
        if scanned:
            add_photos(new, tmp_path / "family", [3, 3, 3, 3])
        restored = restore_journal(journal_file(library.path), new)
        assert (restored.people, restored.pending) == (1, 0 if scanned else 1)
        if not scanned:
            add_photos(new, tmp_path / "family", [3, 3, 3, 3])
            ids = [id_ for (id_,) in new.connection.rows("SELECT id FROM photos")]
            assert apply_pending(new, ids) == 1
        (cora,) = new.people.find_by_name("Cora")
        (face,) = new.faces.of_person(cora.id)
        assert face.drawn
        assert face.box == pytest.approx(Box(310, 190, 70, 90), abs=0.01)
        assert sum(len(faces) for faces in new.faces.by_photo().values()) == 13
        assert check(new) == []
        restore_journal(journal_file(library.path), new)
        assert sum(len(faces) for faces in new.faces.by_photo().values()) == 13
        if scanned:
            while new.history.undo():
                pass
            assert sum(len(faces) for faces in new.faces.by_photo().values()) == 12
            assert check(new) == []


STEP = st.tuples(
    st.sampled_from(["draw", "reshape", "erase", "name", "apart", "no", "undo", "redo", "look"]),
    st.integers(0, 30),
    st.integers(0, 4),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, max_size=12))
def test_any_drawing_can_be_taken_back_and_done_again(steps: list[tuple[str, int, int]]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "l.photoorg") as library,
    ):
        per_photo = add_photos(library, Path(folder) / "p", [2, 2])
        group(library, [list(members) for members in zip(*per_photo, strict=True)])
        beginning = said(library)
        for step in steps:
            with contextlib.suppress(UsageError):
                _do(library, *step)
            assert check(library) == []
        redo_all(library, check)
        end = said(library)
        undo_all(library, check)
        assert said(library) == beginning
        redo_all(library, check)
        assert said(library) == end


def said(library: Library) -> list[tuple[Any, ...]]:
    """Return what a human decided about faces; where nobody spoke of one is the machine's."""
    return library.connection.rows(
        "SELECT f.id, f.x, f.y, f.w, f.h, f.box_source, f.source, f.dismissed, p.name "
        "FROM faces AS f LEFT JOIN people AS p ON p.id = f.person_id ORDER BY f.id"
    )


def _do(library: Library, kind: str, at: int, by: int) -> None:
    photos = library.faces.by_photo()
    faces = [face for of in photos.values() for face in of]
    face = faces[at % len(faces)]
    x, y, w, h = library.faces.get(face).box
    box = Box(150.0 + 97 * by + at, 100.0 + 53 * by, 60.0 + at, 70.0)
    ways: dict[str, Callable[[], object]] = {
        "draw": lambda: drawing.draw(library, 1 + at % 2, box),
        "reshape": lambda: drawing.reshape(library, face, Box(x + by, y, w + at / 3, h + by)),
        "erase": lambda: drawing.erase(library, face),
        "name": lambda: actions.split(library, [face], f"Name {by}"),
        "apart": lambda: actions.unassign(library, [face]),
        "no": lambda: actions.not_a_face(library, [face]) if len(faces) > 1 else None,
        "undo": library.history.undo,
        "redo": library.history.redo,
        "look": lambda: _look_again(library, list(photos)),
    }
    ways[kind]()


def _look_again(library: Library, photos: list[int]) -> None:
    for photo in photos:
        faces = library.faces.of_photo(photo)
        drawn = {face.id: found(seed=face.id) for face in faces if face.erasable}
        seen = [found(0, seed=1), found(50, seed=2)]
        library.pictures.store([analysis(photo, seen, drawn=drawn)])
