"""Many questions at once, with the probable answers given: change what is wrong, take the rest."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.review import wording
from photoorg.ui.review.pause import Pause
from photoorg.ui.review.reading import Reading
from photoorg.ui.review.sheet_delegate import SheetDelegate
from photoorg.ui.review.sheet_model import GAP, MARK, QUESTION, TILE, SheetModel
from photoorg.ui.review.sitting import Form, Mark, Turn, count_of_faces
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid

_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_MARKS = {
    _Key.Key_Delete: Mark.NO,
    _Key.Key_Space: None,
}


class SheetView(QWidget):
    """``taken`` and ``skipped`` are answers to the whole sheet; ``opened`` carries a question.

    ``oneByOne`` asks for all of them one after another.
    """

    taken = Signal()
    skipped = Signal()
    oneByOne = Signal()
    opened = Signal(object)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pause = Pause()
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setMinimumWidth(1)
        self._hint = QLabel(tr("A click changes an answer: yes, no, not now."))
        self._hint.setProperty("look", "quiet")
        self.model = SheetModel(self)
        self.grid = SheetGrid(self.model, thumbnails)
        self.grid.pressed_key.connect(self._press)
        self.grid.opened.connect(lambda index: self.opened.emit(index.data(QUESTION)))
        self.model.dataChanged.connect(self._tell)
        self.take_button = _button("", "primary")
        self.take_button.clicked.connect(self._take)
        self.one_button = _button(tr("One by one"))
        self.one_button.clicked.connect(self.oneByOne)
        self.skip_button = _button("", "quiet")
        self.skip_button.setAccessibleName(tr("Not now"))
        self.skip_button.clicked.connect(self._skip)
        self._given = QLabel()
        self._given.setProperty("look", "quiet")
        self.foot = QWidget()
        bottom = self._bottom = QHBoxLayout(self.foot)
        bottom.setContentsMargins(24, 0, 24, 16)
        bottom.setSpacing(8)
        bottom.addWidget(self._given)
        bottom.addStretch()
        for button in (self.skip_button, self.one_button, self.take_button):
            bottom.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(24, 4, 24, 0)
        top.setSpacing(2)
        top.addWidget(self.title)
        top.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.grid)
        self._tell()

    def show_sheet(self, turn: Turn, reading: Reading) -> None:
        """Ask all of this."""
        if turn.questions != self.model.turn().questions:
            self.pause.begin()
        self.model.show(turn, reading)
        if turn.form is Form.CERTAIN:
            name = turn.questions[0].name or ""
            self.title.setText(wording.certain(count_of_faces(turn.questions), name))
        else:
            self.title.setText(tr("Are these right?"))
        self.grid.setAccessibleName(self.title.text())
        self.one_button.setVisible(turn.form is Form.CERTAIN)
        self._tell()

    def _tell(self) -> None:
        yes, no = self.model.count(Mark.YES), self.model.count(Mark.NO)
        rest = self.model.rowCount() - yes - no
        parts = (
            tr("{n} yes", n=yes) if yes else "",
            tr("{n} no", n=no) if no else "",
            tr("{n} not now", n=rest) if rest else "",
        )
        self._given.setText(" · ".join(filter(None, parts)))
        all_yes = self.model.turn().form is Form.CERTAIN and yes == self.model.rowCount()
        said = (
            tr("Yes to all") if all_yes else tr("Take these answers") if yes + no else tr("Go on")
        )
        self.take_button.setAccessibleName(said)
        self._fit()

    def _fit(self) -> None:
        """Leave the keys to the tooltips where there is no room for them beside the answers."""
        said = self.take_button.accessibleName()
        whole = {
            self.take_button: tr("{answer} (Enter)", answer=said),
            self.skip_button: tr("Not now (S)"),
        }
        for button, text in whole.items():
            button.setText(text)
            button.setToolTip("")
        if self._bottom.sizeHint().width() > self.width():
            for button, text in whole.items():
                button.setText(button.accessibleName())
                button.setToolTip(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _take(self) -> None:
        if self.pause.is_over():
            (
                self.taken if self.model.count(Mark.NONE) < self.model.rowCount() else self.skipped
            ).emit()

    def _skip(self) -> None:
        if self.pause.is_over():
            self.skipped.emit()

    def _press(self, key: int) -> None:
        index = self.grid.currentIndex()
        if not self.pause.is_over():
            return
        if key in _ENTER:
            self._take()
        elif key in (_Key.Key_S, _Key.Key_Escape):
            self._skip()
        elif key == _Key.Key_O and index.isValid():
            self.opened.emit(index.data(QUESTION))
        elif key in _MARKS:
            self.model.mark(index, _MARKS[_Key(key)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            if not event.isAutoRepeat():
                focused.click()  # Enter presses what has the keyboard
        else:
            super().keyPressEvent(event)


class SheetGrid(TileGrid):
    """A click marks a question as what comes after; a double click, or the magnifier, opens it.

    ``pressed_key`` carries a key that answers something.
    """

    pressed_key = Signal(int)

    def __init__(
        self, model: SheetModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, below=0)
        self.setAccessibleName(tr("Questions"))
        self._sheet = model
        self._drawn = SheetDelegate(self, thumbnails)
        self.setItemDelegate(self._drawn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setModel(model)
        self._before: Mark | None = None
        self.clicked.connect(self._mark)
        model.modelReset.connect(self._go_to_first)
        thumbnails.ready.connect(self._thumbnail_ready)

    def doItemsLayout(self) -> None:
        """Let the tiles fill the lines."""
        room = self.layout_width() - 2 * self._margin
        least = theme.scaled(TILE)
        columns = max(1, (room + GAP) // (least + GAP))
        self._sheet.tile_width = max(least, (room - (columns - 1) * GAP) // columns)
        super().doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (*_ENTER, *_MARKS, _Key.Key_S, _Key.Key_Escape, _Key.Key_O)
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() not in keys or event.modifiers() & command:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self._by_keyboard = True
            self.pressed_key.emit(event.key())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        tile = self.visualRect(index)
        if index.isValid() and self._drawn.magnifier(tile).contains(event.position().toPoint()):
            self.opened.emit(index)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._before is not None:
            self._sheet.mark(index, self._before)  # the first click was no answer
            self._before = None
        super().mouseDoubleClickEvent(event)

    def _mark(self, index: QModelIndex) -> None:
        self._before = index.data(MARK)
        self._sheet.mark(index)

    def _go_to_first(self) -> None:
        if self._sheet.rowCount():
            self.setCurrentIndex(self._sheet.index(0, 0))

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        if kind == "face" and face_id in self._drawn.waiting:
            self._drawn.waiting.discard(face_id)
            self.viewport().update()


def _button(text: str, look: str = "") -> QPushButton:
    button = QPushButton(text)
    if look:
        button.setProperty("look", look)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the sheet
    return button
