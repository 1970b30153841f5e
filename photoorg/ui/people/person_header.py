"""The top of a person's page: cover, name to be edited in place, figures, tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from photoorg.library import Person, Photo
from photoorg.ui import icons, theme, words
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover_label import CoverLabel
from photoorg.ui.widgets.name_field import NameField
from photoorg.ui.widgets.segments import Segments

COVER = 96


class PersonHeader(QWidget):
    """``named`` carries what was typed when Enter is pressed or the field is left."""

    named = Signal(str)
    tabChosen = Signal(str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._cover = CoverLabel(thumbnails, COVER)
        self.name = NameField([])
        self.name.setProperty("look", "name")
        self.name.setPlaceholderText("Add name")
        self.name.setAccessibleName("Name")
        self.name.returnPressed.connect(self._finish)
        self.name.chosen.connect(self._finish)
        self.name.editingFinished.connect(self._finish)
        self.name.textChanged.connect(self._fit)
        self.name.installEventFilter(self)
        self._figures = QLabel()
        self._figures.setProperty("look", "quiet")
        self._figures.setContentsMargins(7, 0, 0, 0)
        self.tabs = Segments({"faces": "Faces", "photos": "Photos"}, "Faces or photos")
        self.tabs.chosen.connect(self.tabChosen)
        self._more = QToolButton()
        self._more.setProperty("look", "quiet")
        self._more.setToolTip("More")
        self._more.setAccessibleName("More about this person")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch()
        lines.addWidget(self.name, alignment=Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._figures)
        lines.addStretch()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._cover)
        row.addLayout(lines, 1)
        row.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignTop)
        tabs = QHBoxLayout()
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 8)
        column.setSpacing(14)
        column.addLayout(row)
        column.addLayout(tabs)
        self._fit("")
        self._tint()

    def show_person(
        self, person: Person, faces: int, photos: Sequence[Photo], doubtful: int
    ) -> None:
        """Show who it is, and how much there is of them."""
        if not self.name.hasFocus() or self._person is None or self._person.id != person.id:
            self.name.setText(person.name or "")
        self._person = person
        self._cover.show_person(person)
        parts = [words.count(len(photos), "photo")]
        if span := years(photos):
            parts.append(span)
        if doubtful:
            parts.append(f"{words.number(doubtful)} to check")
        if person.hidden:
            parts.append("hidden")
        self._figures.setText(" · ".join(parts))
        self.tabs.set_text("faces", f"Faces {words.number(faces)}")
        self.tabs.set_text("photos", f"Photos {words.number(len(photos))}")

    def figures(self) -> str:
        """Return the line below the name."""
        return self._figures.text()

    def complete_from(self, names: Sequence[str]) -> None:
        """Complete typed names from these."""
        self.name.complete_from(names)

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """Offer these behind the three dots."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        self._more.setMenu(menu)

    def start_naming(self) -> None:
        """Put the keyboard into the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = (
            watched is self.name
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
        )
        if escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._restore()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _restore(self) -> None:
        self.name.setText(self._person.name or "" if self._person else "")
        self._leave()

    def _leave(self) -> None:
        if self.name.hasFocus():
            parent = self.parentWidget()
            (parent or self).setFocus()

    def _finish(self) -> None:
        text = self.name.text().strip()
        before = (self._person.name if self._person else None) or ""
        if not self.name.isModified() or text == before:
            self._leave()
            return
        self.name.setModified(False)
        self._leave()
        if text:
            self.named.emit(text)
        else:
            self._restore()

    def _fit(self, text: str) -> None:
        letters = QFontMetrics(theme.font(theme.DISPLAY, strong=True))
        self.name.setFixedWidth(min(max(220, letters.horizontalAdvance(text) + 28), 720))

    def _tint(self) -> None:
        self._more.setIcon(icons.icon("more", theme.tokens_of(self).text_muted))


def years(photos: Sequence[Photo]) -> str:
    """Return a span like "2009-2024" for photos; empty when none tells its date."""
    found = [photo.taken_at[:4] for photo in photos if photo.taken_at]
    if not found:
        return ""
    first, last = min(found), max(found)
    return first if first == last else f"{first}\u2013{last}"
