"""The questions of a sheet with the answers that are given so far."""

from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.review.questions import Question
from photoorg.tr import kept, retold, tr
from photoorg.ui import words
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.review import wording
from photoorg.ui.review.reading import Reading
from photoorg.ui.review.sitting import Form, Mark, Turn

Index: TypeAlias = QModelIndex | QPersistentModelIndex

QUESTION = Qt.ItemDataRole.UserRole + 1
MARK = Qt.ItemDataRole.UserRole + 2
TILE, HEIGHT, WORDS, GAP = 236, 146, 50, 12
"""The height of a tile holds that of the words below its pictures."""
SAID = {Mark.YES: kept("yes"), Mark.NO: kept("no"), Mark.NONE: kept("not now")}
_AFTER = {Mark.YES: Mark.NO, Mark.NO: Mark.NONE, Mark.NONE: Mark.YES}


class SheetModel(QAbstractListModel):
    """One row per question of a :class:`Turn`; :meth:`turn` is that turn as it is marked now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = Form.SHEET
        self._asked: tuple[Question, ...] = ()
        self._marks: list[Mark] = []
        self.reading = Reading()
        self.tile_width = TILE

    def show(self, turn: Turn, reading: Reading) -> None:
        """Show a turn."""
        self.reading = reading
        if turn == self.turn():
            return
        self.beginResetModel()
        self._form, self._asked, self._marks = turn.form, turn.questions, list(turn.marks)
        self.endResetModel()

    def turn(self) -> Turn:
        """Return what is asked, with the marks as they are."""
        return Turn(self._form, self._asked, tuple(self._marks))

    def count(self, mark: Mark) -> int:
        """Return how many questions are marked so."""
        return self._marks.count(mark)

    def mark(self, index: Index, mark: Mark | None = None) -> None:
        """Mark a question; without ``mark`` as what comes after yes, no and not now."""
        if self._valid(index):
            row = index.row()
            self._marks[row] = _AFTER[self._marks[row]] if mark is None else mark
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        count = len(self._asked)
        tile = Section(count, self.tile_width, HEIGHT, GAP, GAP, heading=False, words=WORDS)
        return [tile] if count else []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._asked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        question, mark = self._asked[index.row()], self._marks[index.row()]
        if role == QUESTION:
            return question
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            faces = words.faces(len(question.faces))
            place = tr("{place} of {all}", place=index.row() + 1, all=len(self._asked))
            return f"{wording.title(question)} {faces}: {retold(SAID[mark])}, {place}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._asked)
