"""The folders that are watched over: scan again, show, remove."""

from typing import ClassVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.jobs.places import is_folder
from photoorg.library import Folder, actions
from photoorg.types import Changed, Kind
from photoorg.ui.dialogs.remove_folder_question import RemoveFolderQuestion
from photoorg.ui.empty_state import EmptyState
from photoorg.ui.file_manager import open_folder
from photoorg.ui.models.folders_model import FoldersModel
from photoorg.ui.pages.page import Page
from photoorg.ui.row_list import RowList
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class FoldersPage(Page):
    """Scanning is asked for with ``session.foldersWanted``."""

    shows: ClassVar[Changed] = frozenset({Kind.FOLDERS, Kind.PHOTOS, Kind.FACES})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = FoldersModel(self)
        self.list = RowList("Folders")
        self.list.setModel(self.model)
        self._empty = EmptyState(
            "folder",
            "No folders yet",
            "Add a folder of photos. Nothing in it is moved or changed; folders inside it count "
            "too.",
            "Add a folder",
        )
        self._empty.acted.connect(self.addFolder)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._full)
        self._all = QPushButton("Scan all again")
        self._all.setToolTip("Look for new, changed and deleted photos in every folder")
        self._all.clicked.connect(lambda: self.session.foldersWanted.emit([]))
        self.scan_action = QAction("Scan again", self)
        self.scan_action.setToolTip("Look for new, changed and deleted photos")
        self.scan_action.triggered.connect(self._scan)
        self.show_action = QAction("Show in file manager", self)
        self.show_action.triggered.connect(self._show)
        self.remove_action = QAction("Remove", self)
        self.remove_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove_action.triggered.connect(self._ask_to_remove)
        self.list.offer(
            {
                self.scan_action: "refresh",
                self.show_action: "folder",
                self.remove_action: "trash",
            }
        )
        self.list.activated.connect(self.show_action.trigger)
        self.setFocusProxy(self.list)

    @property
    def title(self) -> str:
        return "Folders"

    def options(self) -> QWidget | None:
        return self._all

    def menu_actions(self) -> list[QAction]:
        return [self.scan_action, self.show_action, self.remove_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        try:
            folders = self.session.library.folders.list()
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return
        self.model.show(folders)
        self.list.follow()
        self._all.setEnabled(bool(folders))
        self._stack.setCurrentWidget(self._full if folders else self._empty)

    def _chosen(self) -> list[Folder]:
        return [self.model.folder(row) for row in self.list.at_hand()]

    def _scan(self) -> None:
        folders = self._chosen()
        if folders:
            self.session.foldersWanted.emit([folder.path for folder in folders])

    def _show(self) -> None:
        for folder in self._chosen()[:1]:
            if is_folder(folder.path):
                open_folder(folder.path)
            else:
                self.session.failed.emit(
                    f"The folder {shown(folder.path)} is not there; connect its drive and try "
                    "again."
                )

    def _ask_to_remove(self) -> None:
        for folder in self._chosen()[:1]:
            question = RemoveFolderQuestion(folder, self)
            question.confirmed.connect(lambda folder=folder: self._remove(folder))
            question.open()

    def _remove(self, folder: Folder) -> None:
        if self.session.perform(actions.remove_folder, folder.id):
            self.session.say(f"Removed the folder {shown(folder.path.name)}", undoable=True)
