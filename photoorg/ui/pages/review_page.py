"""The questions that settle most faces, one after another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.library.decisions.saying import PEOPLE
from photoorg.review.answering import Reply, Says, answer_all
from photoorg.review.questions import Question
from photoorg.review.remembered import questions_now
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.review import wording
from photoorg.ui.review.question_view import QuestionView
from photoorg.ui.review.reading import Reading
from photoorg.ui.review.review_end import ReviewEnd
from photoorg.ui.review.review_head import ReviewHead
from photoorg.ui.review.review_reader import ReviewReader
from photoorg.ui.review.sheet_view import SheetView
from photoorg.ui.review.sitting import Form, Mark, Sitting, Turn
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.segments import Segments

Replies = Sequence[tuple[Question, Reply]]


_SAYS = {Mark.YES: Reply(Says.YES), Mark.NO: Reply(Says.NO)}


class ReviewPage(Page):
    """Asks what the library's newest reading holds; an answer is a step that can be undone."""

    key: ClassVar[str] = "review"
    name: ClassVar[str] = kept("Review")
    icon: ClassVar[str] = "review"
    counts_on: ClassVar[Changed] = frozenset({Kind.PEOPLE})
    keys: ClassVar[Mapping[str, str]] = {
        "Return": kept("Yes; on a sheet: take these answers"),
        "Shift+Return": kept("Yes, also where Enter says no"),
        kept("Del"): kept("No"),
        "S": kept("Not sure; on a sheet: later"),
        "Shift+Del": kept("Not a face"),
        kept("1 to 5"): kept("One of the likely names; a letter begins another one, or /"),
        kept("Left, Right"): kept("The question before, the next one"),
        "Space": kept("The whole photos; on a sheet: another answer"),
        "O": kept("One question of a sheet alone"),
    }
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.sitting = Sitting()
        self.turn: Turn | None = None
        self._sheet: Turn | None = None
        """The sheet of which one question is looked at, to come back to."""
        self._answering = False
        self.reader = ReviewReader(session, self._is_busy, self._hear, self)
        self.head = ReviewHead()
        self.head.everybodyWanted.connect(lambda: self._ask_about(0))
        self.forms = Segments(
            {"sheets": tr("Sheets"), "one": tr("One by one")}, tr("How to be asked")
        )
        self.forms.chosen.connect(self._choose_form)
        self.one = QuestionView(thumbnails)
        self.one.answered.connect(self._answer_one)
        self.one.stepped.connect(self._step)
        self.one.photosWanted.connect(self._show_photos)
        self.one.pageWanted.connect(self.openPage)
        self.one.closed.connect(self._close_one)
        self.sheet = SheetView(thumbnails)
        self.sheet.taken.connect(self._take_sheet)
        self.sheet.skipped.connect(self._skip_sheet)
        self.sheet.oneByOne.connect(self._one_by_one)
        self.sheet.opened.connect(self._open_one)
        self.end = ReviewEnd()
        self.end.everybodyWanted.connect(lambda: self._ask_about(0))
        self.end.againWanted.connect(self._ask_again)
        self.end.strangersWanted.connect(lambda: self.openPage.emit("strangers"))
        self._wait = QLabel(tr("Looking for questions…"))
        self._wait.setProperty("look", "quiet")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        for widget in (self._wait, self.one, self.sheet, self.end):
            self._stack.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Questions"))

    @classmethod
    def count(cls, library: Library) -> int:
        return len(questions_now(library))

    def bars(self) -> list[QWidget]:
        return [self.one.answers, self.sheet.foot]

    def options(self) -> QWidget | None:
        return self.forms

    def refresh(self, changed: Changed) -> None:
        del changed
        self.reader.read(later=self._answering)

    def open(self, visit: Visit) -> None:
        self._ask_about(visit.person_id)

    def place(self, visit: Visit) -> Visit:
        return replace(visit, person_id=self.sitting.person)

    def close(self) -> bool:
        """Show nothing that is read from now on."""
        self.reader.close()
        return super().close()

    # --- what is asked ------------------------------------------------------------------

    def _is_busy(self) -> bool:
        if self._stack.currentWidget() is self.sheet:
            return self.sheet.grid.is_busy()
        return self._stack.currentWidget() is self.one and self.one.is_busy()

    def _hear(self, reading: Reading) -> None:
        """Go on with a new reading: what is asked stays unless it is asked no more."""
        self.sitting.hear(reading)
        self._go_on()

    def _go_on(self) -> None:
        """Keep what is on the screen as far as it is still asked, or ask what comes next."""
        still, back = self.sitting.still, self.sitting.came_back()
        self._sheet = None if back or self._sheet is None else still(self._sheet)
        now = self._now()
        turn = None if back or now is None else still(now)
        self._ask(turn or self._sheet or self.sitting.turn())

    def _now(self) -> Turn | None:
        """Return what is asked, as it is marked by now."""
        if self.turn is None or self.turn.form is Form.ONE:
            return self.turn
        return self.sheet.model.turn()

    def _ask_about(self, person: int) -> None:
        """Ask about one person only, or about everybody (0)."""
        if person != self.sitting.person:
            self.sitting.only(person)
            self.turn = self._sheet = None
        self._go_on()

    def _ask(self, turn: Turn | None) -> None:
        focused = QApplication.focusWidget()
        had_keys = focused is not None and (focused is self or self.isAncestorOf(focused))
        self.turn = turn
        if turn is None:
            self.reader.hurry()
            view: QWidget = self._wait if self.reader.reading or self._answering else self.end
            self.end.tell(self.sitting)
        elif turn.form is Form.ONE:
            self._sheet = self._sheet and self.sitting.still(self._sheet)
            self.one.show_question(turn.questions[0], self.sitting.reading)
            view = self.one
        else:
            self._sheet = None
            self.sheet.show_sheet(turn, self.sitting.reading)
            view = self.sheet
        elsewhere = view is not self._stack.currentWidget()
        self._stack.setCurrentWidget(view)
        # in this order: a widget that has the focus does not give it to a new proxy
        if had_keys and elsewhere:
            view.setFocus()
        self.setFocusProxy(view)
        self.head.tell(self.sitting)

    def _choose_form(self, form: str) -> None:
        self.forms.choose(form)
        self.sitting.one_by_one = form == "one"
        self._ask(self.sitting.turn())
        self.setFocus()

    # --- one question -------------------------------------------------------------------

    def _step(self, by: int) -> None:
        """Go to another question: of the sheet this one is from, if it is from one."""
        if self.turn is None:
            return
        question = self.turn.questions[0]
        if self._sheet is None:
            question = self.sitting.neighbour(question, by)
        else:
            ids = [one.id for one in self._sheet.questions]
            place = ids.index(question.id) + by if question.id in ids else 0
            question = self._sheet.questions[max(0, min(place, len(ids) - 1))]
        self._ask(Turn(Form.ONE, (question,)))

    def _open_one(self, question: Question) -> None:
        """Show a question of the sheet over the whole page."""
        self._sheet = self._now()
        self._ask(Turn(Form.ONE, (question,)))

    def _close_one(self) -> None:
        if self._sheet is not None:
            self._ask(self._sheet)
        else:
            self.goBack.emit()

    def _answer_one(self, reply: Reply) -> None:
        if self.turn is not None:
            question = self.turn.questions[0]
            self._answer([(question, reply)], wording.said(question, reply))

    def _show_photos(self, faces: Sequence[int]) -> None:
        try:
            photos = [self.session.library.faces.get(face).photo_id for face in faces]
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return
        self.openFaces.emit(photos[0], list(dict.fromkeys(photos)), faces)

    # --- a sheet ------------------------------------------------------------------------

    def _take_sheet(self) -> None:
        """Take the answers of a sheet; what is not answered now is put off."""
        sheet = self.sheet.model.turn()
        marked = list(zip(sheet.questions, sheet.marks, strict=True))
        replies = [(one, _SAYS[mark]) for one, mark in marked if mark in _SAYS]
        yes = sheet.marks.count(Mark.YES)
        rest = [one for one, mark in marked if mark not in _SAYS]
        self._answer(replies, wording.sheet_said(yes, len(replies) - yes), rest)

    def _skip_sheet(self) -> None:
        self.sitting.put_off(self.sheet.model.turn().questions)
        self._ask(self.sitting.turn())

    def _one_by_one(self) -> None:
        """Ask what the sheet is about, one after another."""
        if self.turn is not None:
            self.sitting.only(self.turn.questions[0].person)
            self._choose_form("one")

    def _ask_again(self) -> None:
        self.sitting.begin_again()
        self._ask(self.sitting.turn())

    # --- answers ------------------------------------------------------------------------

    def _answer(self, replies: Replies, said: str, put_off: Sequence[Question] = ()) -> None:
        """Show what comes next, and do what was answered, in this very key."""
        self.session.writes.settle()
        before, sheet = self._now(), self._sheet
        self.sitting.answered((question, Mark.of(reply)) for question, reply in replies)
        self.sitting.put_off(put_off)
        self._sheet = self._sheet and self.sitting.still(self._sheet)
        self._answering = True
        self._ask(self._sheet or self.sitting.turn())
        self.repaint()  # to write into a large library takes longer than to show the next question

        def go_on(done: bool) -> None:  # noqa: FBT001 - an outcome
            self._answering = False
            if not done:  # what cannot be answered any more is asked no more
                self.sitting.refused()
                self._sheet = sheet
                self._ask(before)
                self.refresh(self.shows)
                return
            step = self.session.library.history.entries(1)
            self.sitting.done_in(step[0].id if step else 0)
            self.session.say(said, undoable=True)
            if self.turn is None:
                self._ask(None)

        faces = sum(len(one.faces) + len(one.other_faces) for one, _ in replies)
        self.session.perform_on(faces, partial(_answer, replies=replies), go_on)


def _answer(library: Library, replies: Replies) -> Changed:
    answer_all(library, replies)
    return PEOPLE
