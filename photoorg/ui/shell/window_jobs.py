"""What the window lets the worker do, and how it tells what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from photoorg.errors import ModelError, PhotoorgError
from photoorg.jobs.demonstration_request import DemonstrationRequest
from photoorg.jobs.group_request import GroupRequest, GroupSummary
from photoorg.jobs.messages import Problem, Progress, Summary
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.jobs.photo_request import PhotoRequest
from photoorg.jobs.scan_request import LOOKING, ScanRequest, ScanSummary
from photoorg.packs.finding import find_pack
from photoorg.packs.pack_list import used_folder
from photoorg.settings import Settings
from photoorg.tr import tr
from photoorg.ui.by_itself.folder_watch import FolderWatch
from photoorg.ui.by_itself.idle_searches import IdleSearches
from photoorg.ui.dialogs.regroup_question import RegroupQuestion
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.session import Session
from photoorg.ui.shell.job_bar import JobBar

SOON_MS = 1500
LONG_MS = 3000
"""What is done while there is nothing else to do is shown once it lasts longer than this."""


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
        self._pack = used_folder(session.models, session.settings)
        self._told: set[Path] = set()
        self._unseen_told = 0
        self.question: RegroupQuestion | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.scan_known_folders)
        self._unshown = False
        self._since = QElapsedTimer()
        self._failure = ""
        self.watch = FolderWatch(session, self)
        self.watch.wanted.connect(self._look_quietly)
        self.runner = JobRunner(self)
        self.searches = IdleSearches(session, self.runner, self)
        self.runner.started.connect(self._started)
        self.runner.progressed.connect(self._progressed)
        self.runner.paused.connect(self._paused)
        self.runner.problemFound.connect(self._problem_found)
        self.runner.changed.connect(session.changed)
        self.runner.failed.connect(self._failed)
        self.runner.ended.connect(self._ended)
        bar.pauseWanted.connect(self._pause)
        bar.cancelWanted.connect(self.runner.cancel)
        session.settingsChanged.connect(self._settings_changed)
        session.groupingWanted.connect(self._preview)
        session.photoJobWanted.connect(self._look_at_photo)
        session.exportWanted.connect(self.runner.run)

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
        self._scan(wanted)
        self.scanning.emit()

    def take_deleted_out(self, folders: Sequence[Path]) -> None:
        """Scan these folders once more; what is not there then was deleted, says the user."""
        self._scan(folders, deleted=True)

    def show_demonstration(self) -> None:
        """Make the demonstration, or go on with it."""
        session = self._session
        self.runner.run(DemonstrationRequest(session.settings, session.models, people_early=True))
        self.scanning.emit()

    def scan_soon(self) -> None:
        """Look through the known folders when the window has come to rest."""
        self._soon.start()

    def scan_known_folders(self) -> None:
        """Look through the folders of the library for what is new, if there are any.

        What would be found could not be stored in a library that cannot be written.
        """
        if self._session.library.connection.read_only:
            return
        if self._session.library.folders.count() and self.has_pack():
            self.add_folders([])

    def keep_up(self) -> None:
        """From now on look by itself for what is new, if the user wants that."""
        self.watch.begin()

    def pack_ready(self) -> None:
        """Begin what waited for a face pack."""
        if self._folders_to_come:
            self.add_folders([])
        else:
            self.scan_known_folders()

    def close(self) -> None:
        """End everything; what was committed stays."""
        self._soon.stop()
        self.watch.close()
        self.searches.close()
        self.runner.close()

    def _look_quietly(self, folders: list[Path]) -> None:
        """Look at folders in which something may have changed, without a word if it has not."""
        if self.has_pack():
            self._scan(folders, quiet=True)

    def _scan(self, folders: Sequence[Path], *, deleted: bool = False, quiet: bool = False) -> None:
        """Scan ``folders``, or without any all folders of the library."""
        session = self._session
        self.runner.run(
            ScanRequest(
                session.library.path,
                list(folders) or None,
                session.settings,
                session.models,
                people_early=True,
                deleted=deleted,
                quiet=quiet,
            )
        )

    def _look_at_photo(self, job: PhotoRequest) -> None:
        """Look at a photo; without a face pack a drawn box waits for the first scan."""
        if job.harder or self.has_pack():
            self.runner.run(job)

    def _started(self, job: Job) -> None:
        self._told.clear()
        self.watch.set_busy(busy=not job.idle)
        self._session.watch(on=False)
        self._unshown = job.gives_way
        self._since.start()
        if not self._unshown:
            self._show(job)

    def _show(self, job: Job) -> None:
        self._unshown = False
        self._session.set_scanning(on=job.reads_photos)
        self._bar.begin(job.title)

    def _progressed(self, progress: Progress) -> None:
        """Show how far the job is; one that nobody asked for only once it is worth a look."""
        job = self.runner.job
        if self._unshown and job is not None and self._worth_a_look(job, progress):
            self._show(job)
        self._bar.show_progress(progress)

    def _worth_a_look(self, job: Job, progress: Progress) -> bool:
        """Tell whether a job has found something, or an idle one lasts."""
        return self._since.hasExpired(LONG_MS) if job.idle else progress.stage != LOOKING

    def _failed(self, sentence: str) -> None:
        """Say why a job failed; what nobody asked for says the same only once."""
        quiet = self.runner.job is not None and self.runner.job.gives_way
        if not quiet or sentence != self._failure:
            self._session.failed.emit(sentence)
        self._failure = sentence if quiet else ""

    def _problem_found(self, problem: Problem) -> None:
        self._told.add(problem.path)
        self._bar.add_problem(problem)

    def _ended(self, job: Job, summary: Summary | None) -> None:
        self._bar.finish()
        self._session.set_scanning(on=False)
        self._session.look_elsewhere()
        self._session.watch(on=True)
        self._watch_on(job, summary)
        unread = self._newly_unread()
        nothing = job.gives_way and isinstance(summary, ScanSummary) and not summary.analyzed
        outcome = summary.outcome(unread) if summary and not (nothing or job.idle) else ""
        said = [outcome, self._newly_unseen()]
        if any(said):
            anew = isinstance(job, GroupRequest)
            self._session.say("; ".join(part for part in said if part), undoable=anew)
            if job.reads_photos:
                self._session.scanned.emit()
        if isinstance(job, NamesRequest) and job.preview and isinstance(summary, NamesSummary):
            self._session.namesTold.emit(summary)
        if isinstance(job, GroupRequest) and job.preview:
            self._previewed(job, summary)

    def _watch_on(self, job: Job, summary: Summary | None) -> None:
        """Let the folders be watched that nobody looked at while the job ran."""
        if isinstance(job, ScanRequest):
            if summary is not None:
                self.watch.looked(job.folders)
            elif job.quiet and job.folders:
                self.watch.look_again(job.folders, soon=self.runner.waiting > 0)
        self.watch.set_busy(busy=False)

    def _newly_unread(self) -> int:
        """Return how many files could not be read in this scan, apart from whole folders."""
        if not self._told:
            return 0
        try:
            stored = self._session.library.photos.problems()
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return 0
        return sum(problem.path in self._told for problem in stored)

    def _newly_unseen(self) -> str:
        """Return that photos are not there, once for each number: the Folders page asks why."""
        try:
            unseen = self._session.library.folders.unseen()
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return ""
        before, self._unseen_told = self._unseen_told, unseen
        if unseen in (0, before):
            return ""
        return tr(
            "{n} photos are not there: see Folders",
            n=unseen,
            one="{n} photo is not there: see Folders",
        )

    def _pause(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.runner.pause(paused=on)

    def _paused(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._bar.set_paused(paused=on)

    def _settings_changed(self, settings: Settings) -> None:
        pack = used_folder(self._session.models, settings)
        if pack is not None and pack != self._pack:
            self._pack = pack
            self._look_again()

    def _preview(self, engine: str) -> None:
        """Find out what another engine would change; without faces it is nothing."""
        settings = replace(self._session.settings, engine=engine)
        if engine == self._session.settings.engine:
            self._session.groupingDecided.emit()
        elif not self._session.library.faces.count():
            self._group_by(settings)
        else:
            self.runner.run(GroupRequest(self._session.library.path, settings, preview=True))

    def _previewed(self, job: GroupRequest, summary: Summary | None) -> None:
        if not isinstance(summary, GroupSummary):  # it failed, which was told, or was stopped
            self._session.groupingDecided.emit()
            return
        if not summary.changed:
            self._session.say(summary.changes())
            self._group_by(job.settings)
            return
        self.question = RegroupQuestion(summary, QApplication.activeWindow() or self._bar)
        self.question.accepted.connect(lambda: self._group_by(job.settings))
        self.question.rejected.connect(self._session.groupingDecided)
        self.question.open()

    def _group_by(self, settings: Settings) -> None:
        """Keep the choice of an engine, and group by it what there is."""
        chosen = replace(self._session.settings, engine=settings.engine)
        self._session.choose(chosen)
        if self._session.library.faces.count():
            self.runner.run(GroupRequest(self._session.library.path, chosen))
        self._session.groupingDecided.emit()

    def _look_again(self) -> None:
        """Look at every photo with other models; what still ran with the old ones ends."""
        if self._session.library.folders.count():
            self.runner.cancel()
            self.add_folders([])
