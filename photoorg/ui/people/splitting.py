"""Dividing a person who is two people."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.decisions.saying import PEOPLE
from photoorg.review.cutting import proposed_cut
from photoorg.tr import tr
from photoorg.types import Changed
from photoorg.ui.dialogs.split_dialog import SplitDialog
from photoorg.ui.people.face_naming import FaceNaming
from photoorg.ui.people.faces_grid import FacesGrid
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class Splitting(QObject):
    """The action for whoever ``grid`` shows; who the others are is asked afterwards."""

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailLoader,
        grid: FacesGrid,
        naming: FaceNaming,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._thumbnails = thumbnails
        self._grid = grid
        self._model = grid.faces_model()
        self._naming = naming
        self._page = page
        self._name: str | None = None
        self._dialog: SplitDialog | None = None
        self.action = QAction(tr("Divide into two people…"), self)
        self.action.setToolTip(tr("Choose which faces are somebody else"))
        self.action.setShortcut(QKeySequence("Ctrl+D"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self._ask)
        page.addAction(self.action)

    def follow(self, name: str | None) -> None:
        """Fit the action to the person whose faces are shown."""
        self._name = name
        self.action.setEnabled(len(self._model.faces()) > 1)

    def _ask(self) -> None:
        faces = self._model.faces()
        person = faces[0].person_id if faces else None
        if person is None:
            return
        dialog = SplitDialog(self._name, faces, self._thumbnails, self._page)
        dialog.divided.connect(self._divide)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._session.reads.ask(
            "where to cut", lambda library: proposed_cut(library, person), self._propose
        )

    def _propose(self, cut: Sequence[int]) -> None:
        if self._dialog is not None:
            self._dialog.propose(cut)

    def _forget(self) -> None:
        self._dialog = None

    def _divide(self, faces: list[int]) -> None:
        if self._session.perform(_split, faces):
            self._session.say(
                tr("Split off {n} faces", n=len(faces), one="Split off {n} face"), undoable=True
            )
            self._grid.go_on_after(faces)
            self._naming.ask_about(faces)


def _split(library: Library, faces: Sequence[int]) -> Changed:
    actions.split(library, faces)
    return PEOPLE
