"""Where one reads from the right, what is drawn by hand changes sides, and so do the arrows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.ui import direction, icons, theme
from photoorg.ui.models.people_model import PeopleModel
from photoorg.ui.people.people_grid import PeopleGrid
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.crowd import make_crowd

AROUND = QRect(10, 0, 100, 20)
Key = Qt.Key


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_from_the_left_everything_stays(qapp: QApplication) -> None:
    assert direction.placed(AROUND, QRect(12, 3, 30, 4)) == QRect(12, 3, 30, 4)
    assert direction.left_of(AROUND, 12, 30) == 12
    assert direction.key(Key.Key_Left) == Key.Key_Left
    assert direction.side() == "left"


@pytest.mark.usefixtures("from_the_right")
def test_from_the_right_left_and_right_change_places() -> None:
    assert direction.placed(AROUND, QRect(12, 3, 30, 4)) == QRect(78, 3, 30, 4)
    assert direction.left_of(AROUND, 12, 30) == 78
    assert direction.point(AROUND, QPoint(10, 5)) == QPoint(109, 5)
    assert direction.key(Key.Key_Left) == Key.Key_Right
    assert direction.key(Key.Key_Up) == Key.Key_Up
    assert direction.side() == "right"


def test_names_and_paths_are_drawn_in_their_own_direction(qapp: QApplication) -> None:
    assert direction.isolated("/a/b") == "/a/b"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    isolated = direction.isolated("/a/b")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert isolated == "\N{FIRST STRONG ISOLATE}/a/b\N{POP DIRECTIONAL ISOLATE}"


@pytest.mark.usefixtures("from_the_right")
def test_the_line_of_the_sidebar_is_towards_the_page(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert "border-left: 1px" in qapp.styleSheet().split("sidebar", 1)[1].split("status")[0]


def test_arrows_point_the_way_one_reads(qapp: QApplication) -> None:
    black = QColor("black")
    back = icons.pixmap("back", black).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert icons.pixmap("forward", black).toImage() == back
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert icons.pixmap("forward", black).toImage() != back


@pytest.mark.usefixtures("from_the_right")
def test_tiles_begin_at_the_right_and_the_left_arrow_leads_on(tmp_path: Path, qtbot: QtBot) -> None:
    crowd = make_crowd(tmp_path)
    model = PeopleModel()
    model.show(crowd.library.people.list())
    grid = PeopleGrid(model, ThumbnailLoader(crowd.library.path))
    qtbot.addWidget(grid)
    grid.resize(700, 500)
    with qtbot.waitExposed(grid):
        grid.show()
    first, second = (model.index(row, 0) for row in (1, 2))
    assert grid.visualRect(first).left() > grid.visualRect(second).left()
    for index in (first, second):
        assert grid.indexAt(grid.visualRect(index).center()) == index
    grid.setCurrentIndex(first)
    QTest.keyClick(grid, Key.Key_Left)
    assert grid.currentIndex() == second
    QTest.keyClick(grid, Key.Key_Right)
    assert grid.currentIndex() == first
    crowd.library.close()
