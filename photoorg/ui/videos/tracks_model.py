"""The tracks of one video in the order of time: a face each, and when it is seen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from photoorg.library import Face
from photoorg.library.videos.values import Moment
from photoorg.plain_text import clock
from photoorg.tr import tr
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.faces_model import FacesModel
from photoorg.ui.models.positions import position

Index = QModelIndex | QPersistentModelIndex

MOMENT = Qt.ItemDataRole.UserRole + 3
SIDE, WORDS = 120, 50


class TracksModel(FacesModel):
    """Each row is a face, so that whatever can be done with faces can be done with tracks."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: dict[int, Moment] = {}

    def show_tracks(self, faces: Sequence[Face], moments: Sequence[Moment]) -> None:
        """Show the faces of tracks in this order, and their moments."""
        self._moments = {moment.face_id: moment for moment in moments}
        self.show([face for face in faces if face.id in self._moments], None, None)

    def moment(self, index: Index) -> Moment | None:
        """Return when the track at ``index`` is seen."""
        face = self.face(index)
        return None if face is None else self._moments.get(face.id)

    def sections(self) -> list[Section]:
        high = SIDE + WORDS
        return [Section(len(self.faces()), SIDE, high, 16, 14, heading=False, words=WORDS)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        moment = self.moment(index)
        if moment is None:
            return None
        if role == MOMENT:
            return moment
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{moment.person_name or tr('Not named yet')}, {when(moment)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return position(self.sections(), index.row())
        return super().data(index, role)


def when(moment: Moment) -> str:
    """Return when somebody is seen; a single time where it is hardly a second."""
    begin, end = clock(moment.begin), clock(moment.end)
    return begin if begin == end else tr("{begin} to {end}", begin=begin, end=end)
