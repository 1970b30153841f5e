"""A fast grid of tiles: selecting, walking with the keyboard, rubber band, opening."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from photoorg.tr import kept
from photoorg.ui import theme
from photoorg.ui.direction import mirrored
from photoorg.ui.layout.grid_layout import ROOM_BELOW
from photoorg.ui.widgets.rubber_band import RubberBand
from photoorg.ui.widgets.section_view import SectionView

Command = QItemSelectionModel.SelectionFlag
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MoveDown: 1,
}


class TileGrid(SectionView):
    """``opened`` is emitted for a tile on Enter or double click, ``headingClicked`` for a heading.

    The model is a :class:`~photoorg.ui.widgets.section_view.Sectioned` one.
    """

    keys: ClassVar[Mapping[str, str]] = {
        kept("Arrow keys"): kept("Go to another one, with Shift selecting"),
        "Space": kept("Select it or not; fold or unfold below a heading"),
        "Return": kept("Open"),
        kept("Ctrl+click, Shift+click"): kept("Select several"),
    }

    opened = Signal(QModelIndex)
    headingClicked = Signal(QModelIndex)
    selectionCountChanged = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, *, margin: int = 24, below: int = ROOM_BELOW
    ) -> None:
        super().__init__(parent, margin=margin, below=below)
        self._band = RubberBand(self)
        self._pressed = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setDragEnabled(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(self._activate)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show ``model``, which must be :class:`Sectioned`."""
        super().setModel(model)
        if self.selectionModel() is not None:
            self.selectionModel().selectionChanged.connect(self._count_selection)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._band.scrolled()

    def paint_over(self, painter: QPainter) -> None:
        self._band.paint(painter, QColor(theme.tokens_of(self).accent))

    # --- selection ------------------------------------------------------------------------------

    def selected(self) -> list[QModelIndex]:
        """Return the selected tiles in the order of the view."""
        return sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())

    def selected_ranges(self) -> Iterable[QItemSelectionRange]:
        """Return the selected rows as ranges: quick even when thousands are selected."""
        return cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())

    def setSelection(self, rect: QRect, command: Command) -> None:
        if self._band.active:
            self.select_rows(list(self._layout.rows_in(self.on_sheet(rect))), command)
            return
        ends = [self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())]
        rows = [index.row() for index in ends if index.isValid()]
        if rows:
            self.select_rows(list(range(min(rows), max(rows) + 1)), command)
        else:
            self.selectionModel().select(QItemSelection(), command)

    def select_rows(self, rows: list[int], command: Command) -> None:
        """Select tiles; neighbouring rows become one range, which keeps this fast."""
        selection, model = QItemSelection(), self.model()
        rows = [row for row in rows if not self._layout.is_heading(row)]
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                selection.select(model.index(rows[start], 0), model.index(rows[at - 1], 0))
                start = at
        self.selectionModel().select(selection, command)

    def selectAll(self) -> None:
        """Select every tile that is shown."""
        self.select_rows(list(range(self._layout.rows)), Command.ClearAndSelect)

    def selected_count(self) -> int:
        """Return how many tiles are selected."""
        return sum(r.bottom() - r.top() + 1 for r in self.selected_ranges())

    def is_busy(self) -> bool:
        """Tell whether somebody is typing, clicking, dragging or drawing: nothing may move then."""
        pressed = self._pressed and QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return pressed or self._band.active or self.state() != QAbstractItemView.State.NoState

    def _count_selection(self) -> None:
        self.viewport().update()
        self.selectionCountChanged.emit(self.selected_count())

    # --- keyboard -------------------------------------------------------------------------------

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        moves = QAbstractItemView.CursorAction
        model = self.model()
        current = self.currentIndex().row()
        if not self._layout.rows:
            return QModelIndex()
        page = max(1, self.viewport().height() - 64)
        last = self._layout.rows - 1
        if current < 0:
            row = next((r for r in range(last + 1) if not self._layout.is_heading(r)), 0)
        elif action in _STEPS:
            row = self._layout.line_step(current, _STEPS[action])
        elif action in (moves.MoveRight if mirrored() else moves.MoveLeft, moves.MovePrevious):
            row = max(0, current - 1)
        elif action in (moves.MoveLeft, moves.MoveRight, moves.MoveNext):
            row = min(last, current + 1)
        elif action == moves.MovePageUp:
            row = self._layout.page_step(current, -page)
        elif action == moves.MovePageDown:
            row = self._layout.page_step(current, page)
        else:
            row = 0 if action == moves.MoveHome else last
        return model.index(row, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True  # from now on it matters which tile the keys are for
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and self._layout.rows:
            if not current.isValid():
                current = self._begin_at_first()
            if self._layout.is_heading(current.row()):
                self.headingClicked.emit(current)
            else:
                self.selectionModel().select(current, Command.Toggle)
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
            event.accept()
            return
        QAbstractItemView.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        QAbstractItemView.focusInEvent(self, event)
        tabbed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self._by_keyboard = self._by_keyboard or tabbed
        if tabbed and not self.currentIndex().isValid() and self._layout.rows:
            self._begin_at_first()

    def _begin_at_first(self) -> QModelIndex:
        """Put the keys on the first tile, and return it."""
        home = QAbstractItemView.CursorAction.MoveHome
        first = self.moveCursor(home, Qt.KeyboardModifier.NoModifier)
        self.selectionModel().setCurrentIndex(first, Command.NoUpdate)
        return first

    # --- mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        self._pressed = True
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not index.isValid():
            self._band.press(event)
            return
        if left and self._layout.is_heading(index.row()):
            self.setCurrentIndex(index)
            self.headingClicked.emit(index)
            return
        self._pressing = True
        QAbstractItemView.mousePressEvent(self, event)
        self._pressing = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._band.move(event):
            return
        index = self.indexAt(event.position().toPoint())
        if index != self.hovered:
            before, self.hovered = self.hovered, QPersistentModelIndex(index)
            self._repaint_tile(before)
            self._repaint_tile(index)
        QAbstractItemView.mouseMoveEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False
        if not self._band.release():
            QAbstractItemView.mouseReleaseEvent(self, event)

    def leaveEvent(self, event: QEvent) -> None:
        before, self.hovered = self.hovered, QPersistentModelIndex()
        self._repaint_tile(before)
        QAbstractItemView.leaveEvent(self, event)

    def _activate(self, index: QModelIndex) -> None:
        if self._layout.is_heading(index.row()):
            self.headingClicked.emit(index)
        else:
            self.opened.emit(index)
