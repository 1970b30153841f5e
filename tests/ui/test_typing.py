"""The real window, typed into as quickly as can be while a scan writes: each name where it was."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.library import Person
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.shell.main_window import MainWindow
from tests.conftest import REPOSITORY
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import open_window
from tests.ui.waiting import until_read

NAMES = [
    *("Quentin Beta", "Rudolf Gamma", "Susanne Delta", "Theo Epsilon", "Ann", "Anna Lena"),
    *("Bea", "Beatrix", "Jürgen Müller", "Zoë", "Carlos", "Carla Iota", "Al", "Albert Kappa"),
]
SIZES = (*range(40, 40 - len(NAMES), -1), *[3] * 10, *[1] * 20)


@pytest.fixture
def sizes() -> tuple[int, ...]:
    return SIZES


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(crowd.library, qtbot, pack) as window:
        yield window


@contextmanager
def scan_going_on(window: MainWindow) -> Iterator[None]:
    """Let another process write, and the window hear of it as often as it can."""
    labels = [group for group, size in enumerate(SIZES) for _ in range(size)]
    library = str(window.session.library.path)
    command = [sys.executable, "-m", "tests.ui.busy_scan", library, str(len(NAMES))]
    scan = subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert scan.stdin is not None
    assert scan.stdout is not None
    scan.stdin.write(json.dumps(labels) + "\n")
    scan.stdin.flush()
    assert scan.stdout.readline() == "begun\n"
    hear = QTimer(interval=30)
    hear.timeout.connect(window.session.look_elsewhere)
    hear.start()
    try:
        yield
    finally:
        hear.stop()
        scan.communicate("stop\n", timeout=60)
    assert scan.returncode == 0


def people(window: MainWindow) -> PeoplePage:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    return page


def press(window: MainWindow, text: str) -> None:
    """Let the windowing system bring a key, which waits for its turn like any other event."""
    key = Qt.Key.Key_Return if text == "\r" else Qt.Key.Key_unknown
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(window.windowHandle(), QKeyEvent(kind, key, none, text))


def named(crowd: Crowd) -> dict[str | None, list[int]]:
    """Return which of the groups there were at first have which name."""
    found: dict[str | None, list[int]] = {}
    first = 0
    for group, size in enumerate(SIZES[: len(NAMES)]):
        faces = range(first + 1, first + size + 1)
        names = {crowd.library.faces.get(face).person_name for face in faces}
        assert len(names) == 1
        found.setdefault(names.pop(), []).append(group)
        first += size
    return found


@pytest.mark.parametrize("pause", [40, 5])
def test_names_are_typed_while_a_scan_goes_on(
    window: MainWindow, crowd: Crowd, qtbot: QtBot, pause: int
) -> None:
    page = people(window)
    page.grid.setCurrentIndex(page.model.index(page.model.row_of(crowd.groups[0]), 0))
    typed: dict[int, str] = {}
    with scan_going_on(window):
        for name in NAMES:
            person = page.model.person(page.grid.currentIndex())
            assert person is not None
            typed[person.id] = name
            for letter in f"{name}\r":
                press(window, letter)
                qtbot.wait(pause)
    assert {id_: crowd.library.people.get(id_).name for id_ in typed} == typed
    assert sorted(crowd.library.people.names()) == sorted(NAMES)
    assert len([name for name in named(crowd) if name]) > len(NAMES) / 2
    until_read(qtbot, window.session)
    wait_for(qtbot, page.reader.idle)
    shown = {row.name for row in page.model.shown.rows if isinstance(row, Person) and row.name}
    assert shown == set(NAMES)


def test_keys_that_wait_already_belong_to_the_next_name(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    page = people(window)
    page.grid.setCurrentIndex(page.model.index(page.model.row_of(crowd.groups[0]), 0))
    for letter in "\r".join([*NAMES, ""]):
        press(window, letter)
    with scan_going_on(window):
        wait_for(qtbot, lambda: len(crowd.library.people.names()) == len(NAMES))
    assert named(crowd) == {name: [group] for group, name in enumerate(NAMES)}
