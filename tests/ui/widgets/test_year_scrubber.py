"""The timeline marks the month that is seen, tells how many photos there are, and goes there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.year_scrubber import Mark, YearScrubber

MARKS = [
    Mark(0, "March 2024", "2024", "Mar 2024", 1200),
    Mark(6000, "July 2019", "2019", "Jul 2019", 3),
    Mark(6000, "June 2019", "2019", "Jun 2019", 1),
    Mark(8000, "No date", "", "No date", 7),
]


@pytest.fixture
def scrubber(qtbot: QtBot) -> YearScrubber:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(400, 600)
    scrubber = YearScrubber(view)
    scrubber.resize(76, 600)
    scrubber.setRange(0, 9400)
    scrubber.setPageStep(80)
    scrubber.show_marks(MARKS, 10_000)
    view.show()
    return scrubber


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "March 2024 · 1,200 photos"),
        (5989, "March 2024 · 1,200 photos"),
        (6000, "July 2019 · 3 photos"),
        (7000, "July 2019 · 3 photos"),
        (9400, "No date · 7 photos"),
    ],
)
def test_the_month_at_the_top_is_the_current_one(
    scrubber: YearScrubber, value: int, told: str
) -> None:
    scrubber.setValue(value)
    assert scrubber.current is not None
    assert scrubber.current.told == told
    assert scrubber.accessibleDescription() == told


def test_one_photo_is_told_as_one() -> None:
    assert MARKS[2].told == "June 2019 · 1 photo"


def test_a_click_goes_to_a_month_and_the_timeline_is_painted(
    scrubber: YearScrubber, qtbot: QtBot
) -> None:
    before = scrubber.grab().toImage()
    qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(20, 590))
    assert scrubber.current == MARKS[3]
    assert scrubber.grab().toImage() != before


def test_without_photos_there_is_no_month(scrubber: YearScrubber) -> None:
    scrubber.show_marks([], 0)
    assert scrubber.current is None
    assert scrubber.title_at(100) == ""
    assert not scrubber.grab().isNull()
