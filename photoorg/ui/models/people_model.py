"""The people of the library in sections: named, "Who is this?", seen once, hidden."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from photoorg.library import Person
from photoorg.ui import words
from photoorg.ui.layout.grid_layout import Section

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Order: TypeAlias = Literal["size", "name"]
Key: TypeAlias = Literal["named", "unnamed", "lone", "hidden"]

PERSON = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2
MIME = "application/x-photoorg-people"

NAMED_COVER, UNNAMED_COVER, LONE_COVER = 128, 104, 80
_TITLES: dict[Key, str] = {
    "named": "Named",
    "unnamed": "Who is this?",
    "lone": "Seen once",
    "hidden": "Hidden",
}
_HINT = "Choose somebody and type a name"
_FOLDABLE: frozenset[Key] = frozenset({"lone", "hidden"})
_SHAPES: dict[Key, tuple[int, int, int, int]] = {  # cover, tile height, gap, line gap
    "named": (NAMED_COVER, NAMED_COVER + 48, 24, 20),
    "unnamed": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
    "lone": (LONE_COVER, LONE_COVER, 8, 8),
    "hidden": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; ``folded`` is None when the section cannot be folded.

    ``hint`` is what a newcomer needs to know here.
    """

    key: Key
    title: str
    count: int
    folded: bool | None
    hint: str = ""


Row: TypeAlias = Person | Heading


class PeopleModel(QAbstractListModel):
    """Rows are headings and people; :meth:`sections` says which belong together."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._rows: list[Row] = []
        self._sections: list[Section] = []
        self._row_of: dict[int, int] = {}
        self._open: set[Key] = set()
        self._order: Order = "size"
        self._search = ""

    def show(self, people: Sequence[Person]) -> None:
        """Show these people, biggest first as the library lists them."""
        self._people = list(people)
        self._rebuild()

    def sort_by(self, order: Order) -> None:
        """Order the named people by the number of photos or by name."""
        self._order = order
        self._rebuild()

    def search(self, text: str) -> None:
        """Show only people whose name contains ``text``, whatever its capitals and accents."""
        self._search = plain(text)
        self._rebuild()

    def toggle(self, key: Key) -> None:
        """Fold or unfold a section."""
        if key in _FOLDABLE:
            self._open ^= {key}
            self._rebuild()

    def has_people(self) -> bool:
        """Tell whether there is anybody, shown or not."""
        return bool(self._people)

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return self._sections

    def person(self, index: Index) -> Person | None:
        """Return the person at ``index``, or None at a heading."""
        row = self._rows[index.row()] if self._valid(index) else None
        return row if isinstance(row, Person) else None

    def row_of(self, person_id: int) -> int:
        """Return the row of a person, or -1 when it is not shown."""
        return self._row_of.get(person_id, -1)

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
            return f"{row.name or 'Not named yet'}, {words.count(row.count, 'photo')}"
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

    def _rebuild(self) -> None:
        rows: list[Row] = []
        sections: list[Section] = []
        for key, people in self._parts():
            if not people:
                continue
            folded = key not in self._open if key in _FOLDABLE else None
            hint = _HINT if key == "unnamed" and not rows else ""
            rows.append(Heading(key, _TITLES[key], len(people), folded, hint))
            shown = [] if folded else people
            rows.extend(shown)
            cover, height, gap, line_gap = _SHAPES[key]
            sections.append(Section(len(shown), cover, height, gap, line_gap))
        self._replace(rows, sections)

    def _parts(self) -> Iterator[tuple[Key, list[Person]]]:
        shown = [person for person in self._people if not person.hidden]
        named = [p for p in shown if p.name is not None and self._search in plain(p.name)]
        if self._order == "name":
            named.sort(key=lambda person: plain(person.name or ""))
        yield "named", named
        if not self._search:  # what has no name cannot be found by one
            yield "unnamed", [p for p in shown if p.name is None and p.count > 1]
            yield "lone", [p for p in shown if p.name is None and p.count <= 1]
            yield "hidden", [person for person in self._people if person.hidden]

    def _replace(self, rows: list[Row], sections: list[Section]) -> None:
        """Tell the views as little as possible: what stays in its place only repaints."""
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            before, self._rows = self._rows, rows
            for at, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
            return
        self.beginResetModel()
        self._rows, self._sections = rows, sections
        self._row_of = {row.id: at for at, row in enumerate(rows) if isinstance(row, Person)}
        self.endResetModel()


def plain(text: str) -> str:
    """Return ``text`` without capitals and accents, for searching and sorting."""
    if text.isascii():  # nearly all names of files: ten times quicker
        return text.lower().strip()
    split = unicodedata.normalize("NFKD", text.casefold().strip())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _identity(row: Row) -> tuple[object, ...]:
    if isinstance(row, Heading):
        return (row.key, row.folded, row.hint)
    return (row.id,)


def _heading_data(heading: Heading, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.title
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.AccessibleTextRole:
        state = {None: "", True: ", folded", False: ", unfolded"}[heading.folded]
        hint = f". {heading.hint}" if heading.hint else ""
        return f"{heading.title}, {words.number(heading.count)}{state}{hint}"
    return None
