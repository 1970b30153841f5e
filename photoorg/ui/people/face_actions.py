"""What can be done with a person's faces: confirm, remove, move, choose the cover, dismiss.

Faces that are in no photo any more can be forgotten.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Face, Library, Person
from photoorg.library.decisions import actions, undecided
from photoorg.library.decisions.saying import PEOPLE
from photoorg.tr import tr
from photoorg.types import Changed
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.people.faces_grid import FacesGrid
from photoorg.ui.people.likeliest import open_for_faces
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

_Action = Callable[[Library, list[int]], Changed]


class FaceActions(QObject):
    """The actions for the selection of ``grid``; :meth:`follow` keeps them fitting.

    The next face is selected before the next key, whenever the grid hears what became of these.
    ``removed`` carries the ids of faces that have left their person together.
    """

    removed = Signal(list)

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, grid: FacesGrid, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._grid = grid
        self._over = parent
        self._person: Person | None = None
        self.known = KnownNames()
        """To whom faces can be moved."""
        self.confirm = self._make(tr("Yes, this is right"), self._confirm, "Y")
        self.not_person = self._make(tr("Not this person"), self._not_this_person, "Delete")
        self.move = self._make(tr("Move to…"), self._move, "Ctrl+M")
        self.cover = self._make(tr("Use as cover"), self._set_cover)
        self.not_face = self._make(tr("Not a face"), self._not_a_face, "Shift+Del")
        self.unknown = self._make(tr("I do not know who this is"), self._do_not_know)
        self.unknown.setToolTip(tr("Nobody will ask again"))
        self.forget = self._make(tr("Forget it"), self._forget)
        self.forget.setToolTip(
            tr("Do not show it here any more; it still helps to recognise others")
        )
        grid.answered.connect(self._answer)

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [
            self.confirm,
            self.forget,
            self.not_person,
            self.move,
            self.cover,
            self.unknown,
            self.not_face,
        ]

    def follow(self, person: Person | None, selected: int) -> None:
        """Fit the actions to a person and the number of selected faces."""
        self._person = person
        name = person.name if person else None
        self.confirm.setText(
            tr("Yes, this is {name}", name=_shown(name)) if name else tr("Yes, this is right")
        )
        self.not_person.setText(
            tr("Not {name}", name=_shown(name)) if name else tr("Not this person")
        )
        doubtful = selected > 0 and self._grid.any_doubtful_selected()
        self.confirm.setEnabled(doubtful)
        self.confirm.setVisible(doubtful)
        # who has a name is known; who is not Anna after all leaves her first
        self.unknown.setEnabled(selected > 0 and name is None)
        self.unknown.setVisible(name is None)
        self.unknown.setText(
            tr("I do not know who these are") if selected > 1 else tr("I do not know who this is")
        )
        lost = selected > 0 and self._grid.any_lost_selected()
        self.forget.setEnabled(lost)
        self.forget.setVisible(lost)
        self.forget.setText(tr("Forget it") if selected == 1 else tr("Forget them"))
        self.cover.setEnabled(selected == 1 and not lost)
        for action in (self.not_person, self.move, self.not_face):
            action.setEnabled(selected > 0)

    def _make(self, text: str, does: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(does)
        self._grid.addAction(action)
        return action

    @property
    def _whom(self) -> str:
        return (self._person.name if self._person else None) or tr("this person")

    def _perform(self, action: _Action, faces: Sequence[int], did: str) -> bool:
        """Do it and say what was done; tell whether it worked."""
        ids = list(faces)
        if not ids or not self._session.perform(action, ids):
            return False
        self._go_on_after(ids, did)
        return True

    def _perform_on(self, action: _Action, faces: Sequence[int], did: str) -> None:
        """Do the same without keeping the window waiting, should there be very many faces."""
        ids = list(faces)

        def go_on(done: bool) -> None:  # noqa: FBT001 - an outcome
            if done:
                self._go_on_after(ids, did)

        if ids:
            self._session.perform_on(len(ids), lambda library: action(library, ids), go_on)

    def _go_on_after(self, ids: list[int], did: str) -> None:
        self._session.say(did, undoable=True)
        self._grid.go_on_after(ids)

    def _answer(self, face: Face, yes: bool) -> None:  # noqa: FBT001 - a slot
        action = actions.confirm if yes else actions.unassign
        if self._session.perform(action, [face.id]):
            whom = self._whom
            said = tr("This is {name}", name=whom) if yes else tr("This is not {name}", name=whom)
            self._session.say(said, undoable=True)
            self._grid.go_on_after([face.id])
            if not yes:
                self.removed.emit([face.id])

    def _confirm(self) -> None:
        doubtful = _ids(self._grid.selected_doubtful())
        did = tr(
            "{n} faces confirmed as {name}",
            n=len(doubtful),
            one="A face confirmed as {name}",
            name=self._whom,
        )
        self._perform_on(actions.confirm, doubtful, did)

    def _not_this_person(self) -> None:
        faces = _ids(self._grid.selected_faces())
        did = tr(
            "{n} faces removed from {name}",
            n=len(faces),
            one="A face removed from {name}",
            name=self._whom,
        )
        if self._perform(actions.unassign, faces, did):
            self.removed.emit(faces)

    def _not_a_face(self) -> None:
        faces = _ids(self._grid.selected_faces())
        did = tr(
            "{n} faces dismissed: not a face", n=len(faces), one="A face dismissed: not a face"
        )
        self._perform_on(actions.not_a_face, faces, did)

    def _forget(self) -> None:
        lost = _ids(self._grid.selected_lost())
        did = tr("{n} faces forgotten", n=len(lost), one="A face forgotten")
        self._perform(undecided.accept_loss, lost, did)

    def _do_not_know(self) -> None:
        faces = [face.id for face in self._grid.selected_faces()]
        if faces and self._session.perform(actions.do_not_know, faces):
            said = (
                tr("Noted: you do not know who this is")
                if len(faces) == 1
                else tr("Noted: you do not know who these are")
            )
            self._session.say(said, undoable=True)

    def _set_cover(self) -> None:
        faces = self._grid.selected_faces()
        person = self._person
        if (
            person is not None
            and len(faces) == 1
            and self._session.perform(actions.set_cover, person.id, faces[0].id)
        ):
            self._session.say(tr("Cover changed"), undoable=True)

    def _move(self) -> None:
        faces = _ids(self._grid.selected_faces())
        here = self._person.id if self._person else None
        title = tr("Move {n} faces to", n=len(faces), one="Move a face to")
        chooser = PersonChooser(
            title, self.known, self._thumbnails, self._over, but=here, does=tr("Move")
        )
        chooser.chosen.connect(lambda person_id: self.move_to(faces, person_id))
        chooser.created.connect(lambda name: self._split_off(faces, name))
        open_for_faces(chooser, self._session.reads, faces)

    def move_to(self, faces: Sequence[int], person_id: int) -> bool:
        """Put faces with a person; tell whether it worked."""
        try:
            name = self._session.library.people.get(person_id).name
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return False
        return self._perform(
            lambda library, ids: actions.assign(library, ids, person_id),
            faces,
            _moved(faces, name),
        )

    def move_to_name(self, faces: Sequence[int], name: str) -> bool:
        """Put faces with whoever has this name, or with somebody new; tell whether it worked.

        Of two people of one name it is not the one with whom they are.
        """
        library = self._session.library
        here = set(library.faces.people_of(faces).values())
        there = sorted(library.people.find_by_name(name), key=lambda one: one.id in here)
        return self.move_to(faces, there[0].id) if there else self._split_off(faces, name)

    def _split_off(self, faces: Sequence[int], name: str) -> bool:
        return self._perform(
            lambda library, ids: _split(library, ids, name), faces, _moved(faces, name)
        )


def _split(library: Library, face_ids: list[int], name: str) -> Changed:
    actions.split(library, face_ids, name)
    return PEOPLE


def _ids(faces: Sequence[Face]) -> list[int]:
    return [face.id for face in faces]


def _moved(faces: Sequence[int], name: str | None) -> str:
    return tr("{n} faces moved to {name}", n=len(faces), one="A face moved to {name}", name=name)


def _shown(name: str) -> str:
    """Return a name as the text of an action: an ampersand would become a mnemonic there."""
    return name.replace("&", "&&")
