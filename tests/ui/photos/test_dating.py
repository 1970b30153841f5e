"""When photos were taken, said in the window: one step, taken back by undo."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.dialogs.asking.date_dialog import DateDialog
from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.photos.dating import ask_date
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Gallery, Window
from tests.ui.waiting import until_read


@pytest.fixture
def asked(window: Window, gallery: Gallery, over: QWidget) -> DateDialog:
    """Return the dialog about two photos with a moment, and one without any date."""
    ids = [gallery.photos[name] for name in ("beach.jpg", "garden.jpg", "scan.jpg")]
    ask_date(window.session, ids, over)
    found = over.findChild(DateDialog)
    assert found is not None
    return found


def taken(gallery: Gallery, *names: str) -> list[str | None]:
    return [gallery.library.photos.get(gallery.photos[name]).taken_at for name in names]


def choose(dialog: DateDialog, way: str) -> None:
    dialog.way.setCurrentIndex(dialog.way.findData(way))


def save(qtbot: QtBot, dialog: DateDialog) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def test_a_date_for_many(qtbot: QtBot, window: Window, gallery: Gallery, asked: DateDialog) -> None:
    assert not asked.save_button.isEnabled()
    said: list[tuple[str, bool]] = []
    window.session.said.connect(lambda text, undoable: said.append((text, undoable)))
    for wrong in ("yesterday", "2003-13", "2003-07-14 25:00"):
        asked.date.setText(wrong)
        assert not asked.save_button.isEnabled()
    asked.date.clear()
    qtbot.keyClicks(asked.date, "2003-07")
    assert asked.outcome.text() == "July 2003"
    qtbot.keyClick(asked.date, Qt.Key.Key_Return)
    assert taken(gallery, "beach.jpg", "garden.jpg", "scan.jpg") == ["2003-07"] * 3
    assert said == [("Changed the dates of 3 photos", True)]
    window.session.undo()
    assert taken(gallery, "beach.jpg", "scan.jpg") == ["2019-07-20T10:30:00", None]


def test_a_clock_that_was_wrong(
    qtbot: QtBot, window: Window, gallery: Gallery, asked: DateDialog
) -> None:
    choose(asked, "earlier")
    assert not asked.save_button.isEnabled()
    asked.hours.setText("11")
    assert "20 July 2019, 10:30 becomes 19 July 2019, 23:30" in asked.outcome.text()
    assert "1 photo stays" in asked.outcome.text()
    qtbot.keyClicks(asked.days, "+")  # as far as a number has come that has a sign
    assert "becomes 19 July 2019, 23:30" in asked.outcome.text()
    qtbot.keyClicks(asked.days, "2,000")
    assert "becomes 26 January 2014, 23:30" in asked.outcome.text()
    asked.days.setText("73000")
    assert not asked.save_button.isEnabled()
    asked.days.setText("0")
    save(qtbot, asked)
    assert taken(gallery, "beach.jpg", "garden.jpg", "scan.jpg") == [
        *("2019-07-19T23:30:00", "2019-07-18T22:00:00", None)
    ]
    window.session.undo()
    assert taken(gallery, "beach.jpg") == ["2019-07-20T10:30:00"]


def test_files_are_believed_again(
    qtbot: QtBot, window: Window, gallery: Gallery, over: QWidget
) -> None:
    beach = gallery.photos["beach.jpg"]
    for way in ("date", "file"):
        ask_date(window.session, [beach], over)
        dialog = over.findChildren(DateDialog)[-1]
        choose(dialog, way)
        dialog.date.setText("1965")
        save(qtbot, dialog)
        assert taken(gallery, "beach.jpg") == ["1965" if way == "date" else "2019-07-20T10:30:00"]


def test_photos_that_are_gone_are_told(
    qtbot: QtBot, window: Window, gallery: Gallery, over: QWidget
) -> None:
    failed: list[str] = []
    window.session.failed.connect(failed.append)
    ask_date(window.session, [], over)
    ask_date(window.session, [999], over)
    assert over.findChild(DateDialog) is None
    assert "999" in failed[0]


def test_a_selection_of_photos(qtbot: QtBot, window: Window, gallery: Gallery) -> None:
    page = PhotosPage(window.session, window.thumbnails)
    qtbot.addWidget(page)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page._grid.selectAll()
    page.date_action.trigger()
    dialog = page.findChild(DateDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.moved) as moved:
        choose(dialog, "later")
        dialog.minutes.setText("1")
        save(qtbot, dialog)
    assert moved.args == [timedelta(minutes=1)]
    assert taken(gallery, "party.jpg") == ["2019-01-01T00:00:00"]
    page.close()


def test_the_photo_that_is_looked_at(qtbot: QtBot, window: Window, gallery: Gallery) -> None:
    page = ViewerPage(window.session, window.thumbnails)
    qtbot.addWidget(page)
    page.open(Visit("viewer", photo_id=gallery.photos["scan.jpg"]))
    page.info.change_date.click()
    dialog = page.findChild(DateDialog)
    assert dialog is not None
    dialog.date.setText("1965")
    save(qtbot, dialog)
    page.refresh(EVERYTHING)
    assert page.info.date.text() == "1965\nYou said so"
    page.close()
