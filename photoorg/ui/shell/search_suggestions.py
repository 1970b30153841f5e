"""The list below the search field: how what is typed may go on."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from photoorg.plain_text import folded
from photoorg.tr import tr

_FRAME = 5
"""Border and padding of the list, as the style sheet has them."""


class SearchSuggestions(QObject):
    """Opens while one types; Down and Enter, or a click, take one of the texts."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._texts = QStringListModel(self)
        self._completer = QCompleter(self._texts, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(field)  # set into the field it would open by itself, too early
        self._completer.activated.connect(field.setText)
        self._popup = QListView()
        self._popup.setProperty("look", "popup")
        self._popup.setAccessibleName(tr("Suggestions"))
        self._completer.setPopup(self._popup)

    def offer(self, texts: Sequence[str]) -> None:
        """Show these texts for what is typed now; close without any that says more."""
        typed = folded(self._field.text()).strip()
        more = [text for text in texts if folded(text) != typed]
        self._texts.setStringList(more)
        if more and self._field.hasFocus():
            self._completer.complete()
            room = _FRAME  # which the completer does not know of
            self._popup.resize(self._popup.width(), self._popup.height() + room)
        else:
            self._popup.hide()
