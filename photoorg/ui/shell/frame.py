"""What stands around the open page: sidebar, top bar, line of the job, and messages above all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder, Library
from photoorg.library.elsewhere.news import News
from photoorg.tr import retold, tr
from photoorg.ui import theme
from photoorg.ui.pages.page import Page
from photoorg.ui.people.news_strip import NewsStrip
from photoorg.ui.shell.away_strip import AwayStrip
from photoorg.ui.shell.demonstration_strip import DemonstrationStrip
from photoorg.ui.shell.job_bar import JobBar
from photoorg.ui.shell.page_list import AT_TIMES, SIDEBAR
from photoorg.ui.shell.sidebar import Sidebar
from photoorg.ui.shell.toast import Toast
from photoorg.ui.shell.top_bar import TopBar
from photoorg.ui.widgets.notice import Notice

_AWAY = 24
"""How far a message stands from the edges of the page."""
_GAP = 8
"""How far it stands, at least, from the bar for the selection."""
_MOVES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)
_TELL = ("people", "person", "photos", "videos")
"""Above these pages stands what there is to tell of folders."""
_LEAST = QSize(640, 440)
"""Less room than this has no page enough of; for letters of usual size, if the screen allows."""
_OF_THE_SCREEN = 0.8
"""The title and the menu stand above, and what the system shows around."""
TIGHT = 860
"""A window narrower than this shows icons only at its left edge; for letters of usual size."""


class Frame(QWidget):
    """The parts and their places; the window connects what they do."""

    def __init__(self, library: Library, *, demonstration: bool) -> None:
        super().__init__()
        self._demonstration = demonstration
        self._tight = False
        self._wide_before = True
        self._tells = False
        self.sidebar = Sidebar(SIDEBAR, AT_TIMES)
        self.top_bar = TopBar()
        self.stack = QStackedWidget()
        self.job_bar = JobBar()
        self.strip = DemonstrationStrip()
        self.read_only = Notice(_cannot_be_written(library))
        self.read_only.setVisible(library.connection.read_only)
        self.away, self.news = AwayStrip(), NewsStrip()
        self._show_strips()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.read_only)
        column.addWidget(self.top_bar)
        column.addWidget(self.away)
        column.addWidget(self.news)
        column.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(right, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(middle, 1)
        rows.addWidget(self.job_bar)
        self.toast = Toast(self, left=self.sidebar.width() + _AWAY)

    @property
    def wants_narrow(self) -> bool:
        """Whether the user, not the width of the window, wants icons only."""
        return not self._wide_before if self._tight else self.sidebar.folded

    def fit(self, width: int) -> None:
        """Narrow the sidebar while the window is too narrow for both."""
        self.place_toast()
        tight = width < theme.scaled(TIGHT)
        if tight != self._tight:
            self._tight = tight
            self._wide_before = not self.sidebar.folded if tight else self._wide_before
            self.sidebar.fold(folded=tight or not self._wide_before)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.parentWidget() is not None:
            self.window().setMinimumSize(self.least_size())

    def least_size(self) -> QSize:
        """Return how small its letters let the window become; never larger than the screen."""
        room = QSize(theme.scaled(_LEAST.width()), theme.scaled(_LEAST.height()))
        screen = self.screen().availableSize() * _OF_THE_SCREEN
        return room.boundedTo(screen.expandedTo(_LEAST))

    def place_toast(self) -> None:
        """Put messages where they hide neither the sidebar nor a bar at the bottom of the page."""
        left = (0 if self.sidebar.isHidden() else self.sidebar.width()) + _AWAY
        below = (0 if self.job_bar.isHidden() else self.job_bar.height()) + _AWAY
        page = self.stack.currentWidget()
        bars = page.bars() if isinstance(page, Page) else []
        bar = next((bar for bar in bars if bar.isVisible()), None)
        if bar is None:
            self.toast.stand(left, below)
            return
        corner = bar.mapTo(self, QPoint(0, 0))
        self.toast.stand(left, below, corner.x() - left - _GAP, self.height() - corner.y() + _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a message away from a bar that came, went or moved while it is read."""
        if event.type() in _MOVES:
            self.place_toast()
        return super().eventFilter(watched, event)

    def say(self, sentence: str, undoable: bool) -> None:  # noqa: FBT001 - a slot
        """Show a message for a moment, with "Undo" beside it if that is possible."""
        self.place_toast()
        self.toast.say(sentence, undoable=undoable)

    def show_away(self, folders: Sequence[Folder]) -> None:
        """Tell above photos and people that these folders cannot be reached."""
        self.away.show_folders(folders)
        self._show_strips()

    def show_news(self, news: Sequence[News]) -> None:
        """Tell above photos and people that other programs told of new names."""
        self.news.show_news(news)
        self._show_strips()

    def _show_strips(self) -> None:
        for strip in (self.away, self.news):
            strip.setVisible(self._tells and strip.tells)

    def surround(self, page: Page, came_from: str, searched: str) -> None:
        """Show what belongs around a page, and nothing else."""
        alone = page.alone or page.full_window
        self.sidebar.setVisible(not alone)
        self.job_bar.setVisible(not page.full_window)
        self.top_bar.setVisible(not alone)
        for bar in page.bars():
            bar.installEventFilter(self)
        self.strip.setVisible(self._demonstration and not page.full_window)
        self._tells = page.key in _TELL
        self._show_strips()
        self.top_bar.show_search(searched)
        self.top_bar.show_page(
            page.title,
            retold(page.search_hint),
            page.options(),
            "" if page.full_window else came_from,
            page.search_menu(),
            own_title=page.own_title,
        )


def _cannot_be_written(library: Library) -> str:
    return tr(
        "Everything can be seen, but nothing named or changed: {file} cannot be written. Check the "
        "permissions of the file and of its folder.",
        file=shown(library.path),
    )
