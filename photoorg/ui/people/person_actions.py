"""What can be done with one person as a whole, from merging to deleting, and who comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.library import Library, Merge, Person, Standing
from photoorg.library.decisions import actions, details
from photoorg.library.decisions.unmerging import unmerge
from photoorg.library.portraits.biographies import About
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.dialogs.asking.birth_dialog import BirthDialog
from photoorg.ui.dialogs.merges_dialog import MergesDialog
from photoorg.ui.dialogs.notes_dialog import NotesDialog
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.people.likeliest import open_for_person
from photoorg.ui.people.naming import Naming
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class PersonActions(QObject):
    """The actions for the person of ``page``; :meth:`follow` keeps them fitting.

    ``left`` carries the id of the person that is left when one was merged, ``next`` that of the
    next group without a name.
    """

    left = Signal(int)
    next = Signal(int)

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, naming: Naming, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._thumbnails = thumbnails
        self._naming = naming
        self._page = page
        self._person: Person | None = None
        self._about: About | None = None
        self.known = KnownNames()
        """With whom the person can be merged."""
        self.merge_with = self._make(tr("Merge with another person…"), self._merge_with)
        self.merged = self._make(tr("Merged from…"), self._show_merges)
        self.unname = self._make(tr("Take the name away"), self._unname)
        self.unname.setToolTip(tr("The faces stay together and wait for another name"))
        self.born = self._make(tr("Tell when this person was born…"), self._ask_birth)
        self.notes = self._make(tr("Write notes…"), self._write_notes)
        self.favourite = self._make(tr("Make a favourite"), self._change_favourite)
        self.not_faces = self._make(tr("None of these is a face"), self._not_faces)
        self.next_nameless = self._make(tr("Next without a name"), self._find_next)
        for action, keys in ((self.not_faces, "Ctrl+Shift+Del"), (self.next_nameless, "Ctrl+Down")):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide = self._make(tr("Hide this person"), self._hide)
        self.delete = self._make(tr("Delete this person"), self._delete)
        self.delete.setToolTip(tr("Only people without photos can be deleted"))

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [
            self.next_nameless,
            self.merge_with,
            self.merged,
            self.born,
            self.notes,
            self.favourite,
            self.unname,
            self.not_faces,
            self.hide,
            self.delete,
        ]

    def follow(self, person: Person, *, merged: bool, about: About | None = None) -> None:
        """Fit the actions to a person, with whom others were ``merged``.

        ``about`` is what is known besides, once that is read.
        """
        self._person, self._about = person, about
        nowhere = not person.count
        for action, possible in (
            (self.merged, merged),
            (self.born, person.name is not None),
            (self.notes, person.name is not None),
            (self.favourite, person.name is not None),
            (self.unname, person.name is not None and not nowhere),
            (self.not_faces, person.name is None and not nowhere),
            (self.delete, nowhere),
        ):
            action.setEnabled(possible)
            action.setVisible(possible)
        known = about is not None and about.favourite
        self.favourite.setText(tr("No favourite any more") if known else tr("Make a favourite"))
        self.hide.setText(tr("Show this person again") if person.hidden else tr("Hide this person"))

    def _make(self, text: str, does: Callable[[Person], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: self._do(does))
        self._page.addAction(action)
        return action

    def _do(self, does: Callable[[Person], None]) -> None:
        if self._person is not None:
            does(self._person)

    def _find_next(self, person: Person) -> None:
        def show(found: int | None) -> None:
            here = self._person is not None and self._person.id == person.id
            if here and self._page.isVisible() and found is not None:
                self.next.emit(found)

        self._session.reads.ask(
            "next without a name", lambda library: _next_nameless(library, person.id), show
        )

    def _merge_with(self, person: Person) -> None:
        chooser = PersonChooser(
            tr("Merge with"),
            self.known,
            self._thumbnails,
            self._page,
            but=person.id,
            may_create=False,
            does=tr("Merge"),
        )
        chooser.chosen.connect(lambda into: self._naming.join(person.id, into, self.left.emit))
        open_for_person(chooser, self._session.reads, person.id)

    def _show_merges(self, person: Person) -> None:
        merges = self._session.library.merges.of(person.id)
        dialog = MergesDialog(person, merges, self._thumbnails, self._page)
        dialog.takenBack.connect(lambda merge: self._take_back(person, merge))
        dialog.open()

    def _take_back(self, person: Person, merge: Merge) -> None:
        if self._session.perform(unmerge, person.id, merge.id):
            name = merge.name or tr("The group")
            self._session.say(tr("{name} stands alone again", name=name), undoable=True)

    def _ask_birth(self, person: Person) -> None:
        born = (self._about.born if self._about else None) or ""
        question = BirthDialog(person.name or "", born, self._page)
        question.told.connect(lambda text: self._tell_birth(person, text))
        question.open()

    def _tell_birth(self, person: Person, text: str) -> None:
        if self._session.perform(details.set_birth_date, person.id, text or None):
            told = (
                tr("{name}: born {date}", name=person.name, date=text)
                if text
                else tr("Birth taken away")
            )
            self._session.say(told, undoable=True)

    def _write_notes(self, person: Person) -> None:
        dialog = NotesDialog(person.name or "", person.notes or "", self._page)
        dialog.written.connect(lambda text: self._keep_notes(person, text))
        dialog.open()

    def _keep_notes(self, person: Person, text: str) -> None:
        if self._session.perform(details.set_notes, person.id, text):
            told = tr("Notes about {person} kept", person=person.name)
            self._session.say(told, undoable=True)

    def _change_favourite(self, person: Person) -> None:
        now = not (self._about is not None and self._about.favourite)
        if self._session.perform(details.set_favourite, [person.id], favourite=now):
            name = person.name or tr("The group")
            said = (
                tr("{name} is a favourite", name=name)
                if now
                else tr("{name} is no favourite any more", name=name)
            )
            self._session.say(said, undoable=True)

    def _unname(self, person: Person) -> None:
        self._naming.name(person.id, "")

    def _not_faces(self, person: Person) -> None:
        faces = self._session.library.faces.ids_of([person.id])

        def go_on(done: bool) -> None:  # noqa: FBT001 - an outcome
            if done:
                said = tr(
                    "{n} faces dismissed: not a face",
                    n=len(faces),
                    one="{n} face dismissed: not a face",
                )
                self._session.say(said, undoable=True)

        if faces:
            dismiss = partial(actions.not_a_face, face_ids=faces)
            self._session.perform_on(len(faces), dismiss, go_on)

    def _hide(self, person: Person) -> None:
        hidden = not person.hidden
        if self._session.perform(actions.hide, [person.id], hidden=hidden):
            self._session.say(words.hid(person.name, 1, hidden=hidden), undoable=True)

    def _delete(self, person: Person) -> None:
        if self._session.perform(actions.delete_person, person.id):
            self._session.say(tr("Deleted {name}", name=person.name), undoable=True)


def _next_nameless(library: Library, person_id: int) -> int | None:
    """Return the group that follows in the order of the people page; after the last the first.

    Faces seen once are left out, and what is folded away there.
    """
    people = library.people.list()
    here = next((at for at, person in enumerate(people) if person.id == person_id), -1)
    for person in (*people[here + 1 :], *people[: max(here, 0)]):
        if person.name is None and person.count > 1 and person.standing is Standing.PERSON:
            return person.id
    return None
