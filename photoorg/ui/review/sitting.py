"""One sitting over questions: what is asked next, and what was answered, left or put off."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice

import numpy as np

from photoorg.clustering.questions import sheets
from photoorg.review.answering import Reply, Says
from photoorg.review.questions import Asks, Question
from photoorg.ui.review.reading import Reading

SURE = 0.9
"""Almost certainly yes."""
PROBABLE = 0.5
CANDIDATES = 500
"""The best so many questions are enough to make a sheet of."""
_PAIRS = (Asks.SAME, Asks.IS)


class Form(Enum):
    """How questions are asked."""

    ONE = auto()
    SHEET = auto()
    CERTAIN = auto()
    """A sheet about one person of which every answer is almost certainly yes."""


class Mark(Enum):
    """What a question on a sheet is answered with; none is not answered now."""

    NONE = auto()
    YES = auto()
    NO = auto()

    @classmethod
    def of(cls, reply: Reply) -> "Mark":
        """Return what a reply to a single question is on a sheet."""
        return {Says.YES: cls.YES, Says.NO: cls.NO}.get(reply.says, cls.NONE)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is asked at once, and the answers that are already given on a sheet."""

    form: Form
    questions: tuple[Question, ...]
    marks: tuple[Mark, ...] = ()


_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class _Given:
    step: int
    mark: Mark


class Sitting:
    """Goes through the questions of the newest :class:`Reading`, all or those about one person.

    What was put off with :meth:`put_off` comes no more before :meth:`begin_again`. A question
    whose answer was undone is the next one.
    """

    def __init__(self) -> None:
        self.reading = Reading()
        self.person = 0
        self.one_by_one = False
        self._given: dict[str, _Given] = {}
        self._put_off: set[str] = set()
        self._came_back: tuple[str, ...] = ()
        self._at = 0
        self._waiting: list[Question] | None = []

    def hear(self, reading: Reading) -> None:
        """Go on with what the library holds now."""
        self.reading, self._waiting = reading, None
        there = [one.id for one in reading.questions if one.id in self._given]
        self._came_back = tuple(id_ for id_ in there if reading.step < self._given[id_].step)
        for id_ in self._came_back:
            self._put_off.discard(id_)

    def only(self, person: int) -> None:
        """Ask only about one person; 0 asks about everybody."""
        if person != self.person:
            self.person, self._at, self._waiting = person, 0, None

    def waiting(self) -> list[Question]:
        """Return what may be asked, best first."""
        if self._waiting is None:
            self._waiting = self._open(self._put_off)
        return self._waiting

    def put_off_count(self) -> int:
        """Return how many questions there are that were put off."""
        return sum(one.id in self._put_off for one in self._open())

    def turn(self) -> Turn | None:
        """Return what is asked next; None when nothing waits."""
        waiting = self.waiting()
        back = [one for one in waiting if one.id in self._came_back] if self._came_back else []
        if back:
            return self._again(back)
        if not waiting:
            return None
        if self.one_by_one:
            self._at = self._at if self._at < len(waiting) else 0
            return Turn(Form.ONE, (waiting[self._at],))
        certain = almost_certain(waiting)
        if certain:
            return _sheet(Form.CERTAIN, certain)
        best = waiting[0]
        if best.kind in _PAIRS:
            pairs = (one for one in waiting if one.kind in _PAIRS)
            chosen = _for_sheet(list(islice(pairs, CANDIDATES)))
            if len(chosen) > 1:
                return _sheet(Form.SHEET, chosen)
        return Turn(Form.ONE, (best,))

    def neighbour(self, question: Question, by: int) -> Question:
        """Return the question ``by`` places further than one; the first and the last one stop."""
        waiting = self.waiting()
        place = next((n for n, one in enumerate(waiting) if one.id == question.id), self._at)
        self._at = max(0, min(place + by, len(waiting) - 1))
        return waiting[self._at] if waiting else question

    def answered(self, replies: Iterable[tuple[Question, Mark]]) -> None:
        """Go on after answers; then tell :meth:`done_in`, or :meth:`refused`.

        What else was asked about the groups that were moved may mean something else now; it comes
        again when the library has been read.
        """
        moved: set[int] = set()
        gone = set()
        for question, mark in replies:
            self._given[question.id] = _Given(_UNKNOWN, mark)
            gone.add(question.id)
            if question.other is not None:
                moved.add(question.other)
            elif question.kind is not Asks.IS:  # a single face leaves its person as it is
                moved.add(question.person)
        self._came_back = tuple(id_ for id_ in self._came_back if id_ not in gone)
        kept = [
            one
            for one in self.reading.questions
            if one.person not in moved and one.other not in moved
        ]
        self.reading, self._waiting = replace(self.reading, questions=kept), None

    def done_in(self, step: int) -> None:
        """Note which step of the history the newest answers are."""
        for id_, given in self._given.items():
            if given.step == _UNKNOWN:
                self._given[id_] = replace(given, step=step)

    def refused(self) -> None:
        """Forget the newest answers: they could not be given."""
        self._given = {id_: one for id_, one in self._given.items() if one.step != _UNKNOWN}
        self._waiting = None

    def put_off(self, asked: Collection[Question]) -> None:
        """Do not ask these any more for now."""
        ids = {one.id for one in asked}
        self._put_off |= ids
        self._came_back = tuple(id_ for id_ in self._came_back if id_ not in ids)
        self._given = {id_: one for id_, one in self._given.items() if id_ not in ids}
        self._waiting = None

    def begin_again(self) -> None:
        """Ask what was put off."""
        self._put_off.clear()
        self._waiting = None

    def came_back(self) -> bool:
        """Tell whether the answer to something was undone."""
        return bool(self._came_back)

    def still(self, turn: Turn) -> Turn | None:
        """Return what of a turn is still asked, as it is now; None when nothing is."""
        ids = {one.id for one in turn.questions}
        same = [one for one in self.reading.questions if one.id in ids]
        there = {one.id: one for one in self._open(among=same)}
        left = [n for n, one in enumerate(turn.questions) if one.id in there]
        if not left:
            return None
        asked = tuple(there[turn.questions[n].id] for n in left)
        return replace(
            turn, questions=asked, marks=tuple(turn.marks[n] for n in left if turn.marks)
        )

    def _open(
        self, without: AbstractSet[str] = frozenset(), among: Sequence[Question] | None = None
    ) -> list[Question]:
        """Return what is neither answered nor about others, put off or not."""
        closed = (self._given.keys() - set(self._came_back)) | without
        asked = self.reading.questions if among is None else among
        # this looks at all questions of a library for each answer: nothing else may be in here
        found = [one for one in asked if one.id not in closed]
        return [one for one in found if one.person == self.person] if self.person else found

    def _again(self, back: Sequence[Question]) -> Turn:
        """Ask once more what was answered, with the answers that were given."""
        if len(back) == 1 or self.one_by_one:
            return Turn(Form.ONE, (back[0],))
        chosen = tuple(back[: sheets.SIZE])
        return Turn(Form.SHEET, chosen, tuple(self._given[one.id].mark for one in chosen))


