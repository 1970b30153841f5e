"""The pictures of one stack, the best first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from photoorg.jobs.messages import shown
from photoorg.library.duplicates.values import Member
from photoorg.tr import tr
from photoorg.ui.duplicates.telling import facts
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.positions import position
from photoorg.ui.models.tiles_model import Index, TilesModel

MEMBER = Qt.ItemDataRole.UserRole + 1
BEST = Qt.ItemDataRole.UserRole + 2
WIDTH, WORDS = 168, 66
SHAPE = 3 / 4


class MembersModel(TilesModel):
    """One row per file; with ``best`` the first is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._best = False

    def show(self, members: Sequence[Member], *, best: bool) -> None:
        """Show these files; ``best`` says whether the first one is better than the others."""
        if (list(members), best) != (list(self._tiles), self._best):
            self.beginResetModel()
            self._tiles, self._best = list(members), best
            self.endResetModel()

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return self.pictures_over_words(WIDTH, SHAPE, WORDS)

    def member(self, index: Index) -> Member | None:
        """Return the file at ``index``."""
        return self._tiles[index.row()] if self.has(index) else None

    def members(self) -> Sequence[Member]:
        """Return all files in the order shown."""
        return self._tiles

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member = self.member(index)
        if member is None:
            return None
        best = self._best and index.row() == 0
        name = shown(member.path.name)
        roles = Qt.ItemDataRole
        match role:
            case _ if role == MEMBER:
                return member
            case _ if role == BEST:
                return best
            case roles.DisplayRole:
                return name
            case roles.ToolTipRole:
                return shown(member.path)
            case roles.AccessibleTextRole:
                return ", ".join([*([tr("The best")] if best else []), name, facts(member)])
            case roles.AccessibleDescriptionRole:
                return position(self.sections(), index.row())
        return None
