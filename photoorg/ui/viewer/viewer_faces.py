"""What can be done with a face in the viewer, and what naming one means there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from photoorg.library import Face, Library, Person
from photoorg.library.decisions import actions, drawing
from photoorg.library.decisions.saying import PEOPLE
from photoorg.tr import tr
from photoorg.types import Box, Changed
from photoorg.ui.people.naming import Naming
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class FaceActions(QObject):
    """Every action is one step that can be undone."""

    openPerson = Signal(int)
    nameWanted = Signal(int)
    """The id of a face whose name shall be typed."""
    boxWanted = Signal(int)
    """The id of a face whose box shall be moved or resized."""
    drawn = Signal(int)
    """The id of a face around which the user has drawn a box."""
    reshaped = Signal()

    def __init__(self, session: Session, thumbnails: ThumbnailLoader, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._naming = Naming(session, thumbnails, page)

    def name(self, face: Face, text: str) -> None:
        """Name the whole group of an unnamed face; move a face that had another name.

        A new name for a face of a named person says that this one face is somebody else; the same
        name again, that the machine was right.
        """
        name = " ".join(text.split())
        if not name or name == face.person_name:
            if name and not face.settled:
                self._confirm(face)
            return
        if face.person_name is None and face.person_id is not None:
            self._naming.name(face.person_id, name)
            return
        same = self._session.library.people.find_by_name(name)
        if same:
            done = self._session.perform(actions.assign, [face.id], same[0].id)
        else:
            done = self._session.perform(_name_apart, face.id, name)
        if done:
            whose = same[0].name if same else name
            self._session.say(tr("This face is {name}", name=whose), undoable=True)

    def choose(self, face: Face, person: Person) -> None:
        """Say who a face is, chosen among those who have a name: nothing is asked."""
        if person.name == face.person_name and person.id == face.person_id:
            self.name(face, person.name or "")
        elif face.person_name is None and face.person_id is not None:
            self._naming.join(face.person_id, person.id)
        elif self._session.perform(actions.assign, [face.id], person.id):
            self._session.say(tr("This face is {name}", name=person.name), undoable=True)

    def draw(self, photo_id: int, box: Box) -> None:
        """Add the face in a box that the user drew."""
        made: list[int] = []
        if self._session.perform(_draw, photo_id, box, made):
            self.drawn.emit(made[0])

    def reshape(self, face: Face, box: Box) -> None:
        """Put the box of a face elsewhere."""
        if self._session.perform(drawing.reshape, face.id, box):
            self._session.say(tr("The box is where you put it now"), undoable=True)
            self.reshaped.emit()

    def erase(self, face: Face) -> None:
        """Take a drawn box away."""
        if self._session.perform(drawing.erase, face.id):
            self._session.say(tr("Deleted the box"), undoable=True)

    def fill(self, menu: QMenu, face: Face) -> None:
        """Add what can be done with ``face``."""
        person, name = face.person_id, (face.person_name or "").replace("&", "&&")
        if name and not face.settled:
            menu.addAction(tr("Yes, this is {name}", name=name), lambda: self._confirm(face))
        menu.addAction(
            tr("Change name") if name else tr("Add name"), lambda: self.nameWanted.emit(face.id)
        )
        if person is not None:
            menu.addAction(
                tr("Open {name}", name=name) if name else tr("Open person"),
                lambda: self.openPerson.emit(person),
            )
            menu.addAction(tr("Use as cover"), lambda: self._use_as_cover(person, face.id))
            menu.addAction(
                tr("This is not {name}", name=name) if name else tr("Not this person"),
                lambda: self._act(
                    actions.unassign,
                    face.id,
                    tr("Removed from {name}", name=face.person_name or tr("this person")),
                ),
            )
        if not name:
            menu.addAction(
                tr("I do not know who this is"),
                lambda: self._act(
                    actions.do_not_know, face.id, tr("Noted: you do not know who this is")
                ),
            )
        menu.addAction(tr("Move or resize the box"), lambda: self.boxWanted.emit(face.id))
        if face.erasable:
            menu.addAction(tr("Delete the box"), lambda: self.erase(face))
            return
        menu.addAction(
            tr("Not a face"),
            lambda: self._act(actions.not_a_face, face.id, tr("Dismissed: not a face")),
        )

    def _confirm(self, face: Face) -> None:
        self._act(actions.confirm, face.id, tr("This is {name}", name=face.person_name))

    def _act(
        self, action: Callable[[Library, Sequence[int]], Changed], face_id: int, said: str
    ) -> None:
        if self._session.perform(action, [face_id]):
            self._session.say(said, undoable=True)

    def _use_as_cover(self, person_id: int, face_id: int) -> None:
        if self._session.perform(actions.set_cover, person_id, face_id):
            self._session.say(tr("This face is the cover now"), undoable=True)


def _draw(library: Library, photo_id: int, box: Box, made: list[int]) -> Changed:
    """Draw a box and put the id of its face into ``made``."""
    made.append(drawing.draw(library, photo_id, box))
    return drawing.DRAWN


def _name_apart(library: Library, face_id: int, name: str) -> Changed:
    """Make a face a person of its own with this name."""
    actions.split(library, [face_id], name)
    return PEOPLE
