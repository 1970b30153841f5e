"""Searches told in a sentence, saved, listed, called otherwise and deleted."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.library.finding.names import Names
from photoorg.library.finding.saved import saved
from photoorg.library.finding.search import Search
from photoorg.library.finding.typed import understand
from photoorg.tr import retold, speak
from photoorg.ui import languages
from photoorg.ui.dialogs.asking.search_name_dialog import SearchNameDialog
from photoorg.ui.photos.search_line import EXAMPLES, SearchLine
from tests.ui.gallery import Gallery, Window


@pytest.fixture
def line(window: Window, qtbot: QtBot) -> SearchLine:
    line = SearchLine(window.session)
    qtbot.addWidget(line)
    line.resize(900, 40)
    return line


def sentence(line: SearchLine) -> str:
    return line._sentence.accessibleName()


def name_it(line: SearchLine, qtbot: QtBot, name: str) -> None:
    dialog = line.findChildren(SearchNameDialog)[-1]
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, name)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def listed(line: SearchLine) -> list[str]:
    line.menu.aboutToShow.emit()
    saved = itertools.takewhile(lambda one: not one.isSeparator(), line.menu.actions())
    return [one.text() for one in saved if one.isEnabled()]


def test_a_search_is_saved_listed_renamed_and_deleted(
    line: SearchLine, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    line.show_search("anna 2003", "Photos with Anna, of 2003")
    assert line.isVisible()
    assert sentence(line) == "Photos with Anna, of 2003"
    assert listed(line) == []
    line.save_button.click()
    name_it(line, qtbot, "Tom & Anna")
    assert saved(gallery.library) == {"Tom & Anna": "anna 2003"}
    assert sentence(line) == "Tom & Anna: Photos with Anna, of 2003"
    assert listed(line) == ["Tom && Anna"]
    with qtbot.waitSignal(line.wanted) as wanted:
        line.menu.actions()[1].trigger()
    assert wanted.args == ["anna 2003"]
    line.rename_button.click()
    name_it(line, qtbot, "Anna")
    assert saved(gallery.library) == {"Anna": "anna 2003"}
    with qtbot.waitSignal(window.session.offered) as offered:
        line.delete_button.click()
    assert saved(gallery.library) == {}
    assert window.said[-1] == "Deleted the search “Anna”; its photos stay"
    assert line.save_button.isVisible()
    assert not line.delete_button.isVisible()
    said, button, undo = offered.args
    assert (said, button) == (window.said[-1], "Undo")
    undo()
    assert saved(gallery.library) == {"Anna": "anna 2003"}
    assert line.delete_button.isVisible()


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(
    line: SearchLine, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    for text in ("anna", "ben"):
        line.show_search(text, "Photos")
        line.save_button.click()
        name_it(line, qtbot, "Mine")
    assert window.failed == ["There is a search called “Mine” already; choose another name."]
    assert saved(gallery.library) == {"Mine": "anna"}


def test_a_saved_search_is_changed_once_its_words_are_others(
    line: SearchLine, gallery: Gallery, qtbot: QtBot
) -> None:
    line.show_search("anna", "Photos with Anna")
    assert not line.change_button.isVisible()
    line.save_button.click()
    name_it(line, qtbot, "Mine")
    assert not line.change_button.isVisible()
    line.show_search("anna 2003", "Photos with Anna, of 2003")
    line.change_button.click()
    assert saved(gallery.library) == {"Mine": "anna 2003"}
    assert not line.change_button.isVisible()
    assert line.delete_button.isVisible()
    line.show_search("", "")
    line.show_search("ben", "Photos with Ben")
    assert not line.change_button.isVisible()


def test_a_search_needs_a_name(line: SearchLine, gallery: Gallery, qtbot: QtBot) -> None:
    line.show_search("anna", "Photos with Anna")
    line.save_button.click()
    dialog = line.findChildren(SearchNameDialog)[-1]
    assert not dialog.save_button.isEnabled()
    qtbot.keyClicks(dialog.field, "   ")
    assert not dialog.save_button.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert saved(gallery.library) == {}


def test_without_a_search_there_is_no_line_and_the_menu_tells_what_can_be_typed(
    line: SearchLine,
) -> None:
    line.show_search("", "")
    assert not line.isVisible()
    line.menu.aboutToShow.emit()
    told = " ".join(action.text() for action in line.menu.actions())
    assert all(example in told for _, example in EXAMPLES)


@pytest.mark.parametrize("language", ["de", "ko"])
def test_the_examples_mean_the_same_in_every_language(qapp: QApplication, language: str) -> None:
    names = Names([(1, "Anna"), (2, "Ben"), (3, "Carl")])

    def meant(text: str) -> Search:
        found = understand(text, names, date(2024, 3, 1))
        return replace(found, folders=tuple("somewhere" for _ in found.folders))

    before = QLocale()
    languages.use(qapp, language)
    try:
        own = [retold(example) for _, example in EXAMPLES]
    finally:
        languages.use(qapp, "en")
        QLocale.setDefault(before)
        speak()
    assert own != [example for _, example in EXAMPLES]
    assert [meant(text) for text in own] == [meant(example) for _, example in EXAMPLES]


def test_an_example_can_be_tried(line: SearchLine, qtbot: QtBot) -> None:
    line.menu.aboutToShow.emit()
    example = line.menu.actions()[-2]
    assert example.isEnabled(), "what cannot be chosen can hardly be read"
    with qtbot.waitSignal(line.wanted) as wanted:
        example.trigger()
    assert wanted.args == ["folder:italy"]


def test_a_long_sentence_is_whole_in_its_tooltip(line: SearchLine) -> None:
    long = "Photos with " + ", ".join(f"Person {n}" for n in range(100))
    line.show_search("x", long)
    label = line._sentence
    assert label.text().endswith("…")
    assert label.toolTip() == long
