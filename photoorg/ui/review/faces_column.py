"""One side of a question: who it is, the cover, and faces to compare."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.review.face_tiles import FaceTiles
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers

_COVERS = {480: 200, 380: 160, 260: 104, 0: 64}
"""How wide the cover is in a column of at least some height."""
_ROOMY = 480
"""A column at least so high has large faces."""


class FacesColumn(QWidget):
    """Round is somebody with a name, square a group, as everywhere."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover = _Cover(thumbnails)
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self.figures = QLabel()
        self.figures.setProperty("look", "muted")
        self.tiles = FaceTiles(thumbnails)
        self._height = 0
        # both sides of a question are as wide, whatever they hold
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.cover, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self.title, self.figures):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(1)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.tiles, 1, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def show_side(
        self, title: str, figures: str, faces: Sequence[int], cover: int | None, *, named: bool
    ) -> None:
        """Show faces under a title; without a ``cover`` the faces have the whole room."""
        self.title.setText(title)
        self.title.setToolTip(title)
        self.figures.setText(figures)
        self.cover.setVisible(cover is not None)
        self.cover.show_face(cover, title, named=named)
        self.tiles.show_faces(faces, title)
        # a single face is seen better as the cover than once more
        self.tiles.setVisible(cover is None or len(faces) > 1)
        self._fit_tiles()

    def fit(self, height: int) -> None:
        """Fit a column of this height."""
        self._height = height
        self.cover.set_side(next(side for least, side in _COVERS.items() if height >= least))
        self._fit_tiles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        self.tiles.fit(self.width(), large=self._height >= _ROOMY)


class _Cover(QWidget):
    def __init__(self, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._covers = Covers()
        self._face: int | None = None
        self._named = False
        self.set_side(_COVERS[0])
        thumbnails.ready.connect(self._ready)

    def show_face(self, face: int | None, whose: str, *, named: bool) -> None:
        self._face, self._named = face, named
        self.setAccessibleName(tr("Cover of {whose}", whose=whose))
        self.update()

    def set_side(self, side: int) -> None:
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width()
        radius = side / 2 if self._named else theme.RADIUS_LARGE
        picture = None if self._face is None else self._thumbnails.face(self._face, side)
        self._covers.paint(painter, self.rect(), picture, radius, theme.tokens_of(self))

    def _ready(self, kind: str, face_id: int) -> None:
        if kind == "face" and face_id == self._face:
            self.update()
