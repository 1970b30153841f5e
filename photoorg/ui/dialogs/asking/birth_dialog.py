"""Asks when somebody was born."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from photoorg.errors import UsageError
from photoorg.library.portraits.biographies import checked_date
from photoorg.tr import tr
from photoorg.ui.dialogs.asking.field_dialog import FieldDialog, quiet
from photoorg.ui.moments import birth_of


class BirthDialog(FieldDialog):
    """``told`` carries the date that was typed, empty if it is not known any more."""

    told = Signal(str)

    def __init__(self, name: str, born: str, parent: QWidget) -> None:
        self.field = QLineEdit(born)
        self.field.setAccessibleName(tr("Birth"))
        self.field.selectAll()
        question = tr(
            "When was {name} born? Write 2019-07-14, 2019-07 or 2019; nothing, if you do not know.",
            name=name,
        )
        super().__init__(tr("Birth"), question, self.field, tr("Save"), 440, parent)
        self.outcome = quiet("")
        self.column.insertWidget(self.column.indexOf(self.field) + 1, self.outcome)
        self.field.textChanged.connect(self._follow)
        self._follow()

    def accept(self) -> None:
        """Take the date; what is none is said so, and waits to be put right."""
        typed = self.field.text().strip()
        try:
            typed = typed and checked_date(typed)
        except UsageError as error:
            self.outcome.setText(str(error))
            self.field.selectAll()
            self.field.setFocus()
            return
        super().accept()
        self.told.emit(typed)

    def _follow(self) -> None:
        """Tell how a date is understood."""
        try:
            self.outcome.setText(birth_of(checked_date(self.field.text())))
        except UsageError:
            self.outcome.clear()
