"""Groups of photos that look alike: their names, and what belongs to which."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.scenes.request import SECONDS, ScenesRequest
from photoorg.library import Library
from photoorg.library.scenes import deciding
from photoorg.library.scenes.values import Scene
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui import theme
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.models.photo_sheet import Sheet, sheet_of
from photoorg.ui.models.photos_model import PhotosModel
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.photos.photo_grid import PhotoGrid
from photoorg.ui.scenes.scene_delegate import SceneDelegate
from photoorg.ui.scenes.scenes_model import ScenesModel, title_of
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.row_list import RowList
from photoorg.ui.widgets.selection_bar import SelectionBar

_LIST = 280
_Flag = QItemSelectionModel.SelectionFlag

Shown = tuple[Sequence[Scene], Sheet]


class ScenesPage(Page):
    """The groups on the left, the photos of one of them on the right, below its name."""

    key: ClassVar[str] = "scenes"
    name: ClassVar[str] = kept("Groups")
    icon: ClassVar[str] = "groups"
    at_times: ClassVar[bool] = True
    counts_at_rest: ClassVar[bool] = True
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS, Kind.SCENES})
    shows: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS, Kind.SCENES})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._sheet = Sheet()
        self._open_id: int | None = None
        self.move_action = self._action(tr("Put into another group…"), self._move, "M")
        self.out_action = self._action(tr("Take out of the group"), self._take_out, "Delete")
        self.name_action = self._action(tr("Name this group"), self._start_naming, "F2")
        self.merge_action = self._action(tr("Put groups together"), self._merge)
        self.merge_action.setToolTip(tr("Make one of the groups that are selected"))
        self.look_action = self._action(tr("Look for groups"), self._look)
        self.look_action.setToolTip(tr("Look at photos that are new since the last time"))
        self.model = ScenesModel(self)
        self.list = RowList(
            tr("Groups of photos"), delegate=lambda view: SceneDelegate(view, thumbnails)
        )
        self.photos = PhotosModel(session.library.photos, self)
        self.grid = PhotoGrid(self.photos, thumbnails)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name this group"))
        self.field.setAccessibleName(tr("Name of the group"))
        self._empty = EmptyState(
            "groups",
            tr("No groups of photos yet"),
            tr("Photos that look alike are put together here, whoever is in them."),
            self.look_action.text(),
        )
        self._held: Held[Shown] = Held(self.grid.is_busy, self._show, self)
        self._options = QPushButton(self.look_action.text())
        self._merging = QPushButton(self.merge_action.text())
        self._merging.setToolTip(self.merge_action.toolTip())
        self._bar = SelectionBar(self)
        self._bar.offer({self.move_action: "forward", self.out_action: "apart"})
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._follow()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setFixedWidth(theme.scaled(_LIST))
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.list)
        right = QVBoxLayout()
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 24, 4)
        top.addWidget(self.field, 1)
        top.addWidget(self._merging)
        right.addLayout(top)
        right.addWidget(self.grid, 1)
        row.addLayout(right, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self._options.clicked.connect(self.look_action.trigger)
        self._empty.acted.connect(self.look_action.trigger)
        self._merging.clicked.connect(self.merge_action.trigger)
        self._bar.cleared.connect(self.grid.clearSelection)
        self.list.addActions([self.name_action, self.merge_action])
        self.list.selectionModel().currentChanged.connect(self._open_scene)
        self.list.selectionModel().selectionChanged.connect(self._follow)
        self.grid.selectionCountChanged.connect(self._follow)
        self.grid.opened.connect(self._open_photo)
        self.grid.addActions([self.move_action, self.out_action])
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.field.returnPressed.connect(self._name)
        self.thumbnails.ready.connect(self._thumbnail_ready)

    @classmethod
    def count(cls, library: Library) -> int:
        return len(library.scenes.every())

    def options(self) -> QWidget | None:
        return self._options

    def menu_actions(self) -> list[QAction]:
        photos = [self.move_action, self.out_action]
        return [self.name_action, self.merge_action, *photos, self.look_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        self.session.reads.ask("groups of photos", _read, self._held.hear, every=True)

    def come_back(self, left: Visit) -> None:
        if left.photo_id:
            self.grid.make_current(left.photo_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.list.setFixedWidth(theme.scaled(_LIST))

    def close(self) -> bool:
        """Show nothing that is read later."""
        self._held.drop()
        return super().close()

    # --- what is shown ------------------------------------------------------------------

    def _show(self, shown: Shown) -> None:
        scenes, self._sheet = shown
        row = max(self.list.currentIndex().row(), 0)
        self.model.show(scenes)
        known = self.model.row_of(self._open_id)
        index = self.model.index(known if known >= 0 else min(row, len(scenes) - 1), 0)
        self.list.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self._open_scene(index)
        self._pages.setCurrentIndex(1 if scenes else 0)

    def _open_scene(self, index: QModelIndex) -> None:
        scene = self.model.scene(index.row())
        another = scene is None or scene.id != self._open_id
        if another:
            self.grid.clearSelection()
        self._open_id = None if scene is None else scene.id
        if another or not self.field.isModified():  # a scan does not take away half a name
            self.field.setText("" if scene is None else scene.name or "")
            self.field.setCursorPosition(0)
        self.name_action.setEnabled(scene is not None)
        self.grid.show_photos(self._sheet.of(set(scene.photo_ids)) if scene else Sheet())
        self._follow()

    def _follow(self, *_: object) -> None:
        selected = self.grid.selected_count()
        self.move_action.setEnabled(selected > 0)
        self.out_action.setEnabled(selected > 0)
        self._bar.show_count(selected)
        self.merge_action.setEnabled(len(self.list.selectedIndexes()) > 1)
        self._merging.setVisible(self.merge_action.isEnabled())

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        if kind == "photo" and any(photo_id in one.photo_ids[:1] for one in self.model.scenes()):
            self.list.viewport().update()

    # --- actions ------------------------------------------------------------------------

    def _action(self, text: str, does: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(does)
        return action

    def _start_naming(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _name(self) -> None:
        if self._open_id is None:
            return
        name = self.field.text().strip()
        self.field.setModified(False)
        if name:
            self.session.perform(deciding.rename, self._open_id, name)
        else:
            self.session.perform(deciding.unname, self._open_id)

    def _move(self) -> None:
        menu = self.groups_menu()
        menu.popup(self.mapToGlobal(self.rect().center()))

    def groups_menu(self) -> QMenu:
        """Return a menu of the groups into which the selected photos can be put."""
        menu = ContextMenu(self)
        chosen = self.grid.selected_ids()
        for scene in self.model.scenes():
            if scene.id != self._open_id:
                menu.addAction(title_of(scene)).triggered.connect(
                    lambda _=False, id_=scene.id: self.session.perform(deciding.move, chosen, id_)
                )
        menu.addSeparator()
        menu.addAction(tr("New group")).triggered.connect(
            lambda: self.session.perform(deciding.gather, chosen)
        )
        return menu

    def _take_out(self) -> None:
        chosen = self.grid.selected_ids()
        if self.session.perform(deciding.take_out, chosen):
            self.session.say(
                tr(
                    "{n} photos taken out of the group",
                    n=len(chosen),
                    one="{n} photo taken out of the group",
                ),
                undoable=True,
            )

    def _merge(self) -> None:
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        ids = [scene.id for row in rows if (scene := self.model.scene(row)) is not None]
        self.session.perform(deciding.merge, ids[0], ids[1:])

    def _open_photo(self, index: QModelIndex) -> None:
        photo = self.photos.photo_id(index)
        if photo is not None:
            self.openPhoto.emit(photo, self.photos.ids())

    def _look(self) -> None:
        self.session.exportWanted.emit(ScenesRequest(self.session.library.path, SECONDS))


def _read(library: Library) -> Shown:
    return library.scenes.every(), sheet_of(library.photos.layout())
