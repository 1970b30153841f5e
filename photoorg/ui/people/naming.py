"""Giving a person a name, from whichever page: a name in use asks whether it is the same person."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Person
from photoorg.library.decisions import actions
from photoorg.tr import tr
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.name_question import NameQuestion
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

Then = Callable[[int], None]
"""Called with the id of the person that is left."""


def _nothing(_: int) -> None:
    """Go on with nothing."""


class Naming:
    """Names and merges people for one page."""

    def __init__(self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        self._session = session
        self._thumbnails = thumbnails
        self._parent = parent

    def whoever_is(self, shown: Person) -> int | None:
        """Return who somebody that is shown is now: a scan may have put the faces elsewhere.

        None, and a sentence, when there is nobody, or somebody with a name of their own.
        """
        library = self._session.library
        try:
            if shown.cover_face_id is None or library.people.exists(shown.id):
                return shown.id
            now = library.faces.get(shown.cover_face_id)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return None
        if now.person_name is not None:
            said = tr(
                "Meanwhile these faces were put with {name}; nothing was named.",
                name=now.person_name,
            )
            self._session.failed.emit(said)
            return None
        return now.person_id

    def name(self, person_id: int, text: str, then: Then = _nothing) -> None:
        """Name a person ``text``; nothing happens for an unchanged name.

        An empty one takes the name away. Somebody else of this name may be the same person: that
        is asked, for it was typed and not chosen.
        """
        text = " ".join(text.split())
        people = self._session.library.people
        try:
            person = people.get(person_id)
            same = [other for other in people.find_by_name(text) if other.id != person_id]
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        if text == (person.name or ""):
            return
        if not text:
            self._unname(person, then)
        elif same:
            self._ask(person, same[0], text, then)
        else:
            self._rename(person, text, then)

    def join(self, person_id: int, into_id: int, then: Then = _nothing) -> None:
        """Merge a person into another who was chosen on purpose: nothing is asked."""
        people = self._session.library.people
        try:
            person, into = people.get(person_id), people.get(into_id)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        self._join(person, into, then)

    def merge(self, into: Person, others: Sequence[Person], then: Then = _nothing) -> None:
        """Merge people; where several have names, ask which one stays, ``into``'s if it has one."""
        everybody = list({person.id: person for person in (into, *others)}.values())
        names = {person.name: person for person in reversed(everybody) if person.name}
        if len(names) < 2:
            self._merge(into.id, [person.id for person in others], then)
            return
        question = NameQuestion(list(reversed(names.values())), self._thumbnails, self._parent)
        question.chosen.connect(
            lambda id_: self._merge(id_, [person.id for person in everybody], then)
        )
        question.open()

    def _ask(self, person: Person, same: Person, text: str, then: Then) -> None:
        question = MergeQuestion(person, same, self._thumbnails, self._parent)
        question.merged.connect(lambda: self._join(person, same, then))
        question.kept.connect(lambda: self._rename(person, text, then))
        question.open()

    def _rename(self, person: Person, text: str, then: Then) -> None:
        if self._session.perform(actions.rename, person.id, text):
            said = (
                tr("Renamed {before} to {name}", before=person.name, name=text)
                if person.name
                else tr("Named {name}", name=text)
            )
            self._session.say(said, undoable=True)
            self._session.named.emit(person.id)
            then(person.id)

    def _unname(self, person: Person, then: Then) -> None:
        if self._session.perform(actions.unname, person.id):
            self._session.say(tr("Took the name {name} away", name=person.name), undoable=True)
            then(person.id)

    def _join(self, person: Person, into: Person, then: Then) -> None:
        if self._session.perform(actions.merge, into.id, [person.id]):
            self._session.say(tr("Merged into {name}", name=into.name), undoable=True)
            self._session.named.emit(into.id)
            then(into.id)

    def _merge(self, into: int, ids: Sequence[int], then: Then) -> None:
        others = [id_ for id_ in ids if id_ != into]
        if self._session.perform(actions.merge, into, others):
            name = self._session.library.people.get(into).name
            said = (
                tr(
                    "Merged {n} groups into {name}",
                    n=len(others),
                    one="Merged a group into {name}",
                    name=name,
                )
                if name
                else tr("Merged {n} groups", n=len(others) + 1)
            )
            self._session.say(said, undoable=True)
            then(into)
