"""The line above the photos that tells what was searched for, and saves it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from photoorg.errors import PhotoorgError
from photoorg.library.finding.saved import change, delete, rename, save, saved
from photoorg.tr import kept, retold, tr
from photoorg.ui.dialogs.asking.search_name_dialog import SearchNameDialog
from photoorg.ui.session import Session

EXAMPLES = (
    (kept("Anna and Ben together"), kept("anna ben")),
    (kept("either of them"), kept("anna or ben")),
    (kept("nobody else"), kept("only anna ben")),
    (kept("not with Carl"), kept("anna -carl")),
    (kept("of some time"), kept("2003, july 2003, 2003..2005")),
    (kept("faces on it"), kept("3 people")),
    (kept("in a folder"), kept("folder:italy")),
    (kept("a word only"), '"anna"'),
)
"""What can be typed, to be read in the menu of the search field, and tried."""


class SearchLine(QWidget):
    """``wanted`` carries the text of a search, saved or an example, chosen from :attr:`menu`."""

    wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._told = ""
        self._name = ""
        self._opened = ""
        """The saved search that was shown last, while its words are being changed."""
        self._sentence = _Elided()
        self.save_button = QPushButton(tr("Save search"))
        self.save_button.clicked.connect(self._ask_name)
        self.change_button = QPushButton(tr("Change saved search"))
        self.change_button.clicked.connect(self._change)
        self.rename_button = QPushButton(tr("Rename"))
        self.rename_button.clicked.connect(self._ask_other_name)
        self.delete_button = QPushButton(tr("Delete"))
        self.delete_button.setToolTip(tr("Forget this search; the photos stay"))
        self.delete_button.clicked.connect(self._delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 8)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        for button in (
            self.save_button,
            self.change_button,
            self.rename_button,
            self.delete_button,
        ):
            button.setProperty("look", "link")
            row.addWidget(button)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._list)
        self.hide()

    def show_search(self, text: str, told: str) -> None:
        """Tell that ``text`` was understood as ``told``; without a sentence there is no line."""
        self._text, self._told = text, told
        searches = self._saved()
        self._name = next((name for name, own in searches.items() if own == text), "")
        self._opened = self._name or (self._opened if told and self._opened in searches else "")
        self._sentence.tell(f"{self._name}: {told}" if self._name else told)
        self.save_button.setVisible(not self._name)
        self.change_button.setVisible(not self._name and bool(self._opened))
        hint = tr("Keep these words under the name “{name}”", name=self._opened)
        self.change_button.setToolTip(hint)
        self.change_button.setAccessibleDescription(hint)
        self.rename_button.setVisible(bool(self._name))
        self.delete_button.setVisible(bool(self._name))
        self.setVisible(bool(told))

    def _saved(self) -> dict[str, str]:
        try:
            return saved(self._session.library)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return {}

    def _list(self) -> None:
        self.menu.clear()
        searches = self._saved()
        self._add_told(tr("Saved searches") if searches else tr("No saved searches yet"))
        for name, text in searches.items():
            action = self.menu.addAction(name.replace("&", "&&"), partial(self.wanted.emit, text))
            action.setToolTip(text)
        self.menu.addSeparator()
        for what, english in EXAMPLES:
            example = retold(english)
            words = f"{example}\t{retold(what)}"
            self.menu.addAction(words, partial(self.wanted.emit, example))

    def _add_told(self, text: str) -> None:
        self.menu.addAction(text).setEnabled(False)

    def _ask_name(self) -> None:
        text = self._text
        dialog = SearchNameDialog(tr("Save search"), self._told, "", self)
        dialog.named.connect(partial(self._save, text))
        dialog.open()

    def _ask_other_name(self) -> None:
        old = self._name
        dialog = SearchNameDialog(tr("Rename search"), self._told, old, self)
        dialog.named.connect(partial(self._rename, old))
        dialog.open()

    def _delete(self) -> None:
        name, text = self._name, self._text
        if self._session.perform(delete, name):
            said = tr("Deleted the search “{name}”; its photos stay", name=name)
            # no step of the history, which is about photos: it is taken back here or not at all
            self._session.offer(said, tr("Undo"), partial(self._save, text, name))
            self.show_search(self._text, self._told)

    def _save(self, text: str, name: str) -> None:
        if self._session.perform(save, name, text):
            self._session.say(tr("Saved; the magnifying glass lists it"))
            self.show_search(self._text, self._told)

    def _change(self) -> None:
        name = self._opened
        if self._session.perform(change, name, self._text):
            self._session.say(tr("Changed the search “{name}”", name=name))
            self.show_search(self._text, self._told)

    def _rename(self, old: str, name: str) -> None:
        if self._session.perform(rename, old, name):
            self.show_search(self._text, self._told)


class _Elided(QLabel):
    """One line of text that ends in "…" where there is no room, and is whole in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("look", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def tell(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, end, self.width()))
