"""The terms of a pack can be read to their end before they are accepted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.dialogs.download_dialog import DownloadDialog


def test_the_terms_scroll_to_their_end_by_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DownloadDialog(parent)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    terms = dialog.panel.terms
    assert terms.height() >= terms.heightForWidth(terms.width())
    QTest.keyClick(area, Qt.Key.Key_End)
    for _ in range(20):
        QTest.keyClick(area, Qt.Key.Key_PageDown)
    bottom = terms.mapTo(area.viewport(), terms.rect().bottomLeft()).y()
    assert bottom <= area.viewport().height()
