"""Naming a person's faces without a detour: letters typed on selected faces say who they are.

Faces that were removed from somebody are gathered in a group, and who they are is asked at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Face, Person
from photoorg.tr import tr
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.people.face_actions import FaceActions
from photoorg.ui.people.faces_grid import FacesGrid
from photoorg.ui.people.name_strip import NameStrip
from photoorg.ui.people.naming import Naming
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class FaceNaming(QObject):
    """Puts a :class:`NameStrip` over ``page`` and does what is said there.

    The keyboard stays in the grid until somebody types, so that faces can be removed one after
    the other. Selecting others ends a question that nobody has begun to answer. With
    ``whole_groups`` the name of faces of one group without a name is the name of that group.
    """

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailLoader,
        naming: Naming,
        actions: FaceActions,
        grid: FacesGrid,
        page: QWidget,
        *,
        whole_groups: bool = False,
    ) -> None:
        super().__init__(page)
        self._whole_groups = whole_groups
        self._session = session
        self._naming = naming
        self._actions = actions
        self._grid = grid
        self._here: int | None = None
        self._faces: list[int] = []
        self._group: Person | None = None
        self._selected: list[int] = []
        self.known = KnownNames()
        """The names that what is typed is completed from."""
        self.strip = NameStrip(thumbnails, page)
        self.strip.named.connect(self._name)
        self.strip.joined.connect(self._join)
        self.strip.left.connect(self.leave)
        actions.removed.connect(self.ask_about)
        grid.selectionCountChanged.connect(self._selection_changed)
        grid.installEventFilter(self)

    def follow(self, person_id: int) -> None:
        """Hear whose faces are shown: a question about others' faces ends, unless it is answered.

        So does one about a group that is not there any more.
        """
        if self.strip.is_open() and self.strip.is_untouched():
            group = self._group
            gone = group is not None and not self._session.library.people.exists(group.id)
            if gone or person_id != self._here:
                self.leave()
        self._here = person_id

    def is_typing(self) -> bool:
        """Tell whether an answer is being typed."""
        return self.strip.is_open() and not self.strip.is_untouched()

    def ask_about(self, faces: Sequence[int]) -> None:
        """Ask who these faces are, which have left their person together."""
        try:
            group = self._session.library.faces.get(faces[0]).person_id
            person = None if group is None else self._session.library.people.get(group)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        if person is not None and person.name is None and not self.is_typing():
            self._ask(tr("Who is it then?"), faces, person)

    def leave(self) -> None:
        """Ask no more; the faces stay where they are."""
        typed_here = self.strip.field.hasFocus()
        self.strip.close_up()
        self._group, self._faces = None, []
        if typed_here:
            self._grid.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def start(self, text: str = "") -> bool:
        """Put the keyboard into the answer, with ``text`` as its first letters.

        Asks about the selected faces if nothing is asked yet; tells whether there is a question.
        """
        if not self.strip.is_open():
            faces = self._grid.selected_faces()
            if not faces:
                return False
            title = tr("Who are these {n} faces?", n=len(faces), one="Who is this?")
            self._ask(title, [face.id for face in faces], self._group_of(faces))
        self.strip.begin(text)
        return True

    def _group_of(self, faces: Sequence[Face]) -> Person | None:
        """Return the one group without a name that is named with these faces, if there is one."""
        group, *others = {face.person_id for face in faces}
        if not self._whole_groups or group is None or others:
            return None
        try:
            person = self._session.library.people.get(group)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return None
        return person if person.name is None else None

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.strip.is_open():
            self.leave()
            return True
        text = event.text()
        letters = text.isprintable() and bool(text.strip()) and not event.modifiers() & _COMMANDS
        if not letters:
            return False
        return self.start(text)

    def _ask(self, question: str, faces: Sequence[int], group: Person | None) -> None:
        self._faces, self._group = list(faces), group
        self._selected = [face.id for face in self._grid.selected_faces()]
        but = self._here if group is None else group.id
        self.strip.ask(question, faces, self.known, but)

    def _name(self, text: str) -> None:
        group, faces = self._group, self._faces
        if group is None:
            if self._actions.move_to_name(faces, text):
                self.leave()
        else:
            now = self._naming.whoever_is(group)
            self.leave()
            if now is not None:
                self._naming.name(now, text)

    def _join(self, person: Person) -> None:
        group, faces = self._group, self._faces
        if group is None:
            if self._actions.move_to(faces, person.id):
                self.leave()
        else:
            now = self._naming.whoever_is(group)
            self.leave()
            if now is not None:
                self._naming.join(now, person.id)

    def _selection_changed(self) -> None:
        if not self.strip.is_open() or not self.strip.is_untouched():
            return
        if {face.id for face in self._grid.selected_faces()} - set(self._selected):
            self.leave()
