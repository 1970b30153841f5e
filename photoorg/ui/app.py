"""Starts the window: the least that is needed first, everything else after the first paint."""

import gc
import logging
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from photoorg import settings as stored_settings
from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.settings import data_folder
from photoorg.ui import icons, theme
from photoorg.ui.main_window import MainWindow
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

log = logging.getLogger(__name__)

AFTER_PAINT_MS = 10


def run(library_path: Path, models: Path | None = None, folders: Sequence[Path] = ()) -> int:
    """Open the window on a library and return the exit code when it is closed.

    ``models`` is a folder with a face model pack; ``folders`` are added and scanned at once.
    Without any, the folders of the library are looked through for what is new.
    """
    application = make_application()
    settings = stored_settings.load()
    theme.apply(application, settings.theme)
    try:
        with Library.open(library_path) as library, library.exclusive("window"):
            session = Session(library, settings, models)
            window = MainWindow(session, ThumbnailLoader(library.path))
            follow_system(application, session)
            calm_collector(application)
            with _crashes_shown():
                _show(window, folders)
                code = application.exec()
            _remember_place(window)
            return code
    except PhotoorgError as error:
        log.info("the window cannot open: %s", error)
        QMessageBox.critical(None, "photoorg", str(error))
        return 2


def make_application() -> QApplication:
    """Return the application, made now if there is none."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("photoorg")
    application.setApplicationDisplayName("photoorg")
    application.setDesktopFileName("photoorg")
    application.setWindowIcon(icons.program_icon())
    return application


def follow_system(application: QApplication, session: Session) -> None:
    """Change between light and dark with the system, if that is the setting."""

    def follow() -> None:
        if session.settings.theme == "system":
            theme.apply(application, "system")

    application.styleHints().colorSchemeChanged.connect(follow)


def calm_collector(application: QApplication) -> None:
    """Keep the collection of garbage cycles, longer than a frame in a big library, out of sight.

    It looks at every person of the library each time. Hardly anything here forms cycles, so it
    is enough to do it when the user turns to another program.
    """
    gc.freeze()
    gc.set_threshold(50_000, 50, 1000)

    def collect(state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.collect()

    application.applicationStateChanged.connect(collect)


def _show(window: MainWindow, folders: Sequence[Path]) -> None:
    _restore_place(window)
    window.show()

    def begin() -> None:
        window.begin()
        if folders:
            window.add_folders(list(folders))
        else:
            window.jobs.scan_soon()

    QTimer.singleShot(AFTER_PAINT_MS, begin)


def _places() -> QSettings:
    return QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)


def _restore_place(window: MainWindow) -> None:
    geometry = _places().value("geometry")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    window.sidebar.fold(folded=_places().value("narrow") in (True, "true"))


def _remember_place(window: MainWindow) -> None:
    places = _places()
    places.setValue("geometry", window.saveGeometry())
    places.setValue("narrow", window.sidebar.folded)


@contextmanager
def _crashes_shown() -> Iterator[None]:
    """Show what nobody expected instead of ending the program silently."""
    before, sys.excepthook = sys.excepthook, _crashed
    try:
        yield
    finally:
        sys.excepthook = before


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a bug with its traceback, ready to be copied; the program goes on."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected error:\n%s", text)
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "photoorg",
        "Something went wrong that should not have. Nothing that was stored is lost. "
        "Please report it with the details below.",
    )
    box.setDetailedText(text)
    box.exec()
