"""The answers to one question: buttons, the likeliest names, and a field for any other name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.library import Person
from photoorg.review.answering import Says
from photoorg.review.questions import Asks, Question
from photoorg.tr import tr
from photoorg.ui.direction import isolated
from photoorg.ui.models.known_names import KnownNames, name_of
from photoorg.ui.review import wording
from photoorg.ui.review.reading import LIKELIEST
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.name_field import NameField

_WIDEST = 120
_GAP, _BETWEEN = 8, 2
_SORTED = {Asks.FACES: "doubtful", Asks.STRANGER: "strangers"}
"""The pages where questions of a kind can be answered 24 at a time; mostly the answer is no."""


class AnswerBar(QWidget):
    """``said`` carries an answer, ``named`` who it is, ``pageWanted`` a page for many at once.

    Who it is is a person who was chosen, or a name that was typed.
    """

    said = Signal(object)
    named = Signal(object)
    pageWanted = Signal(str)
    typingEnded = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            Says.YES: _button(tr("Yes"), tr("Enter"), "primary"),
            Says.NO: _button(tr("No"), tr("Del")),
            Says.UNSURE: _button(tr("Not sure"), "S"),
            Says.NOT_A_FACE: _button(tr("Not a face"), tr("Shift+Del"), "quiet"),
        }
        self.enter = Says.YES
        self._likeliest: Sequence[Person] = ()
        self._page = ""
        self._who = QLabel()
        self._who.setProperty("look", "quiet")
        self.name_buttons = [_button("", str(n + 1), "quiet") for n in range(LIKELIEST)]
        self.type_button = _button(tr("Type a name…"), "/", "link")
        self.field = NameField([], self, thumbnails)
        self.field.setAccessibleName(tr("Who is it?"))
        self.field.setFixedWidth(200)
        self.field.hide()
        self.many_button = QPushButton(tr("Sort them out 24 at a time"))
        self.many_button.setProperty("look", "link")
        self.many_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(_GAP)
        second.setSpacing(_BETWEEN)
        first.addStretch()
        for button in self.buttons.values():
            first.addWidget(button)
        first.addStretch()
        second.addStretch()
        for widget in (
            *(self._who, *self.name_buttons, self.type_button, self.field),
            self.many_button,
        ):
            second.addWidget(widget)
        second.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self._connect()

    def _connect(self) -> None:
        for says, button in self.buttons.items():
            button.clicked.connect(lambda _=False, says=says: self.said.emit(says))
        for place, button in enumerate(self.name_buttons):
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
        self.type_button.clicked.connect(self.start_typing)
        self.field.returnPressed.connect(self._typed)
        self.field.chosen.connect(self._chosen)
        self.field.installEventFilter(self)
        self.many_button.clicked.connect(lambda: self.pageWanted.emit(self._page))

    def show_question(
        self, question: Question, likeliest: Sequence[Person], known: KnownNames
    ) -> None:
        """Offer the answers to a question."""
        self.call_usual(question)
        alone = question.kind in (Asks.SAME, Asks.IS, Asks.STRANGER)
        self.buttons[Says.NOT_A_FACE].setVisible(alone)
        who = wording.who_else(question)
        self._who.setText(who)
        self._likeliest = likeliest if who else ()
        for place, button in enumerate(self.name_buttons):
            there = place < len(self._likeliest)
            button.setVisible(there)
            if there:
                _tell(button, name_of(self._likeliest[place]), str(place + 1), most=_WIDEST)
        self._page = _SORTED.get(question.kind, "")
        self.many_button.setVisible(bool(self._page))
        self.stop_typing()
        self.type_button.setVisible(bool(who))
        self.field.complete_from(known)
        self.field.person_id = question.person
        self._fit()

    def allow_yes(self, *, on: bool) -> None:
        """Say whether a yes means anything."""
        self.buttons[Says.YES].setEnabled(on)

    def call_usual(self, question: Question) -> None:
        """Say what yes and no mean to a question."""
        yes, no = wording.yes_and_no(question)
        self._give_enter(Says.NO if question.kind in _SORTED else Says.YES, yes, no)

    def call_yes(self, text: str) -> None:
        """Say what a yes means now that something was chosen for it."""
        self._give_enter(Says.YES, text, self.buttons[Says.NO].accessibleName())

    def _give_enter(self, enter: Says, yes: str, no: str) -> None:
        """Let Enter be one of the two answers: the one that is taken without much thought."""
        self.enter = enter
        for says, text, key in ((Says.YES, yes, tr("Shift+Enter")), (Says.NO, no, tr("Del"))):
            button = self.buttons[says]
            button.setProperty("look", "primary" if says is enter else "")
            button.style().unpolish(button)
            button.style().polish(button)
            _tell(button, text, tr("Enter") if says is enter else key)
        self._fit()

    def _fit(self) -> None:
        """Leave the keys to the tooltips where there is no room for them beside the answers."""
        row = [button for button in self.buttons.values() if not button.isHidden()]
        for button in row:
            _write(button)
        wanted = sum(button.sizeHint().width() + _GAP for button in row) - _GAP
        if wanted > self.width():
            for button in row:
                _write(button, with_key=False)
        self._fit_names()

    def _fit_names(self) -> None:
        """Offer as many of the likeliest as there is room for; anybody can be typed."""
        room = self.width() - self._who.sizeHint().width()
        room -= max(self.type_button.sizeHint().width(), self.field.width()) + 2 * _BETWEEN
        for button, _ in zip(self.name_buttons, self._likeliest, strict=False):
            room -= button.sizeHint().width() + _BETWEEN
            button.setVisible(room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose(self, place: int) -> None:
        """Answer with one of the likeliest people."""
        if place < len(self._likeliest) and not self.name_buttons[place].isHidden():
            self.named.emit(self._likeliest[place])

    def is_typing(self) -> bool:
        """Tell whether a name is being typed."""
        return not self.field.isHidden()

    def start_typing(self) -> None:
        """Let a name be typed, where that is an answer."""
        if self._who.text():
            self.type_button.hide()
            self.field.show()
            self.field.setFocus()

    def type_into(self, letter: QKeyEvent) -> bool:
        """Begin a name with a letter, where a name is an answer; tell whether it is."""
        self.start_typing()
        if self.is_typing():
            QApplication.sendEvent(self.field, letter)
        return self.is_typing()

    def stop_typing(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.field.setModified(False)
        if self.is_typing():
            self.field.hide()
            self.type_button.show()
            self.typingEnded.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
            and not self.field.is_completing()
        )
        if escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.stop_typing()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        name = " ".join(self.field.text().split())
        self.stop_typing()
        if name:
            self.named.emit(name)

    def _chosen(self) -> None:
        choice = self.field.choice
        self.stop_typing()
        if isinstance(choice, Person) and choice.name:
            self.named.emit(choice)


def _button(text: str, key: str, look: str = "") -> QPushButton:
    button = QPushButton()
    if look:
        button.setProperty("look", look)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the question
    _tell(button, text, key)
    return button


def _tell(button: QPushButton, text: str, key: str, most: int = 0) -> None:
    """Write an answer and its key on a button, ``most`` pixels of it."""
    button.setAccessibleName(text)
    button.setProperty("key", key)
    button.setProperty("most", most)
    _write(button)


def _write(button: QPushButton, *, with_key: bool = True) -> None:
    text, key, most = button.accessibleName(), button.property("key"), button.property("most")
    letters = button.fontMetrics()
    shown = letters.elidedText(text, Qt.TextElideMode.ElideRight, most) if most else text
    words = isolated(shown.replace("&", "&&"))
    if not with_key:
        button.setText(words)
        button.setToolTip(f"{text} ({key})")
        return
    is_digit = len(key) == 1 and key.isdigit()
    button.setText(f"{key}  {words}" if is_digit else f"{words} ({key})")
    button.setToolTip(text if shown != text else "")
