"""The pages of the window, those of the sidebar in its order."""

from photoorg.ui.pages.duplicates_page import DuplicatesPage
from photoorg.ui.pages.first_run_page import FirstRunPage
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.pages.history_page import HistoryPage
from photoorg.ui.pages.page import Page
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.problems_page import ProblemsPage
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.pages.scenes_page import ScenesPage
from photoorg.ui.pages.triage_page import DoubtfulPage, StrangersPage
from photoorg.ui.pages.video_page import VideoPage
from photoorg.ui.pages.videos_page import VideosPage
from photoorg.ui.pages.viewer_page import ViewerPage

PAGES: tuple[type[Page], ...] = (
    PeoplePage,
    ReviewPage,
    PhotosPage,
    VideosPage,
    DuplicatesPage,
    ScenesPage,
    FoldersPage,
    ProblemsPage,
    HistoryPage,
    DoubtfulPage,
    StrangersPage,
    PersonPage,
    VideoPage,
    ViewerPage,
    FirstRunPage,
)
SIDEBAR = {page.key: (page.icon, page.name) for page in PAGES if page.icon}
"""The icon and the words of each page of the sidebar."""
AT_TIMES = frozenset(page.key for page in PAGES if page.at_times)
"""Pages of the sidebar that are not there while they would be empty."""
