"""Which page is open, how one got there, and which pages have to read the library again."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from photoorg.types import Changed
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.session import EVERYTHING

MakePage = Callable[[], Page]


class Navigator(QObject):
    """Makes pages when they are first wanted; a page that is not seen is refreshed when it is."""

    arrived = Signal(object)
    addFolder = Signal()

    def __init__(
        self, makers: Mapping[str, MakePage], stack: QStackedWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._stack = stack
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Changed] = {}
        self._trail: list[Visit] = []

    @property
    def key(self) -> str:
        """The key of the page that is open."""
        return self._trail[-1].key if self._trail else ""

    @property
    def root(self) -> str:
        """The key of the page from which one walked to the open one."""
        return self._trail[0].key if self._trail else ""

    @property
    def came_from(self) -> str:
        """The title of the page that :meth:`back` leads to; empty at a root."""
        if len(self._trail) < 2:
            return ""
        return self._pages[self._trail[-2].key].title

    def current(self) -> Page | None:
        """Return the page that is open."""
        return self._pages.get(self.key)

    def made(self) -> list[Page]:
        """Return every page that exists."""
        return list(self._pages.values())

    def page(self, key: str) -> Page:
        """Return a page, made now if it did not exist."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._makers[key]()
            self._stale[key] = EVERYTHING
            page.openPerson.connect(self.open_person)
            page.openPhoto.connect(self.open_photo)
            page.openFaces.connect(self.open_photo)
            page.comparePhotos.connect(self.compare_photos)
            page.openVideo.connect(self.open_video)
            page.openPage.connect(self.walk_to)
            page.reviewWanted.connect(self.review)
            page.addFolder.connect(self.addFolder)
            page.goBack.connect(self.back)
            self._stack.addWidget(page)
        return page

    def go(self, key: str) -> None:
        """Open one of the pages of the sidebar."""
        self._trail = [Visit(key)]
        self._arrive()

    def walk_to(self, key: str) -> None:
        """Open a page that one comes back from to the open one."""
        if self.key != key:
            self._walk(Visit(key))

    def review(self, person_id: int) -> None:
        """Ask what there is to ask about a person, or about everybody (0)."""
        if self.key == "review":
            self._trail.pop()
        self._walk(Visit("review", person_id=person_id))

    def open_person(self, person_id: int) -> None:
        """Open a person's page."""
        if self.key == "person":
            self._trail.pop()
        self._walk(Visit("person", person_id=person_id))

    def open_photo(self, photo_id: int, among: list[int], faces: Sequence[int] = ()) -> None:
        """Open the viewer at a photo; the arrow keys walk through ``among``.

        The faces that are meant are outlined there.
        """
        walk = tuple(among)
        self._walk(Visit("viewer", photo_id=photo_id, photo_ids=walk, face_ids=frozenset(faces)))

    def compare_photos(self, photo_id: int, among: list[int]) -> None:
        """Open the viewer at a photo beside the next one of ``among``."""
        self._walk(Visit("viewer", photo_id=photo_id, photo_ids=tuple(among), compared=True))

    def open_video(self, video_id: int) -> None:
        """Open the page of a video."""
        self._walk(Visit("video", photo_id=video_id))

    def back(self) -> None:
        """Go to where one came from; at a root nothing happens."""
        if len(self._trail) < 2:
            return
        self._keep_place()
        left = self._trail.pop()
        self._arrive()
        page = self.current()
        if page is not None:
            page.come_back(left)

    def tell(self, changed: Changed) -> None:
        """Refresh the open page now, the others when they are opened."""
        for key, page in self._pages.items():
            if changed & page.shows:
                self._stale[key] = self._stale.get(key, frozenset()) | (changed & page.shows)
        self.freshen(self.key)

    def _arrive(self) -> None:
        visit = self._trail[-1]
        page = self.page(visit.key)
        self.freshen(visit.key)
        depth = len(self._trail)
        page.open(visit)
        if len(self._trail) < depth or self._trail[-1].key != visit.key:
            return  # what should be shown is gone, and the page has gone back by itself
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self.arrived.emit(page)

    def _walk(self, visit: Visit) -> None:
        self._keep_place()
        self._trail.append(visit)
        self._arrive()

    def _keep_place(self) -> None:
        """Let the open page be found again as it is left."""
        page = self.current()
        if page is not None:
            self._trail[-1] = page.place(self._trail[-1])

    def freshen(self, key: str) -> None:
        """Refresh a page now if something it shows has changed."""
        stale = self._stale.pop(key, None)
        if stale:
            self._pages[key].refresh(stale)
