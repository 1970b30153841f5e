"""The people of the library in sections: named, "Who is this?", seen once, folded ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.people_rows import (
    FOLDABLE,
    Arrangement,
    Difference,
    Heading,
    Key,
    Order,
    Row,
    View,
    arrange,
    difference,
    plain,
    replaced,
)
from photoorg.ui.models.positions import position
from photoorg.ui.models.row_changes import MOST, Insert, Move, Remove, Step

__all__ = [
    "HEADING",
    "MIME",
    "PERSON",
    "SORT_OUT_KEYS",
    "Heading",
    "Key",
    "Order",
    "PeopleModel",
    "figures",
    "plain",
]

Index: TypeAlias = QModelIndex | QPersistentModelIndex

PERSON = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2
MIME = "application/x-photoorg-people"
SORT_OUT_KEYS = "Ctrl+Return"
"""These follow the link of a heading."""


class PeopleModel(QAbstractListModel):
    """Rows are headings and people; :meth:`sections` says which belong together.

    Views hear of the rows that change; when too many do, the model is reset.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Arrangement()
        self._rows: list[Row] = []

    @property
    def shown(self) -> Arrangement:
        """What is shown now: a thread may work out the :class:`Difference` to something newer."""
        return self._shown

    def show(self, people: Sequence[Person]) -> None:
        """Show these people, biggest first as the library lists them."""
        self._become(arrange(people, self._shown.view))

    def show_change(self, change: Difference) -> None:
        """Show what was read and put in order elsewhere, also if the view is another one now."""
        if change.after.view != self._shown.view:
            self.show(change.after.people)
        elif change.before is not self._shown:
            self._become(change.after)
        else:
            self._apply(change)

    def show_at_once(self, now: Mapping[int, Person | None]) -> None:
        """Show some people as they are ``now``, None as gone, whatever else has changed."""
        self.show(replaced(self._shown, now))

    def sort_by(self, order: Order) -> None:
        """Order named people by size or by name."""
        self._see(replace(self._shown.view, order=order))

    def search(self, text: str) -> None:
        """Show only people whose name or notes say ``text``, whatever its capitals or accents."""
        self._see(replace(self._shown.view, search=plain(text)))

    def toggle(self, key: Key) -> None:
        """Fold or unfold a section."""
        if key in FOLDABLE:
            view = self._shown.view
            self._see(replace(view, unfolded=view.unfolded ^ {key}))

    def has_people(self) -> bool:
        """Tell whether there is anybody, shown or not."""
        return bool(self._shown.people)

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return list(self._shown.sections)

    def person(self, index: Index) -> Person | None:
        """Return the person at ``index``, or None at a heading."""
        row = self._rows[index.row()] if self._valid(index) else None
        return row if isinstance(row, Person) else None

    def person_at(self, row: int) -> Person | None:
        """Return the person in ``row``, or None at a heading and beyond the rows."""
        return self.person(self.index(row, 0))

    def heading_of(self, index: Index) -> Heading | None:
        """Return the heading of the section in which ``index`` is."""
        for row in range(index.row() if self._valid(index) else -1, -1, -1):
            heading = self._rows[row]
            if isinstance(heading, Heading):
                return heading
        return None

    def row_of(self, person_id: int) -> int:
        """Return the row of a person, or -1 when it is not shown."""
        return self._shown.row_of.get(person_id, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return _heading_data(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name or ""
        if role == PERSON:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([row.name or tr("Not named yet"), *figures(row)])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return position(self._shown.sections, index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name  # names that are too long for their tile are cut there
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._valid(index):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(self._rows[index.row()], Person):
            flags |= (
                Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsEditable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsDropEnabled
            )
        return flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [person.id for index in indexes if (person := self.person(index)) is not None]
        data = QMimeData()
        data.setData(MIME, ",".join(map(str, ids)).encode())
        return data

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._rows)

    def _see(self, view: View) -> None:
        if view != self._shown.view:
            self._become(arrange(self._shown.people, view))

    def _become(self, after: Arrangement) -> None:
        self._apply(difference(self._shown, after))

    def _apply(self, change: Difference) -> None:
        if change.steps is None:
            self.beginResetModel()
            self._shown, self._rows = change.after, list(change.after.rows)
            self.endResetModel()
            return
        self._shown = change.after  # its sections, for views that lay out at the last step
        for step in change.steps:
            self._take(step, change.after.rows)
        self._rows = list(change.after.rows)
        changed = change.changed
        if len(changed) > MOST:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))
            return
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _take(self, step: Step, after: Sequence[Row]) -> None:
        nowhere = QModelIndex()
        match step:
            case Remove(first, last):
                self.beginRemoveRows(nowhere, first, last)
                del self._rows[first : last + 1]
                self.endRemoveRows()
            case Move(start, end):
                # Qt counts the place among the rows as they were
                self.beginMoveRows(nowhere, start, start, nowhere, end + (end > start))
                self._rows.insert(end, self._rows.pop(start))
                self.endMoveRows()
            case Insert(first, last):
                self.beginInsertRows(nowhere, first, last)
                self._rows[first:first] = after[first : last + 1]
                self.endInsertRows()


def figures(person: Person) -> list[str]:
    """Return how many faces somebody has, and how many of them wait for an answer."""
    faces = words.faces(person.count)
    return [faces, tr("{n} to check", n=person.unsure)] if person.unsure else [faces]


def _heading_data(heading: Heading, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.title
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.AccessibleTextRole:
        state = words.fold_state(folded=heading.folded)
        parts = [heading.title, words.number(heading.count), *state]
        hint = f". {heading.hint}" if heading.hint else ""
        link = f". {heading.link}: {SORT_OUT_KEYS}" if heading.link else ""
        return f"{', '.join(parts)}{hint}{link}"
    return None
