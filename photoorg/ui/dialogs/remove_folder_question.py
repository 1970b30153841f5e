"""Asks before a folder is taken out of the library, and tells what happens then."""

from PySide6.QtWidgets import QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion


class RemoveFolderQuestion(YesNoQuestion):
    """``accepted`` is the answer yes; closing is no."""

    def __init__(self, folder: Folder, parent: QWidget) -> None:
        super().__init__(
            tr("Remove “{name}” from the library?", name=shown(folder.path.name or folder.path)),
            tr(
                "{photos} and {faces} disappear from this window. Your files stay where they are, "
                "untouched. Names are remembered: add the folder again and everybody is back.",
                photos=words.photos(folder.photos),
                faces=words.faces(folder.faces),
            ),
            tr("Remove"),
            tr("Cancel"),
            parent,
            danger=True,
        )
        self.setWindowTitle(tr("Remove folder"))
