"""The window's one connection to the library: actions go in, ``changed`` comes out.

Every action of the user passes through :meth:`Session.perform`, so that a known error always
becomes a sentence on the screen and every change reaches every page by the same road.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from photoorg import settings as stored_settings
from photoorg.errors import PhotoorgError
from photoorg.jobs.watching.ways import Way
from photoorg.library import Edit, Library
from photoorg.library.journal import travel
from photoorg.settings import Settings
from photoorg.tr import retold, tr
from photoorg.types import Changed, Kind
from photoorg.ui.reads import Reads
from photoorg.ui.turned import Turned, redone, undone
from photoorg.ui.writes import Writes

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

EVERYTHING: Changed = frozenset(Kind)
POLL_MS = 1500
MANY = 1000
"""A step about more faces than these takes longer than the next frame."""
LONG = 10_000
"""So many bytes are remembered of one that is about :data:`MANY` faces."""


class Session(QObject):
    """A library that is open in a window.

    ``changed`` carries the kinds of thing that are different now; ``said`` a sentence and whether
    it can be undone; ``offered`` one, a button and what it does; ``failed`` what did not work.
    """

    changed = Signal(object)
    said = Signal(str, bool)
    offered = Signal(str, str, object)
    hushed = Signal()
    failed = Signal(str)
    named = Signal(int)
    """The id of somebody who has just got a name, or more faces."""
    travelled = Signal(object)
    """A step was undone or done again (:class:`Turned`); ``changed`` was told before.

    Nobody hears of it who has gone on elsewhere while a thread was turning it."""
    waiting = Signal()
    """A thread has begun a step: what can be undone after it is not known yet."""
    scanned = Signal()
    """A scan has ended, and what it did was said."""
    settingsChanged = Signal(object)
    groupingWanted = Signal(str)
    """The name of an engine to group by, if the user agrees with what that changes."""
    groupingDecided = Signal()
    """What was wanted is done, refused, or was not possible."""
    scanningChanged = Signal()
    waysChanged = Signal()
    """Folders are kept up to date in another way than before, see ``ways``."""
    foldersWanted = Signal(list)
    """Folders (``list[Path]``) to add and scan; empty: scan again what is known."""
    photoJobWanted = Signal(object)
    """A :class:`photoorg.jobs.photo_request.PhotoRequest` to be done when it is possible."""
    exportWanted = Signal(object)
    """A request to be done when it is possible: an export, names for other programs, a search."""
    namesTold = Signal(object)
    """What other programs tell of who is in photos, before anything of it is taken over."""
    deletedFolders = Signal(list)
    """Folders (``list[Path]``) of which the photos that are not there were deleted."""

    def __init__(
        self,
        library: Library,
        settings: Settings | None = None,
        models: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.reads = Reads(library.path, self)
        self.reads.failed.connect(self.failed)
        self.writes = Writes(library.path, self)
        self.settings = settings or stored_settings.load()
        self.models = models
        self.scanning = False
        self.ways: Mapping[Path, Way] = {}
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look_elsewhere)

    def watch(self, *, on: bool) -> None:
        """Notice, or stop noticing, what other processes write into the library.

        Off while our own job runs, which tells itself what it changed.
        """
        if on:
            self._poll.start()
        else:
            self._poll.stop()

    def set_scanning(self, *, on: bool) -> None:
        """Say whether photos are being scanned: what is not there yet may come."""
        if on != self.scanning:
            self.scanning = on
            self.scanningChanged.emit()

    def set_ways(self, ways: Mapping[Path, Way]) -> None:
        """Say which way each folder is kept up to date; one that is not named in none yet."""
        if ways != self.ways:
            self.ways = ways
            self.waysChanged.emit()

    def perform(
        self,
        action: Callable[Concatenate[Library, P], Changed],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Run ``action(library, *arguments)``; return whether it worked.

        On success ``changed`` is emitted; a known error becomes ``failed`` and changes nothing.
        """
        self.writes.settle()
        try:
            return self._hear(action(self.library, *arguments, **named))
        except PhotoorgError as error:
            return self._hear(error)

    def perform_on(
        self,
        faces: int,
        action: Callable[[Library], Changed],
        then: Callable[[bool], None],
    ) -> None:
        """Run ``action(library)`` as :meth:`perform` does, and tell ``then`` whether it worked.

        One that is about very many ``faces`` is run by a thread; whatever is performed next waits
        for it.
        """
        if faces <= MANY:
            then(self.perform(action))
        else:
            self._do_in_thread(action, lambda outcome: then(self._hear(outcome)))

    def _do_in_thread(
        self, act: Callable[[Library], T], then: Callable[[T | Exception], None]
    ) -> None:
        self.writes.do(act, then)
        self.waiting.emit()

    def _hear(self, outcome: Changed | Exception) -> bool:
        """Tell everybody what an action has changed, or why it has not; return whether it has."""
        if isinstance(outcome, Exception):
            self._fail(outcome)
            return False
        if outcome:
            self.changed.emit(outcome)
        return True

    def _fail(self, error: Exception) -> None:
        """Tell everybody why something has not been done; a bug is shown like any other."""
        if not isinstance(error, PhotoorgError):
            raise error
        log.info("action failed: %s", error)
        self.failed.emit(str(error))

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Show a sentence for a moment, with "Undo" beside it if ``undoable``."""
        self.said.emit(sentence, undoable)

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Show a sentence for a moment, with a button that does ``act``."""
        self.say(sentence)
        self.offered.emit(sentence, button, act)

    def hush(self) -> None:
        """Let what was said for a moment go now: something else needs its place."""
        self.hushed.emit()

    def undo(self) -> None:
        """Take back the newest edit."""
        self._travel(lambda: self.library.history.undo_size, undone, tr("Undone"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._travel(lambda: self.library.history.redo_size, redone, tr("Redone"))

    def go_to(self, step: int) -> None:
        """Undo or redo until this step of the history is the newest one that is done."""

        def tell(turned: list[Edit] | Exception) -> None:
            QGuiApplication.restoreOverrideCursor()
            if isinstance(turned, Exception):
                self._fail(turned)
            elif turned:
                self.changed.emit(EVERYTHING)
                self.say(
                    tr("{n} steps undone", n=len(turned), one="A step undone")
                    if turned[0].undone
                    else tr("{n} steps redone", n=len(turned), one="A step redone")
                )

        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)  # thousands take seconds
        self._turn(
            lambda: self.library.history.way_size(step),
            lambda library: travel.go_to(library, step),
            tell,
        )

    def _travel(
        self, size: Callable[[], int], step: Callable[[Library], Turned | None], word: str
    ) -> None:
        where = QGuiApplication.focusObject()

        def tell(turned: Turned | Exception | None) -> None:
            if isinstance(turned, Exception):
                self._fail(turned)
            elif turned is not None:
                self.changed.emit(EVERYTHING)
                if QGuiApplication.focusObject() == where:
                    self.travelled.emit(turned)
                self.say(f"{word}: {retold(turned.edit.label)}")

        self._turn(size, step, tell)

    def _turn(
        self,
        size: Callable[[], int],
        act: Callable[[Library], T],
        tell: Callable[[T | Exception], None],
    ) -> None:
        """Undo or redo what takes ``size()`` bytes, after whatever a thread is doing."""
        turned: T | Exception
        try:
            if not self.writes.idle() or size() > LONG:
                self._do_in_thread(act, tell)
                return
            turned = act(self.library)
        except PhotoorgError as error:
            turned = error
        tell(turned)

    def add_folders(self, folders: Sequence[Path] = ()) -> None:
        """Ask for a scan of these folders; without any, of everything that is known."""
        self.foldersWanted.emit(list(folders))

    def look_elsewhere(self) -> None:
        """Emit ``changed`` if another process has written to the library."""
        try:
            if self.library.changes_elsewhere():
                self.changed.emit(EVERYTHING)
        except PhotoorgError as error:
            self._poll.stop()
            self.failed.emit(str(error))

    def choose(self, settings: Settings) -> None:
        """Keep ``settings`` and tell everybody."""
        try:
            stored_settings.save(settings)
        except OSError as error:
            reason = error.strerror or error
            self.failed.emit(tr("The settings could not be saved: {reason}", reason=reason))
        self.settings = settings
        self.settingsChanged.emit(settings)
