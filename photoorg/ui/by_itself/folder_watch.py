"""The window's side of watching: says when which folders are worth a look, and how each is kept up.

A watcher's thread hears of changes, an agenda gathers them; what is read in folders is the job's.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from photoorg.jobs.watching.agenda import Agenda
from photoorg.jobs.watching.directories import Root, roots_of
from photoorg.jobs.watching.watcher import Watcher
from photoorg.jobs.watching.ways import Way
from photoorg.settings import Settings
from photoorg.types import Changed, Kind
from photoorg.ui.session import Session

PATIENCE_S = 2.0
"""So long the window waits for the thread to end when it closes."""


class FolderWatch(QObject):
    """Keeps the folders of a session's library up to date from :meth:`begin` to :meth:`close`.

    ``wanted`` carries folders (``list[Path]``) that are to be looked at, never while
    :meth:`set_busy` says that a job runs.
    """

    wanted = Signal(list)
    _planned = Signal(object)
    _heard = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._agenda = Agenda()
        self._begun = self._busy = False
        self._roots: list[Root] = []
        self._watchers: list[Watcher] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take)
        self._planned.connect(self._show_ways)
        self._heard.connect(self._hear)
        session.changed.connect(self._changed)
        session.settingsChanged.connect(self._settings_changed)
        self._wanted = session.settings.watch

    def begin(self) -> None:
        """Watch the folders of the library; one that cannot be written has no use for news."""
        if self._begun or self._session.library.connection.read_only:
            return
        self._begun = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._turned)
        self._ask_for_roots()

    def close(self) -> None:
        """End it; nothing is left running, unless a disk does not answer."""
        self._begun = False
        self._timer.stop()
        self._stop_watching()
        for watcher in self._watchers:
            watcher.close(PATIENCE_S)
        self._watchers.clear()

    def set_busy(self, *, busy: bool) -> None:
        """Say whether a job runs: nothing is wanted meanwhile."""
        self._busy = busy
        self._arm()

    def looked(self, folders: Sequence[Path] | None) -> None:
        """These folders have been looked at, None: all."""
        roots = [root.path for root in self._roots]
        self._agenda.looked(roots if folders is None else folders, time.monotonic())

    def look_again(self, folders: Sequence[Path], *, soon: bool) -> None:
        """Look at these once more: they were wanted, and the look at them did not end."""
        if soon:
            self._hear(folders)
        else:
            self._agenda.put_off(folders, time.monotonic())
            self._arm()

    # --- what is watched ----------------------------------------------------------------

    def _changed(self, changed: Changed) -> None:
        if self._begun and Kind.FOLDERS in changed:
            self._ask_for_roots()

    def _settings_changed(self, settings: Settings) -> None:
        if settings.watch != self._wanted:
            self._wanted = settings.watch
            self._watch(self._roots)

    def _ask_for_roots(self) -> None:
        self._session.reads.ask("watched folders", roots_of, self._follow)

    def _follow(self, roots: list[Root]) -> None:
        if self._begun and roots != self._roots:
            self._watch(roots)

    def _watch(self, roots: list[Root]) -> None:
        self._roots = roots
        self._stop_watching()
        if not self._begun:
            return
        if not self._wanted or not roots:
            self._show_ways({root.path: Way.UNASKED for root in roots})
        else:
            watcher = Watcher.usual(roots, self._say_planned, self._say_heard)
            self._watchers.append(watcher)
            watcher.start()

    def _stop_watching(self) -> None:
        """Let the thread end; who waited for it would wait for a disk."""
        for watcher in self._watchers:
            watcher.stop()
        self._watchers = [watcher for watcher in self._watchers if watcher.is_alive()]

    # --- in the thread ------------------------------------------------------------------

    def _say_planned(self, ways: Mapping[Path, Way]) -> None:
        with suppress(RuntimeError):  # the window has just been taken down
            self._planned.emit(ways)

    def _say_heard(self, folders: Collection[Path]) -> None:
        with suppress(RuntimeError):
            self._heard.emit(folders)

    # --- what is to be looked at --------------------------------------------------------

    def _show_ways(self, ways: Mapping[Path, Way]) -> None:
        if self._begun and ways.keys() == {root.path for root in self._roots}:
            rounds = [path for path, way in ways.items() if way.in_rounds]
            self._agenda.go_round(rounds, time.monotonic())
            self._session.set_ways(ways)
            self._arm()

    def _hear(self, folders: Collection[Path]) -> None:
        if self._begun and self._wanted:
            self._agenda.hear(folders, time.monotonic())
            self._arm()

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._agenda.turn_to(time.monotonic())
            self._arm()

    def _arm(self) -> None:
        """Wake up when there will be something to do."""
        due = self._agenda.due_at()
        if due is None or self._busy or not (self._begun and self._wanted):
            self._timer.stop()
        else:
            self._timer.start(max(0, round(1000 * (due - time.monotonic()))))

    def _take(self) -> None:
        if folders := self._agenda.take(time.monotonic()):
            self.wanted.emit(folders)
        self._arm()
