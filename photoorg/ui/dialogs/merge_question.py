"""Asks whether a name that is already in use means the same person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui.dialogs.width import fix_width
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover_label import CoverLabel


class MergeQuestion(QDialog):
    """Shows both covers; ``merged`` and ``kept`` are the two answers, closing is neither."""

    merged = Signal()
    kept = Signal()

    def __init__(
        self, person: Person, same: Person, thumbnails: ThumbnailLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = same.name or ""
        self.setWindowTitle(tr("Same person?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        covers = QHBoxLayout()
        covers.setSpacing(24)
        covers.addStretch()
        for shown in (person, same):
            covers.addWidget(CoverLabel(thumbnails, 112, shown))
        covers.addStretch()
        column.addLayout(covers)
        column.addSpacing(12)
        title = QLabel(
            tr(
                "Merge with {name} ({n} faces)?",
                n=same.count,
                one="Merge with {name} ({n} face)?",
                name=name,
            )
        )
        title.setProperty("look", "strong")
        title.setTextFormat(Qt.TextFormat.PlainText)
        sentence = QLabel(tr("There is already a person called {name}.", name=name))
        sentence.setProperty("look", "quiet")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        for label in (title, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(16)
        self.merge_button = QPushButton(tr("Merge"))
        self.merge_button.setProperty("look", "primary")
        self.merge_button.setDefault(True)
        self.keep_button = QPushButton(tr("Keep both"))
        self.keep_button.setToolTip(tr("Two people called {name}", name=name))
        self.cancel_button = QPushButton(tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.cancel_button)
        row.addStretch()
        row.addWidget(self.keep_button)
        row.addWidget(self.merge_button)
        column.addLayout(row)
        fix_width(self, 420)
        for button, answer in ((self.merge_button, self.merged), (self.keep_button, self.kept)):
            button.clicked.connect(self.accept)
            button.clicked.connect(answer)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button.setFocus()
