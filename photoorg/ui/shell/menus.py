"""The menu bar: every command of the window, each with its key."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from photoorg.tr import kept, retold, tr

THEMES = {"system": kept("Same as the system"), "light": kept("Light"), "dark": kept("Dark")}


class Menus:
    """Makes the actions; the window connects what they do."""

    def __init__(
        self,
        window: QMainWindow,
        pages: Mapping[str, tuple[str, str]],
        at_times: Collection[str] = (),
    ) -> None:
        """``pages`` maps a page's key to its icon and its words, in order.

        Those that the sidebar offers ``at_times`` have the last of the numbers.
        """
        self._window = window
        bar = window.menuBar()
        file = bar.addMenu(tr("&File"))
        self.add_folder = self._add(file, tr("&Add folder…"), "Ctrl+O")
        self.scan_again = self._add(file, tr("&Scan all folders again"), "Ctrl+R")
        self.names = self._add(file, tr("&Names from other programs…"), "")
        file.addSeparator()
        self.settings = self._add(file, tr("Se&ttings…"), "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        file.addSeparator()
        self.leave = self._add(file, tr("&Quit"), "Ctrl+Q")
        self.leave.setMenuRole(QAction.MenuRole.QuitRole)

        self._edit = bar.addMenu(tr("&Edit"))
        self.undo = self._add(self._edit, tr("&Undo"), "Ctrl+Z")
        self.undo.setIconText(tr("Undo"))  # without the step, where keys are listed
        self.redo = self._add(self._edit, tr("&Redo"), "Ctrl+Shift+Z")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.redo.setIconText(tr("Redo"))
        self.history = self._add(self._edit, tr("&History…"), "Ctrl+Shift+H")
        self._edit.addSeparator()
        self._page_end = self._edit.addSeparator()
        self._page_actions: list[QAction] = []
        self.select_all = self._add(self._edit, tr("Select &all"), "Ctrl+A")
        self.find = self._add(self._edit, tr("&Find"), "Ctrl+F")
        self.menu = self._add(self._edit, tr("&Menu of what is chosen"), "Shift+F10")

        view = bar.addMenu(tr("&View"))
        self.pages: dict[str, QAction] = {}
        numbered = sorted(pages, key=lambda key: key in at_times)
        for number, key in enumerate(numbered, 1):
            self.pages[key] = self._add(view, retold(pages[key][1]), f"Ctrl+{number}")
        view.addSeparator()
        self.sidebar = self._add(view, tr("&Narrow sidebar"), "Ctrl+B")
        self.sidebar.setCheckable(True)
        self.full_screen = self._add(view, tr("&Full screen"), "F11")
        self.full_screen.setCheckable(True)
        letters = view.addMenu(tr("&Text size"))
        self.larger = self._add(letters, tr("&Larger letters"), "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._add(letters, tr("&Smaller letters"), "Ctrl+-")
        self.usual = self._add(letters, tr("&Letters of the system"), "Ctrl+0")
        colors = view.addMenu(tr("&Colours"))
        group = QActionGroup(window)
        self.themes: dict[str, QAction] = {}
        for key, text in THEMES.items():
            action = self.themes[key] = self._add(colors, retold(text), "")
            action.setCheckable(True)
            group.addAction(action)

        about = bar.addMenu(tr("&Help"))
        self.keys = self._add(about, tr("&Keys"), "F1")
        self.privacy = self._add(about, tr("&Privacy"), "")
        self.about = self._add(about, tr("&About photoorg"), "")
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
        self.undo.setText(tr("&Undo: {step}", step=_shown(undo)) if undo else tr("&Undo"))
        self.undo.setEnabled(undo is not None)
        self.redo.setText(tr("&Redo: {step}", step=_shown(redo)) if redo else tr("&Redo"))
        self.redo.setEnabled(redo is not None)

    def expect_history(self) -> None:
        """Let Undo and Redo be pressed for what is being done: it will be there by then."""
        self.undo.setEnabled(True)
        self.redo.setEnabled(True)

    def _add(self, menu: QMenu, text: str, keys: str) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        self._window.addAction(action)
        return action


def _shown(label: str) -> str:
    """Return a label as the text of an action: an ampersand would become a mnemonic there."""
    return retold(label).replace("&", "&&")
