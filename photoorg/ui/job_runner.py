"""The window's side of the worker process: one job at a time, its messages as signals."""

import logging
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.jobs.messages import (
    Failed,
    Finished,
    LibraryChanged,
    Message,
    Paused,
    Problem,
    Progress,
    Stopped,
    Summary,
)
from photoorg.jobs.request import Request
from photoorg.jobs.worker import WorkerClient
from photoorg.tr import retold
from photoorg.types import Changed

log = logging.getLogger(__name__)

POLL_MS = 50
TELL_MS = 2000
"""A running job changes the library all the time; pages hear about it this often."""


Job: TypeAlias = Request[Summary | None]
"""A job to be run."""


class JobRunner(QObject):
    """Runs jobs one after the other; ``ended`` carries the job and its summary (None: stopped).

    Those that somebody asked for come first, idle ones last.
    """

    started = Signal(object)
    progressed = Signal(object)
    paused = Signal(bool)
    problemFound = Signal(object)
    changed = Signal(object)
    ended = Signal(object, object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = WorkerClient()
        self._waiting: list[Job] = []
        self._job: Job | None = None
        self._kinds: Changed = frozenset()
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._take)
        self._tell = QTimer(self, singleShot=True, interval=TELL_MS)
        self._tell.timeout.connect(self._tell_changed)

    @property
    def job(self) -> Job | None:
        """The job that runs now."""
        return self._job

    @property
    def waiting(self) -> int:
        """How many jobs wait for their turn."""
        return len(self._waiting)

    def run(self, job: Job) -> None:
        """Start ``job``, or let it wait for its turn; one that waits already is not doubled.

        A job that nobody asked for ends for one that somebody did ask for, an idle one for any.
        """
        if job in self._waiting:
            return
        self._waiting.append(job)
        if self._job is None:
            self._next()
        elif _urgency(job) < _urgency(self._job):
            self._client.cancel()

    def pause(self, *, paused: bool) -> None:
        """Let the running job wait, or go on."""
        if paused:
            self._client.pause()
        else:
            self._client.resume()

    def cancel(self) -> None:
        """Stop the running job and forget those that wait; what was committed stays."""
        self._waiting.clear()
        self._client.cancel()

    def close(self) -> None:
        """End everything at once; what was committed stays."""
        self._poll.stop()
        self._tell.stop()
        self._waiting.clear()
        self._client.close()
        self._job = None

    def _next(self) -> None:
        self._job = min(self._waiting, key=_urgency, default=None)
        if self._job is None:
            self._poll.stop()
            return
        self._waiting.remove(self._job)
        self._client.start(self._job)
        self._poll.start()
        self.started.emit(self._job)

    def _take(self) -> None:
        for message in self._client.poll():
            self._hear(message)

    def _hear(self, message: Message) -> None:
        match message:
            case Progress():
                self.progressed.emit(message)
            case Problem():
                self.problemFound.emit(message)
            case LibraryChanged(kinds):
                self._kinds |= kinds
                if not self._tell.isActive():
                    self._tell.start()
            case Paused(paused):
                self.paused.emit(paused)
            case Finished(summary):
                self._end(summary)
            case Stopped():
                self._end(None)
            case Failed(sentence, traceback):
                if traceback:
                    log.error("the job failed:\n%s", traceback)
                self.failed.emit(retold(sentence))
                self._end(None)
            case _:
                log.debug("a message for nobody: %s", message)

    def _end(self, summary: Summary | None) -> None:
        job = self._job
        self._tell.stop()
        self._tell_changed()
        self.ended.emit(job, summary)
        self._next()

    def _tell_changed(self) -> None:
        kinds, self._kinds = self._kinds, frozenset()
        if kinds:
            self.changed.emit(kinds)


def _urgency(job: Job) -> tuple[bool, bool]:
    """Return what is smaller for a job that may not wait for another one."""
    return job.idle, job.gives_way
