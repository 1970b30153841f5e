"""A photo is turned with all that is known of its faces, and stays so whatever scans find."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import UsageError
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.boxes import turned
from photoorg.library.decisions import actions, drawing
from photoorg.library.decisions.turning import Way, turn
from photoorg.library.journal.replay import begin_from_journal, restore_journal
from photoorg.library.values import Turn
from photoorg.types import Box, FoundFace

MODEL = "tiny"
BOX = Box(10, 20, 100, 120)
POINTS = np.array([(40, 60), (80, 60), (60, 80), (45, 110), (75, 110)], np.float32)
PATH = Path("/photos/beach.jpg")


def found(box: Box = BOX) -> FoundFace:
    return FoundFace(box, POINTS, 0.9, 0.5, np.ones(8, np.float32))


def analysis(file: int, width: int = 640, height: int = 480, **more) -> Analysis:
    faces = more.pop("faces", [found()])
    picture = more.pop("picture_hash", "picture")
    return Analysis(
        *(file, f"content of {picture}", width, height, None, MODEL, faces), picture, **more
    )


def fill(library: Library, path: Path = PATH) -> int:
    """Register a file and return its id."""
    folder = library.folders.add(path.parent)
    library.intake.register(folder, [FileEntry(path, 1, 1)])
    return library.intake.known(path.parent)[path].file_id


@pytest.fixture
def file(library: Library) -> int:
    return fill(library)


@pytest.fixture
def photo(library: Library, file: int) -> int:
    library.pictures.store([analysis(file)])
    return library.photos.list()[0].id


def box_of(library: Library, photo: int) -> Box:
    return library.faces.of_photo(photo)[0].box


def marks_of(library: Library, photo: int) -> np.ndarray:
    blob = library.connection.value("SELECT landmarks FROM faces WHERE photo_id = ?", (photo,))
    return np.frombuffer(blob, np.float32).reshape(5, 2)


def test_boxes_turn_with_their_picture() -> None:
    assert turned(BOX, (640, 480), 0) == BOX
    assert turned(BOX, (640, 480), 1) == Box(340, 10, 120, 100)
    assert turned(BOX, (640, 480), 2) == Box(530, 340, 100, 120)
    assert turned(BOX, (640, 480), 3) == Box(20, 530, 120, 100)
    assert turned(turned(BOX, (640, 480), 1), (480, 640), -1) == BOX


@pytest.mark.parametrize("way", list(Way))
def test_a_turned_photo_has_its_faces_turned(library: Library, photo: int, way: Way) -> None:
    turn(library, photo, way)
    shown = library.photos.get(photo)
    assert shown.turned == way
    assert (shown.width, shown.height) == ((480, 640) if way % 2 else (640, 480))
    assert box_of(library, photo) == turned(BOX, (640, 480), way)
    for before, after in zip(POINTS, marks_of(library, photo), strict=True):
        corner = turned(Box(float(before[0]), float(before[1]), 0, 0), (640, 480), way)
        assert tuple(after) == (corner.x, corner.y)


def test_four_turns_are_none(library: Library, photo: int) -> None:
    for _ in range(4):
        turn(library, photo, Way.LEFT)
    assert library.photos.get(photo).turned == 0
    assert box_of(library, photo) == BOX
    assert marks_of(library, photo).tolist() == POINTS.tolist()


def test_a_photo_that_is_not_there_cannot_be_turned(library: Library) -> None:
    with pytest.raises(UsageError, match="no photo"):
        turn(library, 7, Way.LEFT)


def test_turning_is_a_step_that_is_undone_and_done_again(library: Library, photo: int) -> None:
    turn(library, photo, Way.RIGHT)
    assert library.history.undo_label == "Turn beach.jpg right"
    library.history.undo()
    assert library.photos.get(photo).turned == 0
    assert box_of(library, photo) == BOX
    library.history.redo()
    assert library.photos.get(photo).turned == 1
    assert box_of(library, photo) == turned(BOX, (640, 480), 1)


ODD = Box(29.953494461795493, 163.16844182539714, 34.46677943184068, 75.43298307378612)


def test_a_moved_box_goes_back_after_its_photo_was_turned(library: Library, photo: int) -> None:
    (face,) = library.faces.of_photo(photo)
    drawing.reshape(library, face.id, ODD)
    turn(library, photo, Way.RIGHT)
    for _ in range(2):
        library.history.undo()
        assert box_of(library, photo) == pytest.approx(ODD)
        library.history.undo()
        assert box_of(library, photo) == pytest.approx(BOX)
        library.history.redo()
        assert box_of(library, photo) == pytest.approx(ODD)
        library.history.redo()
        assert box_of(library, photo) == pytest.approx(turned(ODD, (640, 480), 1))


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("box", [ODD, Box(BOX.x, BOX.y, 90, BOX.h)])
@pytest.mark.parametrize("turned_first", [True, False])
def test_one_step_that_moves_a_box_and_turns_its_photo(
    library: Library, photo: int, way: Way, box: Box, turned_first: bool
) -> None:
    (face,) = library.faces.of_photo(photo)
    with library.history.edit("Import"):
        if turned_first:
            turn(library, photo, way)
            drawing.reshape(library, face.id, turned(box, (640, 480), way))
        else:
            drawing.reshape(library, face.id, box)
            turn(library, photo, way)
    for _ in range(2):
        assert box_of(library, photo) == pytest.approx(turned(box, (640, 480), way))
        library.history.undo()
        assert library.photos.get(photo).turned == 0
        assert box_of(library, photo) == pytest.approx(BOX)
        library.history.redo()


def test_what_a_search_found_since_turns_back_too(library: Library, file: int, photo: int) -> None:
    turn(library, photo, Way.RIGHT)
    near = Box(342, 12, 118, 98)
    other = Box(100, 300, 50, 50)
    faces = [found(near), found(other)]
    library.pictures.store([analysis(file, 480, 640, faces=faces, turned=1)])
    library.history.undo()
    assert {face.box for face in library.faces.of_photo(photo)} == {
        turned(near, (480, 640), -1),
        turned(other, (480, 640), -1),
    }


def test_names_stay_on_faces_that_are_found_again(library: Library, file: int, photo: int) -> None:
    (face,) = library.faces.of_photo(photo)
    actions.split(library, [face.id], "Anna")
    turn(library, photo, Way.LEFT)
    assert library.intake.queue(MODEL)[0].id == file
    assert not library.pictures.recognize(file, "content of picture", "picture", MODEL)
    place = turned(BOX, (640, 480), Way.LEFT)
    library.pictures.store([analysis(file, 480, 640, faces=[found(place)], turned=3)])
    assert [(f.id, f.person_name) for f in library.faces.of_photo(photo)] == [(face.id, "Anna")]
    assert library.intake.queue(MODEL) == []


def test_a_scan_hears_how_the_picture_of_a_file_is_turned(
    library: Library, file: int, photo: int
) -> None:
    assert library.pictures.turn(file, "content of picture", "picture") is None
    turn(library, photo, Way.RIGHT)
    told = Turn(1, (640, 480))
    copy = fill(library, PATH.with_name("copy.jpg"))
    assert library.pictures.turn(file, "content of picture", "picture") == told
    assert library.pictures.turn(copy, "content of picture", "picture") == told
    assert library.pictures.turn(file, "edited", "edited") == told  # of what it showed before
    assert library.pictures.turn(copy, "other", "other") is None
    assert library.pictures.turn(None, "content of picture", "picture") == told
    assert library.pictures.turn(None, "edited", "edited") is None


def test_another_picture_in_the_file_of_a_turned_photo_is_not_turned(
    library: Library, file: int, photo: int
) -> None:
    turn(library, photo, Way.LEFT)
    misturned = analysis(file, 480, 640, picture_hash="other", turned=3)
    assert library.pictures.store([misturned]) == [[]]
    assert library.photos.count() == 1
    library.pictures.store([analysis(file, picture_hash="other")])
    (new,) = library.photos.list()
    assert (new.id != photo, new.turned, new.width) == (True, 0, 640)
    assert library.photos.get(photo).turned == 3


def test_who_turns_a_photo_while_it_is_looked_at_is_heard(
    library: Library, file: int, photo: int
) -> None:
    turn(library, photo, Way.RIGHT)
    assert library.pictures.store([analysis(file)]) == [[]]  # it began before
    assert library.photos.get(photo).turned == 1
    assert box_of(library, photo) == turned(BOX, (640, 480), 1)
    assert library.intake.queue(MODEL) != []


def test_an_edited_picture_stands_as_it_was_looked_at(
    library: Library, file: int, photo: int
) -> None:
    turn(library, photo, Way.RIGHT)
    library.pictures.store([analysis(file, 480, 640, picture_hash="edited", continues=photo)])
    assert library.photos.get(photo).turned == 0


def test_the_pictures_of_a_turned_photo_are_made_anew(library: Library, photo: int) -> None:
    (face,) = library.faces.of_photo(photo)
    library.thumbnails.put_photos([(photo, b"old")])
    library.thumbnails.put_faces([(face.id, b"old")])
    for step in (lambda: turn(library, photo, Way.RIGHT), library.history.undo):
        before = library.thumbnails.reader().newest()
        step()
        assert library.thumbnails.photo(photo) is None
        assert library.thumbnails.face(face.id) is None
        told = library.thumbnails.reader().replaced_since(before)
        assert {row[1:] for row in told} == {("photo", photo), ("face", face.id)}


def test_the_journal_turns_photos_in_another_library(
    library: Library, photo: int, tmp_path: Path
) -> None:
    (face,) = library.faces.of_photo(photo)
    actions.split(library, [face.id], "Anna")
    turn(library, photo, Way.LEFT)
    with Library.open(tmp_path / "other.photoorg") as other:
        file = fill(other)
        other.pictures.store([analysis(file)])
        restore_journal(library.journal.path, other)
        (shown,) = other.photos.list()
        assert shown.turned == Way.LEFT
        (there,) = other.faces.of_photo(shown.id)
        assert (there.person_name, there.box) == ("Anna", turned(BOX, (640, 480), Way.LEFT))


@pytest.mark.parametrize("anew", [False, True])
def test_a_turn_waits_for_its_photo(
    library: Library, photo: int, tmp_path: Path, *, anew: bool
) -> None:
    (face,) = library.faces.of_photo(photo)
    turn(library, photo, Way.RIGHT)
    actions.split(library, [face.id], "Anna")
    if anew:
        library.journal.write()
    place = tmp_path / "new.photoorg"
    begin_from_journal(library.journal.path, place)
    with Library.open(place) as new:
        file = fill(new)
        assert new.pictures.turn(file, "content of picture", "picture") == Turn(1, None)
        there = turned(BOX, (640, 480), 1)
        new.pictures.store([analysis(file, 480, 640, faces=[found(there)], turned=1)])
        assert new.photos.list()[0].turned == 1
        assert new.pictures.turn(file, "content of picture", "picture") == Turn(1, (640, 480))
        assert new.connection.value("SELECT count(*) FROM pending_turns") == 0


def test_an_older_copy_hears_what_was_turned_back(library: Library, photo: int) -> None:
    turn(library, photo, Way.RIGHT)
    library.history.undo()
    library.journal.write()
    library.connection.execute("UPDATE photos SET turned = 1, width = 480, height = 640")
    restore_journal(library.journal.path, library)
    assert library.photos.get(photo).turned == 0
