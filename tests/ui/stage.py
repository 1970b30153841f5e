"""What a page plays on: a session and thumbnails for a library, and what the session said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.settings import Settings
from photoorg.ui.pages.page import Page
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.crowd import Crowd
from tests.ui.gallery import Window
from tests.ui.waiting import until_read

AnyPage = TypeVar("AnyPage", bound=Page)


def show_window(library: Library, qtbot: QtBot, models: Path | None) -> MainWindow:
    """Show the whole window on a library, with the keyboard; nothing begins."""
    session = Session(library, Settings(theme="light"), models)
    window = MainWindow(session, ThumbnailLoader(library.path))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@contextmanager
def open_window(library: Library, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    """Open the whole window on a library, with the keyboard, and close it."""
    window = show_window(library, qtbot, pack)
    window.begin()
    until_read(qtbot, window.session)
    yield window
    window.close()


def visit(window: MainWindow, crowd: Crowd, key: str) -> None:
    """Go to a page of the whole window: the first person's, the first photo's or a place."""
    if key == "person":
        window.navigator.open_person(crowd.groups[0])
    elif key == "viewer":
        window.navigator.open_photo(crowd.library.photos.list()[0].id, [])
    else:
        window.go(key)


def open_page(
    kind: type[AnyPage], stage: "Stage | Window", qtbot: QtBot, height: int = 700
) -> AnyPage:
    """Return a page, not shown yet, that hears of every change as in the whole window."""
    page = kind(stage.session, stage.thumbnails)
    qtbot.addWidget(page)
    page.resize(900, height)
    stage.session.changed.connect(page.refresh)
    return page


class Stage(QObject):
    def __init__(self, library: Library) -> None:
        super().__init__()
        self.session = Session(library, Settings(), parent=self)
        self.thumbnails = ThumbnailLoader(library.path, self)
        self.said: list[str] = []
        self.failed: list[str] = []
        self.wanted: list[list[Path]] = []
        self.session.said.connect(lambda sentence, _: self.said.append(sentence))
        self.session.failed.connect(self.failed.append)
        self.session.foldersWanted.connect(self.wanted.append)
