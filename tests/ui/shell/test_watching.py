"""The whole window and a real worker: what comes into a folder comes into the library by itself."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.settings import Settings
from photoorg.ui.job_runner import Job
from photoorg.ui.models.row_roles import LINE
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.analysis.tiny_pack import write_detector, write_pack
from tests.ui.gallery import draw, wait_for

PATIENCE_MS = 120_000
"""A worker has to load what it needs, and nothing here is measured."""


@pytest.fixture
def album(tmp_path: Path) -> Path:
    folder = tmp_path / "album"
    folder.mkdir()
    draw(folder / "first.jpg", (320, 240), 1)
    return folder


@pytest.fixture
def window(tmp_path: Path, album: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window, begun as the program begins it; its models see no face anywhere."""
    pack = write_pack(tmp_path / "pack")
    write_detector(pack / "det_tiny.onnx", score=0.0)
    with Library.open(tmp_path / "l.photoorg") as library:
        library.folders.add(album)
        session = Session(library, Settings(), pack)
        made = MainWindow(session, ThumbnailLoader(library.path))
        qtbot.addWidget(made)
        made.show()
        made.begin()
        made.jobs.keep_up()
        wait_for(qtbot, lambda: session.ways)
        yield made
        made.close()


def until(qtbot: QtBot, ready: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(ready()), timeout=PATIENCE_MS)


class Heard:
    def __init__(self, window: MainWindow) -> None:
        self.jobs: list[Job] = []
        self.ended: list[object] = []
        self.said: list[str] = []
        window.jobs.runner.started.connect(self.jobs.append)
        window.jobs.runner.ended.connect(lambda _, summary: self.ended.append(summary))
        window.session.said.connect(lambda text, _: self.said.append(text))


def somebody_copies(source: Path, target: Path) -> None:
    code = "import shutil, sys; shutil.copy(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", code, str(source), str(target)], check=True)


def test_a_photo_that_somebody_copies_is_found(
    qtbot: QtBot, window: MainWindow, album: Path, tmp_path: Path
) -> None:
    heard = Heard(window)
    focus = QApplication.focusWidget()
    page = window.navigator.key
    draw(tmp_path / "new.jpg", (400, 300), 2)
    (album / "2019").mkdir()
    somebody_copies(tmp_path / "new.jpg", album / "2019" / "new.jpg")
    until(qtbot, lambda: heard.ended)
    assert window.session.library.photos.count() == 1
    assert [(job.gives_way, job.title) for job in heard.jobs] == [(True, "album/2019")]
    assert len(heard.said) == 1
    assert heard.said[0].startswith("1 photo scanned")
    assert QApplication.focusWidget() is focus
    assert window.navigator.key == page


def test_nothing_is_said_of_a_look_that_found_nothing(
    qtbot: QtBot, window: MainWindow, album: Path
) -> None:
    heard = Heard(window)
    (album / "first.jpg").unlink()
    (album / "first.jpg.xmp").write_text("<x/>")  # as the program itself writes them
    until(qtbot, lambda: heard.ended)
    assert len(heard.jobs) == 1
    assert heard.said == []
    assert window.jobs.watch._agenda.due_at() is None  # the look itself changed nothing
    assert not window.job_bar.text()


def test_it_gives_way_to_what_the_user_wants(qtbot: QtBot, window: MainWindow, album: Path) -> None:
    heard = Heard(window)
    jobs = window.jobs
    jobs._look_quietly([album])
    jobs.add_folders([])
    until(qtbot, lambda: len(heard.ended) >= 2)
    quiet, asked = heard.jobs[:2]
    assert (quiet.gives_way, asked.gives_way) == (True, False)
    assert heard.ended[0] is None
    assert heard.ended[1] is not None
    assert window.session.library.photos.count() == 1


def test_searches_follow_quietly_and_photos_are_still_looked_for(
    qtbot: QtBot, window: MainWindow, album: Path
) -> None:
    heard = Heard(window)
    jobs = window.jobs
    busy: list[tuple[bool, bool]] = []
    jobs.runner.started.connect(lambda job: busy.append((job.idle, jobs.watch._busy)))
    jobs.searches._rest.setInterval(0)
    jobs._scan([album])
    until(qtbot, lambda: len(heard.ended) == 3)
    assert None not in heard.ended
    assert busy == [(False, True), (True, False), (True, False)]
    assert len(heard.said) == 1  # of the scan


def test_it_fails_with_a_sentence_only_once(qtbot: QtBot, window: MainWindow, album: Path) -> None:
    heard = Heard(window)
    failed: list[str] = []
    window.session.failed.connect(failed.append)
    with window.session.library.exclusive("jobs"):
        window.jobs._look_quietly([album])
        until(qtbot, lambda: heard.ended)
        window.jobs._look_quietly([album])
        until(qtbot, lambda: len(heard.ended) == 2)
    assert heard.ended == [None, None]
    assert len(failed) == 1
    assert "wait until it has finished" in failed[0]


def test_the_folders_page_says_which_way(qtbot: QtBot, window: MainWindow) -> None:
    window.go("folders")
    page = window.navigator.current()
    assert isinstance(page, FoldersPage)
    wait_for(qtbot, page.model.rowCount)
    assert page.model.index(0).data(LINE).endswith(" · Watched")
