"""Undo and redo lead to what they changed, unless it is on the screen already."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.problems_page import ProblemsPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.session import Session
from photoorg.ui.shell.navigator import Navigator
from photoorg.ui.turned import Turned

_MOST = 50
"""More people than these are not selected: nobody looks at each of them."""
_LEFT = (PeoplePage, PersonPage, PhotosPage, FoldersPage, ProblemsPage, ViewerPage)
"""Pages that are left for what a step was about; others show it themselves, as the history."""


class StepShower(QObject):
    """Selects on the page of people whom a step was about, or shows the folders."""

    def __init__(self, session: Session, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._library = session.library
        self._navigator = navigator

    def show(self, turned: Turned) -> None:
        """Show what a step was about that has been undone, or done again."""
        page = self._navigator.current()
        if not isinstance(page, _LEFT):
            return
        people, folders = turned.people, turned.folders
        if people and not self._sees([*people, *turned.left]):
            if not isinstance(page, PeoplePage):
                self._navigator.go(PeoplePage.key)
            self._select(people[:_MOST])
        elif folders and not people and not isinstance(page, FoldersPage):
            self._navigator.go(FoldersPage.key)

    def _sees(self, people: Sequence[int]) -> bool:
        """Tell whether the open page is about one of these people."""
        page = self._navigator.current()
        if isinstance(page, PersonPage):
            return page.person is not None and page.person.id in people
        if isinstance(page, ViewerPage) and page.photo_id is not None:
            return any(
                face.person_id in people for face in self._library.faces.of_photo(page.photo_id)
            )
        return False

    def _select(self, people: list[int]) -> None:
        page = self._navigator.current()
        assert isinstance(page, PeoplePage), "somebody has just opened it"
        if page.model.rowCount():
            page.reader.show_at_once(people)
            self._put_keyboard_on(page, people)
        else:  # the page is new: it shows everybody as soon as they are read
            page.reader.shown.connect(
                lambda: self._put_keyboard_on(page, people), Qt.ConnectionType.SingleShotConnection
            )

    def _put_keyboard_on(self, page: PeoplePage, people: list[int]) -> None:
        there = [person for person in people if page.model.row_of(person) >= 0]
        if there:
            page.grid.select_people(there, there[0])
            page.grid.scrollTo(page.grid.currentIndex())
            page.grid.setFocus()
