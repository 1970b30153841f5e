"""Giving the photos of people away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui.dialogs.export_dialog import ExportDialog
from photoorg.ui.session import Session


class Exporting(QObject):
    """The action for the people whom ``whom`` returns; :meth:`follow` says whether there are any.

    The export itself is a job.
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

    def follow(self, *, anybody: bool) -> None:
        """Offer the export, or not."""
        self.action.setEnabled(anybody)

    def _ask(self) -> None:
        people = [person for person in self._whom() if person.count]
        if people:
            dialog = ExportDialog(self._session.library.path, people, self._page)
            dialog.wanted.connect(self._session.exportWanted)
            dialog.open()
