"""The field in which a name is typed, completed from the names already in use."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget


class NameField(QLineEdit):
    """``chosen`` is emitted when a completion was picked: that is as good as Enter."""

    chosen = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Name")
        self.setMaxLength(200)
        self.complete_from(names)

    def complete_from(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        # queued: the completer writes the text into the field only after this signal
        completer.activated.connect(lambda: QTimer.singleShot(0, self.chosen.emit))
        self._popup = QListView()
        self._popup.setProperty("look", "popup")
        completer.setPopup(self._popup)
        self.setCompleter(completer)

    def is_completing(self) -> bool:
        """Tell whether the list of completions is open."""
        return self._popup.isVisible()
