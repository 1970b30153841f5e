"""A person's cover as a widget, for headers and questions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_absent


class CoverLabel(QWidget):
    """Shows the cover ``side`` pixels wide: round for a named person, square for a group."""

    def __init__(
        self,
        thumbnails: ThumbnailLoader,
        side: int,
        person: Person | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._side = side
        self._person = person
        self._covers = Covers()
        self.setFixedSize(side, side)
        thumbnails.ready.connect(self._ready)
        self._describe()

    def show_person(self, person: Person) -> None:
        """Show this person from now on."""
        self._person = person
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        person, rect = self._person, self.rect()
        named = person is not None and person.name is not None
        radius = self._side / 2 if named else theme.RADIUS_LARGE
        face = person.cover_face_id if person is not None else None
        picture = self._thumbnails.face(face, self._side) if face is not None else None
        if picture is not None:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, self._covers.cut(picture, self._side, radius, ratio))
            return
        colors = theme.tokens_of(self)
        paint_absent(painter, rect, radius, colors)
        if face is None and person is not None and person.name:
            painter.setFont(theme.font(theme.DISPLAY))
            painter.setPen(colors.text_muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, person.name[:1].upper())

    def _describe(self) -> None:
        name = self._person.name if self._person is not None else None
        self.setAccessibleName(
            tr("Cover of {name}", name=name) if name else tr("Cover of an unnamed person")
        )

    def _ready(self, kind: str, face_id: int) -> None:
        if kind == "face" and self._person and self._person.cover_face_id == face_id:
            self.update()
