"""The rectangle that selects tiles while the mouse is drawn over a grid."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from photoorg.ui.widgets.section_view import SectionView

Flag = QItemSelectionModel.SelectionFlag
_EDGE, _STEP_MS = 24, 16


class RubberBand:
    """One press, draw and release over the empty space of a grid; scrolls at the edges."""

    def __init__(self, grid: SectionView) -> None:
        self._grid = grid
        self._start = QPoint()  # in the coordinates of the whole grid
        self._at = QPoint()  # in the viewport
        self._before = QItemSelection()
        self.active = False
        self._scroller = QTimer(grid, interval=_STEP_MS)
        self._scroller.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> None:
        """Begin at the pointer; Ctrl and Shift keep what is selected."""
        adding = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not adding:
            self._grid.clearSelection()
        self._before = QItemSelection(self._grid.selectionModel().selection())
        self._at = event.position().toPoint()
        self._start = self._at + QPoint(0, self._grid.verticalOffset())
        self.active = True

    def move(self, event: QMouseEvent) -> bool:
        """Follow the pointer; return whether a rectangle is being drawn."""
        if not self.active:
            return False
        self._at = event.position().toPoint()
        height = self._grid.viewport().height()
        if not _EDGE < self._at.y() < height - _EDGE:
            if not self._scroller.isActive():
                self._scroller.start()
        else:
            self._scroller.stop()
        self._select()
        return True

    def release(self) -> bool:
        """End; return whether a rectangle was being drawn."""
        was, self.active = self.active, False
        self._scroller.stop()
        if was:
            self._grid.viewport().update()
        return was

    def scrolled(self) -> None:
        """Follow a scroll that happened while drawing."""
        if self.active:
            self._select()

    def paint(self, painter: QPainter, color: QColor) -> None:
        """Draw the rectangle over the tiles."""
        if not self.active:
            return
        painter.setPen(QPen(color, 1))
        color.setAlpha(40)
        painter.setBrush(color)
        painter.drawRoundedRect(self._rect(), 3, 3)

    def _rect(self) -> QRect:
        start = self._start - QPoint(0, self._grid.verticalOffset())
        return QRect(start, self._at).normalized()

    def _select(self) -> None:
        self._grid.selectionModel().select(self._before, Flag.ClearAndSelect)
        self._grid.setSelection(self._rect(), Flag.Select)
        self._grid.viewport().update()

    def _scroll(self) -> None:
        bar = self._grid.verticalScrollBar()
        above = min(0, self._at.y() - _EDGE)
        below = max(0, self._at.y() - self._grid.viewport().height() + _EDGE)
        bar.setValue(bar.value() + (above + below) // 2)
