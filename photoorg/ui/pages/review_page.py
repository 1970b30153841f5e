"""The questions that settle most faces, one after another."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.library.decisions.saying import PEOPLE
from photoorg.review.answering import Reply, answer_all
from photoorg.review.questions import Question, questions
from photoorg.types import Changed, Kind
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.review import wording
from photoorg.ui.review.question_view import QuestionView
from photoorg.ui.review.reading import Reading, read
from photoorg.ui.review.sitting import Mark, Sitting, Turn
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.held import Held

Replies = Sequence[tuple[Question, Reply]]


class ReviewPage(Page):
    """Asks what the library's newest reading holds; an answer is a step that can be undone."""

    key: ClassVar[str] = "review"
    name: ClassVar[str] = "Review"
    icon: ClassVar[str] = "review"
    counts_on: ClassVar[Changed] = frozenset({Kind.PEOPLE})
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.sitting = Sitting()
        self.sitting.one_by_one = True
        self.turn: Turn | None = None
        self._read_once = False
        self._reading = False
        self._held: Held[Reading] = Held(self._is_busy, self._hear, self)
        self.progress = QLabel()
        self.progress.setProperty("look", "quiet")
        self._only = QLabel()
        self._only.setProperty("look", "quiet")
        self.everybody = QPushButton("Ask about everybody")
        self.everybody.setProperty("look", "link")
        self.everybody.clicked.connect(lambda: self._ask_about(0))
        self.one = QuestionView(thumbnails)
        self.one.answered.connect(self._answer_one)
        self.one.stepped.connect(self._step)
        self.one.photosWanted.connect(self._show_photos)
        self.one.pageWanted.connect(self.openPage)
        self.one.closed.connect(self.goBack)
        self._wait = QLabel("Looking for questions…")
        self._wait.setProperty("look", "quiet")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.end = EmptyState("check", "Nothing left to ask", "", "Show strangers")
        self.end.acted.connect(lambda: self.openPage.emit("strangers"))
        top = QHBoxLayout()
        top.setContentsMargins(24, 4, 24, 4)
        top.addWidget(self.progress)
        top.addStretch()
        top.addWidget(self._only)
        top.addWidget(self.everybody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        for widget in (self._wait, self.one, self.end):
            self._stack.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell()

    @classmethod
    def count(cls, library: Library) -> int:
        return len(questions(library))

    def refresh(self, changed: Changed) -> None:
        del changed
        self._held.drop()
        self._reading = True
        self.session.reads.ask("questions", read, self._held.hear)

    def open(self, visit: Visit) -> None:
        self._ask_about(visit.person_id)

    def place(self, visit: Visit) -> Visit:
        return replace(visit, person_id=self.sitting.person)

    def close(self) -> bool:
        """Show nothing that is read from now on."""
        self._held.drop()
        return super().close()

    # --- what is asked ------------------------------------------------------------------

    def _is_busy(self) -> bool:
        return self._stack.currentWidget() is self.one and self.one.is_busy()

    def _hear(self, reading: Reading) -> None:
        """Go on with a new reading: what is asked stays unless it is asked no more."""
        self._reading, self._read_once = False, True
        self.sitting.hear(reading)
        self._go_on()

    def _go_on(self) -> None:
        """Keep what is on the screen as far as it is still asked, or ask what comes next."""
        back = self.sitting.came_back()
        turn = None if back or self.turn is None else self.sitting.still(self.turn)
        self._ask(turn or self.sitting.turn())

    def _ask_about(self, person: int) -> None:
        if person != self.sitting.person:
            self.sitting.only(person)
            self.turn = None
        self._go_on()

    def _ask(self, turn: Turn | None) -> None:
        focused = QApplication.focusWidget()
        had_keys = focused is not None and (focused is self or self.isAncestorOf(focused))
        self.turn = turn
        view: QWidget = self._wait if self._reading or not self._read_once else self.end
        if turn is not None:
            self.one.show_question(turn.questions[0], self.sitting.reading)
            view = self.one
        elif view is self.end:
            self._show_end()
        self._stack.setCurrentWidget(view)
        # in this order: a widget that has the focus does not give it to a new proxy
        if had_keys:
            view.setFocus()
        self.setFocusProxy(view)
        self._tell()

    def _step(self, by: int) -> None:
        if self.turn is not None:
            next_one = self.sitting.neighbour(self.turn.questions[0], by)
            self._ask(replace(self.turn, questions=(next_one,)))

    def _show_end(self) -> None:
        reading = self.sitting.reading
        asked = reading.faces > 0
        said = wording.nothing_left(reading) if asked else "They come with the first photos."
        self.end.say("Nothing left to ask" if asked else "No questions yet", said)
        self.end.button.setVisible(reading.strangers > 0)

    def _tell(self) -> None:
        reading, person = self.sitting.reading, self.sitting.person
        self.progress.setText(wording.progress(reading) if reading.faces else "")
        whom = self.session.library.people.get(person).name if person else None
        self._only.setText(f"Only about {whom}" if whom else "")
        self.everybody.setVisible(person != 0)

    # --- answers ------------------------------------------------------------------------

    def _answer_one(self, reply: Reply) -> None:
        if self.turn is not None:
            question = self.turn.questions[0]
            self._answer([(question, reply)], wording.said(question, reply))

    def _answer(self, replies: Replies, said: str) -> None:
        """Do what was answered, in this very key: the next question is there at once."""
        if not self.session.perform(_answer, replies):
            self.refresh(self.shows)  # what cannot be answered any more is asked no more
            return
        step = self.session.library.history.entries(1)
        marks = [(question, Mark.of(reply)) for question, reply in replies]
        self.sitting.answered(marks, step[0].id if step else 0)
        self._ask(self.sitting.turn())
        self.session.say(said, undoable=True)

    def _show_photos(self, faces: Sequence[int]) -> None:
        try:
            photos = [self.session.library.faces.get(face).photo_id for face in faces]
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return
        self.openPhoto.emit(photos[0], list(dict.fromkeys(photos)))


def _answer(library: Library, replies: Replies) -> Changed:
    answer_all(library, replies)
    return PEOPLE
