"""One question over the whole page: two sides to compare, and what can be answered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.review.answering import Reply, Says
from photoorg.review.questions import Asks, Question
from photoorg.tr import tr
from photoorg.ui import direction, words
from photoorg.ui.models.known_names import name_of
from photoorg.ui.review import wording
from photoorg.ui.review.answer_bar import AnswerBar
from photoorg.ui.review.faces_column import FacesColumn
from photoorg.ui.review.pause import Pause
from photoorg.ui.review.reading import Reading
from photoorg.ui.thumbnail_loader import ThumbnailLoader

MOST = 60
"""So many faces of a side are shown where nobody has to see every one."""

_Key = Qt.Key
_STEPS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_NAMED_YES = (Asks.SAME, Asks.TWO, Asks.STRANGER)
"""Where a name says who it is; elsewhere who it is instead."""


class QuestionView(QWidget):
    """``answered`` carries a reply; ``stepped`` goes on, or back, without one.

    ``photosWanted`` carries faces whose photos are to be seen, ``closed`` tells of Esc.
    """

    answered = Signal(object)
    stepped = Signal(int)
    photosWanted = Signal(list)
    pageWanted = Signal(str)
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pause = Pause()
        self.question: Question | None = None
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.setMinimumWidth(1)
        self.hint = QLabel()
        self.hint.setProperty("look", "quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.left, self.right = FacesColumn(thumbnails), FacesColumn(thumbnails)
        for side in (self.left, self.right):
            side.tiles.picked.connect(self._picked)
        self.answers = AnswerBar(thumbnails, self)
        self.answers.said.connect(self._say)
        self.answers.named.connect(self._name)
        self.answers.pageWanted.connect(self.pageWanted)
        self.answers.typingEnded.connect(self.setFocus)
        sides = QHBoxLayout()
        sides.setSpacing(32)
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addLayout(sides, 1)
        column.addWidget(self.answers)

    def show_question(self, question: Question, reading: Reading) -> None:
        """Ask this; the same question asked again stays as it is, with what was marked."""
        before, self.question = self.question, question
        if before == question and (self.isVisible() or self.is_busy()):
            return
        if before is None or before.id != question.id:
            self.pause.begin()
        self.title.setText(wording.title(question))
        self.setAccessibleName(wording.title(question))
        self.hint.setText(wording.hint(question))
        self.answers.show_question(question, reading.likeliest(question), reading.known)
        if question.kind is Asks.TWO:
            self._show_halves(question.other_faces, question.faces)
        else:
            self._show_sides(question, reading)
            self.answers.allow_yes(on=True)

    def is_busy(self) -> bool:
        """Tell whether somebody is typing, or has begun to divide a group or to mark faces."""
        return self.answers.is_typing() or self._divided() or bool(self.right.tiles.tiles.marked())

    def _show_sides(self, question: Question, reading: Reading) -> None:
        alone = question.kind in (Asks.FACES, Asks.STRANGER)
        self.left.setVisible(not alone)
        person = reading.people.get(question.person)
        count = words.faces(len(question.other_faces))
        cover = person.cover_face_id if person is not None else None
        self.left.show_side(
            question.name or tr("One group"),
            count,
            telling(question.other_faces, cover),
            cover,
            named=question.name is not None,
        )
        group = reading.people.get(question.other or 0)
        cover = group.cover_face_id if group is not None else question.faces[0]
        title = tr("Another group") if question.kind is Asks.SAME else tr("This group")
        self.right.show_side(
            title if len(question.faces) > 1 else tr("This face"),
            words.faces(len(question.faces)),
            question.faces if alone else telling(question.faces, cover),
            None if alone else cover,
            named=False,
        )

    def _show_halves(self, left: Sequence[int], right: Sequence[int]) -> None:
        name = self.question.name if self.question is not None else None
        self.left.setVisible(True)
        for column, title, faces in (
            (self.left, name or tr("One person"), left),
            (self.right, tr("Somebody else"), right),
        ):
            count = words.faces(len(faces))
            column.show_side(title, count, faces, None, named=False)
        self.answers.allow_yes(on=bool(left and right))

    def _divided(self) -> bool:
        """Tell whether the proposed halves were changed."""
        question = self.question
        return (
            question is not None
            and question.kind is Asks.TWO
            and set(self.right.tiles.tiles.faces()) != set(question.faces)
        )

    def _picked(self, face: int) -> None:
        question = self.question
        if question is None:
            return
        if question.kind is Asks.FACES:
            self._mark_real(face)
            return
        if question.kind is not Asks.TWO:
            self.photosWanted.emit([face])
            return
        left, right = self.left.tiles.tiles.faces(), self.right.tiles.tiles.faces()
        if face in left:
            self._show_halves([one for one in left if one != face], [*right, face])
        else:
            self._show_halves([*left, face], [one for one in right if one != face])

    def _mark_real(self, face: int) -> None:
        self.right.tiles.tiles.mark(face)
        real = self.right.tiles.tiles.marked()
        if self.question is not None:
            if real:
                self.answers.call_yes(wording.real(len(real)))
            else:
                self.answers.call_usual(self.question)

    # --- answers ------------------------------------------------------------------------

    def _say(self, says: Says) -> None:
        question = self.question
        if question is None or not self.pause.is_over():
            return
        if not self.answers.buttons[says].isEnabled() or self.answers.buttons[says].isHidden():
            return
        self.answered.emit(Reply(says, faces=self._chosen(says)))

    def _name(self, who: Person | str) -> None:
        if self.question is None or not self.pause.is_over():
            return
        says = Says.YES if self.question.kind in _NAMED_YES else Says.NO
        if self.answers.buttons[Says.YES].isEnabled():
            chosen = who.id if isinstance(who, Person) else None
            self.answered.emit(Reply(says, name_of(who), self._chosen(says), chosen))

    def _chosen(self, says: Says) -> tuple[int, ...] | None:
        """Return which of the faces a reply is about, where that is part of it."""
        kind = self.question.kind if self.question is not None and says is Says.YES else None
        tiles = self.right.tiles.tiles
        chosen = {Asks.TWO: tiles.faces, Asks.FACES: tiles.marked}
        return tuple(chosen[kind]()) or None if kind in chosen else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _begins_name(event) and self.answers.type_into(event):
            event.accept()
            return
        act = self._act_for(event)
        focused = QApplication.focusWidget()
        if act is None:
            super().keyPressEvent(event)
            return
        event.accept()
        if not self.pause.allows(event):
            return
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()  # Enter presses what has the keyboard
        else:
            act()

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = direction.key(event.key()), event.modifiers()
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        if key == _Key.Key_Delete and modifiers & Qt.KeyboardModifier.ShiftModifier:
            return partial(self._say, Says.NOT_A_FACE)
        if key in _ENTER:
            shift = modifiers & Qt.KeyboardModifier.ShiftModifier
            return partial(self._say, Says.YES if shift else self.answers.enter)
        if _Key.Key_1 <= key <= _Key.Key_5:
            return partial(self.answers.choose, key - _Key.Key_1)
        if key in _STEPS:
            return partial(self.stepped.emit, _STEPS[key])
        if event.text() == "/":
            return self.answers.start_typing
        acts: dict[Qt.Key, Callable[[], object]] = {
            _Key.Key_Delete: partial(self._say, Says.NO),
            _Key.Key_S: partial(self._say, Says.UNSURE),
            _Key.Key_Space: self._want_photos,
            _Key.Key_Escape: self.closed.emit,
        }
        return acts.get(key)

    def _want_photos(self) -> None:
        if self.question is not None:
            self.photosWanted.emit([*self.question.faces[:MOST], *self.question.other_faces[:MOST]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = (self.title, self.hint, self.answers)
        room = self.height() - sum(widget.sizeHint().height() + 8 for widget in around)
        for column in (self.left, self.right):
            column.fit(room)


def telling(faces: Sequence[int], cover: int | None, most: int = MOST) -> list[int]:
    """Return at most so many faces, the cover first and the others evenly from all of them.

    Faces come in the order in which they were found: those next to each other are much alike.
    """
    some = faces if len(faces) <= most else [faces[n * len(faces) // most] for n in range(most)]
    first = [cover] if cover is not None and cover in faces else []
    return [*first, *(face for face in some if face != cover)][:most]


def _begins_name(event: QKeyEvent) -> bool:
    """Tell whether a key is the first letter of a name: any but a small S, which answers.

    It is no answer, so that whoever types quickly loses no letter to the pause.
    """
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.isAutoRepeat() or event.modifiers() & command or not event.text().isalpha():
        return False
    return event.key() != _Key.Key_S or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
