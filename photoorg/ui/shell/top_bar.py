"""The line above a page: where one is, search, view options, and the one primary action."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from photoorg.tr import kept, retold, tr
from photoorg.ui import icons, theme
from photoorg.ui.direction import mirrored
from photoorg.ui.shell.search_suggestions import SearchSuggestions

HEIGHT = 60
ADD = kept("Add folder")
TYPING_MS = 120
SEARCH = 150, 340
"""The least and the greatest width of the field."""
_MARGIN, _PADDING = 24, 13
"""At the edges, and inside of a button: the arrow back stands where titles begin."""


class TopBar(QFrame):
    """``searched`` follows the typing at a little distance."""

    searched = Signal(str)
    searchLeft = Signal()
    back = Signal()
    addFolder = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.scaled(HEIGHT))
        self._back = QPushButton()
        self._back.setProperty("look", "quiet")
        self._back.setToolTip(tr("Back (Esc)"))
        self._back.clicked.connect(self.back)
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self.search = QLineEdit()
        self.search.setProperty("look", "search")
        self.search.setClearButtonEnabled(True)
        self._widen()
        self._glass = QAction(self)
        self._glass.triggered.connect(self.open_menu)
        self._menu: QMenu | None = None
        self._suggestions = SearchSuggestions(self.search)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(self._typed)
        self._options = QHBoxLayout()
        self._shown_options: QWidget | None = None
        self.add_button = QPushButton(retold(ADD))
        self.add_button.setAccessibleName(retold(ADD))
        self.add_button.setProperty("look", "primary")
        self.add_button.setToolTip(tr("Add a folder of photos (Ctrl+O)"))
        self.add_button.clicked.connect(self.addFolder)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addLayout(self._options)
        row.addWidget(self.search, 2)
        row.addWidget(self.add_button)
        self._tint()

    def show_page(
        self,
        title: str,
        search_hint: str,
        options: QWidget | None,
        back: str = "",
        menu: QMenu | None = None,
        *,
        own_title: bool = False,
    ) -> None:
        """Show what belongs to a page; ``back`` is where the back button leads.

        A page with a title of its own needs none here; ``menu`` opens below the magnifying glass.
        """
        self._menu = menu
        self._glass.setToolTip(
            tr("Saved searches, and what can be typed (Alt+Down)") if menu else ""
        )
        self.set_title(title)
        self._title.setVisible(not own_title)
        self._back.setVisible(bool(back))
        before, after = _MARGIN - (_PADDING if back else 0), _MARGIN
        left, right = (after, before) if mirrored() else (before, after)
        self._row.setContentsMargins(left, 0, right, 0)
        self._back.setText(back)
        self._back.setAccessibleName(tr("Back to {back}", back=back))
        self.search.setVisible(bool(search_hint))
        self.search.setPlaceholderText(search_hint)
        self.search.setAccessibleName(search_hint)
        if self._shown_options is not options:
            if self._shown_options is not None:
                self._options.removeWidget(self._shown_options)
                self._shown_options.hide()
            if options is not None:
                self._options.addWidget(options)
                options.show()
            self._shown_options = options
        self._fit()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def show_search(self, text: str) -> None:
        """Show what a page was searched for, without searching it again."""
        self.search.setText(text)
        self._typing.stop()

    def start_search(self) -> None:
        """Put the keyboard into the search field."""
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def suggest(self, texts: Sequence[str]) -> None:
        """Offer to go on so with what is typed."""
        self._suggestions.offer(texts)

    def open_menu(self) -> None:
        """Open what the page offers in its search field."""
        if self._menu is not None:
            self._menu.popup(self.search.mapToGlobal(self.search.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if pressed and alt and event.key() == Qt.Key.Key_Down:
                self.open_menu()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self._typing.stop()
                self.searched.emit("")
                self.searchLeft.emit()
                return True
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._typing.stop()
                self.searched.emit(self.search.text())
                self.searchLeft.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(theme.scaled(HEIGHT))
            self._widen()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _widen(self) -> None:
        """Leave room for a name to be read while it is typed, whatever the size of letters."""
        self.search.setMinimumWidth(theme.scaled(SEARCH[0]))
        self.search.setMaximumWidth(theme.scaled(SEARCH[1]))

    def _fit(self) -> None:
        """Let the button do without its words where others would be cut."""
        self.add_button.setText(retold(ADD))
        self._row.invalidate()
        if self._row.minimumSize().width() > self.width():
            self.add_button.setText("")
        self._tint()

    def _typed(self) -> None:
        self._typing.start()

    def _tint(self) -> None:
        colors = theme.tokens_of(self)
        self._glass.setIcon(icons.icon("search", colors.text_muted, size=16))
        icons.put_on(self._back, "back", colors.text, theme.scaled(18))
        icons.put_on(self.add_button, "plus", colors.accent_text, theme.scaled(16))
