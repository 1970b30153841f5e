"""The menu bar: every command of the window, each with its key."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

THEMES = {"system": "Same as the system", "light": "Light", "dark": "Dark"}


class Menus:
    """Makes the actions; the window connects what they do."""

    def __init__(self, window: QMainWindow, pages: Mapping[str, str]) -> None:
        self._window = window
        bar = window.menuBar()
        file = bar.addMenu("&File")
        self.add_folder = self._add(file, "&Add folder…", "Ctrl+O")
        self.scan_again = self._add(file, "&Scan all folders again", "Ctrl+R")
        file.addSeparator()
        self.settings = self._add(file, "Se&ttings…", "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        file.addSeparator()
        self.leave = self._add(file, "&Quit", "Ctrl+Q")
        self.leave.setMenuRole(QAction.MenuRole.QuitRole)

        self._edit = bar.addMenu("&Edit")
        self.undo = self._add(self._edit, "&Undo", "Ctrl+Z")
        self.undo.setIconText("Undo")  # without the step, where keys are listed
        self.redo = self._add(self._edit, "&Redo", "Ctrl+Shift+Z")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.redo.setIconText("Redo")
        self.history = self._add(self._edit, "&History…", "Ctrl+Shift+H")
        self._edit.addSeparator()
        self._page_end = self._edit.addSeparator()
        self._page_actions: list[QAction] = []
        self.select_all = self._add(self._edit, "Select &all", "Ctrl+A")
        self.find = self._add(self._edit, "&Find", "Ctrl+F")
        self.menu = self._add(self._edit, "&Menu of what is chosen", "Shift+F10")

        view = bar.addMenu("&View")
        self.pages: dict[str, QAction] = {}
        for at, (key, text) in enumerate(pages.items(), start=1):
            self.pages[key] = self._add(view, text, f"Ctrl+{at}")
        view.addSeparator()
        self.sidebar = self._add(view, "&Narrow sidebar", "Ctrl+B")
        self.sidebar.setCheckable(True)
        self.full_screen = self._add(view, "&Full screen", "F11")
        self.full_screen.setCheckable(True)
        letters = view.addMenu("&Text size")
        self.larger = self._add(letters, "&Larger letters", "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._add(letters, "&Smaller letters", "Ctrl+-")
        self.usual = self._add(letters, "&Letters of the system", "Ctrl+0")
        colors = view.addMenu("&Colours")
        group = QActionGroup(window)
        self.themes: dict[str, QAction] = {}
        for key, text in THEMES.items():
            action = self.themes[key] = self._add(colors, text, "")
            action.setCheckable(True)
            group.addAction(action)

        about = bar.addMenu("&Help")
        self.keys = self._add(about, "&Keys", "F1")
        self.about = self._add(about, "&About photoorg", "")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def show_page_actions(self, actions: Sequence[QAction]) -> None:
        """Offer what the page that is open now can do."""
        for action in self._page_actions:
            self._edit.removeAction(action)
        self._page_actions = list(actions)
        for action in self._page_actions:
            self._edit.insertAction(self._page_end, action)

    def page_actions(self) -> list[QAction]:
        """Return what the page that is open now can do."""
        return list(self._page_actions)

    def edit_actions(self) -> list[QAction]:
        """Return what the menu "Edit" holds now."""
        return self._edit.actions()

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """Say what can be undone and done again."""
        self.undo.setText(f"&Undo: {_shown(undo)}" if undo else "&Undo")
        self.undo.setEnabled(undo is not None)
        self.redo.setText(f"&Redo: {_shown(redo)}" if redo else "&Redo")
        self.redo.setEnabled(redo is not None)

    def _add(self, menu: QMenu, text: str, keys: str) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        self._window.addAction(action)
        return action


def _shown(label: str) -> str:
    """Return a label as the text of an action: an ampersand would become a mnemonic there."""
    return label.replace("&", "&&")
