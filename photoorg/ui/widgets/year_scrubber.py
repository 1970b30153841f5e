"""A timeline to scroll by: labels where years begin, the month that is seen, others to go to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.direction import left_of, mirrored, placed

WIDTH = 76
_MARGIN = 16
_LABEL_DISTANCE = 22
_TICK_DISTANCE = 4
_LEFT = 8
"""A month of which less than this part of the view is left is not the one that is seen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A section of the sheet, which begins at ``top`` pixels.

    ``year`` is "" without one; ``short`` is a title for little room, ``count`` that of the photos.
    """

    top: int
    title: str
    year: str
    short: str = ""
    count: int = 0

    @property
    def told(self) -> str:
        """The title, and how many photos stand below it."""
        return tr(
            "{month} · {n} photos",
            n=self.count,
            one="{month} · {n} photo",
            month=self.title,
        )


class YearScrubber(QScrollBar):
    """Use as a view's vertical scroll bar; ``bubble`` is shown over the view beside it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._marks: list[Mark] = []
        self._tops: list[int] = []
        self._current: Mark | None = None
        self._total = 1
        self._bubble = _Bubble(view)
        self._pointer: int | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self._set_width()
        self.setAccessibleName(tr("Years"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.valueChanged.connect(self._moved)

    def show_marks(self, marks: Sequence[Mark], total: int) -> None:
        """Show these sections of a sheet that is ``total`` pixels high, from top to bottom."""
        self._marks = list(marks)
        self._tops = [mark.top for mark in marks]
        self._total = max(1, total)
        self._set_width()
        self._moved()

    @property
    def current(self) -> Mark | None:
        """The section that begins what is seen."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme.tokens_of(self._view)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colors.surface)
        if self.maximum() <= self.minimum():
            return
        painter.setFont(theme.font(theme.SMALL))
        metrics = QFontMetrics(painter.font())
        right = self.width() - 12
        handle = self._y_at(self.value() / self.maximum())
        for y, label in self._shown():
            near = abs(y - handle) < _LABEL_DISTANCE // 2
            painter.setPen(colors.text_muted)
            if label and not near:
                box = QRect(0, y - metrics.height() // 2, right, metrics.height())
                painter.drawText(placed(self.rect(), box), Qt.AlignmentFlag.AlignRight, label)
            elif not label:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.border)
                painter.drawEllipse(QRectF(left_of(self.rect(), right - 4, 3), y - 1.5, 3, 3))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._pointer is not None and not self.isSliderDown():
            painter.setBrush(colors.field_border)
            left = left_of(self.rect(), right + 2, 8)
            painter.drawRect(QRectF(left, self._pointer - 0.5, 8, 1))
        painter.setBrush(colors.accent)
        label = self._current.short if self._current is not None else ""
        if not label:
            left = left_of(self.rect(), right - 18, 18)
            painter.drawRoundedRect(QRectF(left, handle - 2, 18, 4), 2, 2)
            return
        painter.setFont(theme.font(theme.SMALL, strong=True))
        pill = QRectF(2, 0, self.width() - 4, metrics.height() + 6)
        pill.moveTop(min(max(handle - pill.height() / 2, 0), self.height() - pill.height()))
        painter.drawRoundedRect(pill, theme.RADIUS, theme.RADIUS)
        painter.setPen(colors.accent_text)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().toPoint().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        if self.isSliderDown():
            self._go_to(y)
        else:
            self._point_at(y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self._point_at(event.position().toPoint().y())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point_at(event.position().toPoint().y())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self._bubble.hide()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bubble.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_width()

    def _set_width(self) -> None:
        """Be as wide as any month needs."""
        letters = QFontMetrics(theme.font(theme.SMALL, strong=True))
        words = max((letters.horizontalAdvance(mark.short) for mark in self._marks), default=0)
        self.setFixedWidth(max(theme.scaled(WIDTH), words + 16))

    def title_at(self, y: int) -> str:
        """Return the title of the section that the height ``y`` of the bar stands for."""
        mark = self._mark_at(self._share_at(y) * self._total)
        return mark.title if mark is not None else ""

    def _mark_at(self, top: float) -> Mark | None:
        at = bisect_right(self._tops, top) - 1
        return self._marks[max(at, 0)] if self._marks else None

    def _shown(self) -> list[tuple[int, str]]:
        """Return heights with a label, or with "" for a dot, without crowding."""
        labels: list[tuple[int, str]] = []
        seen: set[str] = set()
        for mark in self._marks:
            label = mark.year or mark.title
            if label in seen:
                continue
            y = self._y_at(mark.top / self._total)
            if labels and y - labels[-1][0] < theme.scaled(_LABEL_DISTANCE):
                continue
            seen.add(label)
            labels.append((y, label))
        heights = [y for y, _ in labels]
        dots: list[tuple[int, str]] = []
        last = -_TICK_DISTANCE
        for mark in self._marks:
            y = self._y_at(mark.top / self._total)
            if y - last >= _TICK_DISTANCE and all(abs(y - h) > 10 for h in heights):
                dots.append((y, ""))
                last = y
        return labels + dots

    def _y_at(self, share: float) -> int:
        return _MARGIN + round((self.height() - 2 * _MARGIN) * share)

    def _share_at(self, y: int) -> float:
        room = max(1, self.height() - 2 * _MARGIN)
        return min(max((y - _MARGIN) / room, 0.0), 1.0)

    def _go_to(self, y: int) -> None:
        self.setValue(round(self._share_at(y) * self.maximum()))
        self._point_at(y)

    def _point_at(self, y: int) -> None:
        self._pointer = y
        self.update()
        if self.maximum() > self.minimum() and self._marks:
            corner = self.mapTo(self._view, QPoint(self.width() if mirrored() else 0, y))
            mark = self._mark_at(self._share_at(y) * self._total)
            self._bubble.show_beside(corner, mark.told if mark is not None else "")

    def _moved(self) -> None:
        before, mark = self._current, self._mark_at(self.value() + self.pageStep() // _LEFT)
        # of months beside each other the first one
        self._current = mark and self._marks[bisect_left(self._tops, mark.top)]
        if self._current is not None and self._current != before:
            self.setAccessibleDescription(self._current.told)
        self.update()


class _Bubble(QWidget):
    """The month under the pointer; the mouse passes through it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_beside(self, corner: QPoint, text: str) -> None:
        """Stand beside ``corner``, over the photos."""
        metrics = QFontMetrics(theme.font(theme.BODY, strong=True))
        self._text = text
        self.resize(metrics.horizontalAdvance(text) + 24, metrics.height() + 12)
        y = min(max(corner.y() - self.height() // 2, 4), self._view.height())
        beside = corner.x() + 8 if mirrored() else corner.x() - self.width() - 8
        self.move(beside, y)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme.tokens_of(self._view)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.text)
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        painter.setFont(theme.font(theme.BODY, strong=True))
        painter.setPen(colors.surface)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
