"""Sorting out in bulk what the program is not sure of, 24 at a time.

Two pages of one kind: "Perhaps not faces" and "Strangers". A click marks what is real, or known;
Enter dismisses all others at once, in one step, and the next ones come.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photoorg.errors import PhotoorgError
from photoorg.library import Face, Library
from photoorg.library.decisions import triage
from photoorg.tr import kept, retold, tr
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.delegates.tile_delegate import TileDelegate
from photoorg.ui.models.faces_model import FACE
from photoorg.ui.models.triage_model import Asked, TriageModel
from photoorg.ui.pages.page import Page
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.tile_grid import TileGrid

AT_ONCE = 24
"""As many as are seen at a glance."""

Action = Callable[[Library, Sequence[int], Sequence[int]], Changed]
Waiting = Callable[[Library], list[Asked]]


class TriagePage(Page):
    """Base of the two pages: says what is asked, what waits, and what an answer does."""

    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})
    question: ClassVar[str]
    nothing: ClassVar[str]
    """The sentence of the page when nothing waits."""
    action: ClassVar[Action]
    """Keeps the first ids and dismisses the others."""
    waiting: ClassVar[Waiting]
    """Returns everything that waits for a verdict, in order."""

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._waiting: list[Asked] = []
        self._is_old = False
        """Something has changed since what is shown was read: it may be answered already."""
        self.model = TriageModel(self)
        self.grid = _Grid()
        self.grid.setAccessibleName(retold(self.question))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self._delegate = TileDelegate(self.grid, thumbnails)
        self.grid.setItemDelegate(self._delegate)
        self.grid.setModel(self.model)
        self.grid.opened.connect(self._open_photo)
        self.grid.selectionCountChanged.connect(self._tell)
        thumbnails.ready.connect(self._thumbnail_ready)
        self.answer_action = QAction(self)
        self.answer_action.triggered.connect(self._answer)
        self.grid.answered.connect(self.answer_action.trigger)
        self._left = QLabel()
        self._left.setProperty("look", "quiet")
        self.button = QPushButton()
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.answer_action.trigger)
        self._empty = EmptyState("check", tr("Nothing left to sort out"), retold(self.nothing))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._questions())
        self._stack.setCurrentIndex(1)  # whether nothing waits is not known yet
        self.setFocusProxy(self.grid)

    def offered(self, kept: int, rest: int) -> str:
        """Return what the button offers to do with those that are marked, and with the rest."""
        if rest and kept:
            return tr("Keep {n}, dismiss {rest}", n=kept, rest=words.number(rest))
        return tr("Dismiss {n}", n=rest) if rest else tr("Keep {n}", n=kept)

    def done(self, kept: int, rest: int) -> str:
        """Return what was done with them."""
        said = tr("{n} dismissed", n=rest) if rest else ""
        return ", ".join(filter(None, (said, tr("{n} kept", n=kept) if kept else "")))

    def menu_actions(self) -> list[QAction]:
        return [self.answer_action]

    def refresh(self, changed: Changed) -> None:
        """Read what waits, and show it then; until then nothing can be answered."""
        del changed
        self._is_old = True
        self.session.reads.ask(self.key, self._read, self._take)

    def _read(self, library: Library) -> list[Asked] | PhotoorgError:
        try:
            return type(self).waiting(library)
        except PhotoorgError as error:
            return error

    def _take(self, waiting: list[Asked] | PhotoorgError) -> None:
        """Show what waits; while something is marked, all that still waits keeps its place."""
        self._is_old = False
        if isinstance(waiting, PhotoorgError):
            self.session.failed.emit(str(waiting))
            return
        self._waiting = waiting
        still = {one.id: one for one in self._waiting}
        marked = {one.id for one in self._marked()}
        if marked & still.keys():
            self._show([still[one.id] for one in self.model.asked() if one.id in still])
            for row, one in enumerate(self.model.asked()):
                if one.id in marked:
                    index = self.model.index(row, 0)
                    flag = QItemSelectionModel.SelectionFlag
                    self.grid.selectionModel().select(index, flag.Select)
        else:
            self._show(self._waiting[:AT_ONCE])

    def _questions(self) -> QWidget:
        asked = QWidget()
        question = QLabel(retold(self.question))
        question.setProperty("look", "section")
        question.setWordWrap(True)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(24, 12, 24, 12)
        top.addWidget(question, stretch=1)
        top.addWidget(self._left)
        bottom.setContentsMargins(24, 8, 24, 16)
        bottom.addStretch()
        bottom.addWidget(self.button)
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, stretch=1)
        column.addLayout(bottom)
        return asked

    def _show(self, rows: Sequence[Asked]) -> None:
        self.model.show(rows)
        if rows and not self.grid.currentIndex().isValid():
            self.grid.selectionModel().setCurrentIndex(
                self.model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._stack.setCurrentIndex(1 if rows else 0)
        self._tell()

    def _marked(self) -> list[Asked]:
        asked = self.model.asked()
        return [asked[index.row()] for index in self.grid.selected()]

    def _tell(self, _: int = 0) -> None:
        kept = len(self._marked())
        rest = len(self.model.asked()) - kept
        said = self.offered(kept, rest) if kept + rest else tr("Dismiss")
        self.answer_action.setText(said)
        self.answer_action.setEnabled(kept + rest > 0)
        self.button.setText(said)
        self.button.setToolTip(tr("Enter"))
        self._left.setText(tr("{n} left", n=len(self._waiting)))

    def _answer(self) -> None:
        if self._is_old:
            return
        marked = [one.id for one in self._marked()]
        rest = [one.id for one in self.model.asked() if one.id not in set(marked)]
        self.grid.clearSelection()  # what is read again begins with nothing marked
        if self.session.perform(type(self).action, marked, rest):
            self._is_old = False  # it is the answer that changed something
            answered = {*marked, *rest}
            self._waiting = [one for one in self._waiting if one.id not in answered]
            self._show(self._waiting[:AT_ONCE])
            self.session.say(self.done(len(marked), len(rest)), undoable=True)

    def _open_photo(self, index: QModelIndex) -> None:
        face = index.data(FACE)
        if isinstance(face, Face):
            flag = QItemSelectionModel.SelectionFlag
            self.grid.selectionModel().select(index, flag.Toggle)  # the first click was no mark
            asked = [one.face for one in self.model.asked()]
            among = list(dict.fromkeys(one.photo_id for one in asked))
            self.openFaces.emit(face.photo_id, among, [one.id for one in asked])

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        tile = self._delegate.take_waiting(face_id) if kind == "face" else None
        if tile is not None and tile.isValid():
            self.grid.viewport().update(self.grid.visualRect(tile))


def _faces(library: Library) -> list[Asked]:
    return [Asked(face.id, face) for face in library.triage.faces()]


def _strangers(library: Library) -> list[Asked]:
    covers = {
        person.cover_face_id: person
        for person in library.triage.strangers()
        if person.cover_face_id is not None
    }
    return [
        Asked(
            covers[face.id].id,
            face,
            (tr("in {n} pictures", n=covers[face.id].count, one="in {n} picture"),),
        )
        for face in library.faces.some(covers)
    ]


class DoubtfulPage(TriagePage):
    """Single faces of groups that are perhaps no faces."""

    key: ClassVar[str] = "doubtful"
    name: ClassVar[str] = kept("Perhaps not faces")
    question: ClassVar[str] = kept("Click the real faces. Enter dismisses the others for good.")
    nothing: ClassVar[str] = kept("What may be no face appears here after a scan.")
    action: ClassVar[Action] = staticmethod(triage.sort_faces)
    waiting: ClassVar[Waiting] = staticmethod(_faces)


class StrangersPage(TriagePage):
    """Groups of people in the background."""

    key: ClassVar[str] = "strangers"
    name: ClassVar[str] = kept("Strangers")
    question: ClassVar[str] = kept(
        "Click the people you know. Enter leaves the others with strangers."
    )
    nothing: ClassVar[str] = kept("People in the background appear here after a scan.")
    action: ClassVar[Action] = staticmethod(triage.sort_strangers)
    waiting: ClassVar[Waiting] = staticmethod(_strangers)

    def offered(self, kept: int, rest: int) -> str:
        if rest and kept:
            return tr("I know {n}, leave {rest}", n=kept, rest=words.number(rest))
        return tr("Leave {n} with strangers", n=rest) if rest else tr("I know {n}", n=kept)

    def done(self, kept: int, rest: int) -> str:
        said = tr("{n} left with strangers", n=rest) if rest else ""
        return ", ".join(filter(None, (said, tr("{n} known", n=kept) if kept else "")))


class _Grid(TileGrid):
    """``answered`` is emitted by Enter; held down, it answers once, for the next are not seen."""

    keys: ClassVar[Mapping[str, str]] = {
        **TileGrid.keys,
        "Return": kept("Answer for all of the page"),
    }

    answered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.answered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
