"""The status line says what runs, how far it is and how long it takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.jobs.download_request import DOWNLOADING
from photoorg.jobs.group_request import SORTING
from photoorg.jobs.messages import Problem, Progress
from photoorg.jobs.scan_request import LOOKING, READING
from photoorg.ui.shell.job_bar import JobBar, figures


@pytest.fixture
def bar(qtbot: QtBot) -> JobBar:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.resize(800, 40)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def button(bar: JobBar, name: str) -> QToolButton:
    found = [b for b in bar.findChildren(QToolButton) if b.accessibleName() == name]
    assert found, name
    return found[0]


def test_figures_are_short() -> None:
    scan = Progress(READING, 12_400, 20_113, 18.2, 430)
    assert figures(scan) == "12,400 of 20,113 · 18/s · 7 min left"
    assert figures(Progress(READING, 3, 10, 0.42)) == "3 of 10 · 0.4/s"
    assert figures(Progress(READING, 28, 28, 24.0, 3)) == "28 of 28"
    assert figures(Progress(LOOKING, 1_500, 0)) == "1,500"
    assert figures(Progress(SORTING, 0, 0)) == ""
    download = Progress(DOWNLOADING, 144_000_000, 288_000_000, 2e6, 72)
    assert figures(download) == "144 MB of 288 MB · 2.0 MB/s · 1 min left"


def test_the_line_follows_a_job(bar: JobBar) -> None:
    bar.show_idle("20 photos · 31 faces")
    assert bar.text() == "20 photos · 31 faces"
    bar.begin("Pictures/2019")
    assert bar.text() == "Getting ready…"
    bar.show_progress(Progress(READING, 5, 20, 18, 30))
    assert bar.text() == "Scanning Pictures/2019 5 of 20 · 18/s · 30 s left"
    line = bar.findChild(QProgressBar)
    assert line is not None
    assert (line.value(), line.maximum()) == (250, 1000)
    bar.show_idle("something else")
    assert bar.text().startswith("Scanning")
    bar.finish()
    assert bar.text() == "something else"
    assert not line.isVisible()
    bar.show_progress(Progress(READING, 6, 20))
    assert bar.text() == "something else"


def test_files_that_were_not_looked_at_are_told_and_can_be(bar: JobBar, qtbot: QtBot) -> None:
    bar.show_idle("930 photos · 800 faces", 1070)
    assert bar.text() == "930 photos · 800 faces · 1,070 not looked at"
    (go_on,) = [b for b in bar.findChildren(QPushButton) if b.text() == "Continue"]
    with qtbot.waitSignal(bar.goOnWanted):
        qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    bar.begin("Pictures")
    assert not go_on.isVisible()
    bar.finish()
    assert go_on.isVisible()
    bar.show_idle("2,000 photos · 1,800 faces")
    assert not go_on.isVisible()


def test_a_download_of_many_bytes_has_a_bar(bar: JobBar) -> None:
    bar.begin("models")
    bar.show_progress(Progress(DOWNLOADING, 4_000_000_000, 8_000_000_000))
    line = bar.findChild(QProgressBar)
    assert line is not None
    assert line.value() == 500


def test_pause_stop_and_details(bar: JobBar, qtbot: QtBot) -> None:
    bar.begin("Pictures")
    with qtbot.waitSignal(bar.pauseWanted) as wanted:
        button(bar, "Pause").click()
    assert wanted.args == [True]
    bar.set_paused(paused=True)
    assert bar.text().endswith("paused")
    with qtbot.waitSignal(bar.pauseWanted) as wanted:
        button(bar, "Continue").click()
    assert wanted.args == [False]
    bar.set_paused(paused=False)
    with qtbot.waitSignal(bar.cancelWanted):
        button(bar, "Stop").click()


def test_details_name_the_file_and_the_newest_problems(bar: JobBar, qtbot: QtBot) -> None:
    bar.begin("Pictures")
    for n in range(106):
        bar.add_problem(Problem(Path(f"/p/{n}.jpg"), "It is cut off."))
    bar.show_progress(Progress(READING, 1, 2, what="/p/now.jpg"))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert bar.details() == "\n".join(
        [
            "/p/now.jpg",
            "106 files could not be read, newest:",
            *(f"{n}.jpg: It is cut off." for n in (102, 103, 104, 105)),
        ]
    )
    bar.finish()
    assert bar.details() == ""
