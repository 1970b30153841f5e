"""Two photos beside each other: one stays on the left, and the walk goes on to the right."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton

from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.tr import tr
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.photo_canvas import PhotoCanvas
from photoorg.ui.viewer.photo_reader import PhotoReader

_EDGE = 12


class Comparison(QObject):
    """Shows in :attr:`canvas` the photo to compare with; both zoom and move together.

    ``button`` begins it and ends it. ``onward`` asks for the photo after the one that stays, and
    ``wanted`` for a photo, by its id, in place of the one that is walked from.
    """

    onward = Signal()
    wanted = Signal(int)

    def __init__(
        self,
        beside: PhotoCanvas,
        reader: PhotoReader,
        thumbnails: ThumbnailLoader,
        button: QToolButton,
    ) -> None:
        super().__init__(beside)
        self.canvas = PhotoCanvas()
        self.canvas.hide()
        self._beside = beside
        self._reader = reader
        self._thumbnails = thumbnails
        self._button = button
        self._walked: Photo | None = None
        self._kept: Photo | None = None
        self._kept_name = _Name(self.canvas)
        self._walked_name = _Name(beside)
        self._walked_name.hide()
        button.toggled.connect(self._toggle)
        reader.decoded.connect(self._decoded)
        thumbnails.ready.connect(self._preview)
        self._following = False
        beside.zoomChanged.connect(lambda: self._follow(self.canvas, beside))
        self.canvas.zoomChanged.connect(lambda: self._follow(beside, self.canvas))

    @property
    def photo(self) -> Photo | None:
        """The photo that stays; None when nothing is compared."""
        return self._kept

    @property
    def paths(self) -> list[Path]:
        """What has to be decoded for it."""
        return [self._kept.path] if self._kept is not None else []

    def walk_to(self, photo: Photo) -> None:
        """Hear which photo the walk shows."""
        self._walked = photo
        self._walked_name.tell(photo)

    def end(self) -> bool:
        """Show one photo only; return whether there were two."""
        was = self._kept is not None
        self._button.setChecked(False)
        return was

    def exchange(self) -> None:
        """Let the photos change places, and the other one stay."""
        kept, walked = self._kept, self._walked
        if kept is not None and walked is not None:
            self._keep(walked)
            self.wanted.emit(kept.id)

    def _toggle(self, on: bool) -> None:  # noqa: FBT001 - the signature of a toggled signal
        if on and self._walked is not None:
            self._keep(self._walked)
            self.canvas.show()
            self._walked_name.show()
            self.onward.emit()
        else:
            self._kept = None
            self.canvas.hide()
            self._walked_name.hide()
            self._beside.setFocus()

    def _keep(self, photo: Photo) -> None:
        self._kept = photo
        preview = self._thumbnails.photo(photo.id)
        self.canvas.show_photo(photo.width, photo.height, preview)
        name = shown(photo.path.name)
        self.canvas.setAccessibleName(tr("Compared with {photo}", photo=name))
        self._kept_name.tell(photo)
        self._decoded(photo.path)

    def _follow(self, one: PhotoCanvas, other: PhotoCanvas) -> None:
        """Let ``one`` show what ``other`` does."""
        if self._kept is not None and not self._following:
            self._following = True
            one.follow(other.place)
            self._following = False

    def _preview(self, kind: str, photo_id: int) -> None:
        """Show the thumbnail until the photo itself is decoded."""
        if self._kept is not None and (kind, photo_id) == ("photo", self._kept.id):
            picture = self._thumbnails.photo(photo_id)
            if picture is not None:
                self.canvas.show_preview(picture)

    def _decoded(self, path: Path) -> None:
        decoded = self._reader.get(path)
        if self._kept is not None and path == self._kept.path and decoded is not None:
            self.canvas.show_decoded(decoded, self._kept.turned)


class _Name(QLabel):
    """Says on a photo which one it is."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setStyleSheet(
            "background: rgba(18, 16, 14, 168); color: white; padding: 4px 10px;border-radius: 6px;"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.move(_EDGE, _EDGE)

    def tell(self, photo: Photo) -> None:
        self.setText(shown(photo.path.name))
        self.adjustSize()
