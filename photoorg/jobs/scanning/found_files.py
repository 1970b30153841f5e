"""Comparing a folder on the disk with what the library remembers of it.

Nothing is ever deleted here: what cannot be found is marked and comes back with its file. A folder
that is away as a whole is an unplugged drive more often than a wish.
"""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoorg.jobs.messages import Problem, shown
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import LOOKING
from photoorg.jobs.scanning.beside import notice
from photoorg.jobs.scanning.pairs import find_companions, is_film, is_raw
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.places import is_folder, why_away
from photoorg.jobs.scanning.walk import Walk
from photoorg.library import FileEntry, Library
from photoorg.library.accounting.account import Companion, What
from photoorg.library.accounting.leaving_out import patterns_told
from photoorg.library.intake import KnownRow
from photoorg.media.names import SUFFIXES, VIDEO_SUFFIXES
from photoorg.media.photo_files import FORBIDDEN
from photoorg.media.video.names import SUFFIXES as WATCHED
from photoorg.metadata.beside import SUFFIXES as BESIDE
from photoorg.tr import kept

AWAY = kept("This folder is not there; its photos are kept. Connect its drive and scan again.")
EMPTIED = kept(
    "This folder is empty now; its photos are kept. Connect its drive and scan again, or take the "
    "folder out of the library."
)
AWAY_REASONS = frozenset({AWAY, EMPTIED})
PARTLY_AWAY = kept(
    "{unseen} of {total} photos of this folder are not there; they stay shown. Connect the disc "
    "they lie on and scan again, or say that they were deleted (Folders page, or scan --deleted)."
)

FEW = 3
SHARE = 0.25
"""More missing files than these, and than this share of a folder, are asked about."""


def take_in(library: Library, control: Control, folder: Path) -> list[Problem]:
    """Walk ``folder`` (absolute) and queue its new and changed files.

    Returns the folders and files below it that could not be looked at.
    """
    with patterns_told(library):
        folder_id = library.folders.add(folder)
    folder = library.folders.place_of(folder)
    root = library.folders.roots()[folder_id]
    library.intake.retry_passing(folder)
    known = library.intake.known_names(folder)
    patterns = Patterns(str(root), library.folders.patterns(folder_id))
    walk = Walk(folder, SUFFIXES | WATCHED, VIDEO_SUFFIXES, patterns, BESIDE)
    here = any(here for *_, here in known.values())
    found = _Found(_twins(known))
    stills: list[str] = []
    raws: list[FileEntry] = []
    films: list[FileEntry] = []
    for entry in walk.files(lambda name: control.report(LOOKING, found.files, 0, shown(name))):
        if is_raw(str(entry.name)):
            raws.append(entry)
        elif is_film(str(entry.name)):
            films.append(entry)
        else:
            stills.append(str(entry.name))
            found.take(entry, known.pop(str(entry.name), None))
    before = library.accounts.companions(folder)
    found.companions = find_companions(stills, raws, films, before, walk.is_silent)
    belonging = {str(one.path) for one in found.companions}
    for entry in (*raws, *films):
        if str(entry.name) not in belonging:
            found.take(entry, known.pop(str(entry.name), None))
    found.doubt_twins()
    control.report(LOOKING, found.files, found.files, shown(folder))
    if not is_folder(root):
        library.folders.mark_missing(folder_id, missing=True)
        return [Problem(root, why_away(root, AWAY))]
    if folder == root and not found.files and here and not (walk.unreadable or walk.left_out):
        library.folders.mark_missing(folder_id, missing=True)
        return [Problem(root, EMPTIED)]
    library.folders.mark_missing(folder_id, missing=False)
    _write(library, folder_id, found, known, walk)
    notice(library, folder_id, walk, (*stills, *(str(entry.name) for entry in (*raws, *films))))
    _give_new_chances(library, folder)
    return [Problem(path, reason) for path, reason in walk.unreadable.items()]


def _twins(known: Mapping[str, KnownRow]) -> dict[tuple[int, int], set[str]]:
    """Return the names of known files that size and time do not tell from each other.

    So a camera writes pictures taken in a row, if it packs nothing.
    """
    count = Counter(row[1:3] for row in known.values() if row[3])
    twins: dict[tuple[int, int], set[str]] = {key: set() for key, n in count.items() if n > 1}
    for name, row in known.items():
        if row[3] and row[1:3] in twins:
            twins[row[1:3]].add(name)
    return twins


