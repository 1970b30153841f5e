"""What the menus do that concerns the window alone."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QMainWindow,
)

from photoorg import __version__
from photoorg.settings import Settings
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.dialogs.keys_dialog import KeysDialog
from photoorg.ui.dialogs.message_dialog import MessageDialog
from photoorg.ui.dialogs.privacy import privacy_details
from photoorg.ui.dialogs.settings_dialog import SettingsDialog
from photoorg.ui.session import Session
from photoorg.ui.shell.key_list import KeyList
from photoorg.ui.shell.menus import Menus


class Commands:
    """Each method is one line of a menu."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self._window = window
        self._session = session
        self._looks: tuple[str, int] = (session.settings.theme, session.settings.text_size)

    def listen(self, menus: Menus) -> None:
        """Do what is chosen in the menus."""
        menus.select_all.triggered.connect(self.select_all)
        menus.full_screen.triggered.connect(self.fill_screen)
        for action, step in ((menus.larger, 1), (menus.smaller, -1), (menus.usual, 0)):
            action.triggered.connect(partial(self.resize_text, step))
        menus.menu.triggered.connect(self.open_menu)
        menus.privacy.triggered.connect(self.tell_privacy)
        menus.about.triggered.connect(self.tell_about)

    def ask_for_folder(self) -> list[Path]:
        """Let a folder be chosen; nothing is returned when it was not."""
        usual = QStandardPaths.StandardLocation.PicturesLocation
        places = [*QStandardPaths.standardLocations(usual), str(Path.home())]
        start = next((place for place in places if Path(place).is_dir()), "")
        title = tr("Add a folder of photos")
        chosen = QFileDialog.getExistingDirectory(self._window, title, start)
        return [Path(chosen)] if chosen else []

    def show_settings(self) -> None:
        """Open the settings."""
        SettingsDialog(self._session, self._window).open()

    def show_keys(self, sections: KeyList) -> None:
        """Open the list of keys."""
        KeysDialog(sections, self._window).open()

    def choose_theme(self, key: str) -> None:
        """Show the window in other colours from now on."""
        self._session.choose(replace(self._session.settings, theme=key))

    def resize_text(self, step: int, _: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Take the next larger (1) or smaller (-1) letters, or those of the system (0)."""
        settings, sizes = self._session.settings, theme.TEXT_SIZES
        now = min(range(len(sizes)), key=lambda at: abs(sizes[at] - settings.text_size))
        to = sizes[min(max(now + step, 0), len(sizes) - 1)] if step else 100
        if to != settings.text_size:
            self._session.choose(replace(settings, text_size=to))

    def follow(self, settings: Settings) -> None:
        """Look as the settings say; nothing is drawn anew where they say the same as before."""
        application, looks = QApplication.instance(), (settings.theme, settings.text_size)
        if isinstance(application, QApplication) and looks != self._looks:
            self._looks = looks
            theme.apply(application, *looks)

    def open_menu(self) -> None:
        """Open the menu of what has the keyboard, as the menu key does."""
        has = QApplication.focusWidget()
        if has is None:
            return
        at = has.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        by = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(has, QContextMenuEvent(by, at, has.mapToGlobal(at)))

    def select_all(self) -> None:
        """Select everything in the list that has the keyboard."""
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView):
            view.selectAll()

    def fill_screen(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Take the whole screen, or give it back."""
        full = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | full if on else state & ~full)

    def tell_privacy(self) -> None:
        """Say what is written, and where, and what goes over the network."""
        MessageDialog(
            tr("Privacy"),
            tr(
                "Nothing is ever sent: no photo, no name, no statistics. All that is ever fetched "
                "is a pack of face models that you ask for. The details tell every file that "
                "photoorg writes."
            ),
            privacy_details(self._session.library.path),
            self._window,
        ).open()

    def tell_about(self) -> None:
        """Say what this program is."""
        MessageDialog(
            f"photoorg {__version__}",
            tr(
                "Turns folders of photos into named people, entirely on this computer: no photo, "
                "face or name ever leaves it."
            ),
            parent=self._window,
        ).open()
