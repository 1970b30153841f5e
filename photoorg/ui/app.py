"""Starts the window: the least that is needed first, everything else after the first paint."""

import gc
import logging
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from photoorg import settings as stored_settings
from photoorg.errors import LibraryBusyError, PhotoorgError
from photoorg.jobs.demonstration_place import is_demonstration, remove_demonstration
from photoorg.library import Library
from photoorg.private_files import make_folder, prepare_private
from photoorg.settings import Settings, data_folder, default_library
from photoorg.tr import tr
from photoorg.ui import icons, languages, theme
from photoorg.ui.dialogs.message_dialog import MessageDialog
from photoorg.ui.photos import clipboard
from photoorg.ui.session import Session
from photoorg.ui.shell.elsewhere import Elsewhere
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.starting.one_window import OneWindow, hand_over
from photoorg.ui.starting.signals import closing_on_signals
from photoorg.ui.thumbnail_loader import ThumbnailLoader

log = logging.getLogger(__name__)

AFTER_PAINT_MS = 10
PLACES = "window.ini"
SWITCH_S = 0.0005
COLLECT_MS = 60_000
MUCH = 500_000
"""New objects that may be garbage, from which the collector is called."""


def run(library_path: Path, models: Path | None = None, folders: Sequence[Path] = ()) -> int:
    """Open the window on a library and return the exit code when it is closed.

    ``models`` is a folder with a face model pack; ``folders`` are added and scanned at once.
    Without any, the folders of the library are looked through for what is new.
    """
    application = make_application()
    home = default_library() if is_demonstration(library_path) else library_path
    code = 0
    elsewhere: Elsewhere | None = Elsewhere(library_path, tuple(folders))
    try:
        while elsewhere is not None:
            if elsewhere.remove_demonstration:
                remove_demonstration()
            code, elsewhere = _visit(application, elsewhere, home, models)
    except PhotoorgError as error:
        busy = isinstance(error, LibraryBusyError)
        if busy and elsewhere is not None and hand_over(elsewhere.library, elsewhere.folders):
            return 0
        log.info("the window cannot open: %s", error)
        MessageDialog(tr("photoorg cannot open"), str(error)).exec()
        return 2
    return code


def _visit(
    application: QApplication, place: Elsewhere, home: Path, models: Path | None
) -> tuple[int, Elsewhere | None]:
    """Show one library until its window closes; return the exit code and where to go on."""
    settings = stored_settings.load()
    languages.use(application, settings.language)
    theme.apply(application, settings.theme, settings.text_size)
    with Library.open(place.library) as library, library.exclusive("window"):
        session = Session(library, settings, models)
        window = MainWindow(session, ThumbnailLoader(library.path), home)
        session.settingsChanged.connect(partial(_follow_language, window, settings.language))
        one_window = OneWindow(library.path)
        one_window.wanted.connect(partial(_come_forward, window))
        leave_system = follow_system(application, session)
        keep_fluent(application)
        with _crashes_shown(), closing_on_signals(application):
            _show(window, place.folders)
            code = application.exec()
        one_window.close()
        leave_system()
        _remember_place(window)
        clipboard.let_go()
        return code, window.elsewhere


def make_application() -> QApplication:
    """Return the application, made now if there is none."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("photoorg")
    application.setApplicationDisplayName("photoorg")
    application.setDesktopFileName("photoorg")
    application.setWindowIcon(icons.program_icon())
    return application


def follow_system(application: QApplication, session: Session) -> Callable[[], object]:
    """Change between light and dark with the system, if that is the setting.

    Return the function that ends it.
    """

    def follow() -> None:
        if session.settings.theme == "system":
            theme.apply(application, "system", session.settings.text_size)

    changed = application.styleHints().colorSchemeChanged
    changed.connect(follow)
    return lambda: changed.disconnect(follow)


def keep_fluent(application: QApplication) -> None:
    """Let neither the garbage collector nor another thread hold up a frame, or the window at all.

    The collector looks at every person of the library each time, which takes longer than a frame.
    Hardly anything here forms cycles, so it is enough to do it when the user turns to another
    program, and now and then. By itself Python does it in whatever thread makes an object; a widget
    that a thread which reads the library deletes waits for the window, and the window for it.

    A thread that fetches thumbnails hands the interpreter over within half a millisecond instead of
    five: while scrolling, the window asks for it often.
    """
    sys.setswitchinterval(SWITCH_S)
    gc.freeze()
    gc.disable()

    def collect_if_much() -> None:
        if gc.get_count()[0] > MUCH:
            gc.collect()

    def collect(state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.collect()

    now_and_then = QTimer(application, interval=COLLECT_MS)
    now_and_then.timeout.connect(collect_if_much)
    now_and_then.start()
    application.applicationStateChanged.connect(collect)


def _show(window: MainWindow, folders: Sequence[Path]) -> None:
    _restore_place(window)
    window.show()

    def begin() -> None:
        window.begin()
        window.jobs.keep_up()
        if folders:
            window.add_folders(list(folders))
        else:
            window.jobs.scan_soon()

    QTimer.singleShot(AFTER_PAINT_MS, begin)


def _follow_language(window: MainWindow, spoken: str, settings: Settings) -> None:
    """Open the window anew for another language: everything in it is made of words."""
    if settings.language != spoken:
        window.go_elsewhere(Elsewhere(window.session.library.path))


def _come_forward(window: MainWindow, folders: list[Path]) -> None:
    """Show the window above all others, and scan these folders if there are any."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if folders:
        window.add_folders(folders)


def _places() -> QSettings:
    return QSettings(str(data_folder() / PLACES), QSettings.Format.IniFormat)


def _restore_place(window: MainWindow) -> None:
    window.sidebar.fold(folded=_places().value("narrow") in (True, "true"))
    geometry = _places().value("geometry")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)


def _remember_place(window: MainWindow) -> None:
    with suppress(OSError):  # Qt does without, too
        make_folder(data_folder())
    prepare_private(data_folder() / PLACES)
    places = _places()
    places.setValue("geometry", window.saveGeometry())
    places.setValue("narrow", window.frame.wants_narrow)


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
    text = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected error:\n%s", text)
    MessageDialog(
        tr("Something went wrong that should not have"),
        tr("Nothing that was stored is lost. Please report it with the details below."),
        text,
        QApplication.activeWindow(),
    ).exec()