@dataclass(slots=True)
class _Found:
    """How many files a walk met, and those of them that are new, changed or back.

    ``twins`` are the names of known files of one size and time, by these; of those that were met
    it is told whether they are as they were.
    """

    twins: Mapping[tuple[int, int], set[str]]
    met_twins: dict[tuple[int, int], dict[FileEntry, bool]] = field(default_factory=dict)
    files: int = 0
    changed: list[FileEntry] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    companions: list[Companion] = field(default_factory=list)

    def take(self, entry: FileEntry, known: KnownRow | None) -> None:
        """Compare a file with what the library knows of it."""
        self.files += 1
        same = known is not None and known[1:3] == entry[1:]
        if known is None or not same:
            self.changed.append(entry)
        elif not known[3]:
            self.back.append(known[0])
        if entry[1:] in self.twins:
            self.met_twins.setdefault(entry[1:], {})[entry] = same

    def doubt_twins(self) -> None:
        """Look again into files of one size and time whose names are others now."""
        for key, met in self.met_twins.items():
            if {str(entry.name) for entry in met} != self.twins[key]:
                self.changed += [entry for entry, same in met.items() if same]


def _write(
    library: Library, folder_id: int, found: _Found, missed: dict[str, KnownRow], walk: Walk
) -> None:
    """Write into the library what is new, changed, back, or not met any more."""
    unmet = {
        path: file_id
        for name, (file_id, _, _, here) in missed.items()
        if here and not walk.is_silent(path := Path(name))
    }
    paired = {one.path for one in found.companions}
    left_out = [file for path, file in unmet.items() if path in paired or walk.is_left_out(path)]
    if found.changed or found.back or unmet:
        with library.write():
            library.intake.register(folder_id, found.changed)
            library.intake.mark_found(found.back)
            library.intake.mark_unseen(list(unmet.values()))
            library.intake.mark_missing(left_out)
    with library.write():
        library.accounts.keep(folder_id, walk.root, _tally(walk, missed))
        library.accounts.keep_companions(folder_id, walk.root, found.companions)


def _tally(walk: Walk, missed: dict[str, KnownRow]) -> Counter[tuple[str, What]]:
    """Return what the walk counted, without problems of files that are known: those stay."""
    tally = walk.tally.copy()
    for path in walk.unreadable:
        known = missed.get(str(path))
        if known is not None and known[3] and walk.is_silent(path):
            tally[str(path.parent), What.PROBLEM] -= 1
    return +tally


def settle(library: Library, folder_ids: Iterable[int], *, deleted: bool) -> list[Problem]:
    """Decide about the files that were not met, once the new ones have been read.

    What was met elsewhere has moved. The rest was deleted if the user says so (``deleted``), or
    if it is little: where a large part of a folder is not there, a disc may be away, and all stays
    shown until the user has spoken. Returns what to tell.
    """
    told = []
    for folder_id in folder_ids:
        unseen = library.intake.unseen(folder_id)
        total = library.intake.count(folder_id)
        if not unseen:
            continue
        if deleted or not much_is_away([path for _, path in unseen], total):
            library.intake.mark_missing([file for file, _ in unseen])
            continue
        place = Path(os.path.commonpath([path.parent for _, path in unseen]))
        told.append(Problem(place, PARTLY_AWAY.format(unseen=len(unseen), total=total)))
    return told


def follow_moved(library: Library, control: Control, new: Collection[int]) -> list[Problem]:
    """Forget folders that are gone and whose photos were met in ``new`` ones.

    Only now is it known what is left out of those: where anything is, they are walked once more.
    """
    before = {folder_id: library.folders.patterns(folder_id) for folder_id in new}
    with patterns_told(library):
        library.folders.drop_moved(new)
    return [
        problem
        for folder_id, root in library.folders.roots().items()
        if folder_id in before and library.folders.patterns(folder_id) != before[folder_id]
        for problem in take_in(library, control, root)
    ]


def much_is_away(unseen: Sequence[Path], total: int) -> bool:
    """Tell whether so much is not there that it may be a disc rather than a wish.

    That is more than a quarter of a folder's files, or all of a directory that is there and empty,
    as the place of a disc that is not mounted is.
    """
    if len(unseen) > max(FEW, total * SHARE):
        return True
    return any(
        count > FEW and _is_empty(directory)
        for directory, count in Counter(_below_root(unseen)).items()
    )


def _below_root(unseen: Sequence[Path]) -> Iterator[Path]:
    """Yield for each file the directories it lies in, up to the one that is all files' own."""
    common = Path(os.path.commonpath([path.parent for path in unseen]))
    for path in unseen:
        for directory in path.parents:
            if not directory.is_relative_to(common):
                break
            yield directory


def _is_empty(directory: Path) -> bool:
    try:
        with os.scandir(directory) as listing:
            return next(listing, None) is None
    except OSError:
        return False


def _give_new_chances(library: Library, folder: Path) -> None:
    """Queue files again that may be read now: permissions leave no trace in size and time."""
    library.photos.retry(
        [
            problem.file_id
            for problem in library.photos.problems()
            if problem.reason == FORBIDDEN
            and problem.path.is_relative_to(folder)
            and os.access(problem.path, os.R_OK)
        ]
    )
