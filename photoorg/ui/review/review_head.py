"""The line above all questions: how far the library is, and whom is asked about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.tr import tr
from photoorg.ui.review import wording
from photoorg.ui.review.sitting import Sitting


class ReviewHead(QWidget):
    """``everybodyWanted`` ends asking about one person only."""

    everybodyWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = QLabel()
        self.progress.setProperty("look", "quiet")
        self._only = QLabel()
        self._only.setProperty("look", "quiet")
        self.everybody = QPushButton(tr("Ask about everybody"))
        self.everybody.setProperty("look", "link")
        self.everybody.clicked.connect(self.everybodyWanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.progress)
        row.addStretch()
        row.addWidget(self._only)
        row.addWidget(self.everybody)
        self.setFixedHeight(32)
        self.everybody.hide()

    def tell(self, sitting: Sitting) -> None:
        """Say how far the library is."""
        reading = sitting.reading
        self.progress.setText(wording.progress(reading) if reading.faces else "")
        whom = reading.people.get(sitting.person)
        name = whom.name if whom is not None else None
        self._only.setText(tr("Only about {name}", name=name) if name else "")
        self.everybody.setVisible(sitting.person != 0)
