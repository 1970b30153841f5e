"""The program starts, ends, and says why when it cannot start."""

import gc
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtWidgets import QApplication

from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Library
from photoorg.ui import app
from photoorg.ui.app import keep_fluent, make_application
from photoorg.ui.dialogs.message_dialog import MessageDialog
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import make_crowd


def visit(look: list[str]) -> None:
    """Note which page the window shows once it shows one, and close it."""

    def poll() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.navigator.key:
                look.append(window.navigator.key)
                window.sidebar.fold(folded=True)
                timer.stop()
                window.close()

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(poll)
    timer.start()


def test_the_window_opens_and_closes(qapp: QApplication, tmp_path: Path, pack: Path) -> None:
    make_crowd(tmp_path).library.close()
    seen: list[str] = []
    visit(seen)
    assert app.run(tmp_path / "crowd.photoorg", pack) == 0
    assert seen == ["people"]


def test_folders_are_scanned_at_once(
    qapp: QApplication, tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[ScanRequest] = []
    monkeypatch.setattr(JobRunner, "run", lambda _, job: jobs.append(job))
    seen: list[str] = []
    visit(seen)
    assert app.run(tmp_path / "new.photoorg", pack, [tmp_path]) == 0
    assert [job.folders for job in jobs] in ([], [[tmp_path]])
    assert seen in (["first-run"], ["people"])


def test_the_place_of_the_window_is_remembered(
    qapp: QApplication, tmp_path: Path, pack: Path
) -> None:
    narrow: list[bool] = []

    def note() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        narrow.extend(window.sidebar.folded for window in windows if window.isVisible())

    for _ in range(2):
        visit([])
        QTimer.singleShot(0, note)
        app.run(tmp_path / "new.photoorg", pack)
    assert narrow == [False, True]


def test_a_narrow_window_is_no_wish_for_a_narrow_sidebar(
    qapp: QApplication, tmp_path: Path, pack: Path
) -> None:
    make_crowd(tmp_path).library.close()
    folded: list[bool] = []

    def squeeze() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.navigator.key:
                window.resize(640 if not folded else 1600, 800)
                QApplication.processEvents()
                folded.append(window.sidebar.folded)
                timer.stop()
                window.close()

    for _ in range(2):
        timer = QTimer(qapp, interval=20)
        timer.timeout.connect(squeeze)
        timer.start()
        app.run(tmp_path / "crowd.photoorg", pack)
    assert folded == [True, False]


def test_a_second_start_ends_and_the_first_window_goes_on(
    qapp: QApplication, tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_crowd(tmp_path).library.close()
    library = tmp_path / "crowd.photoorg"
    program = (
        "import sys; from pathlib import Path; from photoorg.ui import app; "
        "sys.exit(app.run(Path(sys.argv[1])))"
    )
    raised: list[list[Path]] = []
    monkeypatch.setattr(app, "_come_forward", lambda _, folders: raised.append(folders))
    ends: list[int] = []

    def start_again() -> None:
        all_there = QApplication.topLevelWidgets()
        windows = [w for w in all_there if isinstance(w, MainWindow) and w.isVisible()]
        if not others and windows:
            others.append(subprocess.Popen([sys.executable, "-c", program, str(library)]))
        if others and others[0].poll() is not None:
            ends.append(others[0].returncode)
            timer.stop()
            windows[0].close()

    others: list[subprocess.Popen[bytes]] = []
    timer = QTimer(qapp, interval=20)
    timer.timeout.connect(start_again)
    with tempfile.TemporaryDirectory() as near:  # the path of a socket has to be short
        monkeypatch.setenv("XDG_DATA_HOME", near)
        timer.start()
        assert app.run(library, pack) == 0
    assert (ends, raised) == ([0], [[]])


@pytest.mark.parametrize("trouble", ["not a library", "busy"])
def test_a_library_that_cannot_be_opened_is_a_sentence(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box.sentence.text()))
    path = tmp_path / "library.photoorg"
    if trouble == "busy":
        with Library.open(path) as library, library.exclusive("window"):
            assert app.run(path) == 2
        assert told == ["photoorg is already open with this library; use that window."]
    else:
        path.write_text("something else entirely")
        assert app.run(path) == 2
        assert "is not a photoorg library" in told[0]


def test_garbage_is_collected_by_the_thread_of_the_window_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A widget that a thread deletes would wait for the window for ever."""
    monkeypatch.setattr("photoorg.ui.app.COLLECT_MS", 1)
    monkeypatch.setattr("photoorg.ui.app.MUCH", 0)
    application = make_application()
    switch = sys.getswitchinterval()
    collected: list[threading.Thread] = []

    class Cycle:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            collected.append(threading.current_thread())

    gc.enable()
    keep_fluent(application)
    try:
        assert not gc.isenabled()

        def read() -> None:
            Cycle()
            kept = [[n] for n in range(100_000)]
            assert len(kept) == 100_000

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert collected == []
        deadline = QDeadlineTimer(10_000)
        while not collected and not deadline.hasExpired():
            application.processEvents()
        assert collected == [threading.main_thread()]
    finally:
        sys.setswitchinterval(switch)
        gc.unfreeze()
        for timer in application.findChildren(QTimer):
            timer.stop()
            timer.deleteLater()
