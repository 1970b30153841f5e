"""Every file that could not be read, and why: try again, show it, or leave it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from photoorg.library import Library, Problem
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui.file_manager import show_files
from photoorg.ui.models.problems_model import ProblemsModel
from photoorg.ui.pages.page import Page
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.row_list import RowList

PHOTOS: Changed = frozenset({Kind.PHOTOS})
_Flag = QItemSelectionModel.SelectionFlag


class ProblemsPage(Page):
    """The actions are for the line at hand or the selected lines; two buttons are for all."""

    key: ClassVar[str] = "problems"
    name: ClassVar[str] = kept("Problems")
    icon: ClassVar[str] = "problems"
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})
    shows: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = ProblemsModel(self)
        self.list = RowList(tr("Files that could not be read"))
        self.list.setModel(self.model)
        self._empty = EmptyState(
            "check",
            tr("No problems"),
            tr("Files that cannot be read are listed here, with the reason."),
        )
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        self.retry_action = QAction(tr("Try again"), self)
        self.retry_action.triggered.connect(lambda: self._retry(self._chosen()))
        self.show_action = QAction(tr("Show in folder"), self)
        self.show_action.triggered.connect(
            lambda: show_files([problem.path for problem in self._chosen()[:1]])
        )
        self.ignore_action = QAction(tr("Ignore"), self)
        self.ignore_action.setToolTip(tr("Take it off this list until the file changes"))
        self.ignore_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.ignore_action.triggered.connect(lambda: self._ignore(self._chosen()))
        self.list.offer(
            {
                self.retry_action: "refresh",
                self.show_action: "folder",
                self.ignore_action: "hide",
            }
        )
        self.list.activated.connect(self.show_action.trigger)
        self._options = QWidget()
        self.retry_all = QPushButton(tr("Try all again"))
        self.ignore_all = QPushButton(tr("Ignore all"))
        self.retry_all.clicked.connect(lambda: self._retry(self.model.problems()))
        self.ignore_all.clicked.connect(lambda: self._ignore(self.model.problems()))
        row = QHBoxLayout(self._options)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.retry_all)
        row.addWidget(self.ignore_all)
        self.setFocusProxy(self.list)

    @classmethod
    def count(cls, library: Library) -> int:
        return len(library.photos.problems())

    def options(self) -> QWidget | None:
        return self._options

    def menu_actions(self) -> list[QAction]:
        return [self.retry_action, self.show_action, self.ignore_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        ask = self.session.reads.ask
        ask("problems", lambda library: library.photos.problems(), self._show, every=True)

    def _show(self, problems: list[Problem]) -> None:
        selected = [problem.file_id for problem in self._selected()]
        place = self.list.verticalScrollBar().value()
        if self.model.show(problems):
            for photo_id in selected:
                if (row := self.model.row_of(photo_id)) >= 0:
                    self.list.selectionModel().select(self.model.index(row), _Flag.Select)
            self.list.verticalScrollBar().setValue(place)
        self.list.follow()
        for button in (self.retry_all, self.ignore_all):
            button.setEnabled(bool(problems))
        self._stack.setCurrentWidget(self._full if problems else self._empty)

    def _selected(self) -> list[Problem]:
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return [self.model.problem(row) for row in rows]

    def _chosen(self) -> list[Problem]:
        return [self.model.problem(row) for row in self.list.at_hand()]

    def _retry(self, problems: Sequence[Problem]) -> None:
        if problems and self.session.perform(_retry, [problem.file_id for problem in problems]):
            self.session.foldersWanted.emit([])

    def _ignore(self, problems: Sequence[Problem]) -> None:
        if problems and self.session.perform(_ignore, [problem.file_id for problem in problems]):
            self.session.say(tr("Ignored {n} files", n=len(problems), one="Ignored a file"))


def _retry(library: Library, photo_ids: list[int]) -> Changed:
    library.photos.retry(photo_ids)
    return PHOTOS


def _ignore(library: Library, photo_ids: list[int]) -> Changed:
    library.photos.ignore_problems(photo_ids)
    return PHOTOS
