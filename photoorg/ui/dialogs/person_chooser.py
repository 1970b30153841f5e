"""Choosing a person by typing: for "move to" and "merge with"."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.dialogs.width import open_at
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.models.people_model import PERSON
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.person_line import PersonLine

_NEW = Qt.ItemDataRole.UserRole + 9
_LINE = 52
_SHOWN = 200


class PersonChooser(QDialog):
    """``chosen`` carries an id; ``created`` the name of a person that does not exist yet.

    The person ``but`` cannot be chosen; ``does`` stands on the button.
    """

    chosen = Signal(int)
    created = Signal(str)

    def __init__(
        self,
        title: str,
        people: KnownNames | Sequence[Person],
        thumbnails: ThumbnailLoader,
        parent: QWidget,
        *,
        but: int | None = None,
        may_create: bool = True,
        does: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._known = people if isinstance(people, KnownNames) else KnownNames(people)
        self._but = but
        self._may_create = may_create
        self._first: dict[int, int] = {}
        heading = QLabel(title)
        heading.setProperty("look", "strong")
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name"))
        self.field.setAccessibleName(tr("Name of the person"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("People"))
        self.list.setItemDelegate(PersonLine(self.list, thumbnails, _LINE))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.accept_button = QPushButton(does or tr("Choose"))
        self.accept_button.setProperty("look", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._take_current)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        open_at(self, 400, 480)
        self._filter("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(cast("QKeyEvent", event).key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def put_first(self, ids: Sequence[int]) -> None:
        """List these people before the others, unless somebody has begun to choose."""
        choosing = self.field.text() or self.list.currentRow() > 0 or self.list.underMouse()
        if not choosing:
            self._first = {id_: place for place, id_ in enumerate(ids)}
            self._filter("")

    def _filter(self, text: str) -> None:
        matches = self._known.matching(text, but=self._but, first=self._first, most=_SHOWN)
        self.list.clear()
        for person in matches.people:
            if isinstance(person, Person):
                item = QListWidgetItem(person.name or "")
                item.setData(PERSON, person)
                read = f"{person.name}, {words.faces(person.count)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, read)
                self.list.addItem(item)
        name = " ".join(text.split())
        if name and not matches.exact and self._may_create:
            item = QListWidgetItem(tr("New person “{name}”", name=name))
            item.setData(_NEW, name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.accept_button.setEnabled(self.list.count() > 0)

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        person, name = item.data(PERSON), item.data(_NEW)
        self.accept()
        if isinstance(person, Person):
            self.chosen.emit(person.id)
        else:
            self.created.emit(name)
