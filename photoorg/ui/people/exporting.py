"""Giving the photos of people away, and their names to other programs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui.dialogs.elsewhere.export_dialog import ExportDialog, called
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion
from photoorg.ui.session import Session


class Exporting(QObject):
    """The actions for the people whom ``whom`` returns; :meth:`follow` says if there are any.

    The work itself is a job.
    """

    def __init__(
        self, session: Session, whom: Callable[[], Sequence[Person]], page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._whom = whom
        self._page = page
        self.action = QAction(tr("Export photos…"), self)
        self.action.setToolTip(tr("Copy the photos into a folder"))
        self.action.setShortcut(QKeySequence("Ctrl+E"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self._ask)
        page.addAction(self.action)
        self.write_action = QAction(tr("Write names beside photos…"), self)
        self.write_action.setToolTip(tr("Tell other programs who is in the photos"))
        self.write_action.triggered.connect(self._ask_to_write)
        self.actions = (self.action, self.write_action)

    def follow(self, *, anybody: bool) -> None:
        """Offer it, or not."""
        for action in self.actions:
            action.setEnabled(anybody)

    def _ask(self) -> None:
        people = [person for person in self._whom() if person.count]
        if people:
            dialog = ExportDialog(self._session.library.path, people, self._page)
            dialog.wanted.connect(self._session.exportWanted)
            dialog.open()

    def _ask_to_write(self) -> None:
        people = [person for person in self._whom() if person.count and person.name]
        if not people:
            self._session.failed.emit(
                tr("Name this group first; then its name can be written beside photos.")
            )
            return
        question = YesNoQuestion(
            tr("Write names beside photos?"),
            tr(
                "Where {people} can be seen is written into XMP files beside the photos, which "
                "other programs read. Photos are not touched, and whatever else is in such a file "
                "stays.",
                people=called(people),
            ),
            tr("Write names"),
            tr("Cancel"),
            self._page,
        )
        question.setWindowTitle(tr("Write names beside photos"))
        ids = tuple(person.id for person in people)
        request = WritingRequest(self._session.library.path, ids, called(people))
        question.accepted.connect(lambda: self._session.exportWanted.emit(request))
        question.open()
