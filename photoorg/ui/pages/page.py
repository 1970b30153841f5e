"""What every page of the window is: a title, a refresh, and signals that go up to the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from photoorg.library import Library
from photoorg.tr import retold
from photoorg.types import Changed
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.selection_bar import SelectionBar

__all__ = ["EVERYTHING", "Page", "Visit"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A place one can come back to: a page, and what it showed."""

    key: str
    person_id: int = 0
    photo_id: int = 0
    photo_ids: tuple[int, ...] = ()
    compared: bool = False
    """Whether the photo is shown beside another one."""
    face_ids: frozenset[int] = frozenset()
    """Faces for whose sake photos are looked at."""


class Page(QWidget):
    """Base of the pages.

    The window shows ``title`` in its top bar, ``search_hint`` in the search field (empty: the
    page cannot be searched, and the field is hidden) and :meth:`options` beside it. A page reads
    the library in :meth:`refresh`, which the window calls with :data:`EVERYTHING` before the page
    is shown first and with what changed afterwards; then :meth:`open` says what of it is wanted.
    What grows with the library is asked through ``session.reads`` and shown when the answer is
    here. Pages never call each other: they emit.
    """

    key: ClassVar[str]
    """What the window calls this page."""
    name: ClassVar[str] = ""
    """What the user calls it."""
    icon: ClassVar[str] = ""
    """Its icon in the sidebar; without one it is no page of the sidebar."""

    openPerson = Signal(int)
    openPhoto = Signal(int, list)
    openFaces = Signal(int, list, list)
    """As the signal before; the last ones are the faces that are meant."""
    """A photo's id, and the ids among which the arrow keys move."""
    comparePhotos = Signal(int, list)
    """The same of two photos beside each other: this one and the next."""
    openVideo = Signal(int)
    openPage = Signal(str)
    """The key of a page that one comes back from to this one."""
    reviewWanted = Signal(int)
    """The questions about a person are to be asked."""
    addFolder = Signal()
    photosWanted = Signal(str)
    """The photos that a search finds are to be shown."""
    suggested = Signal(list)
    """Texts (``list[str]``) to which what is typed into the search field may go on."""
    demonstrationWanted = Signal()
    """Photos to try the program with are asked for."""
    settingsWanted = Signal()
    packReady = Signal()
    """Face models have just become usable: folders that were dropped before can be scanned."""
    titleChanged = Signal()
    goBack = Signal()

    shows: ClassVar[Changed] = EVERYTHING
    """Kinds of change that make this page refresh."""
    search_hint: ClassVar[str] = ""
    counts_on: ClassVar[Changed] = frozenset()
    """Kinds of change that make the sidebar :meth:`count` again; none: it shows no number."""
    counts_at_rest: ClassVar[bool] = False
    """Whether counting takes so long that it waits for the end of a scan."""
    at_times: ClassVar[bool] = False
    """Whether the sidebar offers this page only while it counts more than nothing."""
    alone: ClassVar[bool] = False
    """Whether the window hides its sidebar and its top bar while this page is shown."""
    full_window: ClassVar[bool] = False
    """Whether the window hides everything else while this page is shown."""

    keys: ClassVar[Mapping[str, str]] = {}
    """Keys that are no actions, and what they do; any view of the page may have such ``keys``."""

    own_title: ClassVar[bool] = False
    """Whether the page shows its title itself, so that the top bar need not."""

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.thumbnails = thumbnails
        self._first: QWidget | None = None

    @property
    def title(self) -> str:
        """What stands in the top bar: the page's name, or that of what it shows."""
        return retold(self.name)

    @classmethod
    def count(cls, library: Library) -> int:
        """Return the number that the sidebar shows beside this page, made already or not."""
        del library
        return 0

    @staticmethod
    def new_action(on: QWidget, text: str, does: Callable[[], None], keys: str = "") -> QAction:
        """Return an action of the widget ``on``, whose keys work there and in what it holds."""
        action = QAction(text, on)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        on.addAction(action)
        return action

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Let ``widget`` have the keyboard when the page gets it.

        With a proxy of Qt, Tab would step over all that stands before it on the page.
        """
        self._first = widget

    def focusProxy(self) -> QWidget | None:
        return self._first

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._first is not None:
            self._first.setFocus(reason)
        else:
            super().setFocus(reason)

    def open(self, visit: Visit) -> None:
        """Show what is visited; ``goBack`` is emitted when it is not there any more."""

    def place(self, visit: Visit) -> Visit:
        """Return ``visit`` so that what this page shows now is found again later."""
        return visit

    def come_back(self, left: Visit) -> None:
        """Hear, after :meth:`open`, which place one came back from."""

    def close(self) -> bool:
        """End what would outlive the page; call it before the library is closed."""
        return super().close()

    def refresh(self, changed: Changed) -> None:
        """Read what this page shows from the library again, keeping selection and position."""

    def search(self, text: str) -> None:
        """Show only what matches ``text``; empty shows everything."""

    def search_menu(self) -> QMenu | None:
        """Return what the magnifying glass in the search field offers."""
        return None

    def options(self) -> QWidget | None:
        """Return the view options that the top bar shows while this page is open."""
        return None

    def bars(self) -> list[QWidget]:
        """Return what stands at the bottom of this page, and no message may hide."""
        return list(self.findChildren(SelectionBar))

    def menu_actions(self) -> list[QAction]:
        """Return what the menu "Edit" offers while this page is open."""
        return []
