"""A strip with a sentence that stays, for what is so as long as the window is open."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class Notice(QFrame):
    """Shows ``text`` over its whole width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.sentence = QLabel(text)
        self.sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self.sentence)
