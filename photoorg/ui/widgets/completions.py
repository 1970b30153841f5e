"""The list of completions below a field in which a name is typed."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.direction import mirrored
from photoorg.ui.models.known_names import Matches, name_of
from photoorg.ui.models.people_model import PERSON
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.person_line import PersonLine

KNOWN = Qt.ItemDataRole.UserRole + 9
"""The person, or the name alone; None is the line for what was typed."""
_LINE, _WIDTH, _LINES = 44, 300, 6


class Completions(QListWidget):
    """Lies in the window of its field and never takes the keyboard: the field has all keys.

    ``taken`` carries what was clicked, as :meth:`marked` tells it.
    """

    taken = Signal(object)

    def __init__(self, field: QWidget, thumbnails: ThumbnailLoader | None) -> None:
        self._over = field.window()
        super().__init__(self._over)
        self._field = field
        self.setProperty("look", "popup")
        self.setAccessibleName(tr("Names in use"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PersonLine(self, thumbnails, _LINE))
        self.setMouseTracking(True)
        self.itemClicked.connect(lambda item: self.taken.emit(item.data(KNOWN)))
        self.hide()

    def belongs_to(self, window: QWidget) -> bool:
        """Tell whether the list lies in this window."""
        return self._over is window

    def offer(self, text: str, matches: Matches) -> None:
        """Show who matches; hide when nobody does."""
        self.clear()
        for one in matches.people:
            item = QListWidgetItem(name_of(one))
            item.setData(KNOWN, one)
            if isinstance(one, Person):
                item.setData(PERSON, one)
                read = f"{one.name}, {words.faces(one.count)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, read)
            self.addItem(item)
        if matches.ready:
            self.addItem(QListWidgetItem(tr("New name “{name}”", name=" ".join(text.split()))))
            self.setCurrentRow(0)
        self.setVisible(bool(matches.people))
        self.place()

    def marked(self) -> QListWidgetItem | None:
        """Return the line that Enter takes."""
        return self.currentItem() if self.isVisible() else None

    def step(self, by: int) -> None:
        """Mark another line; above the first one is none."""
        self.setCurrentRow(max(-1, min(self.currentRow() + by, self.count() - 1)))

    def place(self) -> None:
        """Stand below the field, or above it where there is more room."""
        window = self._over
        lines = min(_LINES, self.count())
        around = self.contentsMargins()
        height = lines * _LINE + around.top() + around.bottom()
        top = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if top.y() + height > window.height() and top.y() > window.height() // 2:
            top.setY(top.y() - self._field.height() - 4 - height)
        width = max(_WIDTH, self._field.width())
        beside = top.x() + self._field.width() - width if mirrored() else top.x()
        left = max(4, min(beside, window.width() - width - 4))
        self.setGeometry(left, top.y(), width, height)
        self.raise_()
