"""The top of a person's page: cover, name to be edited in place, figures, tabs."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person, Photo
from photoorg.library.portraits.biographies import About
from photoorg.tr import tr
from photoorg.ui import icons, theme, words
from photoorg.ui.direction import beginning
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.moments import birth_of
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover_label import CoverLabel
from photoorg.ui.widgets.name_field import NameField
from photoorg.ui.widgets.segments import Segments

COVER = 96
OFTEN = 2
"""So many of those with whom somebody is often seen are named."""
REPEATED = 3
"""Whoever is in fewer photos of somebody is not often with them."""
_NARROW = 220
_AROUND = 2 * 24 + 2 * 14
"""Between the edges, the cover, the name and the three dots."""
_LINES = 3
"""So many lines of notes are shown below the figures; a hint shows all."""


class PersonHeader(QWidget):
    """``named`` carries what was typed when Enter is pressed, ``joined`` who was chosen instead.

    What was typed when somebody goes elsewhere may be half a name: it waits in the field.
    """

    named = Signal(str)
    joined = Signal(object)
    tabChosen = Signal(str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._parts: list[str] = []
        self._cover = CoverLabel(thumbnails, COVER)
        self.name = NameField([], thumbnails=thumbnails)
        self.name.setProperty("look", "name")
        self.name.setPlaceholderText(tr("Add name"))
        self.name.setAccessibleName(tr("Name"))
        self.name.setAlignment(beginning())
        self.name.returnPressed.connect(self._finish)
        self.name.chosen.connect(self._choose)
        self.name.textChanged.connect(self._fit)
        self.name.installEventFilter(self)
        self._figures = QLabel()
        self._figures.setProperty("look", "quiet")
        self._figures.setContentsMargins(7, 0, 7, 0)
        self.notes = QLabel()
        self.notes.setProperty("look", "quiet")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setContentsMargins(7, 0, 7, 0)
        self.notes.setAlignment(beginning())
        self.notes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notes.hide()
        self.tabs = Segments({"faces": tr("Faces"), "photos": tr("Photos")}, tr("Faces or photos"))
        self.tabs.chosen.connect(self.tabChosen)
        self._more = QToolButton()
        self._more.setProperty("look", "quiet")
        self._more.setToolTip(tr("More"))
        self._more.setAccessibleName(tr("More about this person"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch()
        first = QHBoxLayout()
        first.addWidget(self.name, 1000)  # as wide as its words, if there is room
        first.addStretch(1)
        lines.addLayout(first)
        lines.addWidget(self._figures)
        lines.addWidget(self.notes)
        lines.addStretch()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._cover)
        row.addLayout(lines, 1)
        row.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignTop)
        tabs = self._beside_tabs = QHBoxLayout()
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
        self, person: Person, faces: int, photos: Sequence[Photo], doubtful: int, about: About
    ) -> None:
        """Show who it is, how much there is of them, and what is known besides."""
        self.show_name(person)
        parts = [words.photos(len(photos))]
        if span := years(photos):
            parts.append(span)
        if about.born:
            parts.append(tr("born {date}", date=birth_of(about.born)))
        if about.favourite:
            parts.append(tr("favourite"))
        if often := [one.name for one in about.companions if one.photos >= REPEATED][:OFTEN]:
            parts.append(_often(often))
        if doubtful:
            parts.append(tr("{n} to check", n=doubtful))
        if person.hidden:
            parts.append(tr("hidden"))
        self._parts = parts
        self._tell()
        self.notes.setVisible(bool(about.notes))
        self.notes.setText(" · ".join((about.notes or "").splitlines()[:_LINES]))
        self.notes.setToolTip(_wrapped(about.notes or ""))
        self.tabs.set_text("faces", tr("Faces {n}", n=faces))
        self.tabs.set_text("photos", tr("Photos {n}", n=len(photos)))

    def show_name(self, person: Person) -> None:
        """Show who it is while the rest is being read."""
        typed = self.name.isModified() and self.name.text().strip() != (person.name or "")
        if not typed or self._person is None or self._person.id != person.id:
            self.name.setText(person.name or "")
            self.name.setCursorPosition(0)  # a name that is too long shows how it begins
            self.name.setToolTip(person.name or "")
        self._person = person
        self.name.person_id = person.id
        self._cover.show_person(person)

    def figures(self) -> str:
        """Return the line below the name."""
        return self._figures.text()

    def is_typing(self) -> bool:
        """Tell whether a name is being typed."""
        return self.name.hasFocus() and self.name.isModified()

    def complete_from(self, known: KnownNames) -> None:
        """Complete typed names from these."""
        self.name.complete_from(known)

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """Offer these behind the three dots."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        self._more.setMenu(menu)

    def add_link(self, link: QWidget) -> None:
        """Show a link at the end of the line of the tabs."""
        self._beside_tabs.addWidget(link)

    def start_naming(self) -> None:
        """Put the keyboard into the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name and event.type() == QEvent.Type.FocusOut:
            self._tell()
        escape = (
            watched is self.name
            and not self.name.is_completing()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.name.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()

    def _tell(self) -> None:
        """Say what there is of the person, and that a typed name is not stored yet."""
        before = (self._person.name if self._person else None) or ""
        typed = self.name.isModified() and self.name.text().strip() != before
        waits = [tr("press Enter to save the name")] if typed else []
        self._figures.setText(" · ".join([*waits, *self._parts]))

    def _restore(self) -> None:
        self.name.setText(self._person.name or "" if self._person else "")
        self.name.setCursorPosition(0)
        self._tell()
        self._leave()

    def _leave(self) -> None:
        if self.name.hasFocus():
            parent = self.parentWidget()
            (parent or self).setFocus()

    def _finish(self) -> None:
        text = self.name.text().strip()
        before = (self._person.name if self._person else None) or ""
        changed = self.name.isModified() and text != before
        self._tell()  # it waits until it is stored: who is asked first may think better of it
        self._leave()
        if changed:
            self.named.emit(text)

    def _choose(self) -> None:
        choice = self.name.choice
        self._restore()
        if isinstance(choice, Person):
            self.joined.emit(choice)

    def _fit(self, text: str) -> None:
        """Make the field as wide as the name, whose letters are smaller where there is no room."""
        room = max(_NARROW, self.width() - self._cover.width() - self._more.width() - _AROUND)
        shown = text or self.name.placeholderText()
        wide = _wide(shown, theme.DISPLAY)
        long = wide > room
        if long != self.name.property("long"):
            self.name.setProperty("long", long)
            self.name.style().polish(self.name)
        self.name.setMinimumWidth(_NARROW)
        fitting = _wide(shown, theme.TITLE) if long else wide
        self.name.setMaximumWidth(max(_NARROW, min(fitting, room)))

    def _tint(self) -> None:
        icons.put_on(self._more, "more", theme.tokens_of(self).text, theme.scaled(20))


def _wide(name: str, size: int) -> int:
    return QFontMetrics(theme.font(size, strong=True)).horizontalAdvance(name) + 28


def _often(names: Sequence[str]) -> str:
    if len(names) == 1:
        return tr("often with {name}", name=names[0])
    return tr("often with {name} and {other}", name=names[0], other=names[1])


def years(photos: Sequence[Photo]) -> str:
    """Return a span like "2009-2024" for photos; empty when most do not tell their date."""
    found = [photo.taken_at[:4] for photo in photos if photo.taken_at]
    if 2 * len(found) < max(len(photos), 1):
        return ""
    first, last = min(found), max(found)
    return first if first == last else f"{first}\u2013{last}"


def _wrapped(text: str) -> str:
    """Return plain text as a hint that breaks its lines."""
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>" if text else ""
