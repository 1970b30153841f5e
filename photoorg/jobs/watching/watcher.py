"""A thread that hears of changes in folders, as long as it is wanted.

``watchfiles`` asks the system (inotify, FSEvents, ReadDirectoryChangesW). On Linux each directory
is watched by itself, as the system counts them, and what is not a photo's place is left alone.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from photoorg.file_systems import FileSystems
from photoorg.jobs.watching.changes import Reader
from photoorg.jobs.watching.directories import Root, budget
from photoorg.jobs.watching.ears import Ears, NotUnderstoodError
from photoorg.jobs.watching.plan import Plan, make_plan
from photoorg.jobs.watching.ways import Way

log = logging.getLogger(__name__)

LOOK_S = 5.0
"""Whether a drive came or went away is asked this often."""
TRIES = 3
"""A directory may vanish between being listed and being watched."""
DAZED_S = 2.0
"""After changes that could not be understood so long a pause is made."""
RESTS = 10
"""While new directories come all the time, so many times longer is listened than planned."""


class Watcher:
    """Watches ``roots`` from :meth:`start` to :meth:`close`.

    ``planned`` hears, in the thread, which way each root is kept up to date, at once and whenever
    that may have changed, and ``heard`` in which directories something changed, which may have
    gone. ``most`` directories may be watched, None: as many as there are, each with all below it.
    """

    def __init__(
        self,
        roots: Sequence[Root],
        planned: Callable[[Mapping[Path, Way]], None],
        heard: Callable[[Collection[Path]], None],
        most: int | None,
    ) -> None:
        self._roots = roots
        self._planned = planned
        self._heard = heard
        self._most = most
        self._stop = threading.Event()
        self._ears = Ears()
        # a share that never answers cannot hold up the end of the program
        self._thread = threading.Thread(target=self._run, name="watching folders", daemon=True)

    @classmethod
    def usual(
        cls,
        roots: Sequence[Root],
        planned: Callable[[Mapping[Path, Way]], None],
        heard: Callable[[Collection[Path]], None],
    ) -> "Watcher":
        """Return one that takes its part of what the system lets a user watch."""
        return cls(roots, planned, heard, budget())

    def start(self) -> None:
        self._thread.start()

    def is_alive(self) -> bool:
        """Tell whether the thread runs still."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Let the thread end as soon as it can; nothing is told any more."""
        self._stop.set()

    def close(self, timeout_s: float = 5.0) -> bool:
        """End the thread; return whether it has ended, as it does unless a disk does not answer."""
        self.stop()
        self._thread.join(timeout_s)
        return not self.is_alive()

    def _run(self) -> None:
        again: Collection[Path] = ()
        try:
            while not self._stop.is_set():
                began = time.monotonic()
                plan = self._begin()
                took = time.monotonic() - began
                if not self._stop.is_set():
                    self._planned(dict(plan.ways))
                    self._tell(again)  # what came into new directories before they were watched
                    again = self._listen(plan)
                    self._stop.wait(min(took, DAZED_S) * RESTS)
        finally:
            self._ears.close()

    def _begin(self) -> Plan:
        """Make a plan and watch what it names; where that is refused, the plan says so."""
        for _ in range(TRIES):
            plan = make_plan(self._roots, FileSystems.now(), self._most, self._stop.is_set)
            try:
                self._ears.listen_to(plan.paths, recursive=plan.recursive)
            except (FileNotFoundError, PermissionError):
                continue
            except OSError as error:
                log.warning("folders cannot be watched: %s", error)
                break
            else:
                return plan
        plan.refuse()
        self._ears.close()
        return plan

    def _listen(self, plan: Plan) -> Collection[Path]:
        """Hand over changes until the plan does not fit any more; return what made it unfit."""
        reader = Reader(plan)
        look_at = time.monotonic() + LOOK_S
        while not self._stop.is_set():
            try:
                meaning = reader.read(self._ears.hear(self._stop))
            except NotUnderstoodError as error:
                log.info("changes were not understood: %s", error)
                self._stop.wait(DAZED_S)
                return plan.heard()
            self._tell(meaning.folders)
            if meaning.renew:
                return meaning.folders
            if time.monotonic() >= look_at:
                look_at = time.monotonic() + LOOK_S
                if moved := plan.moved(FileSystems.now()):
                    return moved
        return ()

    def _tell(self, folders: Collection[Path]) -> None:
        if folders and not self._stop.is_set():
            self._heard(folders)
