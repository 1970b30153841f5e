"""A link on a person's page to what is asked about this person."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from photoorg.library import Library, Person
from photoorg.review.remembered import questions_now
from photoorg.tr import tr
from photoorg.ui.session import Session

SOON_MS = 400


class PersonLink(QPushButton):
    """Hidden as long as nothing is asked; ``wanted`` carries the person's id."""

    wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._person: Person | None = None
        self.setProperty("look", "link")
        self.clicked.connect(self._want)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.hide()

    def follow(self, person: Person) -> None:
        """Count anew, when the user has come to rest, what is asked about a person."""
        if self._person is None or self._person.id != person.id:
            self.hide()
        self._person = person
        self._soon.start()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._soon.stop()

    def idle(self) -> bool:
        """Tell whether the number is up to date, as soon as all reads are answered."""
        return not self._soon.isActive()

    def _ask(self) -> None:
        if self._person is not None:
            question = partial(count_about, person=self._person.id)
            self._session.reads.ask("questions about a person", question, self._show)

    def _show(self, counted: tuple[int, int]) -> None:
        person, count = counted
        if self._person is not None and self._person.id == person:
            whom = self._person.name or tr("this group")
            self.setText(
                tr(
                    "{n} questions about {whom}",
                    n=count,
                    one="{n} question about {whom}",
                    whom=whom,
                ).replace("&", "&&")
            )
            self.setVisible(count > 0)

    def _want(self) -> None:
        if self._person is not None:
            self.wanted.emit(self._person.id)


def count_about(library: Library, person: int) -> tuple[int, int]:
    """Return a person and how many questions there are about them."""
    return person, sum(one.person == person for one in questions_now(library))
