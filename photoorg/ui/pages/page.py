"""What every page of the window is: a title, a refresh, and signals that go up to the window."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from photoorg.types import Changed
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

__all__ = ["EVERYTHING", "Page"]


class Page(QWidget):
    """Base of the pages.

    The window shows ``title`` in its top bar, ``search_hint`` in the search field (empty: the
    page cannot be searched, and the field is hidden) and :meth:`options` beside it. A page reads
    the library in :meth:`refresh`, which the window calls with :data:`EVERYTHING` before the page
    is shown first and with what changed afterwards. Pages never call each other: they emit.
    """

    openPerson = Signal(int)
    openPhoto = Signal(int, list)
    """A photo's id, and the ids among which the arrow keys move."""
    addFolder = Signal()
    titleChanged = Signal()
    goBack = Signal()

    shows: ClassVar[Changed] = EVERYTHING
    """Kinds of change that make this page refresh."""
    search_hint: ClassVar[str] = ""
    full_window: ClassVar[bool] = False
    """Whether the window hides everything else while this page is shown."""

    own_title: ClassVar[bool] = False
    """Whether the page shows its title itself, so that the top bar need not."""

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.thumbnails = thumbnails

    @property
    def title(self) -> str:
        """The page's name in the top bar."""
        return ""

    def refresh(self, changed: Changed) -> None:
        """Read what this page shows from the library again, keeping selection and position."""

    def search(self, text: str) -> None:
        """Show only what matches ``text``; empty shows everything."""

    def options(self) -> QWidget | None:
        """Return the view options that the top bar shows while this page is open."""
        return None

    def menu_actions(self) -> list[QAction]:
        """Return what the menu "Edit" offers while this page is open."""
        return []
