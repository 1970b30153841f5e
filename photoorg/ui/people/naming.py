"""Giving a person a name, from whichever page: a name in use asks whether it is the same person."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Person
from photoorg.library.decisions import actions
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class Naming:
    """Names people for one page; ``then`` is called with the id of the person that is left."""

    def __init__(self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        self._session = session
        self._thumbnails = thumbnails
        self._parent = parent

    def name(self, person_id: int, text: str, then: Callable[[int], None] = lambda _: None) -> None:
        """Name a person ``text``; nothing happens for an empty or unchanged name."""
        text = " ".join(text.split())
        people = self._session.library.people
        try:
            person = people.get(person_id)
            same = [other for other in people.find_by_name(text) if other.id != person_id]
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        if not text or text == person.name:
            return
        if same:
            self._ask(person, same[0], text, then)
        else:
            self._rename(person, text, then)

    def _ask(self, person: Person, same: Person, text: str, then: Callable[[int], None]) -> None:
        question = MergeQuestion(person, same, self._thumbnails, self._parent)
        question.merged.connect(lambda: self._merge(person, same, then))
        question.kept.connect(lambda: self._rename(person, text, then))
        question.open()

    def _rename(self, person: Person, text: str, then: Callable[[int], None]) -> None:
        if self._session.perform(actions.rename, person.id, text):
            said = f"Renamed {person.name} to {text}" if person.name else f"Named {text}"
            self._session.say(said, undoable=True)
            then(person.id)

    def _merge(self, person: Person, into: Person, then: Callable[[int], None]) -> None:
        if self._session.perform(actions.merge, into.id, [person.id]):
            self._session.say(f"Merged into {into.name}", undoable=True)
            then(into.id)
