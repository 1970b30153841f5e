"""Asks which name stays when people with different names are merged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.dialogs.width import fix_width
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.choices import RadioButton
from photoorg.ui.widgets.cover_label import CoverLabel


class NameQuestion(QDialog):
    """``chosen`` carries the id of the person whose name stays."""

    chosen = Signal(int)

    def __init__(
        self, people: Sequence[Person], thumbnails: ThumbnailLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge people"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        title = QLabel(tr("Which name stays?"))
        title.setProperty("look", "strong")
        column.addWidget(title)
        self._choices = QButtonGroup(self)
        for person in people:
            row = QHBoxLayout()
            row.setSpacing(12)
            choice = RadioButton(_told(person))
            self._choices.addButton(choice, person.id)
            row.addWidget(CoverLabel(thumbnails, 40, person))
            row.addWidget(choice, 1)
            column.addLayout(row)
        self._choices.buttons()[0].setChecked(True)
        column.addSpacing(12)
        self.merge_button = QPushButton(tr("Merge"))
        self.merge_button.setProperty("look", "primary")
        self.merge_button.setDefault(True)
        self.merge_button.clicked.connect(self._answer)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.merge_button)
        column.addLayout(buttons)
        fix_width(self, 340)

    def choose(self, person_id: int) -> None:
        """Mark the name of one person."""
        self._choices.button(person_id).setChecked(True)

    def _answer(self) -> None:
        self.accept()
        self.chosen.emit(self._choices.checkedId())


def _told(person: Person) -> str:
    """Return a person as the words of a button: an ampersand would become a mnemonic there."""
    return f"{person.name}  ({words.faces(person.count)})".replace("&", "&&")
