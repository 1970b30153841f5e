"""The keys of the program on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

KEYS = {
    "Everywhere": {
        "Ctrl+O": "Add a folder",
        "Ctrl+Z": "Undo",
        "Ctrl+Shift+Z": "Redo",
        "Ctrl+Shift+H": "History",
        "Ctrl+F": "Search",
        "Ctrl+1": "People; Ctrl+2 to 5: Review, Photos, Folders, Problems",
        "Esc": "Back",
    },
    "The search field": {
        "Down": "A suggestion, or on to what was found",
        "Alt+Down": "Saved searches, and what can be typed",
    },
    "People": {
        "Return": "Open the person",
        "F2": "Name; typing on a person starts it too",
        "Ctrl+Down": "The next one without a name",
        "Shift+Del": "Not a face",
        "Ctrl+K": "Keep somebody who is folded away",
        "Ctrl+Return": "Sort out what is folded away",
        "Ctrl+M": "Merge the selected people",
        "Ctrl+H": "Hide",
    },
    "Review": {
        "Return": "Yes",
        "Del": "No",
        "S": "Not sure",
        "Shift+Del": "Not a face",
        "1": "One of the likely names, 1 to 5; / types another one",
        "Left, Right": "The question before, the next one",
        "Space": "The photos; on a sheet another answer",
    },
    "A person's faces": {
        "Return": "Show the photo",
        "Y": "Yes, this is right",
        "Del": "Not this person",
        "Shift+Del": "Not a face",
        "Ctrl+D": "One person or two? Choose which faces are somebody else",
        "Ctrl+M": "Move to somebody; typing a name does it too",
    },
    "A photo": {
        "Left, Right": "The one before, the next one",
        "B": "Boxes around faces",
        "N": "Name a face",
        "I": "Details",
    },
}


class KeysDialog(QDialog):
    """Closes on Esc or its one button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 20, 28, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        row = 0
        for title, keys in KEYS.items():
            heading = QLabel(title)
            heading.setProperty("look", "section")
            heading.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for key, does in keys.items():
                shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                label = QLabel(shown)
                label.setProperty("look", "quiet")
                grid.addWidget(label, row, 0)
                grid.addWidget(QLabel(does), row, 1)
                row += 1
        close = QPushButton("Close")
        close.setProperty("look", "primary")
        close.clicked.connect(self.accept)
        grid.addWidget(close, row, 1, alignment=Qt.AlignmentFlag.AlignRight)
