"""Asks when photos were taken: a date, as far as it is known, or how far a clock was wrong."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photoorg.errors import UsageError
from photoorg.library.origins.dating import shifted
from photoorg.metadata.moments import typed
from photoorg.tr import tr
from photoorg.ui.dialogs.asking.field_dialog import FieldDialog, quiet
from photoorg.ui.models.photos_model import written
from photoorg.ui.widgets.choices import ChoiceBox

_DATE, _LATER, _EARLIER, _FILE = "date", "later", "earlier", "file"
_MOST_DAYS = 73_000


class DateDialog(FieldDialog):
    """``dated`` carries a date, None for that of the file; ``moved`` how much later it was."""

    dated = Signal(object)
    moved = Signal(object)

    def __init__(self, told: str, known: Sequence[str | None], parent: QWidget) -> None:
        """Ask about photos that are ``known`` to have been taken then."""
        self._known = known
        self.way = ChoiceBox(
            {
                _DATE: tr("They were taken at this date"),
                _LATER: tr("The clock was slow: they were taken later"),
                _EARLIER: tr("The clock was fast: they were taken earlier"),
                _FILE: tr("As their files tell"),
            }
            if len(known) > 1
            else {
                _DATE: tr("It was taken at this date"),
                _LATER: tr("The clock was slow: it was taken later"),
                _EARLIER: tr("The clock was fast: it was taken earlier"),
                _FILE: tr("As its file tells"),
            },
            _DATE,
        )
        self.way.setAccessibleName(tr("What is wrong with the date"))
        self.date = QLineEdit()
        self.date.setAccessibleName(tr("Date"))
        self.date.setPlaceholderText(tr("2003-07-14 10:11, 2003-07-14, 2003-07 or 2003"))
        if len(set(known)) == 1:
            self.date.setText((known[0] or "").replace("T", " "))
        self.days, self.hours, self.minutes = (
            _number(tr("Days"), _MOST_DAYS),
            _number(tr("Hours"), 23),
            _number(tr("Minutes"), 59),
        )
        self.outcome = quiet("")
        super().__init__(tr("Change the date"), told, self._fields(), tr("Save"), 440, parent)
        self.way.currentIndexChanged.connect(self._choose)
        self.date.textChanged.connect(self._follow)
        for number in (self.days, self.hours, self.minutes):
            number.textChanged.connect(self._follow)
        self.accepted.connect(self._tell)
        self.date.selectAll()
        self.date.setFocus()
        self._follow()

    def _fields(self) -> QWidget:
        span = QWidget()
        row = QHBoxLayout(span)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number in (self.days, self.hours, self.minutes):
            name = quiet(number.accessibleName())
            name.setWordWrap(False)
            row.addWidget(number, 1)
            row.addWidget(name)
        self._stack = QStackedWidget()
        for page in (self.date, span, QWidget()):
            self._stack.addWidget(page)
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.way)
        column.addWidget(self._stack)
        column.addWidget(self.outcome)
        # room for two lines, so that nothing moves while somebody types
        self.outcome.setMinimumHeight(2 * self.outcome.fontMetrics().lineSpacing())
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        return fields

    def _choose(self) -> None:
        place = {_DATE: 0, _FILE: 2}.get(self.way.key(), 1)
        self._stack.setCurrentIndex(place)
        (self.date, self.hours, self.way)[place].setFocus()
        self._follow()

    def _span(self) -> timedelta:
        span = timedelta(
            days=_value(self.days), hours=_value(self.hours), minutes=_value(self.minutes)
        )
        return -span if self.way.key() == _EARLIER else span

    def _follow(self) -> None:
        """Tell what would become of the photos."""
        if self.way.key() == _FILE:
            said, sound = "", True
        elif self.way.key() == _DATE:
            date = typed(self.date.text())
            sound = date is not None
            said = written(date.text) if date else ""
        else:
            said, sound = self._moved()
        self.outcome.setText(said)
        self.save_button.setEnabled(sound)

    def _moved(self) -> tuple[str, bool]:
        """Return what would become of photos that were taken later, and whether anything would."""
        span = self._span()
        if not span:
            return "", False
        try:
            after = [(taken, shifted(taken, span)) for taken in self._known]
        except UsageError as error:
            return str(error), False
        moved = [(before, then) for before, then in after if then is not None]
        if not moved:
            return tr("Their dates are not known so exactly."), False
        (before, then), left = moved[0], len(after) - len(moved)
        said = tr("{before} becomes {then}", before=written(before), then=written(then))
        if left:
            more = tr(
                "{n} photos stay: their dates are not known so exactly.",
                n=left,
                one="{n} photo stays: its date is not known so exactly.",
            )
            said = f"{said}\n{more}"
        return said, True

    def _tell(self) -> None:
        if self.way.key() in (_LATER, _EARLIER):
            self.moved.emit(self._span())
        else:
            self.dated.emit(None if self.way.key() == _FILE else self.date.text())


def _number(name: str, most: int) -> QLineEdit:
    number = QLineEdit()  # a box with arrows has no room for digits under a style sheet
    number.setValidator(QIntValidator(0, most, number))
    number.setPlaceholderText("0")
    number.setAccessibleName(name)
    return number


def _value(number: QLineEdit) -> int:
    value, _ = number.locale().toInt(number.text())  # 0 while there is a sign only
    return int(value)
