"""The videos of the library, newest first; each is read when its tile is painted."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.plain_text import clock
from photoorg.tr import tr
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.photos_model import date_of
from photoorg.ui.models.positions import position
from photoorg.ui.models.tiles_model import Index, TilesModel
from photoorg.ui.videos.seen import Seen, who

SEEN = Qt.ItemDataRole.UserRole + 1
WIDTH, WORDS = 208, 50
SHAPE = 9 / 16
KEPT = 500
"""So many videos are remembered: more than a screen shows."""


class VideosModel(TilesModel):
    """One row per video; ``describe`` reads one when somebody asks about it."""

    def __init__(self, describe: Callable[[int], Seen], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._rows: dict[int, int] = {}
        self._known: OrderedDict[int, Seen] = OrderedDict()

    def show(self, ids: Sequence[int]) -> bool:
        """Show these videos, in this order; tell whether there are others than before.

        What was read of them is forgotten: their people may have names now.
        """
        self._known.clear()
        if list(ids) == list(self._tiles):
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, 0))
            return False
        self.beginResetModel()
        self._tiles = list(ids)
        self._rows = {id_: row for row, id_ in enumerate(ids)}
        self.endResetModel()
        return True

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return self.pictures_over_words(WIDTH, SHAPE, WORDS)

    def video_id(self, index: Index) -> int | None:
        """Return the video at ``index``."""
        return self._tiles[index.row()] if self.has(index) else None

    def row_of(self, video_id: int) -> int:
        """Return the row of a video, or -1."""
        return self._rows.get(video_id, -1)

    def seen(self, index: Index) -> Seen | None:
        """Return the video at ``index`` with who is seen in it; None if it was just removed."""
        video = self.video_id(index)
        if video is None:
            return None
        found = self._known.get(video)
        if found is None:
            try:
                found = self._known[video] = self._describe(video)
            except PhotoorgError:  # the next refresh takes its row away
                return None
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and self.has(index):
            return position(self.sections(), index.row())
        roles = Qt.ItemDataRole
        wanted = (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole, SEEN)
        seen = self.seen(index) if role in wanted else None
        if seen is None or role == SEEN:
            return seen
        name = shown(seen.video.path.name)
        if role == roles.AccessibleTextRole:
            return ", ".join([name, date_of(seen.video), length_of(seen), who(seen.people())])
        return name


def length_of(seen: Seen) -> str:
    """Return how long a video is, for those who hear it."""
    return tr("{time} long", time=clock(seen.video.seconds or 0.0))
