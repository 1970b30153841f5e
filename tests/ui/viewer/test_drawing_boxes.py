"""Boxes drawn, named, moved and deleted in the viewer, by mouse alone and by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from photoorg.jobs.photo_request import PhotoRequest
from photoorg.library import Face
from photoorg.library.decisions import actions
from photoorg.types import Box
from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.widgets.name_field import NameField
from tests.ui.gallery import Gallery, Window, wait_for
from tests.ui.stage import open_page

Key = Qt.Key


@pytest.fixture
def jobs(window: Window) -> list[PhotoRequest]:
    asked: list[PhotoRequest] = []
    window.session.photoJobWanted.connect(asked.append)
    return asked


@pytest.fixture
def page(window: Window, gallery: Gallery, qtbot: QtBot) -> Iterator[ViewerPage]:
    page = open_page(ViewerPage, window, qtbot)
    page.show()
    qtbot.waitExposed(page)
    among = tuple(gallery.photos.values())
    page.open(Visit("viewer", photo_id=gallery.photos["snow.jpg"], photo_ids=among))
    yield page
    page.close()


def faces(gallery: Gallery, photo: str = "snow.jpg") -> list[Face]:
    return gallery.library.faces.of_photo(gallery.photos[photo])


def drag(qtbot: QtBot, page: ViewerPage, start: QPoint, end: QPoint) -> None:
    editor = page.tools.drawing.editor
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(editor, (start + end) / 2)
    qtbot.mouseMove(editor, end)
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=end)


def on_screen(page: ViewerPage, x: float, y: float) -> QPoint:
    return page.canvas.box_of(face_at(Box(x, y, 0, 0))).topLeft().toPoint()


def face_at(box: Box) -> Face:
    return Face(0, 0, box, 0, 0, None, "machine", None)  # type: ignore[arg-type]


def type_name(qtbot: QtBot, page: ViewerPage, name: str) -> None:
    (field,) = [f for f in page.canvas.findChildren(NameField) if f.isVisible()]
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Key.Key_Return)


def test_a_box_is_dragged_and_named_by_mouse(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, jobs: list[PhotoRequest]
) -> None:
    qtbot.mouseClick(page.bar.draw, Qt.MouseButton.LeftButton)
    drag(qtbot, page, on_screen(page, 100, 60), on_screen(page, 200, 180))
    (face,) = faces(gallery)
    assert face.box == pytest.approx(Box(100, 60, 100, 120), abs=2)
    assert jobs == []  # not while the name is being typed
    type_name(qtbot, page, "Cora")
    (face,) = faces(gallery)
    assert (face.person_name, face.drawn) == ("Cora", True)
    assert [(job.photo, job.harder) for job in jobs] == [(gallery.photos["snow.jpg"], False)]
    page.session.undo()
    page.session.undo()
    assert faces(gallery) == []
    page.session.redo()
    assert len(faces(gallery)) == 1


def test_a_box_is_placed_and_named_by_keys(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    qtbot.keyClick(page.canvas, Key.Key_D)
    editor = page.tools.drawing.editor
    assert editor.isVisible()
    assert QApplication.focusWidget() is editor
    before = editor.box_on_screen()
    qtbot.keyClick(editor, Key.Key_Left)
    qtbot.keyClick(editor, Key.Key_Up)
    qtbot.keyClick(editor, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    after = editor.box_on_screen()
    assert after.left() == pytest.approx(before.left() - 12)
    assert after.top() == pytest.approx(before.top() - 11)
    assert after.width() == pytest.approx(before.width() + 12)
    qtbot.keyClick(editor, Key.Key_Return)
    type_name(qtbot, page, "Cora")
    assert [face.person_name for face in faces(gallery)] == ["Cora"]
    assert QApplication.focusWidget() is page.canvas
    qtbot.keyClick(page.canvas, Key.Key_E)
    qtbot.keyClick(editor, Key.Key_Right)
    qtbot.keyClick(editor, Key.Key_Return)
    moved = faces(gallery)[0].box
    assert moved.x > 0
    qtbot.keyClick(page.canvas, Key.Key_Delete)
    assert faces(gallery) == []
    page.session.undo()
    assert faces(gallery)[0].box == moved


def test_escape_leaves_without_a_box(qtbot: QtBot, page: ViewerPage, gallery: Gallery) -> None:
    left: list[bool] = []
    page.goBack.connect(lambda: left.append(True))
    qtbot.keyClick(page.canvas, Key.Key_D)
    qtbot.keyClick(page.tools.drawing.editor, Key.Key_Escape)
    assert faces(gallery) == []
    assert left == []
    assert not page.tools.busy


def test_a_found_box_is_resized_by_a_handle(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, jobs: list[PhotoRequest]
) -> None:
    page.open(Visit("viewer", photo_id=gallery.photos["garden.jpg"]))
    (face,) = faces(gallery, "garden.jpg")
    qtbot.keyClick(page.canvas, Key.Key_E)
    corner = page.canvas.box_of(face).bottomRight().toPoint()
    drag(qtbot, page, corner, corner + QPoint(30, 20))
    (now,) = faces(gallery, "garden.jpg")
    assert now.id == face.id
    assert (now.box.x, now.box.y) == pytest.approx((face.box.x, face.box.y), abs=1)
    assert now.box.w > face.box.w + 10
    assert now.box.h > face.box.h + 10
    assert len(jobs) == 1
    qtbot.keyClick(page.canvas, Key.Key_Delete)  # found ones are dismissed, not deleted
    assert len(faces(gallery, "garden.jpg")) == 1


def test_a_tiny_box_is_refused_with_a_sentence(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    qtbot.keyClick(page.canvas, Key.Key_D)
    start = on_screen(page, 100, 60)
    drag(qtbot, page, start, start + QPoint(6, 6))
    assert faces(gallery) == []
    assert "too small" in window.failed[-1]


def test_known_people_are_completed_and_chosen_without_a_question(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    actions.rename(gallery.library, gallery.person_of("beach.jpg"), "Victoria")
    page.refresh(page.shows)
    wait_for(qtbot, window.session.reads.idle)
    qtbot.keyClick(page.canvas, Key.Key_D)
    qtbot.keyClick(page.tools.drawing.editor, Key.Key_Return)
    (field,) = [f for f in page.canvas.findChildren(NameField) if f.isVisible()]
    qtbot.keyClicks(field, "vic")
    assert "Victoria" in field.completions()[0]
    qtbot.keyClick(field, Key.Key_Return)
    (face,) = faces(gallery)
    assert face.person_id == gallery.person_of("garden.jpg")
    page.start_naming(face.id)
    (field,) = [f for f in page.canvas.findChildren(NameField) if f.isVisible()]
    qtbot.keyClicks(field, "vic")
    assert not any("Victoria" in offered for offered in field.completions())


def test_searching_harder_asks_for_the_job(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, jobs: list[PhotoRequest]
) -> None:
    qtbot.keyClick(page.canvas, Key.Key_H)
    assert [(job.photo, job.name, job.harder) for job in jobs] == [
        (gallery.photos["snow.jpg"], "snow.jpg", True)
    ]


def test_a_photo_is_turned_by_keys_with_its_faces_and_searched_once(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window, jobs: list[PhotoRequest]
) -> None:
    qtbot.keyClick(page.canvas, Key.Key_Home)
    photo = gallery.photos["beach.jpg"]
    wait_for(qtbot, lambda: page.canvas._photo is not None)
    before = [page.canvas.place.box(face.box) for face in faces(gallery, "beach.jpg")]
    for _ in range(3):
        qtbot.keyClick(page.canvas, Key.Key_R)
    assert gallery.library.photos.get(photo).turned == 3
    assert (page.canvas.place.photo.width(), page.canvas.place.photo.height()) == (480, 640)
    shown = page.canvas.place
    assert [shown.box(face.box) for face in page.tools.faces] != before
    assert page.tools.faces == faces(gallery, "beach.jpg")
    assert window.said[-1] == "The photo is turned"
    wait_for(qtbot, lambda: jobs)
    assert [(job.photo, job.harder) for job in jobs] == [(photo, True)]
    qtbot.keyClick(page.canvas, Key.Key_L)
    qtbot.keyClick(page.canvas, Key.Key_Right)  # who goes on does not wait
    assert [job.photo for job in jobs] == [photo, photo]
    assert gallery.library.photos.get(photo).turned == 2


def test_a_turned_photo_is_painted_turned(qtbot: QtBot, page: ViewerPage) -> None:
    qtbot.keyClick(page.canvas, Key.Key_Home)
    wait_for(qtbot, lambda: page.canvas._photo is not None)

    def corners() -> list[QColor]:
        picture = page.canvas.grab().toImage()
        rect = page.canvas.place.rect.toRect().adjusted(30, 30, -30, -30)
        around = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
        return [picture.pixelColor(corner) for corner in around]

    before = corners()
    qtbot.keyClick(page.canvas, Key.Key_R)
    for was, now in zip(before, corners()[1:] + corners()[:1], strict=True):
        assert abs(was.red() - now.red()) < 12
        assert abs(was.green() - now.green()) < 12
    page.session.undo()
    assert corners() == before


def test_a_photo_is_turned_by_the_menu(qtbot: QtBot, page: ViewerPage, gallery: Gallery) -> None:
    for words, turned in (("Turn left", 3), ("Turn upside down", 1), ("Turn right", 2)):
        page._menu(None, QPoint(0, 0))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = [action for action in menu.actions() if action.text() == words]
        action.trigger()
        menu.close()
        assert gallery.library.photos.get(gallery.photos["snow.jpg"]).turned == turned
