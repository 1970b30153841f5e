"""Names of other programs, in the real window with a real worker: looked at, then taken over."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.metadata.names.packets import with_names
from photoorg.types import Box
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
