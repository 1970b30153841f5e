"""The sheet of photos in justified lines, with years to scroll by."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoorg.tr import kept, tr
from photoorg.ui import theme
from photoorg.ui.delegates.photo_delegate import PhotoDelegate
from photoorg.ui.layout.grid_layout import HEADING_HEIGHT
from photoorg.ui.layout.justified import HEADING_WIDTH, LINE_HEIGHT, JustifiedLayout, Shapes
from photoorg.ui.models.photo_sheet import PhotoShape, Sheet, month_title
from photoorg.ui.models.photos_model import MONTH, PhotosModel
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid
from photoorg.ui.widgets.year_scrubber import Mark, YearScrubber

_Flag = QItemSelectionModel.SelectionFlag
HEIGHTS = (96, 132, LINE_HEIGHT, 256, 352)
"""How high lines may be."""
_NOTCH = 120
"""What one step of a wheel is, in eighths of a degree."""
_SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PhotoGrid(TileGrid):
    """Shows a :class:`PhotosModel`; a click on a month selects its photos.

    ``heightChosen`` tells how high lines are from now on.
    """

    heightChosen = Signal(int)

    keys: ClassVar[Mapping[str, str]] = {
        **TileGrid.keys,
        kept("+, -, Ctrl+wheel"): kept("Larger photos, smaller ones"),
        kept("Ctrl+PgUp, Ctrl+PgDown"): kept("The month before, the next one"),
    }

    def __init__(
        self, model: PhotosModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photos = model
        self._height, self._turned = LINE_HEIGHT, 0
        self._sheet = JustifiedLayout(Shapes(), 0)
        self._scrubber = YearScrubber(self)
        self.setVerticalScrollBar(self._scrubber)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(tr("Photos"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setItemDelegate(PhotoDelegate(self, thumbnails))
        self.setModel(model)
        self.headingClicked.connect(self._select_month)
        thumbnails.ready.connect(self._show_thumbnail)

    def show_photos(self, photos: Sheet | Sequence[PhotoShape]) -> None:
        """Show these photos; selection, current photo and the place on the sheet stay."""
        selected = self.selected_ids()
        current = self._photos.photo_id(self.currentIndex())
        row, distance = self.anchor()
        anchor = self._photos.photo_id(self._photos.index(row, 0))
        at_top = self.verticalOffset() == 0
        if not self._photos.show(photos):
            return
        rows = sorted(row for id_ in selected if (row := self._photos.row_of(id_)) >= 0)
        self.select_rows(rows, _Flag.Select)
        if current is not None:
            self.make_current(current, scroll=False)
        if not at_top and anchor is not None:
            self.restore_anchor((self._photos.row_of(anchor), distance))

    def make_current(self, photo_id: int, *, scroll: bool = True) -> None:
        """Put the keyboard on a photo."""
        row = self._photos.row_of(photo_id)
        if row < 0:
            return
        index = self._photos.index(row, 0)
        self.setAutoScroll(False)  # or Qt would scroll to it in any case
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.setAutoScroll(True)
        if scroll:
            self.scrollTo(index)

    def selected_ids(self) -> list[int]:
        """Return the selected photos in the order shown."""
        rows = sorted(
            row for part in self.selected_ranges() for row in range(part.top(), part.bottom() + 1)
        )
        return self._photos.ids_in(rows)

    def step_month(self, by: int) -> None:
        """Go to the first photo of the next month shown, or of this one or the one before."""
        months = self._photos.months()
        if not months:
            return
        row = max(self.currentIndex().row(), 0)
        firsts = list(accumulate((month.count + 1 for month in months[:-1]), initial=1))
        at = max(bisect_right(firsts, row) - 1, 0)
        if by > 0 or row <= firsts[at]:
            at = min(max(at + by, 0), len(months) - 1)
        self.make_current(self._photos.ids_in([firsts[at]])[0], scroll=False)
        self.verticalScrollBar().setValue(self._sheet.top_of_section(at))

    @property
    def line_height(self) -> int:
        """How high lines are, about."""
        return self._height

    def show_height(self, height: int) -> None:
        """Let lines be so high, as nearly as may be; the place on the sheet stays."""
        height = min(HEIGHTS, key=lambda one: abs(one - height))
        if height != self._height:
            anchor = self.anchor()
            self._height = height
            self.doItemsLayout()
            self.restore_anchor(anchor)

    def _resize(self, by: int) -> None:
        at = HEIGHTS.index(self._height) + by
        if 0 <= at < len(HEIGHTS):
            self.show_height(HEIGHTS[at])
            self.heightChosen.emit(self._height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:  # finer wheels take several turns
            self._resize(1 if self._turned > 0 else -1)
            self._turned = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        size = _SIZES.get(Qt.Key(event.key()))
        if size is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._resize(size)
            return
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._by_keyboard = True
            self.step_month(step)
        else:
            super().keyPressEvent(event)

    def doItemsLayout(self) -> None:
        heading = theme.scaled(HEADING_WIDTH), theme.scaled(HEADING_HEIGHT)
        self._sheet = JustifiedLayout(
            self._photos.shapes, self.layout_width(), self._margin, heading, self._height
        )
        self._layout = self._sheet
        QAbstractItemView.doItemsLayout(self)
        self.updateGeometries()
        self._scrubber.show_marks(
            [
                Mark(
                    self._sheet.top_of_section(at),
                    month.title,
                    month.month[:4],
                    month_title(month.month, short=True),
                    month.count,
                )
                for at, month in enumerate(self._photos.months())
            ],
            self._sheet.height,
        )

    def layout_width(self) -> int:
        return self.viewport().width()

    def _select_month(self, heading: QModelIndex) -> None:
        month = heading.data(MONTH)
        first = heading.row() + 1
        self.select_rows(list(range(first, first + month.count)), _Flag.ClearAndSelect)

    def _show_thumbnail(self, kind: str, photo_id: int) -> None:
        row = self._photos.row_of(photo_id) if kind == "photo" else -1
        if row >= 0:
            self.viewport().update(self.visualRect(self._photos.index(row, 0)))
