"""Each face of a photo can have the focus, says whose it is, and is pressed with Enter."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoorg.library import Face, Source
from photoorg.types import Box
from photoorg.ui import theme
from photoorg.ui.viewer.face_marks import FaceMark, FaceMarks, words_of

BOX = Box(1, 2, 30, 40)


def face(number: int, name: str | None = None, source: Source = Source.FACE) -> Face:
    return Face(number, 1, BOX, 0.9, 0.5, number, source, person_name=name)


@pytest.fixture
def canvas(qtbot: QtBot) -> QWidget:
    canvas = QWidget()
    canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.activateWindow()
    qtbot.waitUntil(canvas.isActiveWindow)
    return canvas


def marks_on(canvas: QWidget) -> list[FaceMark]:
    return [mark for mark in canvas.findChildren(FaceMark) if not mark.isHidden()]


def test_faces_say_whose_they_are() -> None:
    assert words_of(face(1)) == "Not named yet"
    assert words_of(face(1, "Anna")) == "Anna"
    assert words_of(face(1, "Anna", Source.MACHINE)) == "Perhaps Anna"


def test_marks_lie_over_their_faces_however_small(canvas: QWidget) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light")  # which tells how large buttons are at least
    marks = FaceMarks(canvas)
    marks.show([face(7), face(8, "Anna")])
    marks.place([QRectF(1.5, 2, 30, 40), QRectF(50, 60, 10, 10)])
    assert [mark.geometry().getRect() for mark in marks_on(canvas)] == [
        (1, 2, 31, 40),
        (50, 60, 10, 10),
    ]
    assert [mark.accessibleDescription() for mark in marks_on(canvas)] == [
        "Face 1 of 2",
        "Face 2 of 2",
    ]


def test_enter_presses_the_face_with_the_focus_and_other_keys_go_on(
    canvas: QWidget, qtbot: QtBot
) -> None:
    marks = FaceMarks(canvas)
    pressed: list[int] = []
    marks.pressed.connect(pressed.append)
    marks.show([face(7), face(8)])
    with qtbot.waitSignal(marks.focused) as focused:
        marks.focus(8)
    assert focused.args == [8]
    assert marks.at_focus() == 8
    mark = marks_on(canvas)[1]
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    qtbot.keyClick(mark, Qt.Key.Key_Left)
    assert pressed == []
    qtbot.keyClick(mark, Qt.Key.Key_Return)
    assert pressed == [8]


def test_the_focus_stays_on_a_face_and_goes_back_when_it_is_gone(canvas: QWidget) -> None:
    marks = FaceMarks(canvas)
    marks.show([face(7), face(8)])
    marks.focus(8)
    marks.show([face(8, "Anna"), face(9)])
    assert marks.at_focus() == 8
    marks.show([face(9)])
    assert marks.at_focus() is None
    assert canvas.hasFocus()
