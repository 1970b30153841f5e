"""Selecting with mouse, keyboard and rubber band in a sectioned grid."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.widgets.tile_grid import TileGrid
from tests.ui.waiting import show_with_keyboard

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Numbers(QAbstractListModel):
    """Two sections: a heading and 30 tiles, a heading and 10 tiles."""

    HEADINGS = (0, 31)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 42

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        if index.row() not in self.HEADINGS:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def sections(self) -> list[Section]:
        return [Section(30, 80, 80, 10, 10), Section(10, 40, 40, 10, 10)]


@pytest.fixture
def grid(qtbot: QtBot) -> TileGrid:
    grid = TileGrid(margin=20)
    qtbot.addWidget(grid)
    grid.setModel(Numbers(grid))
    grid.setItemDelegate(QStyledItemDelegate(grid))
    grid.resize(400, 300)
    show_with_keyboard(qtbot, grid, grid)
    return grid


def rows(grid: TileGrid) -> list[int]:
    return [index.row() for index in grid.selected()]


def at(grid: TileGrid, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def click(grid: TileGrid, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, at(grid, row))


def test_clicks_with_ctrl_and_shift(grid: TileGrid) -> None:
    click(grid, 2)
    assert rows(grid) == [2]
    click(grid, 7, SHIFT)
    assert rows(grid) == [2, 3, 4, 5, 6, 7]  # in reading order, not as a rectangle
    click(grid, 4, CTRL)
    assert rows(grid) == [2, 3, 5, 6, 7]
    click(grid, 1)
    assert rows(grid) == [1]


def test_shift_reaches_across_a_heading(grid: TileGrid) -> None:
    grid.setCurrentIndex(grid.model().index(29, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert rows(grid) == [29, 30, 32]


def test_everything_but_headings_is_selected(grid: TileGrid) -> None:
    counted: list[int] = []
    grid.selectionCountChanged.connect(counted.append)
    grid.selectAll()
    assert len(rows(grid)) == counted[-1] == 40
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert rows(grid) == []
    assert counted[-1] == 0


def test_keys_move_through_sections(grid: TileGrid) -> None:
    keys = Qt.Key
    grid.setCurrentIndex(grid.model().index(1, 0))
    walked = []
    for key in (
        keys.Key_Down,
        keys.Key_Right,
        keys.Key_End,
        keys.Key_Up,
        keys.Key_Up,
        keys.Key_Home,
    ):
        QTest.keyClick(grid, key)
        walked.append(grid.currentIndex().row())
    assert walked == [5, 6, 41, 34, 31, 0]
    QTest.keyClick(grid, keys.Key_PageDown)
    assert grid.currentIndex().row() > 5
    shown = grid.visualRect(grid.currentIndex())
    assert grid.viewport().rect().contains(shown)


def test_space_toggles_and_opens_headings(grid: TileGrid, qtbot: QtBot) -> None:
    grid.setCurrentIndex(grid.model().index(1, 0))
    grid.clearSelection()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert rows(grid) == [1]
    QTest.keyClick(grid, Qt.Key.Key_Up)
    with qtbot.waitSignal(grid.headingClicked):
        QTest.keyClick(grid, Qt.Key.Key_Space)
    with qtbot.waitSignal(grid.headingClicked), qtbot.assertNotEmitted(grid.opened):
        QTest.keyClick(grid, Qt.Key.Key_Return)


def test_a_rubber_band_selects_what_it_touches(grid: TileGrid, qtbot: QtBot) -> None:
    view = grid.viewport()
    gap = QPoint(at(grid, 1).x() + 46, at(grid, 1).y())
    assert not grid.indexAt(gap).isValid()
    click(grid, 4)
    QTest.mousePress(view, LEFT, NONE, gap)
    assert rows(grid) == []
    QTest.mouseMove(view, at(grid, 6) + QPoint(10, 0))
    qtbot.waitUntil(lambda: rows(grid) == [2, 6])
    grid.grab()
    QTest.mouseRelease(view, LEFT, NONE, at(grid, 6))
    assert rows(grid) == [2, 6]
    QTest.mousePress(view, LEFT, CTRL, gap)
    QTest.mouseMove(view, gap + QPoint(20, 20))
    qtbot.waitUntil(lambda: rows(grid) == [2, 6])
    QTest.mouseRelease(view, LEFT, CTRL, gap)


def test_a_rubber_band_scrolls_at_the_edge(grid: TileGrid, qtbot: QtBot) -> None:
    view = grid.viewport()
    QTest.mousePress(view, LEFT, NONE, QPoint(5, 60))
    QTest.mouseMove(view, QPoint(380, view.height() - 2))
    qtbot.waitUntil(lambda: grid.verticalScrollBar().value() > 100)
    QTest.mouseRelease(view, LEFT, NONE, QPoint(380, view.height() - 2))
    assert len(rows(grid)) > 12


def test_what_is_clicked_stays_under_the_pointer(grid: TileGrid) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue(60)
    before = at(grid, 2)
    assert before.y() < 40
    click(grid, 2)
    assert bar.value() == 60
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_a_resize_keeps_the_place(grid: TileGrid, qtbot: QtBot) -> None:
    grid.setCurrentIndex(grid.model().index(22, 0))
    y = at(grid, 22).y()
    grid.resize(700, 300)
    qtbot.waitUntil(lambda: grid.place().width == 700)
    assert abs(at(grid, 22).y() - y) <= 1 or grid.verticalScrollBar().value() == 0


def test_tab_lands_on_something(grid: TileGrid) -> None:
    grid.clearFocus()
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert grid.currentIndex().row() == 1
    assert rows(grid) == []


def test_space_selects_the_first_one_where_nobody_has_been(grid: TileGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert rows(grid) == [1]
    assert grid.currentIndex().row() == 1
