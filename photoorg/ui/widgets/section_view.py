"""A view of tiles in sections: geometry and painting; :mod:`.tile_grid` adds what a user does.

A ``QListView`` in name, so that screen readers, the selection model, editing and dragging work as
in every list; but every place comes from
:class:`~photoorg.ui.layout.grid_layout.GridLayout`, because Qt's own layout knows neither
sections nor headings.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from photoorg.ui import direction, theme
from photoorg.ui.layout.grid_layout import HEADING_HEIGHT, ROOM_BELOW, GridLayout, Section

Index = QModelIndex | QPersistentModelIndex
_BELOW = 80
"""Room left below a tile that is scrolled to: the bar for the selection floats there."""


class Sectioned(Protocol):
    """What the view asks a model for, beyond being a model."""

    def sections(self) -> list[Section]:
        """Return the sections whose rows, headings included, are the model's rows in order."""
        ...


class SectionView(QListView):
    """Shows a model that has :class:`Sectioned` ``sections``."""

    def __init__(
        self, parent: QWidget | None = None, *, margin: int = 24, below: int = ROOM_BELOW
    ) -> None:
        super().__init__(parent)
        self._margin, self._room_below = margin, below
        self._layout = GridLayout()
        self._pressing = False
        self._by_keyboard = False
        self.hovered = QPersistentModelIndex()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def place(self) -> GridLayout:
        """Return where everything lies now."""
        return self._layout

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show ``model``, and lay out at once whenever its rows change."""
        super().setModel(model)
        if model is not None:
            for change in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
                change.connect(self._rows_changed)

    def _rows_changed(self) -> None:
        self.doItemsLayout()

    def reset(self) -> None:
        """Lay out at once: nothing may be asked about rows that are gone."""
        self.hovered = QPersistentModelIndex()
        QAbstractItemView.reset(self)
        self.doItemsLayout()

    def doItemsLayout(self) -> None:
        model = cast("Sectioned | None", self.model())
        sections = model.sections() if model is not None else []
        self._layout = GridLayout(
            [part.with_words(theme.scaled(part.words), self.words_width()) for part in sections],
            self.layout_width(),
            self._margin,
            heading_height=theme.scaled(HEADING_HEIGHT),
            below=self._room_below,
        )
        QAbstractItemView.doItemsLayout(self)
        self.updateGeometries()

    def words_width(self) -> int:
        """Return the least width for the words below a picture; 0: they may be cut."""
        return 0

    def layout_width(self) -> int:
        """Return the width to lay out for: the same with and without a scroll bar."""
        return self.width()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(48)
        bar.setRange(0, max(0, self._layout.height - page))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        if self._layout.width not in (self.layout_width(), self.viewport().width()):
            anchor = self.anchor()
            self.doItemsLayout()
            self.restore_anchor(anchor)
        else:
            self.updateGeometries()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, top, bottom, list(roles))
        if top.row() <= self.currentIndex().row() <= bottom.row():
            self._tell(QAccessible.Event.NameChanged, self.currentIndex())

    # QListView would tell screen readers of tiles by where its own layout has put them.

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        self._tell(QAccessible.Event.Focus, current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for change, ranges in (
            (QAccessible.Event.SelectionAdd, selected),
            (QAccessible.Event.SelectionRemove, deselected),
        ):
            if not ranges.isEmpty():
                self._tell(change, ranges.first().topLeft())

    def _tell(self, change: QAccessible.Event, index: Index) -> None:
        if QAccessible.isActive() and index.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, change)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        rect = self._layout.rect(index.row()).translated(0, -self.verticalOffset())
        return rect if rect.isNull() else direction.placed(self.viewport().rect(), rect)

    def indexAt(self, point: QPoint) -> QModelIndex:
        point = direction.point(self.viewport().rect(), point)
        row = self._layout.row_at(point + QPoint(0, self.verticalOffset()))
        model = self.model()
        return model.index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect = self.visualRect(index)
        if rect.isNull() or self._pressing:
            return  # what is clicked stays under the pointer
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - 8)
        elif rect.bottom() > page:
            bar.setValue(bar.value() + rect.bottom() - page + _BELOW)

    def bring_up(self, index: Index, below: int) -> None:
        """Scroll to an item so that so many pixels below it are free: a message may lie there."""
        self.scrollTo(index)
        over = self.visualRect(index).bottom() + below - self.viewport().height()
        if over > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + over)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def is_editing(self) -> bool:
        """Tell whether the current tile is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def visible_rows(self) -> list[int]:
        """Return the rows that are on the screen now."""
        return list(self._layout.rows_in(self._seen()))

    def anchor(self) -> tuple[int, int]:
        """Return a row and how far below the top edge it stands, to find the place again."""
        current = self.currentIndex()
        rows = self.visible_rows()
        if current.isValid() and current.row() in rows:
            row = current.row()
        else:
            row = next((r for r in rows if not self._layout.is_heading(r)), rows[0] if rows else 0)
        return row, self._layout.rect(row).top() - self.verticalOffset()

    def restore_anchor(self, anchor: tuple[int, int]) -> None:
        """Scroll so that a row stands where :meth:`anchor` found it."""
        row, distance = anchor
        rect = self._layout.rect(row)
        if not rect.isNull():
            self.verticalScrollBar().setValue(rect.top() - distance)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        del selection
        # a repaint of the visible part is cheaper than thousands of small rectangles
        return QRegion(self.viewport().rect())

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self.on_sheet(event.rect())
        # names are wider than their tile and rings stand out a little
        area.adjust(-64, -8, 64, 8)
        model, current = self.model(), self.currentIndex()
        state = QStyle.StateFlag
        focused = self.hasFocus() and self._by_keyboard
        for row in self._layout.rows_in(area):
            index = model.index(row, 0)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            flags = state.State_Enabled
            if self.selectionModel().isSelected(index):
                flags |= state.State_Selected
            if index == self.hovered:
                flags |= state.State_MouseOver
            if focused and index == current:
                flags |= state.State_HasFocus
            option.state = flags
            self.itemDelegateForIndex(index).paint(painter, option, index)
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the tiles."""

    def on_sheet(self, rect: QRect) -> QRect:
        """Return which part of the sheet a part of the view shows."""
        area = direction.placed(self.viewport().rect(), rect)
        return area.translated(0, self.verticalOffset())

    def tile_width(self, row: int) -> int:
        """Return the width that a tile's name may take without touching its neighbour's."""
        return self._layout.rect(row).width() + max(0, self._layout.gap_of(row) - 8)

    def _seen(self) -> QRect:
        return QRect(QPoint(0, self.verticalOffset()), self.viewport().size())

    def _repaint_tile(self, index: Index) -> None:
        if index.isValid():
            self.viewport().update(self.visualRect(index).adjusted(-64, -8, 64, 8))
