"""Pictures that are there more than once: stacks, the best of each, and the ways to settle it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.library import Library
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.duplicates.values import Stack, StackKind
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui import theme, words
from photoorg.ui.duplicates.list_export import ask_and_write
from photoorg.ui.duplicates.stack_delegate import StackDelegate
from photoorg.ui.duplicates.stack_view import StackView
from photoorg.ui.duplicates.stacks_model import StacksModel
from photoorg.ui.duplicates.telling import ALL, kinds
from photoorg.ui.file_manager import show_files
from photoorg.ui.pages.page import Page
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.row_list import RowList
from photoorg.ui.widgets.segments import Segments

_LIST = 280
_MOST = 0.4
"""As wide is the list at most, as a share of the page."""
_Flag = QItemSelectionModel.SelectionFlag


class DuplicatesPage(Page):
    """The stacks on the left, the pictures of one of them on the right.

    What takes a while at a big library waits for the end of a scan.
    """

    key: ClassVar[str] = "duplicates"
    name: ClassVar[str] = kept("Duplicates")
    icon: ClassVar[str] = "duplicates"
    at_times: ClassVar[bool] = True
    counts_at_rest: ClassVar[bool] = True
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})
    shows: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS, Kind.PEOPLE, Kind.FACES})

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._waiting = False
        self.compare_action = self.new_action(self, tr("Compare"), self._compare, "C")
        self.compare_action.setToolTip(tr("Show two of them beside each other (C)"))
        self.show_action = self.new_action(self, tr("Show in folder"), self._show_in_folder)
        self.deny_action = self.new_action(self, tr("Not duplicates"), self._deny, "Delete")
        self.export_action = self.new_action(self, tr("Export list…"), self._export, "Ctrl+E")
        self.look_action = self.new_action(self, tr("Look for duplicates"), self._look)
        self.look_action.setToolTip(tr("Look at photos that are new since the last time"))
        self.model = StacksModel(self)
        self.list = RowList(
            tr("Stacks of duplicates"), delegate=lambda view: StackDelegate(view, thumbnails)
        )
        self.view = StackView(
            session,
            thumbnails,
            {self.compare_action: "compare", self.show_action: "folder", self.deny_action: "apart"},
        )
        self.filter = Segments(kinds(), tr("Kind of duplicates"))
        self._empty = EmptyState(
            "duplicates",
            tr("No duplicates found"),
            tr(
                "Copies, versions and bursts of photos are found here, with the best of them "
                "proposed. Nothing is moved or deleted."
            ),
            self.look_action.text(),
        )
        self._held: Held[list[Stack]] = Held(self.view.grid.is_busy, self._show, self)
        self._options = QWidget()
        self.buttons: dict[QAction, QPushButton] = {}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._follow()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._fit_list()
        none = QLabel(tr("There are none of this kind."))
        none.setProperty("look", "quiet")
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.view, 1)
        full = QWidget()
        lines = QVBoxLayout(full)
        lines.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 24, 4)
        top.addWidget(self.filter)
        top.addStretch()
        lines.addLayout(top)
        self._parts = QStackedLayout()
        lines.addLayout(self._parts, 1)  # first: without a parent it would show what it is given
        self._parts.addWidget(both)
        self._parts.addWidget(none)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(full)
        options = QHBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(8)
        for action in (self.export_action, self.look_action):
            button = self.buttons[action] = QPushButton(action.text())
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            options.addWidget(button)

    def _connect(self) -> None:
        self._empty.acted.connect(self.look_action.trigger)
        self.filter.chosen.connect(lambda kind: self._show_kind(self.model.all(), kind))
        self.list.selectionModel().currentChanged.connect(self._open_stack)
        self.list.activated.connect(lambda: self.view.grid.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.addActions([self.compare_action, self.show_action, self.deny_action])
        self.view.opened.connect(self.openPhoto)
        self.thumbnails.ready.connect(self._thumbnail_ready)
        self.session.scanningChanged.connect(self._rest)

    @classmethod
    def count(cls, library: Library) -> int:
        return library.duplicates.count()

    def options(self) -> QWidget | None:
        return self._options

    def menu_actions(self) -> list[QAction]:
        of_stack = [self.compare_action, self.show_action, self.deny_action]
        return [*of_stack, self.export_action, self.look_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        if self.session.scanning and self.model.all():
            self._waiting = True
            return
        ask = self.session.reads.ask
        ask("duplicates", _read, self._held.hear, every=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """Leave the most of a narrow page to the pictures."""
        self.list.setFixedWidth(min(theme.scaled(_LIST), round(_MOST * self.width())))

    def close(self) -> bool:
        """Show nothing that is read later."""
        self._held.drop()
        return super().close()

    def _rest(self) -> None:
        if self._waiting and not self.session.scanning:
            self._waiting = False
            self.refresh(self.shows)

    # --- what is shown ------------------------------------------------------------------

    def _show(self, stacks: Sequence[Stack]) -> None:
        denied = any(stack.kind is StackKind.DENIED for stack in stacks)
        self.filter.offer(StackKind.DENIED, on=denied)
        if self.model.kind == StackKind.DENIED and not denied:
            self.filter.choose(ALL)
            self._show_kind(stacks, ALL)
        else:
            self._show_kind(stacks, self.model.kind)
        for kind, name in kinds().items():
            number = words.number(self.model.count(kind))
            self.filter.set_text(kind, tr("{kind} {number}", kind=name, number=number))
        self._pages.setCurrentIndex(1 if stacks else 0)
        self._follow()

    def _show_kind(self, stacks: Sequence[Stack], kind: str) -> None:
        """Show the stacks of a kind, keeping the place."""
        before, row = self.view.stack, max(self.list.currentIndex().row(), 0)
        self.model.show(stacks, kind)
        count = self.model.rowCount()
        self._parts.setCurrentIndex(0 if count else 1)
        like = self.model.row_like(before) if before is not None else -1
        index = self.model.index(like if like >= 0 else min(row, count - 1), 0)
        self.list.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self._open_stack(index)

    def _open_stack(self, index: QModelIndex) -> None:
        """Show the pictures of a stack."""
        there = 0 <= index.row() < self.model.rowCount()
        self.view.show_stack(self.model.stacks()[index.row()] if there else None)
        self._follow()

    def _follow(self) -> None:
        stack = self.view.stack
        several = stack is not None and len(set(stack.photo_ids)) > 1
        self.compare_action.setEnabled(several)
        self.deny_action.setEnabled(several)
        self.show_action.setEnabled(stack is not None)
        denied = stack is not None and stack.kind is StackKind.DENIED
        self.deny_action.setText(tr("Duplicates after all") if denied else tr("Not duplicates"))
        self.deny_action.setToolTip(
            tr("Take back what you said of these photos, or of those that are selected")
            if denied
            else tr("Say so of these photos, or of those that are selected")
        )
        self.export_action.setEnabled(bool(self.model.stacks()) and not denied)
        for action, button in self.buttons.items():
            button.setEnabled(action.isEnabled())

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        delegate = self.list.itemDelegate()
        if kind == "photo" and isinstance(delegate, StackDelegate):
            line = delegate.take_waiting(photo_id)
            if line is not None and line.isValid():
                self.list.update(self.model.index(line.row(), 0))

    # --- actions ------------------------------------------------------------------------

    def _compare(self) -> None:
        photos = self.view.pair()
        if len(photos) > 1:
            self.comparePhotos.emit(photos[0], photos)

    def _deny(self) -> None:
        """Say of the photos that are selected, or else all, that they are none; or take it back."""
        chosen, others = self.view.denied()
        stack = self.view.stack
        if stack is not None and stack.kind is StackKind.DENIED:
            if self.session.perform(take_back, chosen):
                self.session.say(tr("Taken back: these may be duplicates"), undoable=True)
        elif self.session.perform(no_duplicates, chosen, others):
            self.session.say(
                tr(
                    "{n} photos are no duplicates",
                    n=len(chosen),
                    one="{n} photo is no duplicate",
                ),
                undoable=True,
            )

    def _show_in_folder(self) -> None:
        """Show the photos that are selected, or else the whole stack."""
        chosen = self.view.chosen() or self.view.model.members()
        show_files([member.path for member in chosen])

    def _export(self) -> None:
        ask_and_write(self.session, self.model.stacks(), self)

    def _look(self) -> None:
        self.session.exportWanted.emit(DuplicatesRequest(self.session.library.path))


def _read(library: Library) -> list[Stack]:
    return [*library.duplicates.stacks(), *library.duplicates.denied_stacks()]
