"""The folders that are watched over: scan again, show, remove."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.places import is_folder
from photoorg.library import Folder, Library
from photoorg.library.accounting.leaving_out import leave_out
from photoorg.library.decisions import actions
from photoorg.library.finding.folder_tree import Subfolder, subfolders
from photoorg.library.finding.typed import quoted
from photoorg.library.paths import to_text
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui.dialogs.asking.patterns_dialog import PatternsDialog
from photoorg.ui.dialogs.remove_folder_question import RemoveFolderQuestion
from photoorg.ui.file_manager import open_folder
from photoorg.ui.models.folders_model import FoldersModel
from photoorg.ui.pages.page import Page
from photoorg.ui.photos.folder_list import FolderList
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState

_Flag = QItemSelectionModel.SelectionFlag


class FoldersPage(Page):
    """Scanning is asked for with ``session.foldersWanted`` and ``session.deletedFolders``.

    Where many photos of a folder were not met by the last scan, nobody but the user knows whether
    they were deleted or a drive is away: the line of that folder asks.
    """

    key: ClassVar[str] = "folders"
    name: ClassVar[str] = kept("Folders")
    icon: ClassVar[str] = "folder"
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})
    shows: ClassVar[Changed] = frozenset({Kind.FOLDERS, Kind.PHOTOS, Kind.FACES})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = FoldersModel(self)
        self.list = FolderList(self.model)
        self._put_off: dict[int, int] = {}
        self._empty = EmptyState(
            "folder",
            tr("No folders yet"),
            tr(
                "Add a folder of photos. Nothing in it is moved or changed; folders inside it "
                "count too."
            ),
            tr("Add a folder"),
        )
        self._empty.acted.connect(self.addFolder)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        self._all = QPushButton(tr("Scan all again"))
        self._all.setToolTip(tr("Look for new, changed and deleted photos in every folder"))
        self._all.clicked.connect(lambda: self.session.foldersWanted.emit([]))
        self.deleted_action = QAction(tr("They were deleted"), self)
        self.deleted_action.setToolTip(
            tr("Show them no more; should their files come back, so do their faces and names")
        )
        self.deleted_action.triggered.connect(self._take_deleted_out)
        self.drive_away_action = QAction(tr("The drive is away"), self)
        self.drive_away_action.setToolTip(tr("Keep showing them, and ask again another day"))
        self.drive_away_action.triggered.connect(self._put_question_off)
        self.photos_action = QAction(tr("Show photos"), self)
        self.photos_action.setToolTip(tr("Show the photos in this folder and in those inside it"))
        self.photos_action.triggered.connect(self._show_photos)
        self.scan_action = QAction(tr("Scan again"), self)
        self.scan_action.setToolTip(tr("Look for new, changed and deleted photos"))
        self.scan_action.triggered.connect(self._scan)
        self.show_action = QAction(tr("Show in file manager"), self)
        self.show_action.triggered.connect(self._open_folder)
        self.patterns_action = QAction(tr("Leave out…"), self)
        self.patterns_action.setToolTip(tr("Say what of this folder is not to be shown"))
        self.patterns_action.triggered.connect(self._ask_for_patterns)
        self.remove_action = QAction(tr("Remove"), self)
        self.remove_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove_action.triggered.connect(self._ask_to_remove)
        self.list.offer(
            {
                self.deleted_action: "trash",
                self.drive_away_action: "drive",
                self.photos_action: "photos",
                self.scan_action: "refresh",
                self.show_action: "folder",
                self.remove_action: "trash",
                self.patterns_action: "hide",
            }
        )
        self.list.activated.connect(self.photos_action.trigger)
        self.list.lineChanged.connect(self._fit_actions)
        session.scanningChanged.connect(self._scanning_changed)
        session.waysChanged.connect(self._show_ways)
        self._show_ways()
        self.setFocusProxy(self.list)

    @classmethod
    def count(cls, library: Library) -> int:
        return library.folders.count()

    def options(self) -> QWidget | None:
        return self._all

    def menu_actions(self) -> list[QAction]:
        return [
            self.deleted_action,
            self.drive_away_action,
            self.photos_action,
            self.scan_action,
            self.show_action,
            self.patterns_action,
            self.remove_action,
        ]

    def refresh(self, changed: Changed) -> None:
        del changed
        ask = self.session.reads.ask
        ask("folders", lambda library: library.folders.list(), self._show, every=True)

    def _show(self, folders: list[Folder]) -> None:
        self.model.show(folders, [folder.id for folder in folders if self._asks(folder)])
        asked = self.model.first_asked()
        if asked >= 0 and not self.list.currentIndex().isValid():
            # the answers stand on the line at hand: without a hand on any they would be hidden
            self.list.selectionModel().setCurrentIndex(self.model.index(asked), _Flag.NoUpdate)
        self._fit_actions()
        self.list.follow()
        self._all.setEnabled(bool(folders))
        self._stack.setCurrentWidget(self._full if folders else self._empty)
        self.session.reads.ask("folder tree", subfolders, self._show_inside)

    def _show_inside(self, folders: list[Subfolder]) -> None:
        self.model.show_inside(folders)
        self.list.follow()

    def _show_ways(self) -> None:
        self.model.show_ways(self.session.ways)

    def _scanning_changed(self) -> None:
        self.refresh(self.shows)

    def _asks(self, folder: Folder) -> bool:
        """Tell whether the user has to say what became of photos that are not there.

        Not while a scan runs: it may still find them, or settle it by itself.
        """
        open_question = folder.unseen > 0 and self._put_off.get(folder.id) != folder.unseen
        return open_question and not folder.away and not self.session.scanning

    def _fit_actions(self) -> None:
        asked = self.model.is_asked(self.list.line)
        self.deleted_action.setVisible(asked)
        self.drive_away_action.setVisible(asked)
        added = self.list.line < 0 or bool(self.model.folder(self.list.line))
        self.patterns_action.setVisible(added)
        self.remove_action.setVisible(added)

    def _asked(self) -> list[Folder]:
        rows = [row for row in self.list.at_hand() if self.model.is_asked(row)]
        return [folder for row in rows if (folder := self.model.folder(row))]

    def _take_deleted_out(self) -> None:
        folders = self._asked()
        if folders:
            self.session.deletedFolders.emit([folder.path for folder in folders])
            self.session.say(
                tr(
                    "Taking out {n} photos; they come back if their files do",
                    n=sum(folder.unseen for folder in folders),
                    one="Taking out {n} photo; they come back if their files do",
                )
            )

    def _put_question_off(self) -> None:
        self._put_off |= {folder.id: folder.unseen for folder in self._asked()}
        self.refresh(self.shows)

    def _chosen(self) -> list[Path]:
        return [self.model.path(row) for row in self.list.at_hand()]

    def _show_photos(self) -> None:
        for path in self._chosen()[:1]:
            self.photosWanted.emit(f"folder:{quoted(to_text(path))}")

    def _scan(self) -> None:
        folders = self._chosen()
        if folders:
            self.session.foldersWanted.emit(folders)

    def _open_folder(self) -> None:
        for path in self._chosen()[:1]:
            if is_folder(path):
                open_folder(path)
            else:
                self.session.failed.emit(
                    tr(
                        "The folder {path} is not there; connect its drive and try again.",
                        path=shown(path),
                    )
                )

    def _ask_for_patterns(self) -> None:
        for folder in (self.model.folder(row) for row in self.list.at_hand()[:1]):
            if folder is None:  # they are those of what was added
                continue
            lines = self.session.library.folders.patterns(folder.id)
            dialog = PatternsDialog(shown(folder.path.name or folder.path), lines, self)
            dialog.agreed.connect(lambda said, folder=folder: self._leave_out(folder, said))
            dialog.open()

    def _leave_out(self, folder: Folder, lines: list[str]) -> None:
        if self.session.perform(_set_patterns, folder, lines):
            self.session.foldersWanted.emit([folder.path])

    def _ask_to_remove(self) -> None:
        folders = (self.model.folder(row) for row in self.list.at_hand()[:1])
        for folder in folders:
            if folder is None:  # only what was added can be removed
                continue
            question = RemoveFolderQuestion(folder, self)
            question.accepted.connect(lambda folder=folder: self._remove(folder))
            question.open()

    def _remove(self, folder: Folder) -> None:
        if self.session.perform(actions.remove_folder, folder.id):
            self.session.say(
                tr("Removed the folder {name}", name=shown(folder.path.name)), undoable=True
            )


def _set_patterns(library: Library, folder: Folder, lines: list[str]) -> Changed:
    """Leave out of a folder what the patterns name; raises UsageError for one that is none."""
    Patterns(str(folder.path), lines)
    return leave_out(library, folder.id, lines)
