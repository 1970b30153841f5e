"""A second process with the window on a small library, for a screen reader to look at.

Each line of standard input is a page or ``key NAME``, with ``Shift+`` before the name where that is
held, and ``done`` answers it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.scenes import deciding
from photoorg.settings import Settings
from photoorg.ui import theme
from photoorg.ui.app import make_application
from photoorg.ui.review.pause import UNSEEN_MS
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.duplicates.stacks import add_stacks
from tests.ui.gallery import MODEL, make_gallery
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.videos.films import add_film


@contextmanager
def made(place: Path, asked: str) -> Iterator[Library]:
    """Make a library of photos, of films and duplicates besides, or one with questions."""
    if asked == "questions":
        with asked_crowd(place) as library:
            yield library
        return
    gallery = make_gallery(place)
    if asked == "films":
        add_stacks(gallery)
        film = place / "films" / "sea.mp4"
        add_film(gallery.library, film, [(61, 75), (4, 9)], MODEL, size=8)
        photos = gallery.photos
        deciding.gather(gallery.library, [photos["beach.jpg"], photos["garden.jpg"]], "Outside")
        deciding.gather(gallery.library, [photos["snow.jpg"]])
    actions.rename(gallery.library, gallery.person_of("beach.jpg"), "Anna")
    yield gallery.library
    gallery.library.close()


def show(library: Library) -> None:
    """Show the window until standard input ends."""
    application = make_application()
    theme.apply(application, "light")
    session = Session(library, Settings(theme="light"), None)
    window = MainWindow(session, ThumbnailLoader(library.path))
    window.jobs.has_pack = lambda: True  # type: ignore[method-assign]  # as after a scan
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.begin()
    settle(session)

    def hear() -> None:
        words = sys.stdin.readline().split()
        if not words:
            application.quit()
            return
        obey(window, words)
        settle(session)
        print("done", flush=True)  # noqa: T201 - read by the test

    commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    commands.activated.connect(hear)
    print("shown", flush=True)  # noqa: T201 - read by the test
    application.exec()
    window.close()


def obey(window: MainWindow, words: list[str]) -> None:
    library = window.session.library
    if QApplication.focusWidget() is None:  # no window manager does it after a dialog
        window.activateWindow()
        QTest.qWait(UNSEEN_MS)
    match words:
        case ["key", name]:
            focused = QApplication.focusWidget()
            assert focused is not None
            *shift, name = name.split("+")
            held = Qt.KeyboardModifier
            QTest.keyClick(
                focused, Qt.Key[f"Key_{name}"], held.ShiftModifier if shift else held.NoModifier
            )
        case ["person"]:
            window.navigator.open_person(library.people.list()[0].id)
        case ["viewer"]:
            photos = [photo.id for photo in library.photos.list()]
            window.navigator.open_photo(photos[0], photos)
        case ["video"]:
            window.navigator.open_video(library.videos.every()[0].id)
        case ["settings"]:  # a dialog waits until it is closed
            QTimer.singleShot(0, window.sidebar.settingsWanted.emit)
        case ["keys"]:
            QTimer.singleShot(0, window.menus.keys.trigger)
        case [page]:
            window.go(page)


def settle(session: Session) -> None:
    """Wait until everything that was asked of the library is shown, and may be answered."""
    QTest.qWait(UNSEEN_MS)
    while not session.reads.idle():
        QTest.qWait(UNSEEN_MS)


if __name__ == "__main__":
    with made(Path(sys.argv[1]), sys.argv[2]) as library:
        show(library)
