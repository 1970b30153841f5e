"""The list of keys is read from what hears them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from photoorg.ui.dialogs.keys_dialog import KeysDialog
from photoorg.ui.shell.key_list import LISTS, key_list, said
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import PAGES


def test_every_action_with_a_key_is_listed(window: MainWindow) -> None:
    pages = [window.navigator.page(kind.key) for kind in PAGES]
    listed = key_list(window.menuBar(), window.menus.page_actions(), pages)
    keys = " ".join(key for section in listed.values() for key in section)
    for action in window.findChildren(QAction):
        for sequence in action.shortcuts():
            assert sequence.toString() in keys, action.text()
    assert listed["Edit"]["Ctrl+Z"] == "Undo"
    assert "Space" in listed[LISTS]
    assert "Any letter" in listed["People"]
    assert {"0, 1", "+, -", "N", "Left, Right or Space"} <= set(listed["A photo"])


def test_undo_is_listed_without_the_step(window: MainWindow) -> None:
    window.menus.show_history("Name Anna", "Name Ben")
    edit = key_list(window.menuBar(), window.menus.page_actions(), [])["Edit"]
    assert edit["Ctrl+Z"] == "Undo"
    assert edit["Ctrl+Shift+Z or Ctrl+Y"] == "Redo"


def test_a_key_that_several_pages_share_is_told_once(window: MainWindow) -> None:
    pages = [window.navigator.page(kind.key) for kind in PAGES]
    listed = key_list(window.menuBar(), window.menus.page_actions(), pages)
    assert listed[LISTS]["Return"] == "Open"
    others = [section for title, section in listed.items() if title != LISTS]
    for pair in listed[LISTS].items():
        assert all(pair not in section.items() for section in others)


def test_the_list_can_be_read_to_its_end(window: MainWindow) -> None:
    window.menus.keys.trigger()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    last = dialog.list.findChildren(QLabel)[-1]
    dialog.list.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()
    assert dialog.height() <= window.height()
    dialog.close()


def test_the_letters_of_menus_are_no_words() -> None:
    told = {"&Keys": "Keys", "키(&K)": "키", "Add &folder…": "Add folder", "You && me": "You & me"}
    assert {text: said(QAction(text)) for text in told} == told
