"""Asks before a folder is taken out of the library, and tells what happens then."""

from PySide6.QtWidgets import QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.ui import words
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion


class RemoveFolderQuestion(YesNoQuestion):
    """``accepted`` is the answer yes; closing is no."""

    def __init__(self, folder: Folder, parent: QWidget) -> None:
        gone = words.count(folder.photos, "photo")
        faces = words.count(folder.faces, "face")
        super().__init__(
            f"Remove “{shown(folder.path.name or folder.path)}” from the library?",
            f"{gone} and {faces} disappear from this window. Your files stay where they are, "
            "untouched. Names are remembered: add the folder again and everybody is back.",
            "Remove",
            "Cancel",
            parent,
            danger=True,
        )
        self.setWindowTitle("Remove folder")