def almost_certain(waiting: Iterable[Question]) -> list[Question]:
    """Return several faces that are almost certainly one person, for the one with the most."""
    by_person: dict[int, list[Question]] = {}
    for one in [one for one in waiting if one.probability >= SURE and one.kind is Asks.IS]:
        by_person.setdefault(one.person, []).append(one)
    several = [_nobody_twice(found) for found in by_person.values()]
    several = [found[: sheets.SIZE] for found in several if len(found) > 1]
    return max(several, key=count_of_faces, default=[])


def count_of_faces(asked: Iterable[Question]) -> int:
    """Return how many faces some questions ask about."""
    return sum(len(one.faces) for one in asked)


def _for_sheet(waiting: Sequence[Question]) -> list[Question]:
    about = np.array([_moved(one) for one in waiting], np.int64)
    chance = np.array([one.probability for one in waiting], np.float32)
    gain = np.array([one.gain for one in waiting], np.float32)
    return [waiting[n] for n in sheets.sheet(about, chance, gain).tolist()]


def _nobody_twice(waiting: Iterable[Question]) -> list[Question]:
    """Return the best question about each group or face that a yes would move."""
    return list({_moved(one): one for one in reversed(list(waiting))}.values())[::-1]


def _moved(question: Question) -> int:
    """Return what a yes would move: a group, or a single face as a negative number."""
    return -question.faces[0] if question.other is None else question.other


def _sheet(form: Form, asked: Sequence[Question]) -> Turn:
    marks = (Mark.YES if one.probability >= PROBABLE else Mark.NONE for one in asked)
    return Turn(form, tuple(asked), tuple(marks))
