"""The top of a video's page: its picture, what it is called, when it was taken, what is wrong."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.plain_text import clock
from photoorg.tr import retold, tr
from photoorg.ui import icons, theme
from photoorg.ui.delegates.photo_delegate import paint_photo
from photoorg.ui.direction import isolated
from photoorg.ui.models.photos_model import date_of
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.videos.seen import Watched, who

_WIDTH, _HEIGHT = 176, 99


class VideoHeader(QWidget):
    """Offers the ``actions`` that are about the whole video as buttons."""

    def __init__(
        self,
        thumbnails: ThumbnailLoader,
        actions: dict[QAction, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = _Picture(thumbnails)
        self._title = _Name()
        self._facts = _label("quiet")
        self._people = _label("quiet")
        self._problem = _label("danger")
        self._problem.hide()
        self._buttons: dict[QPushButton, str] = {}
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action, icon in actions.items():
            button = QPushButton(action.text())
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
            self._buttons[button] = icon
        buttons.addStretch()
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for label in (self._title, self._facts, self._people, self._problem):
            lines.addWidget(label)
        lines.addStretch()
        lines.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 12)
        row.setSpacing(16)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self._tint()

    def show_name(self, video: Photo) -> None:
        """Show which video it is while the rest is being read."""
        self._title.show_name(shown(video.path.name))
        self._title.setToolTip(shown(video.path))
        self._picture.show_video(video)
        parts = [date_of(video), clock(video.seconds or 0.0), video.place]
        self._facts.setText(" · ".join(filter(None, parts)))

    def show_video(self, watched: Watched) -> None:
        """Show what was read of the video."""
        self.show_name(watched.seen.video)
        self._people.setText(who(watched.seen.people()))
        self._problem.setText(retold(watched.problem or ""))
        self._problem.setVisible(bool(watched.problem))

    def facts(self) -> list[str]:
        """Return the lines below the name."""
        labels = (self._facts, self._people, self._problem)
        return [label.text() for label in labels if label.text()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        color = theme.tokens_of(self).text
        for button, icon in self._buttons.items():
            icons.put_on(button, icon, color, theme.scaled(16))


class _Name(QLabel):
    """The name of a file, without its middle where there is no room for that."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("look", "title")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str) -> None:
        """Show this name; screen readers hear the whole of it."""
        self._whole = name
        self.setAccessibleName(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(isolated(self.fontMetrics().elidedText(self._whole, middle, self.width())))


class _Picture(QWidget):
    """The picture that stands for a video."""

    def __init__(self, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._video: int | None = None
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setAccessibleName(tr("A picture of the video"))
        thumbnails.ready.connect(self._ready)

    def show_video(self, video: Photo) -> None:
        """Show the picture of this video."""
        self._video = video.id
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        known = self._video is not None
        picture = self._thumbnails.photo(self._video or 0, 2 * _WIDTH) if known else None
        paint_photo(painter, QRect(self.rect()), picture, theme.tokens_of(self))

    def _ready(self, kind: str, id_: int) -> None:
        if kind == "photo" and id_ == self._video:
            self.update()


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(look == "danger")
    if look != "danger":  # a long name shall not widen the window
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
