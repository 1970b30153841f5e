"""Everything the user did, step by step, and the way to any of these moments."""

from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QVBoxLayout, QWidget

from photoorg.library import Edit
from photoorg.library.decisions.history import KEPT
from photoorg.tr import kept, tr
from photoorg.types import Changed
from photoorg.ui.delegates.history_delegate import HistoryDelegate
from photoorg.ui.models.history_model import HistoryModel
from photoorg.ui.pages.page import EVERYTHING, Page
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.row_list import RowList


class HistoryPage(Page):
    """What is undone stays in the list, dimmed, until something else is done."""

    key: ClassVar[str] = "history"
    name: ClassVar[str] = kept("History")
    shows: ClassVar[Changed] = EVERYTHING

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = HistoryModel(self)
        self.list = RowList(tr("History"), delegate=HistoryDelegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setModel(self.model)
        self._empty = EmptyState(
            "history",
            tr("Nothing done yet"),
            tr(
                "Names, answers and everything else you do appear here and can be taken back, also "
                "tomorrow."
            ),
        )
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        self.back_action = QAction(tr("Go back to here"), self)
        self.back_action.setToolTip(tr("Undo everything that was done after this"))
        self.forward_action = QAction(tr("Go forward to here"), self)
        self.forward_action.setToolTip(tr("Do everything again up to this"))
        for action in (self.back_action, self.forward_action):
            action.triggered.connect(self._go)
        self.list.offer({self.back_action: "history", self.forward_action: "refresh"})
        self.list.lineChanged.connect(self._fit_actions)
        self.list.activated.connect(self._go)
        self.setFocusProxy(self.list)

    def menu_actions(self) -> list[QAction]:
        return [self.back_action, self.forward_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        ask = self.session.reads.ask
        ask("history", lambda library: library.history.entries(KEPT), self._show, every=True)

    def _show(self, steps: list[Edit]) -> None:
        self.model.show(steps)
        self._fit_actions()
        self.list.follow()
        self._stack.setCurrentWidget(self._full if steps else self._empty)

    def _fit_actions(self) -> None:
        row, now = self.list.line, self.model.now
        self.back_action.setVisible(row > now)
        self.forward_action.setVisible(0 <= row < now)

    def _go(self) -> None:
        for row in self.list.at_hand()[:1]:
            if row != self.model.now:
                self.session.go_to(self.model.step(row))
