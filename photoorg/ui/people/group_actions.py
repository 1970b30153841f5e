"""What can be said of the selected people: apart, no faces, worth seeing, hidden, gone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from photoorg.library import Person, Standing
from photoorg.library.decisions import actions, triage
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.people.people_grid import PeopleGrid
from photoorg.ui.people.people_reader import PeopleReader
from photoorg.ui.session import Session


class GroupActions(QObject):
    """The actions for the selection of ``grid``; :meth:`follow` keeps them fitting."""

    def __init__(self, session: Session, grid: PeopleGrid, reader: PeopleReader) -> None:
        super().__init__(grid)
        self._session = session
        self._grid = grid
        self._reader = reader
        self.different = self._make(tr("These are two people"), self._keep_apart)
        self.different.setToolTip(tr("Never put a face of one with those of the other"))
        self.keep = self._make(tr("Keep"), self._keep, "Ctrl+K")
        self.keep.setToolTip(tr("These are people: show them among the others again"))
        self.not_face = self._make(tr("Not a face"), self._not_a_face, "Shift+Del")
        self.hide = self._make(tr("Hide"), lambda: self._hide(hidden=True), "Ctrl+H")
        self.show = self._make(tr("Show again"), lambda: self._hide(hidden=False))
        self.delete = self._make(tr("Delete"), self._delete)
        self.delete.setToolTip(tr("Nobody in the photos has this name any more"))

    def all(self) -> dict[QAction, str]:
        """Return the actions in the order of a menu, with their icons."""
        return {
            self.different: "apart",
            self.keep: "check",
            self.not_face: "trash",
            self.hide: "hide",
            self.show: "show",
            self.delete: "trash",
        }

    def follow(self, people: Sequence[Person], count: int) -> None:
        """Fit the actions to ``count`` selected people; of very many only the number is known."""
        known = bool(people)
        hidden = known and all(person.hidden for person in people)
        folded = known and all(person.standing is not Standing.PERSON for person in people)
        nameless = known and all(person.name is None for person in people)
        nowhere = count == 1 and known and not people[0].count
        self.different.setEnabled(count == 2)
        self.not_face.setText(tr("Not a face") if _faces(people) == 1 else tr("Not faces"))
        self.hide.setEnabled(count > 0 and not hidden)
        self.hide.setVisible(not hidden)
        for action, possible in (
            (self.keep, folded and not hidden),
            (self.not_face, nameless and not nowhere),
            (self.show, hidden),
            (self.delete, nowhere),
        ):
            action.setEnabled(possible)
            action.setVisible(possible)

    def _make(self, text: str, does: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self._grid.addAction(action)
        return action

    def _keep_apart(self) -> None:
        people = self._grid.selected_people()
        if len(people) == 2 and self._session.perform(
            actions.different, people[0].id, people[1].id
        ):
            said = tr(
                "Kept {name} and {other} apart",
                name=people[0].name or tr("a group"),
                other=people[1].name or tr("another group"),
            )
            self._session.say(said, undoable=True)

    def _keep(self) -> None:
        people = self._grid.selected_people()
        if people and self._session.perform(triage.real_faces, self._faces_of(people)):
            self._session.say(
                tr("Kept {n} groups", n=len(people), one="Kept {n} group"), undoable=True
            )
            self._reader.show_at_once([person.id for person in people])

    def _not_a_face(self) -> None:
        people = self._grid.selected_people()
        faces = self._faces_of(people)

        def go_on(done: bool) -> None:  # noqa: FBT001 - an outcome
            if done:
                said = (
                    tr("Dismissed {n} group: not a face", n=1)
                    if len(faces) == 1
                    else tr(
                        "Dismissed {n} groups: not faces",
                        n=len(people),
                        one="Dismissed {n} group: not faces",
                    )
                )
                self._session.say(said, undoable=True)
                ids = [person.id for person in people]
                self._reader.show_at_once(ids, ids)

        if faces:
            dismiss = partial(actions.not_a_face, face_ids=faces)
            self._session.perform_on(len(faces), dismiss, go_on)

    def _hide(self, *, hidden: bool) -> None:
        people = self._grid.selected_people()
        if not people:
            return
        ids = [person.id for person in people]
        if self._session.perform(actions.hide, ids, hidden=hidden):
            who = people[0].name if len(people) == 1 and people[0].name else None
            self._session.say(words.hid(who, len(people), hidden=hidden), undoable=True)
            self._reader.show_at_once(ids, ids)

    def _delete(self) -> None:
        for person in self._grid.selected_people()[:1]:
            if self._session.perform(actions.delete_person, person.id):
                self._session.say(tr("Deleted {name}", name=person.name), undoable=True)
                self._reader.show_at_once([person.id], [person.id])

    def _faces_of(self, people: Sequence[Person]) -> list[int]:
        return self._session.library.faces.ids_of(person.id for person in people)


def _faces(people: Sequence[Person]) -> int:
    return sum(person.count for person in people)
