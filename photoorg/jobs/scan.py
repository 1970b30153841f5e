"""The scan: walk the folders, analyse what is new or changed, group the faces.

The photos that wait in the library are the queue, so a scan that was stopped goes on with the next
one. What analysis and grouping need is imported only when there is something for them to do.
"""

import logging
import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from photoorg.clustering.registry import ENGINES, load_engine
from photoorg.errors import PhotoorgError, UsageError
from photoorg.jobs.messages import LibraryChanged, Problem, shown
from photoorg.jobs.names.news import look_beside
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.jobs.scanning.asking import ask_files
from photoorg.jobs.scanning.found_files import AWAY_REASONS, follow_moved, settle, take_in
from photoorg.jobs.scanning.parts import known_parts
from photoorg.jobs.scanning.places import absolute, is_folder, why_away
from photoorg.library import Library, PendingFile
from photoorg.library.elsewhere.news import News
from photoorg.library.journal.replay import apply_waiting
from photoorg.media.photo_files import TOO_SLOW
from photoorg.packs.finding import find_pack
from photoorg.packs.models import ModelPack
from photoorg.tr import kept, tr
from photoorg.types import Kind

log = logging.getLogger(__name__)

FIRST_GROUPING = 300
"""A scan that is watched shows the first people after so many faces."""

CRASHED = kept("This file makes the picture decoder crash; it is left out until it changes.")

WALKED = frozenset({Kind.FOLDERS, Kind.PHOTOS})


def run(control: Control, asked: ScanRequest) -> ScanSummary:
    """Scan the folders that are asked for and group the faces.

    Raises UsageError for a folder that is none, NoModelPackError, LibraryError; what was committed
    before stays.
    """
    began = time.monotonic()
    engine, folders = asked.settings.engine, asked.folders
    pack = find_pack(asked.models, asked.settings)
    check_engine(engine)
    if folders is not None:
        folders = absolute(folders)
        if not asked.quiet:
            _refuse(folders, asked.library)
    with Library.open(asked.library) as opened, opened.exclusive("jobs"):
        record_crashes(opened, control)
        before = opened.folders.roots()
        counted = opened.people.faces_put_by_machine()
        if folders is None:
            folders = list(before.values())
        elif asked.quiet:
            folders = known_parts(opened, folders)
        told = [problem for folder in folders for problem in take_in(opened, control, folder)]
        for problem in told:
            control.send(problem)
        control.send(LibraryChanged(WALKED))
        ask_files(opened, control)
        queue = opened.intake.queue(pack.model_id)
        grouper = Grouper(opened, control, engine, pack.model_id)
        if queue:
            early = EarlyGroups(grouper, opened.faces.count()) if asked.people_early else None
            told += _analyze(opened, control, queue, pack, asked.settings.provider, early)
        roots = opened.folders.roots()
        scanned = [opened.folders.place_of(folder) for folder in folders]
        told += settle(
            opened,
            [id_ for id_, root in roots.items() if any(f.is_relative_to(root) for f in scanned)],
            deleted=asked.deleted,
        )
        told += follow_moved(opened, control, roots.keys() - before.keys())
        if queue and not opened.intake.queue(pack.model_id):
            opened.pictures.drop_old_embeddings(pack.model_id)
        apply_waiting(opened)
        grouper.group()
        news = look_beside(opened, control)
        opened.keep_safe()
        away = sum(problem.reason in AWAY_REASONS for problem in told)
        return _summary(
            opened,
            scanned,
            told,
            analyzed=len(queue),
            seconds=time.monotonic() - began,
            reached=away < len(folders) or not folders,
            news=news,
            grown=_grown(counted, opened.people.faces_put_by_machine()),
        )


