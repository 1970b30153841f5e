"""The grid of people: names typed in place, groups dragged onto each other."""

from collections.abc import Mapping
from typing import ClassVar, cast

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoorg.library import Person
from photoorg.tr import kept, retold, tr
from photoorg.ui import theme
from photoorg.ui.delegates.person_delegate import PersonDelegate
from photoorg.ui.models.people_model import HEADING, MIME, PERSON, PeopleModel
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import paint_pill
from photoorg.ui.widgets.tile_grid import TileGrid

ASK = kept("Ask which name stays")
Trigger = QAbstractItemView.EditTrigger
Flag = QItemSelectionModel.SelectionFlag


class PeopleGrid(TileGrid):
    """``dropped`` carries the person dropped on and the ids that were dragged.

    ``named`` and ``joined`` carry a person and what was typed, or who was chosen, for the name;
    ``sortedOut`` the key of a section that is to be sorted out.
    """

    keys: ClassVar[Mapping[str, str]] = {
        **TileGrid.keys,
        kept("Any letter"): kept("Begin to type the name"),
    }

    dropped = Signal(int, list)
    named = Signal(int, str)
    joined = Signal(int, object)
    sortedOut = Signal(str)

    def __init__(
        self, model: PeopleModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("People"))
        self.delegate = PersonDelegate(self, thumbnails)
        self.delegate.named.connect(self.named)
        self.delegate.joined.connect(self.joined)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setEditTriggers(Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self._pressed_words = QPersistentModelIndex()
        self.headingClicked.connect(self._toggle)
        thumbnails.ready.connect(self._thumbnail_ready)

    def words_width(self) -> int:
        """Return the width that asks for a name in every language and size."""
        return QFontMetrics(theme.font(theme.BODY)).horizontalAdvance(tr("Add name")) + 8

    def people_model(self) -> PeopleModel:
        """Return the model."""
        return cast("PeopleModel", self.model())

    def selected_people(self) -> list[Person]:
        """Return the selected people in the order of the view."""
        return [index.data(PERSON) for index in self.selected()]

    def select_people(self, ids: list[int], current: int | None = None) -> None:
        """Select these people, as far as they are shown."""
        model = self.people_model()
        rows = sorted(row for id_ in ids if (row := model.row_of(id_)) >= 0)
        self.select_rows(rows, Flag.ClearAndSelect)
        row = model.row_of(current) if current is not None else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(model.index(row, 0), Flag.NoUpdate)

    def make_current(self, row: int) -> None:
        """Put the keyboard on a row without scrolling to it."""
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), Flag.NoUpdate)
        self.setAutoScroll(True)

    def start_naming(self) -> None:
        """Open the name of the current person for typing."""
        current = self.currentIndex()
        if current.data(PERSON) is not None:
            self.scrollTo(current)
            self.edit(current)

    def go_to_nameless(self) -> None:
        """Select the next group without a name; after the last one the first."""
        rows, start = self.people_model().shown.rows, self.currentIndex().row() + 1
        for row in (*range(start, len(rows)), *range(start)):
            person = rows[row]
            if isinstance(person, Person) and person.name is None:
                self._by_keyboard = True
                index = self.model().index(row, 0)
                self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
                return

    def sort_out(self) -> None:
        """Ask to sort out the section in which the keyboard is, if it is one to be."""
        heading = self.people_model().heading_of(self.currentIndex())
        if heading is not None and heading.link:
            self.sortedOut.emit(heading.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.words_at(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if left and plain and index.isValid() and index == self._pressed_words:
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.words_at(event.position().toPoint())
        person = index.data(PERSON) if index.isValid() else None
        again = index.isValid() and index == self.currentIndex()
        # "Add name" is a link; the name of somebody already chosen can be clicked to change it
        editable = isinstance(person, Person) and (person.name is None or again)
        self._pressed_words = QPersistentModelIndex(index if editable else QModelIndex())
        heading = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.delegate.link_rect(heading).contains(event.position().toPoint()):
            self.setCurrentIndex(heading)
            self.sort_out()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.words_at(event.position().toPoint())
        person = over.data(PERSON) if over.isValid() else None
        at = event.position().toPoint()
        link = isinstance(person, Person) and person.name is None
        link = link or self.delegate.link_rect(self.indexAt(at)).contains(at)
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if link else Qt.CursorShape.ArrowCursor)

    def words_at(self, point: QPoint) -> QModelIndex:
        """Return the person whose name stands at ``point``."""
        index = self.indexAt(point)
        return index if self.delegate.name_rect(index).contains(point) else QModelIndex()

    # --- dragging -----------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        del supported
        indexes = self.selected()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.people_model().mimeData(indexes))
        picture = self._drag_picture(indexes)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-16, -16))  # beside the pointer: "Merge into Anna" stays readable
        drag.exec(Qt.DropAction.MoveAction)
        self._point_at(-1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # folders from outside are for the window: ignoring them hands them up
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        ids = _dragged(event)
        index = self.indexAt(event.position().toPoint())
        target = index.data(PERSON) if index.isValid() else None
        if isinstance(target, Person) and ids and target.id not in ids:
            self._point_at(index.row(), self._promise(target, ids))
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            self._point_at(-1)
            event.setAccepted(False)
        near = event.position().y()
        if not 32 < near < self.viewport().height() - 32:
            self.startAutoScroll()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.stopAutoScroll()
        self._point_at(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        index = self.indexAt(event.position().toPoint())
        target = index.data(PERSON) if index.isValid() else None
        ids = _dragged(event)
        self._point_at(-1)
        if isinstance(target, Person) and ids and target.id not in ids:
            event.accept()
            self.dropped.emit(target.id, ids)

    def _promise(self, target: Person, ids: list[int]) -> str:
        """Say what letting go here would do."""
        model = self.people_model()
        names = {
            person.name
            for id_ in ids
            if (person := model.person(model.index(model.row_of(id_), 0))) and person.name
        }
        if target.name is not None:
            one = names <= {target.name}
            return tr("Merge into {name}", name=target.name) if one else retold(ASK)
        if len(names) == 1:
            return tr("Merge into {name}", name=names.pop())
        return retold(ASK) if names else tr("Merge")

    def _point_at(self, row: int, text: str = "") -> None:
        if (row, text) != (self.delegate.drop_row, self.delegate.drop_text):
            self.delegate.drop_row, self.delegate.drop_text = row, text
            self.viewport().update()

    def _drag_picture(self, indexes: list[QModelIndex]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(120 * ratio), round(104 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = indexes[:3]
        for depth in reversed(range(len(shown))):
            # at the size it has in the grid, where it is loaded already
            side = self.visualRect(shown[depth]).width()
            painter.save()
            painter.translate(4 + 10 * depth, 4 + 6 * depth)
            painter.scale(80 / side, 80 / side)
            self.delegate.paint_cover(painter, QRect(0, 0, side, side), shown[depth].data(PERSON))
            painter.restore()
        if len(indexes) > 1:
            painter.setFont(theme.font(theme.SMALL, strong=True))
            colors = theme.tokens_of(self)
            paint_pill(painter, QRect(80, 4, 24, 24), f"{len(indexes):,}", colors)
        painter.end()
        return picture

    # --- what happens to single tiles ---------------------------------------------------

    def _toggle(self, index: QModelIndex) -> None:
        heading = index.data(HEADING)
        if heading is None or heading.folded is None:
            return
        at, row = self.verticalScrollBar().value(), index.row()
        self.people_model().toggle(heading.key)
        self.make_current(row)
        self.verticalScrollBar().setValue(at)
        self.selectionCountChanged.emit(self.selected_count())

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        if kind != "face":
            return
        tile = self.delegate.take_waiting(face_id)
        if tile is not None and tile.isValid():
            self.viewport().update(self.visualRect(tile))


def _dragged(event: QDropEvent) -> list[int]:
    data = event.mimeData()
    if not data.hasFormat(MIME):
        return []
    return [int(id_) for id_ in bytes(data.data(MIME).data()).split(b",") if id_]
