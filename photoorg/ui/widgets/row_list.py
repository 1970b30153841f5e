"""A list of lines with buttons on the line at hand."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QWidget,
)

from photoorg.ui import icons, theme
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.direction import left_of
from photoorg.ui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex

_SHARE = 0.7
"""So much of a line its buttons may take; the words have the rest."""
_LEAST, _APART = 2, 16


class RowList(QListView):
    """Every action is offered on the line under the pointer or the keyboard, and in a menu.

    On a narrow line there is no room for the buttons of the last ones: what the second line tells
    is read to its end, but for the first two buttons.

    :meth:`at_hand` are the rows that an action is for: the selected ones, or the line whose
    button was pressed when that is not among them. ``lineChanged`` says that the buttons go to
    another line, for actions that are not for every one.
    """

    lineChanged = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        delegate: Callable[[QAbstractItemView], RowDelegate] = RowDelegate,
    ) -> None:
        super().__init__(parent)
        self._row = QPersistentModelIndex()
        self._buttons = _Buttons(self)
        self._delegate = delegate(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def offer(self, actions: Mapping[QAction, str]) -> None:
        """Offer these actions for the rows at hand; each has the name of an icon."""
        self.addActions(list(actions))
        self._buttons.offer(actions)

    @property
    def line(self) -> int:
        """The row of the line with the buttons, or -1."""
        return self._row.row() if self._row.isValid() else -1

    def at_hand(self) -> list[int]:
        """Return the rows that an action is for, from top to bottom."""
        selected = sorted(index.row() for index in self.selectedIndexes())
        if self._buttons.isVisible() and self._row.isValid() and self._row.row() not in selected:
            return [self._row.row()]
        return selected

    def follow(self) -> None:
        """Put the buttons on the line at hand, as the actions are now."""
        right = self.viewport().width() - 8
        free = right - self._delegate.facts_end(self._row) - _APART
        self._buttons.follow(right * _SHARE, free)
        rect = self.visualRect(self._row)
        if not self._row.isValid() or rect.isEmpty():
            self._buttons.hide()
            return
        index = self.model().index(self._row.row(), 0)
        selected = self.selectionModel().isSelected(index)
        self._buttons.place(right, rect.center().y(), selected=selected)
        self._delegate.taken = self._buttons.width()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.follow()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._go_to(current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.follow()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._go_to(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go_to(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.follow()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.follow()

    def _go_to(self, index: Index) -> None:
        self._row = QPersistentModelIndex(index)
        self._delegate.lit = self._row
        self.lineChanged.emit()
        self.follow()

    def _menu(self, at: QPoint) -> None:
        if not self.indexAt(at).isValid():
            return
        menu = ContextMenu(self)
        menu.addActions(self.actions())
        menu.open_over(self, at)


class _Buttons(QWidget):
    """The buttons of one line; opaque, because they lie on it."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._selected = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 0, 0)
        self._row.setSpacing(4)
        self._offered: dict[QAction, QPushButton] = {}
        self._icons: dict[QPushButton, str] = {}
        self.hide()

    def offer(self, actions: Mapping[QAction, str]) -> None:
        for action, icon in actions.items():
            button = QPushButton(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            self._row.addWidget(button)
            self._offered[action] = button
            self._icons[button] = icon

    def follow(self, room: float, free: float) -> None:
        """Show the first ones that have ``room``; beside facts only what is ``free``, or two."""
        color = theme.tokens_of(self._view).text_muted
        shown = 0
        for action, button in self._offered.items():
            button.setText(action.text())
            icons.put_on(button, self._icons[button], color, theme.scaled(16))
            button.setToolTip(action.toolTip())
            possible = action.isVisible() and action.isEnabled()
            wide = button.sizeHint().width() + self._row.spacing() if possible else 0
            room, free = room - wide, free - wide
            fits = possible and room >= 0 and (free >= 0 or shown < _LEAST)
            shown += fits
            button.setVisible(fits)

    def place(self, right: int, middle: int, *, selected: bool) -> None:
        self._selected = selected
        self.adjustSize()
        around = self._view.viewport().rect()
        left = left_of(around, right - self.width(), self.width())
        self.move(left, middle - self.height() // 2)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens_of(self._view)
        color = colors.selected if self._selected else colors.surface_sunken
        QPainter(self).fillRect(event.rect(), color)
