"""The pictures of one stack below what is to be said of it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photoorg.library import Library
from photoorg.library.duplicates.values import Member, Stack
from photoorg.tr import tr
from photoorg.ui.context_menu import open_item_menu
from photoorg.ui.duplicates.member_delegate import MemberDelegate
from photoorg.ui.duplicates.members_model import MembersModel
from photoorg.ui.duplicates.stack_head import StackHead
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid


class StackView(QWidget):
    """Has a button for each action; ``opened`` carries a photo and all of its stack."""

    opened = Signal(int, list)

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailLoader,
        actions: Mapping[QAction, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = list(actions)
        self.stack: Stack | None = None
        self.model = MembersModel(self)
        self.head = StackHead(actions)
        self.grid = TileGrid()
        self.grid.setAccessibleName(tr("Photos of the stack"))
        self.grid.setItemDelegate(MemberDelegate(self.grid, thumbnails))
        self.grid.setModel(self.model)
        self.grid.opened.connect(self._open)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        thumbnails.ready.connect(self._thumbnail_ready)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)

    def show_stack(self, stack: Stack | None) -> None:
        """Show a stack; what is known of its files is read meanwhile."""
        if stack != self.stack:
            self.grid.clearSelection()
        self.stack = stack
        self.head.show_stack(stack)
        if stack is None:
            self.model.show([], best=False)
            return
        read = partial(_members, stack=stack)
        self._session.reads.ask("members of a stack", read, partial(self._show, stack))

    def chosen(self) -> list[Member]:
        """Return the files that are selected."""
        found = (self.model.member(index) for index in self.grid.selected())
        return [member for member in found if member is not None]

    def photos(self) -> list[int]:
        """Return the photos in the order shown, each once."""
        return list(dict.fromkeys(member.photo_id for member in self.model.members()))

    def pair(self) -> list[int]:
        """Return the photos beginning with two that are worth comparing.

        They are the first two that are selected, or the best one and another.
        """
        chosen = list(dict.fromkeys(member.photo_id for member in self.chosen()))
        photos = self.photos()
        begin = chosen if len(chosen) > 1 else [*photos[:1], *chosen]
        return list(dict.fromkeys([*begin, *photos]))

    def denied(self) -> tuple[list[int], list[int]]:
        """Return the photos that are selected, or else all, and those that are not."""
        chosen = list(dict.fromkeys(member.photo_id for member in self.chosen())) or self.photos()
        return chosen, [photo for photo in self.photos() if photo not in chosen]

    def _show(self, stack: Stack, members: Sequence[Member]) -> None:
        if stack is self.stack:
            self.model.show(members, best=stack.why is not None)

    def _open(self, index: QModelIndex) -> None:
        member = self.model.member(index)
        if member is not None:
            self.opened.emit(member.photo_id, self.photos())

    def _menu(self, at: QPoint) -> None:
        open_item_menu(self.grid, at, self._open, self._actions)

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        if kind == "photo" and photo_id in self.photos():
            self.grid.viewport().update()


def _members(library: Library, stack: Stack) -> list[Member]:
    return library.duplicates.members(stack)
