"""Making groups larger or smaller: of everybody without a name, or of one person or group."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.errors import UsageError
from photoorg.library import Library, Person
from photoorg.review.granularity import STEPS, Change, apply, changes_of_levels
from photoorg.tr import tr
from photoorg.ui.delegates.change_delegate import SHOWN
from photoorg.ui.dialogs.granularity_dialog import GranularityDialog, Levels
from photoorg.ui.models.changes_model import SeenChange
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class Granularity(QObject):
    """The action for the person whom ``whom`` returns, or, for None, for all without a name."""

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailLoader,
        whom: Callable[[], Person | None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._thumbnails = thumbnails
        self._whom = whom
        self._page = page
        self._dialog: GranularityDialog | None = None
        self.action = QAction(tr("Larger or smaller groups…"), self)
        self.action.setToolTip(tr("See what would join, and what would fall apart"))
        self.action.setShortcut(QKeySequence("Ctrl+G"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self._ask)
        page.addAction(self.action)

    def _ask(self) -> None:
        person = self._whom()
        id_ = None if person is None else person.id
        dialog = GranularityDialog(person, self._thumbnails, self._page)
        dialog.wanted.connect(lambda wanted: self._apply(wanted, id_))
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._session.reads.ask("granularity", partial(levels, person=id_), self._show)

    def _show(self, found: Levels | str) -> None:
        if self._dialog is None:
            return
        if isinstance(found, str):
            self._dialog.refuse(found)
        else:
            self._dialog.show_levels(found)

    def _forget(self) -> None:
        self._dialog = None

    def _apply(self, wanted: Sequence[Change], person: int | None) -> None:
        if self._session.perform(apply, wanted, person):
            count = sum(len(change.faces) for change in wanted)
            said = tr("Moved {n} faces", n=count, one="Moved {n} face")
            self._session.say(said, undoable=True)


def levels(library: Library, person: int | None) -> Levels | str:
    """Return what would change at every level, or the sentence that says why nobody knows."""
    try:
        found = changes_of_levels(library, range(-STEPS, STEPS + 1), person)
    except UsageError as error:
        return str(error)
    people = {one.id: one for one in library.people.list(include_hidden=True)}
    places = library.faces.places()
    members = defaultdict(list)
    for face, id_ in zip(places.ids.tolist(), places.person_ids.tolist(), strict=True):
        members[id_].append(face)
    return {level: list(_seen(there, people, members)) for level, there in found.items()}


def _seen(
    changes: Sequence[Change], people: Mapping[int, Person], members: Mapping[int, Sequence[int]]
) -> Iterator[SeenChange]:
    """Yield changes with what shows them: of who stays no face that leaves."""
    leaving = {face for change in changes if not change.joining for face in change.faces}
    for change in changes:
        who = people.get(change.person)
        stays = [who.cover_face_id] if who and who.cover_face_id else []
        stays = [face for face in (*stays, *members[change.person]) if face not in leaving]
        covers = [people[id_].cover_face_id for id_ in change.joining if id_ in people]
        moves = [face for face in covers if face is not None] or change.faces
        name = who.name if who else None
        yield SeenChange(change, name, stays[0] if stays else None, tuple(moves[:SHOWN]))
