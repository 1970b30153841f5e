"""Asks for the name of a search that is saved or called otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from photoorg.library.storage.choices import LONGEST_NAME
from photoorg.tr import tr
from photoorg.ui.dialogs.asking.field_dialog import FieldDialog


class SearchNameDialog(FieldDialog):
    """``named`` carries the name; a dialog without one cannot be agreed to."""

    named = Signal(str)

    def __init__(self, title: str, told: str, name: str, parent: QWidget) -> None:
        self.field = QLineEdit(name)
        self.field.setPlaceholderText(tr("Name of the search"))
        self.field.setAccessibleName(tr("Name of the search"))
        self.field.setMaxLength(LONGEST_NAME)
        self.field.selectAll()
        super().__init__(title, told, self.field, tr("Save"), 400, parent)
        self.field.textChanged.connect(self._follow)
        self.accepted.connect(lambda: self.named.emit(self.field.text()))
        self._follow()

    def _follow(self) -> None:
        self.save_button.setEnabled(bool(self.field.text().strip()))
