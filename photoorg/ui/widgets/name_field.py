"""The field in which a name is typed, completed from the names already in use."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui.models.known_names import KnownNames, name_of
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.completions import KNOWN, Completions

_Key = Qt.Key
ENTER = (_Key.Key_Return, _Key.Key_Enter)
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1}
_ELSEWHERE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class NameField(QLineEdit):
    """Enter takes the completion that is marked (``chosen``) or what was typed (``returnPressed``).

    Both are told before the key is done with: the keys typed after it are for what comes next.
    ``choice`` is who was chosen; a name alone where no more is known.
    """

    chosen = Signal()

    def __init__(
        self,
        known: KnownNames | Sequence[Person | str],
        parent: QWidget | None = None,
        thumbnails: ThumbnailLoader | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Name"))
        self.setMaxLength(200)
        self._thumbnails = thumbnails
        self._list: Completions | None = None
        self.choice: Person | str | None = None
        self.person_id: int | None = None
        """Whose name is typed, who is not among the completions."""
        self.complete_from(known)
        self.textEdited.connect(self._complete)

    def complete_from(self, known: KnownNames | Sequence[Person | str]) -> None:
        """Offer these names from now on."""
        self._known = known if isinstance(known, KnownNames) else KnownNames(known)

    def is_completing(self) -> bool:
        """Tell whether the list of completions is open."""
        return self._list is not None and self._list.isVisible()

    def completions(self) -> list[str]:
        """Return what the list offers, if it is open."""
        if self._list is None or not self._list.isVisible():
            return []
        return [self._list.item(row).text() for row in range(self._list.count())]

    def enter(self) -> None:
        """Take the completion that is marked, or else what was typed."""
        marked = self._list.marked() if self._list is not None else None
        if marked is not None and marked.data(KNOWN) is not None:
            self._take(marked.data(KNOWN))
        else:
            self.stop_completing()
            self.returnPressed.emit()

    def stop_completing(self) -> None:
        """Close the list of completions."""
        if self._list is not None:
            self._list.hide()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.is_completing()
            and event.key() in (*ENTER, *_STEPS, _Key.Key_Escape)
        ):
            event.accept()  # these keys are for the list, whatever they do elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key in ENTER:
            event.accept()
            self.enter()
        elif key in _STEPS and self._list is not None and self.is_completing():
            self._list.step(_STEPS[key])
        elif key == _Key.Key_Escape and self.is_completing():
            self.stop_completing()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if left_for_good(event):
            self.stop_completing()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop_completing()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._list is not None and self._list.isVisible():
            self._list.place()

    def _complete(self, text: str) -> None:
        if self._list is None or not self._list.belongs_to(self.window()):
            self._list = Completions(self, self._thumbnails)
            self._list.taken.connect(self._taken)
            self.destroyed.connect(self._list.deleteLater)
        if text.strip():
            self._list.offer(text, self._known.matching(text, but=self.person_id))
        else:
            self._list.hide()

    def _taken(self, choice: Person | str | None) -> None:
        if choice is None:
            self.stop_completing()
            self.returnPressed.emit()
        else:
            self._take(choice)

    def _take(self, choice: Person | str) -> None:
        self.stop_completing()
        self.choice = choice
        self.setText(name_of(choice))
        self.setModified(True)
        self.chosen.emit()


def left_for_good(event: QFocusEvent) -> bool:
    """Tell whether somebody went elsewhere in this window: from other windows one comes back."""
    return event.reason() not in _ELSEWHERE
