"""What a window wants to be looked at, when a second process changes real folders."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.jobs.watching.agenda import AGAIN_S
from photoorg.jobs.watching.ways import Way
from photoorg.ui.by_itself.folder_watch import FolderWatch
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Gallery, Window, wait_for


class Wanted(list[list[Path]]):
    """What a watch wanted."""


@pytest.fixture
def watch(window: Window, qtbot: QtBot, gallery: Gallery) -> Iterator[FolderWatch]:
    made = FolderWatch(window.session)
    made.begin()
    wait_for(qtbot, lambda: window.session.ways)
    assert window.session.ways == {gallery.folder: Way.WATCHED}
    yield made
    made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "watching folders"]


@pytest.fixture
def wanted(watch: FolderWatch) -> Wanted:
    heard = Wanted()
    watch.wanted.connect(heard.append)
    return heard


def somebody_writes(*files: Path) -> None:
    """Let another process write files."""
    code = "import sys; [open(name, 'wb').write(b'x') for name in sys.argv[1:]]"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code, *map(str, files)], check=True)


def test_what_another_process_adds_is_wanted_once(
    qtbot: QtBot, wanted: Wanted, gallery: Gallery
) -> None:
    somebody_writes(*(gallery.folder / f"{n}.jpg" for n in range(20)))
    wait_for(qtbot, lambda: wanted)
    assert wanted == [[gallery.folder]]


def test_nothing_is_wanted_while_a_job_runs(
    qtbot: QtBot, watch: FolderWatch, wanted: Wanted, gallery: Gallery
) -> None:
    watch.set_busy(busy=True)
    somebody_writes(gallery.folder / "new.jpg")
    wait_for(qtbot, lambda: watch._agenda.due_at() is not None)
    assert not watch._timer.isActive()
    watch.set_busy(busy=False)
    assert watch._timer.isActive()
    wait_for(qtbot, lambda: wanted)
    assert wanted == [[gallery.folder]]


def test_folders_that_are_added_are_watched_too(
    qtbot: QtBot, window: Window, wanted: Wanted, gallery: Gallery, tmp_path: Path
) -> None:
    second = tmp_path / "Second"
    second.mkdir()
    gallery.library.folders.add(second)
    window.session.changed.emit(EVERYTHING)
    wait_for(qtbot, lambda: len(window.session.ways) == 2)
    somebody_writes(second / "new.jpg", gallery.folder / "new.jpg")
    wait_for(qtbot, lambda: wanted)
    assert wanted == [[gallery.folder, second]]


def test_a_change_elsewhere_in_the_library_begins_nothing_anew(
    qtbot: QtBot, window: Window, watch: FolderWatch
) -> None:
    (watcher,) = watch._watchers
    window.session.changed.emit(EVERYTHING)
    wait_for(qtbot, window.session.reads.idle)
    assert watch._watchers == [watcher]


def test_the_user_may_not_want_it(
    qtbot: QtBot, window: Window, watch: FolderWatch, gallery: Gallery
) -> None:
    window.session.choose(replace(window.session.settings, watch=False))
    assert window.session.ways == {gallery.folder: Way.UNASKED}
    watch.looked(None)
    assert not watch._timer.isActive()
    window.session.choose(replace(window.session.settings, watch=True))
    wait_for(qtbot, lambda: window.session.ways == {gallery.folder: Way.WATCHED})


def test_what_did_not_end_is_wanted_again(
    qtbot: QtBot, watch: FolderWatch, wanted: Wanted, gallery: Gallery
) -> None:
    watch.look_again([gallery.folder], soon=False)
    assert watch._timer.remainingTime() > 60_000
    watch.look_again([gallery.folder], soon=True)
    wait_for(qtbot, lambda: wanted)
    assert wanted == [[gallery.folder]]


def test_a_share_is_looked_at_when_somebody_turns_to_the_window(
    qtbot: QtBot, window: Window, gallery: Gallery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 8:1 / / rw - ext4 d rw\n2 1 0:9 / {gallery.folder} rw - cifs nas rw\n")
    monkeypatch.setattr("photoorg.file_systems.MOUNTS", mounts)
    watch = FolderWatch(window.session)
    watch._agenda.go_round([gallery.folder], time.monotonic() - 2 * AGAIN_S)  # looked at before
    wanted: list[list[Path]] = []
    watch.wanted.connect(wanted.append)
    watch.begin()
    wait_for(qtbot, lambda: window.session.ways)
    assert window.session.ways == {gallery.folder: Way.SHARE}
    assert not wanted
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for _ in range(2):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    wait_for(qtbot, lambda: wanted)
    assert wanted == [[gallery.folder]]
    watch.close()


def test_a_library_that_cannot_be_written_has_no_use_for_news(
    window: Window, gallery: Gallery
) -> None:
    gallery.library.connection.read_only = True
    watch = FolderWatch(window.session)
    watch.begin()
    assert window.session.reads.idle()
    watch.close()
    gallery.library.connection.read_only = False
