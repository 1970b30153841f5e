"""The panel beside a photo: its facts, and who is in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Face, Photo
from photoorg.tr import tr
from photoorg.ui import theme, words
from photoorg.ui.direction import beginning, side
from photoorg.ui.models.origin_words import origin_words
from photoorg.ui.models.photos_model import date_of
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.face_boxes import words_below
from photoorg.ui.viewer.photo_facts import Facts
from photoorg.ui.widgets.cover import Covers

WIDTH = 288
_FACE = 36
_LEFT, _RIGHT = 20, 16


class ViewerInfo(QScrollArea):
    """Signals carry a face's id, ``dateWanted`` that of the photo."""

    faceChosen = Signal(int)
    facePointedAt = Signal(int)
    folderWanted = Signal()
    dateWanted = Signal(int)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._covers = Covers()
        self._buttons: dict[int, QPushButton] = {}
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = _label("strong")
        self.date = _label("")
        self.measures = _label("quiet")
        self.place = _label("quiet")
        self.facts = _label("quiet")
        self.facts.setAccessibleName(tr("Camera, lens, exposure and place"))
        self.copies = _label("section")
        self.copies.setContentsMargins(0, 12, 0, 0)
        self.places = _label("quiet")
        self._photo_id = 0
        self.change_date = _link(tr("Change the date"))
        self.change_date.clicked.connect(lambda: self.dateWanted.emit(self._photo_id))
        self.folder = _link(tr("Show in folder"))
        self.folder.clicked.connect(self.folderWanted)
        self.heading = _label("section")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_LEFT, 20, _RIGHT, 20)
        self._column.setSpacing(4)
        self._column.addWidget(self.name)
        self._column.addWidget(self.date)
        self._column.addWidget(self.change_date, alignment=Qt.AlignmentFlag.AlignLeft)
        for label in (self.measures, self.facts, self.place):
            self._column.addWidget(label)
        self._column.addWidget(self.folder, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.copies)
        self._column.addWidget(self.places)
        self._column.addSpacing(16)
        self._column.addWidget(self.heading)
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        self._column.addLayout(self._people)
        self._column.addStretch()
        self.setWidget(inside)
        thumbnails.ready.connect(self._ready)

    def show_photo(self, photo: Photo, places: Sequence[Path] = ()) -> None:
        """Show the facts of a photo; of one that lies at several ``places`` all of these."""
        self._photo_id = photo.id
        self.name.setText(shown(photo.path.name))
        date = date_of(photo) if photo.taken_at else tr("No date")
        self.date.setText("\n".join(filter(None, (date, origin_words(photo), photo.place))))
        self.measures.setText(measures(photo))
        self.place.setText(shown(photo.path.parent))
        several = len(places) > 1
        self.copies.setVisible(several)
        self.copies.setText(tr("{n} copies", n=len(places), one="{n} copy"))
        self.places.setVisible(several)
        paths = [shown(place) for place in places]
        self.places.setText("\n".join(self._elided(path) for path in paths))
        self.places.setToolTip("\n".join(paths))

    def show_facts(self, facts: Facts) -> None:
        """Show what the file tells of camera, lens, exposure and place."""
        self.facts.setText("\n".join(facts.lines()))
        self.facts.setVisible(bool(facts.lines()))

    def show_faces(self, faces: Sequence[Face]) -> None:
        """List these faces, left to right as in the photo."""
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        self.heading.setText(tr("People in this photo") if faces else tr("No faces in this photo"))
        for face in faces:
            button = _FaceButton(face)
            button.clicked.connect(lambda _=False, id_=face.id: self.faceChosen.emit(id_))
            button.pointedAt.connect(self.facePointedAt)
            # as wide as its words: a picture on a wide button does not go to the right by itself
            self._people.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            self._buttons[face.id] = button
            self._ready("face", face.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedWidth(theme.scaled(WIDTH))

    def _elided(self, path: str) -> str:
        letters = QFontMetrics(theme.font(theme.BODY))
        return letters.elidedText(path, Qt.TextElideMode.ElideMiddle, self.width() - _LEFT - _RIGHT)

    def _ready(self, kind: str, face_id: int) -> None:
        button = self._buttons.get(face_id) if kind == "face" else None
        picture = self._thumbnails.face(face_id, _FACE) if button is not None else None
        if button is not None and picture is not None:
            ratio = self.devicePixelRatioF()
            button.setIcon(QIcon(self._covers.cut(picture, _FACE, _FACE / 2, ratio)))


class _FaceButton(QPushButton):
    pointedAt = Signal(int)

    def __init__(self, face: Face) -> None:
        super().__init__(words_below(face).replace("&", "&&"))
        self._face_id = face.id
        self.setProperty("look", "quiet" if face.person_name else "link")
        self.setIconSize(QSize(_FACE, _FACE))
        self.setStyleSheet(f"text-align: {side()}; padding: 4px 0;")
        self.setToolTip(
            tr("Open {name}", name=face.person_name) if face.person_name else tr("Name this face")
        )

    def enterEvent(self, event: object) -> None:
        self.pointedAt.emit(self._face_id)
        super().enterEvent(event)  # type: ignore[arg-type]  # Qt's own event


def measures(photo: Photo) -> str:
    """Return "4,032 by 3,024 · 12.2 MP · 3.1 MB", as far as it is known."""
    parts = []
    if photo.width and photo.height:
        parts.append(
            f"{words.number(photo.width)} \N{MULTIPLICATION SIGN} {words.number(photo.height)}"
        )
        megapixels = photo.width * photo.height / 1e6
        if megapixels >= 0.95:
            parts.append(tr("{figure} MP", figure=words.figure(megapixels, 1)))
    if photo.file_size is not None:  # not looked up: the file may lie far away
        parts.append(words.size(photo.file_size))
    return " · ".join(parts)


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", "link")
    button.setStyleSheet(f"text-align: {side()}; padding: 4px 0;")
    return button


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # a long word is cut off, and does not widen the panel
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(beginning() | Qt.AlignmentFlag.AlignVCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