def _grown(before: Mapping[str, int], now: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return whose faces there are more of, of those who had a name before; most first."""
    more = Counter({name: now.get(name, 0) - faces for name, faces in before.items()})
    return [(name, faces) for name, faces in more.most_common() if faces > 0]


def record_crashes(library: Library, control: Control) -> None:
    """Put the photos that made the process crash, or hang, on the list of problems."""
    for photo_id in control.guilty:
        library.intake.fail(photo_id, CRASHED)
    for photo_id in control.overdue:
        library.intake.fail(photo_id, TOO_SLOW)


def check_engine(engine: str) -> None:
    """Raise UsageError for an unknown engine, before hours are spent on the photos."""
    if engine not in ENGINES:
        load_engine(engine)


def _refuse(folders: Sequence[Path], library: Path) -> None:
    """Raise for what is no folder, before a library is made for it."""
    known: list[Path] = []
    for folder in folders:
        if is_folder(folder):
            continue
        if os.path.exists(folder):  # noqa: PTH110 - this one never raises
            raise UsageError(
                tr("{folder} is a file; name the folder it lies in.", folder=shown(folder))
            )
        if not known and library.exists():
            with Library.open(library, create=False) as opened:
                known = list(opened.folders.roots().values())
        if not any(folder.is_relative_to(other) for other in known):
            if reason := why_away(folder, ""):
                raise UsageError(f"{shown(folder)}: {reason}")
            raise UsageError(
                tr("There is no folder {folder}; check its name.", folder=shown(folder))
            )


def _analyze(
    library: Library,
    control: Control,
    queue: Sequence[PendingFile],
    pack: ModelPack,
    provider: str,
    early: "EarlyGroups | None",
) -> list[Problem]:
    """Work off the queue; return what went wrong with files and folders."""
    from photoorg.analysis.faces import FaceAnalyzer
    from photoorg.jobs.scanning.analyze import Scanner, division_of_labour
    from photoorg.jobs.scanning.guard import Guard
    from photoorg.media.video.names import is_video

    workers, threads = division_of_labour()
    guard = Guard(control)
    analyzer = FaceAnalyzer(pack, provider, threads=threads)
    stored = guard.rested(early) if early else (lambda _: None)
    photos = Scanner(
        library,
        control,
        analyzer,
        pack.model_id,
        library.folders.roots(),
        workers=workers,
        stored=stored,
        decoding=guard.decoding,
    )
    films = [file for file in queue if is_video(file.path)]
    with guard.standing():
        photos.work_off([file for file in queue if not is_video(file.path)])
        if not films:
            return photos.problems
        # SciPy's assignment, which only the tracker needs, takes a tenth of a second to import.
        from photoorg.jobs.scanning.videos import VideoScanner

        videos = VideoScanner(
            library,
            control,
            analyzer,
            pack.model_id,
            workers=workers,
            stored=stored,
            decoding=guard.decoding,
        )
        videos.work_off(films)
    return photos.problems + videos.problems


class Grouper:
    """Groups the faces of a scan; the groups that were there before it stay as they are."""

    def __init__(self, library: Library, control: Control, engine: str, model: str) -> None:
        self._library = library
        self._control = control
        self._engine = engine
        self._model = model
        self._settled: frozenset[int] | None = None  # asked before the first grouping only
        before = library.grouping.engine()
        self._anew = before not in (None, engine)

    def group(self, *, early: bool = False) -> None:
        """Group if there are faces that no grouping has seen.

        Where another engine made the groups, they are made anew, once, as a step of the history.
        """
        if early and self._anew:
            return
        if not self._library.faces.count():
            return
        if self._library.grouping.is_current(self._engine, self._model):
            if self._library.grouping.judge_if_needed(self._model):
                self._control.send(LibraryChanged(frozenset({Kind.PEOPLE})))
            return
        from photoorg.jobs.group import ANEW, group

        if self._settled is None:
            self._settled = self._library.grouping.settled(self._engine, self._model)
        group(
            self._library,
            self._control,
            engine=self._engine,
            model=self._model,
            settled=self._settled,
            step=ANEW if self._anew else None,
        )


class EarlyGroups:
    """Groups the faces each time their number has doubled, told of every new one."""

    def __init__(self, grouper: Grouper, faces: int) -> None:
        self._grouper = grouper
        self._new = 0
        self._due = max(FIRST_GROUPING, faces)

    def __call__(self, new_faces: int) -> None:
        """Hear that so many faces were stored."""
        self._new += new_faces
        if self._new < self._due:
            return
        self._due *= 2
        try:
            self._grouper.group(early=True)
        except PhotoorgError as error:
            log.warning("the faces cannot be grouped yet: %s", error)  # told at the end, if still


def _summary(
    library: Library,
    folders: Sequence[Path],
    told: Sequence[Problem],
    *,
    analyzed: int,
    seconds: float,
    reached: bool,
    news: Sequence[News],
    grown: Sequence[tuple[str, int]],
) -> ScanSummary:
    """Count what the scanned folders hold now."""
    roots = [
        root
        for root in library.folders.list()
        if any(folder.is_relative_to(root.path) for folder in folders)
    ]
    problems = {problem.path: problem for problem in told}
    for stored in library.photos.problems():
        if any(stored.path.is_relative_to(root.path) for root in roots):
            problems[stored.path] = Problem(stored.path, stored.reason)
    return ScanSummary(
        photos=sum(root.photos for root in roots),
        faces=sum(root.faces for root in roots),
        people=library.people.count(),
        analyzed=analyzed,
        seconds=seconds,
        problems=tuple(problems[path] for path in sorted(problems)),
        reached=reached,
        news=tuple((one.path, one.names) for one in news),
        grown=tuple(grown),
    )
