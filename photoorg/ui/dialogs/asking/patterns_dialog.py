"""Asks what of a folder is to be left out, in the words of ``.gitignore``."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from photoorg.tr import tr
from photoorg.ui.dialogs.asking.field_dialog import FieldDialog


class PatternsDialog(FieldDialog):
    """``agreed`` carries the lines that were typed, without empty ones."""

    agreed = Signal(list)

    def __init__(self, folder: str, lines: Sequence[str], parent: QWidget) -> None:
        self.field = QPlainTextEdit("\n".join(lines))
        self.field.setAccessibleName(tr("Patterns"))
        self.field.setTabChangesFocus(True)
        told = tr(
            "One pattern a line, as in .gitignore: *.png leaves out files, /scans a folder "
            "here, raw/ every folder of that name, !a.png keeps one. What is left out is not "
            "shown from the next scan on; its names are remembered."
        ).replace("!", "!\N{WORD JOINER}")  # a line may not end behind it
        title = tr("Leave out of {folder}", folder=folder)
        super().__init__(title, told, self.field, tr("Save and scan"), 440, parent)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        lines = [line.strip() for line in self.field.toPlainText().splitlines()]
        self.agreed.emit([line for line in lines if line])
