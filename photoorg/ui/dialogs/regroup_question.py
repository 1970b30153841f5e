"""Asks before all faces are grouped anew, and tells what would change."""

from PySide6.QtWidgets import QWidget

from photoorg.jobs.group_request import GroupSummary
from photoorg.tr import tr
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion


class RegroupQuestion(YesNoQuestion):
    """``accepted`` is the answer yes; closing is no."""

    def __init__(self, preview: GroupSummary, parent: QWidget) -> None:
        super().__init__(
            tr("Group all faces anew?"),
            tr(
                "{changes}. Everybody you named keeps the name and the faces you gave. It is one "
                "step, which Undo takes back.",
                changes=preview.changes(),
            ),
            tr("Group anew"),
            tr("Leave as it is"),
            parent,
        )
        self.setWindowTitle(tr("Group anew"))
