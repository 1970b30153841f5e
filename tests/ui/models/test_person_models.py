"""The faces and the photos of one person."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoorg.library import Face, Photo, Source
from photoorg.types import Box
from photoorg.ui.models.faces_model import FACE, HEADING, FacesModel
from photoorg.ui.models.person_photos_model import PHOTO, PersonPhotosModel

READ = Qt.ItemDataRole.AccessibleTextRole


def face(id_: int, *, confirmed: bool) -> Face:
    return Face(
        id_,
        id_ + 100,
        Box(0, 0, 9, 9),
        0.9,
        0.5,
        1,
        Source.FACE if confirmed else Source.MACHINE,
        "Anna",
    )


FACES = [
    face(1, confirmed=True),
    face(2, confirmed=True),
    face(3, confirmed=False),
    face(4, confirmed=False),
]


def test_doubtful_faces_stand_under_a_question(qtmodeltester: ModelTester) -> None:
    model = FacesModel()
    model.show(FACES, "Anna", 2)
    qtmodeltester.check(model)
    faces = [model.face(model.index(row, 0)) for row in range(model.rowCount())]
    assert faces == [FACES[0], FACES[1], None, FACES[2], FACES[3]]
    assert model.index(2, 0).data(HEADING).title == "Is this Anna?"
    assert model.index(2, 0).data(HEADING).count == 2
    assert model.doubtful_rows() == range(3, 5)
    assert [model.is_doubtful(model.index(row, 0)) for row in range(5)] == [False] * 3 + [True] * 2
    assert [model.row_of(id_) for id_ in (1, 2, 3, 4, 5)] == [0, 1, 3, 4, -1]
    assert model.index(1, 0).data(READ) == "Face 2 of 4, cover"
    assert model.index(3, 0).data(READ) == "Face 3 of 4, perhaps Anna"
    assert model.index(2, 0).data(READ) == "Is this Anna? added by photoorg"
    assert [section.count for section in model.sections()] == [2, 2]


def test_an_unnamed_group_cannot_be_doubted(qtmodeltester: ModelTester) -> None:
    model = FacesModel()
    model.show(FACES, None, 1)
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert not model.doubtful_rows()


def test_lost_faces_come_last_and_are_not_counted(qtmodeltester: ModelTester) -> None:
    model = FacesModel()
    lost = [face(8, confirmed=True), face(9, confirmed=False)]
    for shown, headings, first in ((FACES, [2, 5], 6), (FACES[:2], [2], 3), ([], [0], 1)):
        model.show(shown, "Anna", 1, lost)
        qtmodeltester.check(model)
        found = [row for row in range(model.rowCount()) if model.index(row, 0).data(HEADING)]
        assert found == headings
        assert model.index(headings[-1], 0).data(HEADING).count == 2
        assert model.faces() == shown
        assert model.lost_rows() == model.rows_below(model.index(headings[-1], 0))
        assert [model.row_of(face.id) for face in lost] == [first, first + 1]
        assert [model.is_lost(model.index(first + by, 0)) for by in (-1, 0, 1)] == [0, 1, 1]
        assert not model.is_doubtful(model.index(first, 0))
    assert model.index(2, 0).data(READ) == "Face 2 of 2 not found any more"
    model.show(FACES, "Anna", 1, lost)
    assert model.rows_below(model.index(2, 0)) == model.doubtful_rows() == range(3, 5)


def test_all_doubtful(qtmodeltester: ModelTester) -> None:
    model = FacesModel()
    model.show(FACES[2:], "Anna", None)
    qtmodeltester.check(model)
    assert model.rowCount() == 3
    assert model.face(model.index(0, 0)) is None
    assert model.index(1, 0).data(FACE) == FACES[2]


def test_a_confirmed_face_moves_up(qtbot: QtBot) -> None:
    model = FacesModel()
    model.show(FACES, "Anna", 1)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(FACES, "Anna", 2)
    with qtbot.waitSignal(model.modelReset):
        model.show([*FACES[:2], face(3, confirmed=True), FACES[3]], "Anna", 2)
    assert model.row_of(3) == 2
    assert model.doubtful_rows() == range(4, 5)
    with qtbot.waitSignal(model.modelReset):
        model.show(FACES[:1], "Ben", 1)
    assert model.rowCount() == 1


def test_photos_of_a_person(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    photos = [
        Photo(5, Path("/p/a.jpg"), 40, 30, "2019-07-01T12:00:00", 1, missing=False),
        Photo(6, Path("/p/b.jpg"), 40, 30, None, 1, missing=False),
    ]
    model = PersonPhotosModel()
    model.show(photos)
    qtmodeltester.check(model)
    assert model.ids() == [5, 6]
    assert model.index(0, 0).data(PHOTO) == photos[0]
    assert model.index(0, 0).data(READ) == "Photo a.jpg, 2019-07-01"
    assert model.index(1, 0).data(READ) == "Photo b.jpg"
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(list(photos))
