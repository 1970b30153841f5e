"""The faces of one person: the sure ones along time, then "Is this Anna?", then lost ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Face
from photoorg.tr import kept, retold, tr
from photoorg.ui.layout.grid_layout import Section

Index: TypeAlias = QModelIndex | QPersistentModelIndex

FACE = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2
TILE = 120

ADDED = kept("added by photoorg")
EDITED = kept("in photos that were edited since")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above faces: ``hint`` says what they are."""

    title: str
    count: int
    hint: str


@dataclass(frozen=True, slots=True)
class Era:
    """The sure faces of some years, from the ``first`` to the ``last``; None where nobody knows.

    ``ages`` are how old somebody was then, where the birth is known.
    """

    first: int | None
    last: int | None
    faces: Sequence[Face]
    ages: tuple[int, int] | None = None


def divide(faces: Sequence[Face], name: str | None) -> tuple[list[Face], list[Face]]:
    """Return a person's sure faces, and the doubtful ones from the least sure one on."""
    sure = [face for face in faces if face.sure or name is None]
    doubtful = [face for face in faces if not face.sure and name is not None]
    return sure, sorted(doubtful, key=lambda face: face.support or 0)


def _heading(era: Era) -> Heading:
    if era.first is None:
        return Heading(tr("No date"), len(era.faces), "")
    title = f"{era.first}" if era.first == era.last else f"{era.first}\u2013{era.last}"
    return Heading(title, len(era.faces), _ages(era.ages) if era.ages else "")


def _ages(ages: tuple[int, int]) -> str:
    first, last = ages
    if first == last:
        return tr("{n} years old", n=first, one="{n} year old")
    return tr("{first} to {last} years old", first=first, last=last)


@dataclass(frozen=True, slots=True)
class _Part:
    """Faces in a row; ``begin`` is the row of the first one."""

    heading: Heading | None
    faces: Sequence[Face]
    begin: int = 0

    @property
    def rows(self) -> range:
        return range(self.begin, self.begin + len(self.faces))


_NOTHING = _Part(None, ())


class FacesModel(QAbstractListModel):
    """Rows are faces, and headings: before each appearance, the doubtful and the lost ones.

    Doubtful are those that only the machine put there and that are hardly held there, the least
    sure first; lost are those that their photos, edited since, do not show any more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Face | Heading] = []
        self._parts: list[_Part] = []
        self._doubtful = self._lost = _NOTHING
        self._at: dict[int, int] = {}
        self._place: dict[int, int] = {}
        self._shown: list[Face] = []
        self.cover_face_id: int | None = None

    def show(
        self,
        faces: Sequence[Face],
        name: str | None,
        cover_face_id: int | None,
        lost: Sequence[Face] = (),
        eras: Sequence[Era] = (),
    ) -> None:
        """Show a person's faces; only a person with a name can be doubted.

        The sure ones stand below the headings of ``eras``, if there are any, which hold them all.
        """
        sure, doubtful = divide(faces, name)
        parts = [_Part(_heading(era), era.faces) for era in eras] or [_Part(None, sure)]
        asked = Heading(tr("Is this {name}?", name=name), len(doubtful), retold(ADDED))
        gone = Heading(tr("Not found any more"), len(lost), retold(EDITED))
        parts += [_Part(asked, doubtful), _Part(gone, lost)]
        rows: list[Face | Heading] = []
        placed = []
        for part in parts:
            if part.faces and part.heading:
                rows.append(part.heading)
            placed.append(replace(part, begin=len(rows)))
            rows += part.faces
        *shown, self._doubtful, self._lost = placed
        placed = [part for part in placed if part.faces]
        same_places = _places(rows) == _places(self._rows) and [one.rows for one in placed] == [
            one.rows for one in self._parts
        ]
        if not same_places:
            self.beginResetModel()
        self._rows, self._parts, self.cover_face_id = rows, placed, cover_face_id
        self._shown = [face for part in (*shown, self._doubtful) for face in part.faces]
        self._at = {row.id: at for at, row in enumerate(rows) if isinstance(row, Face)}
        self._place = {face.id: place for place, face in enumerate(self._shown, 1)}
        if not same_places:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return [
            Section(
                len(part.faces), TILE, TILE, 6, 6, heading=part.heading is not None, square=True
            )
            for part in self._parts
        ]

    def face(self, index: Index) -> Face | None:
        """Return the face at ``index``, or None at a heading."""
        row = self._rows[index.row()] if self._valid(index) else None
        return row if isinstance(row, Face) else None

    def row_of(self, face_id: int) -> int:
        """Return the row of a face, or -1 when it is not shown."""
        return self._at.get(face_id, -1)

    def faces(self) -> list[Face]:
        """Return the faces that photos show, in the order they are shown here."""
        return self._shown

    def doubtful_rows(self) -> range:
        """Return the rows of the doubtful faces."""
        return self._doubtful.rows

    def lost_rows(self) -> range:
        """Return the rows of the lost faces."""
        return self._lost.rows

    def rows_below(self, index: Index) -> range:
        """Return the rows of the faces below a heading."""
        below = index.row() + 1
        return next((part.rows for part in self._parts if part.begin == below), range(0))

    def is_doubtful(self, index: Index) -> bool:
        """Tell whether only the machine put the face there."""
        return index.row() in self.doubtful_rows()

    def is_lost(self, index: Index) -> bool:
        """Tell whether the face is in its photo no more."""
        return index.row() in self.lost_rows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return _heading_data(row, role)
        if role == FACE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read(index, row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._valid(index):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.face(index) is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._rows)

    def _read(self, index: Index, face: Face) -> str:
        if self.is_lost(index):
            place = index.row() - self.lost_rows().start + 1
            return tr(
                "Face {place} of {all} not found any more", place=place, all=len(self._lost.faces)
            )
        place, every = self._place[face.id], len(self._shown)
        parts = [tr("Face {place} of {all}", place=place, all=every)]
        if self.is_doubtful(index):
            parts.append(tr("perhaps {name}", name=face.person_name))
        if face.id == self.cover_face_id:
            parts.append(tr("cover"))
        return ", ".join(parts)


def _places(rows: Sequence[Face | Heading]) -> list[int]:
    return [row.id if isinstance(row, Face) else 0 for row in rows]


def _heading_data(heading: Heading, role: int) -> Any:
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{heading.title} {heading.hint}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("Click to select all of them")
    return None
