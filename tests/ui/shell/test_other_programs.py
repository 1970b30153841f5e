"""Names of other programs, in the real window with a real worker: looked at, then taken over."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photoorg.jobs.names.news import look_beside
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library.decisions import actions
from photoorg.library.elsewhere.news import news
from photoorg.metadata.names.packets import with_names
from photoorg.types import Box, Kind
from photoorg.ui.dialogs.elsewhere.names_dialog import NamesDialog
from photoorg.ui.dialogs.message_dialog import MessageDialog
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.gallery import Gallery, make_gallery, wait_for
from tests.ui.stage import open_window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    made = make_gallery(tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def window(gallery: Gallery, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(gallery.library, qtbot, pack) as opened:
        yield opened


def shares(box: Box, size: tuple[int, int]) -> Box:
    return Box(box.x / size[0], box.y / size[1], box.w / size[0], box.h / size[1])


def shown(window: MainWindow, qtbot: QtBot) -> NamesDialog:
    window.menus.names.trigger()
    wait_for(qtbot, lambda: window.others.dialog is not None and window.jobs.runner.job is None)
    dialog = window.others.dialog
    assert dialog is not None
    return dialog


def test_names_are_shown_then_taken_over_then_taken_back(
    window: MainWindow, gallery: Gallery, qtbot: QtBot
) -> None:
    face = shares(Box(400, 90, 90, 110), (640, 480))
    sidecar = with_names(None, (640, 480), {"Zoë & Berg": face})
    (gallery.folder / "beach.jpg.xmp").write_bytes(sidecar)
    for name in ("garden", "party"):
        said = {"people": [{"name": "Anna"}]}
        (gallery.folder / f"{name}.jpg.supplemental-metadata.json").write_text(json.dumps(said))
    dialog = shown(window, qtbot)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told[0] == "3 names of 2 people in 3 photos"
    assert not dialog.grab().isNull()
    assert [offer.name for offer in dialog.offers.values()] == ["Anna"]
    assert gallery.library.people.names() == []
    qtbot.mouseClick(dialog.button, LEFT)
    wait_for(qtbot, lambda: gallery.library.people.names() == ["Anna", "Zoë & Berg"])
    wait_for(qtbot, lambda: window.jobs.runner.job is None)
    assert gallery.library.faces.get(gallery.faces["beach.jpg"][1]).person_name == "Zoë & Berg"
    assert gallery.library.faces.get(gallery.faces["party.jpg"][0]).person_name == "Anna"
    window.session.undo()
    assert gallery.library.people.names() == []


def test_without_agreement_nothing_changes(
    window: MainWindow, gallery: Gallery, qtbot: QtBot
) -> None:
    face = shares(Box(400, 90, 90, 110), (640, 480))
    (gallery.folder / "beach.xmp").write_bytes(with_names(None, (640, 480), {"Zoë": face}))
    dialog = shown(window, qtbot)
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert window.jobs.runner.job is None
    assert gallery.library.history.entries() == []


def tell_of_news(window: MainWindow, gallery: Gallery) -> None:
    """Look beside the photos as the end of a scan does."""
    control = Control(lambda _: None)
    take_in(gallery.library, control, gallery.folder)
    look_beside(gallery.library, control)
    window.session.changed.emit(frozenset({Kind.FOLDERS}))


@pytest.mark.parametrize("way", ["take over", "cancel", "not now", "gone"])
def test_new_names_beside_photos_are_offered_until_it_is_decided(
    window: MainWindow, gallery: Gallery, qtbot: QtBot, way: str
) -> None:
    strip = window.frame.news
    tell_of_news(window, gallery)
    face = shares(Box(400, 90, 90, 110), (640, 480))
    sidecar = gallery.folder / "beach.jpg.xmp"
    sidecar.write_bytes(with_names(None, (640, 480), {"Zoë": face}))
    tell_of_news(window, gallery)
    wait_for(qtbot, strip.isVisible)
    assert strip.sentence.text() == "1 new name beside photos in Pictures"
    window.go("history")
    assert not strip.isVisible()
    window.go("photos")
    assert strip.isVisible()
    if way == "not now":
        qtbot.mouseClick(strip.decline_button, LEFT)
    else:
        if way == "gone":
            sidecar.unlink()
        qtbot.mouseClick(strip.look_button, LEFT)
        wait_for(qtbot, lambda: window.jobs.runner.job is None)
    dialog = window.others.dialog
    assert (dialog is None) == (way in ("not now", "gone"))
    if dialog is not None:
        qtbot.mouseClick(dialog.button if way == "take over" else dialog.cancel_button, LEFT)
    wait_for(qtbot, lambda: not strip.isVisible())
    wait_for(qtbot, lambda: window.jobs.runner.job is None)
    assert gallery.library.people.names() == (["Zoë"] if way == "take over" else [])
    assert news(gallery.library) == []


def test_where_nothing_is_told_the_window_says_so(
    window: MainWindow, gallery: Gallery, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.session.said, timeout=60_000) as said:
        window.menus.names.trigger()
    assert said.args[0] == "no names of other programs found"
    assert window.others.dialog is None


def test_names_of_people_are_written_beside_their_photos(
    window: MainWindow, gallery: Gallery, qtbot: QtBot
) -> None:
    anna = gallery.person_of("garden.jpg")
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    page.grid.select_people([anna], anna)
    with qtbot.waitSignal(window.session.failed):
        page.exporting.write_action.trigger()
    actions.rename(gallery.library, anna, "Anna")
    page.refresh(frozenset())
    wait_for(qtbot, lambda: any(one.name for one in page.grid.selected_people()))
    page.exporting.write_action.trigger()
    question = page.findChild(YesNoQuestion)
    assert question is not None
    with qtbot.waitSignal(window.session.said, timeout=60_000) as said:
        qtbot.mouseClick(question.yes_button, LEFT)
    assert said.args[0] == "names written beside 3 photos"
    assert sorted(path.name for path in gallery.folder.glob("*.xmp")) == [
        f"{name}.jpg.xmp" for name in ("beach", "garden", "party")
    ]


def test_privacy_is_told_with_every_place(window: MainWindow, gallery: Gallery) -> None:
    window.menus.privacy.trigger()
    dialog = window.findChild(MessageDialog)
    assert dialog is not None
    told = dialog.details.toPlainText()
    for place in (str(gallery.library.path), "settings.json", ".journal", "XMP", "network"):
        assert place in told
    dialog.close()
