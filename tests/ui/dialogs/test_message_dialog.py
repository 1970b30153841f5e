"""A message is told in the program's own look, and its details can be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.ui.dialogs.message_dialog import MessageDialog


def test_details_are_shown_on_request_and_copied_as_a_whole(qtbot: QtBot) -> None:
    dialog = MessageDialog("It broke", "Nothing is lost.", "Traceback\n  line <b>1</b>")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not dialog.details.isVisible()
    dialog.show_button.click()
    assert dialog.details.isVisible()
    assert dialog.details.toPlainText() == "Traceback\n  line <b>1</b>"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback\n  line <b>1</b>"


def test_without_details_there_is_one_button_which_return_presses(qtbot: QtBot) -> None:
    dialog = MessageDialog("photoorg 1", "Turns folders of photos into named people.")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not dialog.show_button.isVisible()
    assert not dialog.copy_button.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
