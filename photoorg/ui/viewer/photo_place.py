"""Where a photo lies in the widget that shows it: fitted, zoomed, moved. Only geometry."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from photoorg.types import Box

MOST_FITTED = 3.0
"""Small photos are enlarged so far, and no further, when they are fitted into the window."""
MOST = 8.0


class PhotoPlace:
    """``zoom`` is the number of logical pixels for one pixel of the photo.

    A ``fitted`` photo follows the size of the widget. The photo never leaves an empty edge that
    it could fill.
    """

    def __init__(self) -> None:
        self.zoom = 1.0
        self.fitted = True
        self.photo = QSizeF()
        self._widget = QSizeF(1, 1)
        self._center = QPointF()  # the photo's point in the middle of the widget

    def show(self, photo: QSizeF) -> None:
        """Begin a photo of this size, fitted."""
        self.photo = QSizeF(photo)
        self.fit()

    def resize(self, widget: QSizeF) -> None:
        """Follow the widget's size."""
        self._widget = QSizeF(max(1.0, widget.width()), max(1.0, widget.height()))
        if self.fitted:
            self.fit()
        else:
            self._keep_inside()

    def fit(self) -> None:
        """Show the whole photo."""
        self.fitted = True
        self.zoom = self.fit_zoom()
        self._center = QPointF(self.photo.width() / 2, self.photo.height() / 2)

    def fit_zoom(self) -> float:
        """Return the zoom at which the whole photo fits."""
        if self.photo.isEmpty():
            return 1.0
        zoom_x = self._widget.width() / self.photo.width()
        zoom_y = self._widget.height() / self.photo.height()
        return min(zoom_x, zoom_y, MOST_FITTED)

    def zoom_to(self, zoom: float, around: QPointF) -> None:
        """Zoom so that what is at ``around`` in the widget stays there."""
        fit = self.fit_zoom()
        zoom = min(max(zoom, fit), max(MOST, fit))
        fixed = self.to_photo(around)
        self.fitted = zoom <= fit * 1.001
        self.zoom = zoom
        self._center = fixed - (around - self.middle) / zoom
        self._keep_inside()

    def move(self, step: QPointF) -> None:
        """Move the photo by ``step`` logical pixels."""
        self._center -= step / self.zoom
        self._keep_inside()

    def follow(self, other: "PhotoPlace") -> None:
        """Show the same part as another photo does, as large beside the whole."""
        if other.fitted or other.photo.isEmpty() or self.photo.isEmpty():
            self.fit()
            return
        self.fitted = False
        self.zoom = self.fit_zoom() * other.zoom / other.fit_zoom()
        middle = other.to_photo(other.middle)
        self._center = QPointF(
            middle.x() / other.photo.width() * self.photo.width(),
            middle.y() / other.photo.height() * self.photo.height(),
        )
        self._keep_inside()

    @property
    def middle(self) -> QPointF:
        """The middle of the widget."""
        return QPointF(self._widget.width() / 2, self._widget.height() / 2)

    @property
    def rect(self) -> QRectF:
        """The whole photo in the widget."""
        return QRectF(self.to_widget(QPointF()), self.photo * self.zoom)

    def box(self, box: Box) -> QRectF:
        """Return a box of the photo in the widget."""
        corner = self.to_widget(QPointF(box.x, box.y))
        return QRectF(corner, QSizeF(box.w, box.h) * self.zoom)

    def to_widget(self, point: QPointF) -> QPointF:
        """Return where a point of the photo lies in the widget."""
        return (point - self._center) * self.zoom + self.middle

    def to_photo(self, point: QPointF) -> QPointF:
        """Return which point of the photo lies at a point of the widget."""
        return (point - self.middle) / self.zoom + self._center

    def _keep_inside(self) -> None:
        self._center = QPointF(
            _inside(self._center.x(), self._widget.width() / self.zoom, self.photo.width()),
            _inside(self._center.y(), self._widget.height() / self.zoom, self.photo.height()),
        )


def _inside(center: float, seen: float, length: float) -> float:
    if seen >= length:
        return length / 2
    return min(max(center, seen / 2), length - seen / 2)
