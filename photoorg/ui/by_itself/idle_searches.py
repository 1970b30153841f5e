"""Looking for duplicates and groups of photos by itself, while there is nothing else to do."""

from PySide6.QtCore import QObject, QTimer

from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.jobs.messages import Summary
from photoorg.jobs.scan_request import ScanRequest
from photoorg.jobs.scenes.request import SECONDS, ScenesRequest
from photoorg.settings import Settings
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.session import Session

REST_MS = 60_000
"""So long nothing else was done before a search begins."""


class IdleSearches(QObject):
    """Runs both searches after each scan, one after the other, once the window has come to rest.

    A search that had to end for another job goes on later; one that the user stopped waits for
    the next scan.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._left: list[Job] = []
        self._wanted = session.settings.find_alike
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        runner.ended.connect(self._ended)
        session.settingsChanged.connect(self._settings_changed)

    def close(self) -> None:
        """Begin nothing any more."""
        self._left.clear()
        self._rest.stop()

    def _ended(self, job: Job, summary: Summary | None) -> None:
        stopped = summary is None and not self._runner.waiting
        if isinstance(job, ScanRequest) and summary is not None:
            self._left = self._both()
        elif job in self._left and summary is not None:
            self._left.remove(job)
        elif job in self._left and stopped:  # by the user, or it failed
            self._left.clear()
        if self._left and job.idle and not self._runner.waiting:
            self._runner.run(self._left[0])
        elif self._left:
            self._rest.start()

    def _both(self) -> list[Job]:
        library = self._session.library
        if not self._wanted or library.connection.read_only:
            return []
        return [
            DuplicatesRequest(library.path, quiet=True),
            ScenesRequest(library.path, SECONDS, quiet=True),
        ]

    def _begin(self) -> None:
        if self._left and self._runner.job is None:  # the end of another job begins the rest anew
            self._runner.run(self._left[0])

    def _settings_changed(self, settings: Settings) -> None:
        if settings.find_alike == self._wanted:
            return
        self._wanted = settings.find_alike
        self._left = self._both()
        if self._left:
            self._rest.start()
        elif self._runner.job is not None and self._runner.job.idle:
            self._runner.cancel()
