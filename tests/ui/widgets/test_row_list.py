"""A list of lines: its buttons leave room for what a line tells."""

import pytest
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoorg.ui.models.row_roles import DETAIL, ICON, LINE
from photoorg.ui.widgets.row_list import RowList

FACTS = "2,702 photos · 3,649 faces · 12 files left out · looked at when it changes, and on a drive"


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    rows = RowList("Rows")
    model = QStandardItemModel(rows)
    for line in ("3 photos", FACTS):
        item = QStandardItem("Summer")
        item.setData(line, LINE)
        item.setData("/photos", DETAIL)
        item.setData("folder", ICON)
        model.appendRow(item)
    rows.setModel(model)
    actions = [
        QAction(text, rows)
        for text in ("Show photos", "Scan again", "Show in file manager", "Leave out")
    ]
    rows.offer(dict.fromkeys(actions, "folder"))
    qtbot.addWidget(rows)
    rows.resize(620, 300)
    rows.show()
    qtbot.waitExposed(rows)
    return rows


def offered(rows: RowList, line: int) -> list[str]:
    rows.setCurrentIndex(rows.model().index(line, 0))
    return [button.text() for button in rows.findChildren(QPushButton) if button.isVisible()]


def wide(rows: RowList, count: int) -> int:
    """Return how wide a line is that has room beside the longer facts for so many buttons."""
    rows.follow()
    hints = [button.sizeHint().width() for button in rows.findChildren(QPushButton)[:count]]
    frame = rows.width() - rows.viewport().width()
    return rows._delegate.facts_end(rows.model().index(1, 0)) + sum(hints) + 16 * count + frame


def test_what_a_line_tells_is_read_to_its_end(rows: RowList) -> None:
    rows.resize(wide(rows, 3), 300)
    assert len(offered(rows, 0)) == 4
    assert offered(rows, 1) == ["Show photos", "Scan again", "Show in file manager"]
    assert rows._buttons.x() > rows._delegate.facts_end(rows.currentIndex())


def test_two_buttons_stay_on_a_narrow_line(rows: RowList) -> None:
    rows.resize(wide(rows, 1), 300)
    assert offered(rows, 1) == ["Show photos", "Scan again"]
    rows.actions()[0].setEnabled(False)
    rows.follow()
    assert offered(rows, 1) == ["Scan again", "Show in file manager"]
