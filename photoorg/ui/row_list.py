"""A list of lines with buttons on the line at hand."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QWidget,
)

from photoorg.ui import icons, theme
from photoorg.ui.delegates.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """Every action is offered on the line under the pointer or the keyboard, and in a menu.

    :meth:`at_hand` are the rows that an action is for: the selected ones, or the line whose
    button was pressed when that is not among them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QPersistentModelIndex()
        self._buttons = _Buttons(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def offer(self, actions: Mapping[QAction, str]) -> None:
        """Offer these actions for the rows at hand; each has the name of an icon."""
        self.addActions(list(actions))
        self._buttons.offer(actions)

    def at_hand(self) -> list[int]:
        """Return the rows that an action is for, from top to bottom."""
        selected = sorted(index.row() for index in self.selectedIndexes())
        if self._buttons.isVisible() and self._row.isValid() and self._row.row() not in selected:
            return [self._row.row()]
        return selected

    def follow(self) -> None:
        """Put the buttons on the line at hand, as the actions are now."""
        self._buttons.follow()
        rect = self.visualRect(self._row)
        if not self._row.isValid() or rect.isEmpty():
            self._buttons.hide()
            return
        index = self.model().index(self._row.row(), 0)
        selected = self.selectionModel().isSelected(index)
        right = self.viewport().width() - 8
        self._buttons.place(right, rect.center().y(), selected=selected)
        self._delegate.taken = self._buttons.width()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.follow()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._go_to(current)

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
        if event.type() == QEvent.Type.PaletteChange:
            self.follow()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.follow()

    def _go_to(self, index: Index) -> None:
        self._row = QPersistentModelIndex(index)
        self._delegate.lit = self._row
        self.follow()

    def _menu(self, at: QPoint) -> None:
        if not self.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.viewport().mapToGlobal(at))


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
            button.setIconSize(icons.size_of(16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            self._row.addWidget(button)
            self._offered[action] = button
            self._icons[button] = icon

    def follow(self) -> None:
        color = theme.tokens_of(self._view).text_muted
        for action, button in self._offered.items():
            button.setIcon(icons.icon(self._icons[button], color, size=16))
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setVisible(action.isVisible() and action.isEnabled())

    def place(self, right: int, middle: int, *, selected: bool) -> None:
        self._selected = selected
        self.adjustSize()
        self.move(right - self.width(), middle - self.height() // 2)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens_of(self._view)
        color = colors.selected if self._selected else colors.surface_sunken
        QPainter(self).fillRect(event.rect(), color)
