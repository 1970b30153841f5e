"""The demonstration in the window: a library of its own, left or removed with one click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.jobs.demonstration_place import (
    demonstration_library,
    demonstration_place,
)
from photoorg.jobs.demonstration_request import DemonstrationRequest
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Library
from photoorg.settings import Settings
from photoorg.ui import app
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.pages.first_run_page import FirstRunPage
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.session import Session
from photoorg.ui.shell.elsewhere import Elsewhere
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Note the jobs instead of running them."""
    noted: list[Job] = []
    monkeypatch.setattr(JobRunner, "run", lambda _, job: noted.append(job))
    return noted


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home.photoorg"


def make_window(library: Path, home: Path, pack: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    with Library.open(library) as opened:
        session = Session(opened, Settings(theme="light"), pack)
        window = MainWindow(session, ThumbnailLoader(opened.path), home)
        qtbot.addWidget(window)
        window.show()
        window.begin()
        yield window
        window.close()


@pytest.fixture
def demonstration(home: Path, pack: Path, qtbot: QtBot, jobs: list[Job]) -> Iterator[MainWindow]:
    yield from make_window(demonstration_library(), home, pack, qtbot)


@pytest.fixture
def own(home: Path, pack: Path, qtbot: QtBot, jobs: list[Job]) -> Iterator[MainWindow]:
    yield from make_window(home, home, pack, qtbot)


def test_an_empty_library_offers_it_twice(own: MainWindow) -> None:
    page = own.navigator.current()
    assert isinstance(page, FirstRunPage)
    assert not own.strip.isVisible()
    page._welcome.try_button.click()
    assert own.elsewhere == Elsewhere(demonstration_library())
    assert not own.isVisible()


def test_the_empty_people_page_offers_it(own: MainWindow) -> None:
    own.go("people")
    page = own.navigator.current()
    assert isinstance(page, PeoplePage)
    page._empty.other_button.click()
    assert own.elsewhere == Elsewhere(demonstration_library())


def test_it_is_made_at_once_and_says_what_it_is(demonstration: MainWindow, jobs: list[Job]) -> None:
    assert [type(job) for job in jobs] == [DemonstrationRequest]
    assert demonstration.navigator.key == "people"
    assert demonstration.strip.isVisible()
    for key in ("photos", "folders"):
        demonstration.go(key)
        assert demonstration.strip.isVisible()


def test_the_two_ways_out(demonstration: MainWindow, home: Path) -> None:
    demonstration.strip.leave_button.click()
    assert demonstration.elsewhere == Elsewhere(home)
    demonstration.strip.remove_button.click()
    assert demonstration.elsewhere == Elsewhere(home, remove_demonstration=True)


def test_own_folders_never_go_into_it(
    demonstration: MainWindow, home: Path, tmp_path: Path, jobs: list[Job]
) -> None:
    jobs.clear()
    demonstration.add_folders([tmp_path])
    assert jobs == []
    assert demonstration.elsewhere == Elsewhere(home, (tmp_path,))


def test_there_and_back_again(
    qapp: QApplication, home: Path, pack: Path, jobs: list[Job], tmp_path: Path
) -> None:
    seen: list[Path] = []

    def poll() -> None:
        for window in QApplication.topLevelWidgets():
            if not (isinstance(window, MainWindow) and window.isVisible() and window.navigator.key):
                continue
            path = window.session.library.path
            seen.append(path)
            if window.demonstration:
                window.strip.remove_button.click()
            elif len(seen) == 1:
                window.show_demonstration()
            else:
                timer.stop()
                window.close()

    timer = QTimer(qapp, interval=20)
    timer.timeout.connect(poll)
    timer.start()
    assert app.run(home, pack) == 0
    assert seen == [home, demonstration_library(), home]
    assert not demonstration_place().exists()
    assert ScanRequest not in [type(job) for job in jobs]
