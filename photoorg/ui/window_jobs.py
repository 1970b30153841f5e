"""What the window lets the worker do, and the sentences that tell what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.analysis.models import find_pack
from photoorg.errors import ModelError
from photoorg.jobs.messages import GroupSummary, ScanSummary, Summary
from photoorg.jobs.worker import GROUP, SCAN
from photoorg.settings import Settings
from photoorg.ui import words
from photoorg.ui.job_bar import JobBar
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.session import Session

SOON_MS = 1500


class WindowJobs(QObject):
    """Scans and groups for one window and shows it in the job bar.

    ``packWanted`` says that folders wait until there is a face pack; ``scanning`` that they are
    on their way.
    """

    packWanted = Signal()
    scanning = Signal()

    def __init__(self, session: Session, bar: JobBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._folders_to_come: list[Path] = []
        self._engine = session.settings.engine
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.scan_known_folders)
        self.runner = JobRunner(self)
        self.runner.started.connect(self._started)
        self.runner.progressed.connect(bar.show_progress)
        self.runner.paused.connect(self._paused)
        self.runner.problemFound.connect(bar.add_problem)
        self.runner.changed.connect(session.changed)
        self.runner.failed.connect(session.failed)
        self.runner.ended.connect(self._ended)
        bar.pauseWanted.connect(self._pause)
        bar.cancelWanted.connect(self.runner.cancel)
        session.settingsChanged.connect(self._settings_changed)

    def has_pack(self) -> bool:
        """Tell whether faces can be recognised at all."""
        try:
            find_pack(self._session.models, self._session.settings)
        except ModelError:
            return False
        return True

    def add_folders(self, folders: Sequence[Path]) -> None:
        """Scan these folders (none: all that are known) as soon as there is a face pack."""
        if not self.has_pack():
            self._folders_to_come += [f for f in folders if f not in self._folders_to_come]
            self.packWanted.emit()
            return
        pending, self._folders_to_come = self._folders_to_come, []
        wanted = list(dict.fromkeys([*pending, *folders]))
        session = self._session
        self.runner.run(scan_job(session.library.path, wanted, session.models))
        self.scanning.emit()

    def scan_soon(self) -> None:
        """Look through the known folders when the window has come to rest."""
        self._soon.start()

    def scan_known_folders(self) -> None:
        """Look through the folders of the library for what is new, if there are any."""
        if self._session.library.folders.list() and self.has_pack():
            self.add_folders([])

    def pack_ready(self) -> None:
        """Begin what waited for a face pack."""
        if self._folders_to_come:
            self.add_folders([])
        else:
            self.scan_known_folders()

    def close(self) -> None:
        """End everything; what was committed stays."""
        self._soon.stop()
        self.runner.close()

    def _started(self, job: Job) -> None:
        self._session.watch(on=False)
        self._bar.begin(job.title)

    def _ended(self, job: Job, summary: Summary) -> None:
        del job
        self._bar.finish()
        self._session.look_elsewhere()
        self._session.watch(on=True)
        said = outcome(summary)
        if said:
            self._session.say(said)

    def _pause(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.runner.pause(paused=on)

    def _paused(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._bar.set_paused(paused=on)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.engine == self._engine:
            return
        self._engine = settings.engine
        if self._session.library.faces.count():
            self.runner.run(group_job(self._session.library.path))


def scan_job(library: Path, folders: Sequence[Path], models: Path | None) -> Job:
    """Return the scan of ``folders``, or without any of all folders of the library."""
    return Job(
        SCAN,
        _title(folders),
        {
            "library": library,
            "folders": list(folders) or None,
            "models": models,
            "people_early": True,
        },
    )


def group_job(library: Path) -> Job:
    """Return a new grouping of all faces."""
    return Job(GROUP, "all faces", {"library": library})


def outcome(summary: Summary) -> str:
    """Return the sentence that tells what a job did; empty when nothing is worth telling."""
    if isinstance(summary, ScanSummary):
        problems = len(summary.problems)
        bad = f"{words.count(problems, 'file')} could not be read" if problems else ""
        if not summary.analyzed:
            return bad
        done = f"{words.count(summary.analyzed, 'photo')} scanned"
        people = words.count(summary.people, "person", "people")
        faces = words.count(summary.faces, "face")
        found = f"{done}: {faces}, {people}"
        return f"{found}; {bad}" if bad else found
    if isinstance(summary, GroupSummary):
        people = words.count(summary.people, "person", "people")
        return f"{words.count(summary.faces, 'face')} sorted into {people}"
    return ""


def _title(folders: Sequence[Path]) -> str:
    if not folders:
        return "all folders"
    if len(folders) > 1:
        return words.count(len(folders), "folder")
    return "/".join(folders[0].parts[-2:]) if len(folders[0].parts) > 2 else str(folders[0])
