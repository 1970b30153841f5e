"""A strip over a page that asks who some faces are; a name is typed into it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import icons, theme
from photoorg.ui.direction import left_of
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_absent
from photoorg.ui.widgets.name_field import NameField

_SIDE, _GAP, _MOST = 40, 4, 5
_MARGIN, _BOTTOM, _HIGHER, _MESSAGE = 24, 76, 132, 440
"""Below floats the bar for the selection, on the left a message, which is at most so wide."""
_FIELD = 240


class NameStrip(QFrame):
    """``named`` carries what was typed, ``joined`` who was chosen; ``left`` says that nobody was.

    It stays open until :meth:`close_up` is called: what was typed is kept when it cannot be done.
    """

    named = Signal(str)
    joined = Signal(object)
    left = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Who are these faces?"))
        self._faces = _FaceRow(thumbnails, self)
        self._question = QLabel()
        self._question.setProperty("look", "section")
        self.field = NameField([], self, thumbnails)
        self.field.setAccessibleName(tr("Name of these faces"))
        self.field.setPlaceholderText(tr("Type a name"))
        self.field.setFixedWidth(_FIELD)
        self.field.returnPressed.connect(self._enter)
        self.field.chosen.connect(self._choose)
        self.field.installEventFilter(self)
        self._close = QToolButton()
        self._close.setProperty("look", "quiet")
        self._close.setToolTip(tr("Leave them as they are (Esc)"))
        self._close.setAccessibleName(tr("Leave them as they are"))
        self._close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        for widget in (self._faces, self._question, self.field, self._close):
            row.addWidget(widget)
        page.installEventFilter(self)
        self._tint()
        self.hide()

    def ask(self, question: str, faces: Sequence[int], known: KnownNames, but: int | None) -> None:
        """Ask about faces; ``but`` is not among the completions. The keyboard stays where it is."""
        self._question.setText(question)
        self._faces.show_faces(faces)
        self.field.setAccessibleName(question)
        self.field.complete_from(known)
        self.field.person_id = but
        self.field.clear()
        self.show()
        self._place()
        self.raise_()

    def begin(self, text: str) -> None:
        """Go on typing here, with ``text`` as the first letters."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(text)
        self.field.textEdited.emit(self.field.text())  # these letters were typed, too

    def is_open(self) -> bool:
        """Tell whether something is asked."""
        return not self.isHidden()

    def is_untouched(self) -> bool:
        """Tell whether nothing has been typed yet."""
        return not self.field.text().strip()

    def close_up(self) -> None:
        """Ask no more."""
        self.hide()
        self.field.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page:
            if event.type() == QEvent.Type.Resize:
                self._place()
            return False
        return isinstance(event, QKeyEvent) and self._key(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()

    def _key(self, event: QKeyEvent) -> bool:
        """Take Esc; an empty field leaves undo to the window."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if event.key() == Qt.Key.Key_Escape and not self.field.is_completing():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        if overrides and self.is_untouched() and undoes:
            event.ignore()
            return True
        return False

    def _enter(self) -> None:
        if self.is_untouched():
            self.left.emit()
        else:
            self.named.emit(" ".join(self.field.text().split()))

    def _choose(self) -> None:
        choice = self.field.choice
        if isinstance(choice, Person):
            self.joined.emit(choice)

    def _place(self) -> None:
        if self.isHidden():
            return
        self.adjustSize()
        left = self._page.width() - self.width() - _MARGIN
        beside = left > _MARGIN + theme.scaled(_MESSAGE)
        bottom = theme.scaled(_BOTTOM if beside else _HIGHER)
        left = left_of(self._page.rect(), max(0, left), self.width())
        self.move(left, self._page.height() - self.height() - bottom)

    def _tint(self) -> None:
        icons.put_on(self._close, "close", theme.tokens_of(self).text_muted, theme.scaled(16))


class _FaceRow(QWidget):
    """A few of the faces that are asked about."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._covers = Covers()
        self._faces: Sequence[int] = ()
        thumbnails.ready.connect(self._ready)

    def show_faces(self, faces: Sequence[int]) -> None:
        """Show the first ones of these."""
        self._faces = list(faces[:_MOST])
        self.setFixedSize(len(self._faces) * (_SIDE + _GAP) - _GAP, _SIDE)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, ratio = theme.tokens_of(self), self.devicePixelRatioF()
        place = self.rect()
        place.setWidth(_SIDE)
        for face in self._faces:
            picture = self._thumbnails.face(face, _SIDE)
            if picture is None:
                paint_absent(painter, place, theme.RADIUS, colors)
            else:
                cut = self._covers.cut(picture, _SIDE, theme.RADIUS, ratio)
                painter.drawPixmap(place.topLeft(), cut)
            place.translate(_SIDE + _GAP, 0)

    def _ready(self, kind: str, id_: int) -> None:
        if kind == "face" and id_ in self._faces:
            self.update()
