"""A link on a person's page to the moments of videos in which this person is seen."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Library, Person
from photoorg.library.videos.values import Moment
from photoorg.plain_text import clock
from photoorg.tr import tr
from photoorg.ui.people.player import play
from photoorg.ui.session import Session

MOST = 40
"""A menu of more moments is no use; the videos themselves are among the photos."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When a person is seen, and where the videos lie."""

    person: int
    moments: tuple[Moment, ...]
    paths: tuple[Path, ...]


class MomentsLink(QToolButton):
    """Hidden where the person is in no video; ``wanted`` carries a video that is to be shown."""

    wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._person: int | None = None
        self.setProperty("look", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.hide()

    def follow(self, person: Person) -> None:
        """Show the moments of a person as they are now."""
        if self._person != person.id:
            self.hide()
        self._person = person.id
        self._session.reads.ask("moments", partial(read_moments, person=person.id), self._show)

    def _show(self, found: Moments) -> None:
        if found.person != self._person:
            return
        count = len(found.moments)
        self.setText(tr("{n} moments in videos", n=count, one="{n} moment in videos"))
        menu = self.menu()
        menu.clear()
        for moment, path in list(zip(found.moments, found.paths, strict=True))[:MOST]:
            line = tr(
                "{video}, {begin} to {end}",
                video=shown(path.name),
                begin=clock(moment.begin),
                end=clock(moment.end),
            )
            menu.addAction(line.replace("&", "&&"), partial(self._open, moment, path))
        self.setVisible(count > 0)

    def _open(self, moment: Moment, path: Path) -> None:
        self.wanted.emit(moment.photo_id)
        if not play(path, moment.begin):
            self._session.failed.emit(
                tr("There is no program on this computer that plays videos; install one.")
            )


def read_moments(library: Library, person: int) -> Moments:
    """Return when a person is seen in videos."""
    moments = library.videos.moments(person)
    places = {id_: library.photos.get(id_).path for id_ in {one.photo_id for one in moments}}
    return Moments(person, tuple(moments), tuple(places[one.photo_id] for one in moments))
