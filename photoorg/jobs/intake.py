"""Comparing a folder on the disk with what the library remembers of it.

Nothing is ever deleted here: what cannot be found is marked and comes back with its file. A folder
that is away as a whole is an unplugged drive more often than a wish.
"""

import os
from pathlib import Path

from photoorg.analysis.images import SUFFIXES
from photoorg.analysis.photo_files import FORBIDDEN
from photoorg.jobs.messages import Problem, shown
from photoorg.jobs.places import is_folder, why_away
from photoorg.jobs.progress import Control
from photoorg.jobs.walk import Walk
from photoorg.library import FileEntry, KnownFile, Library

AWAY = "This folder is not there; its photos are kept. Connect its drive and scan again."
EMPTIED = (
    "This folder is empty now; its photos are kept. Connect its drive and scan again, or take the "
    "folder out of the library."
)
AWAY_REASONS = frozenset({AWAY, EMPTIED})


def take_in(library: Library, control: Control, folder: Path) -> list[Problem]:
    """Walk ``folder`` (absolute) and queue its new and changed files.

    Returns the folders and files below it that could not be looked at.
    """
    folder_id = library.folders.add(folder)
    root = next(known.path for known in library.folders.list() if known.id == folder_id)
    known = library.intake.known(folder)
    walk = Walk(folder, SUFFIXES)
    entries: list[FileEntry] = []
    files = walk.files(lambda name: control.report("walk", len(entries), 0, shown(name)))
    entries.extend(files)
    control.report("walk", len(entries), len(entries), shown(folder))
    if not is_folder(root):
        library.folders.mark_missing(folder_id, missing=True)
        return [Problem(root, why_away(root, AWAY))]
    if folder == root and not entries and known and not walk.unreadable:
        library.folders.mark_missing(folder_id, missing=True)
        return [Problem(root, EMPTIED)]
    library.folders.mark_missing(folder_id, missing=False)
    _compare(library, folder_id, entries, known, walk)
    _give_new_chances(library, folder)
    return [Problem(path, reason) for path, reason in walk.unreadable.items()]


def _compare(
    library: Library,
    folder_id: int,
    entries: list[FileEntry],
    known: dict[Path, KnownFile],
    walk: Walk,
) -> None:
    """Write into the library what is new, changed, back, or gone."""
    changed: list[FileEntry] = []
    back: list[int] = []
    gone = dict(known)
    for entry in entries:
        file = gone.pop(entry.path, None)
        if file is None or (file.size, file.mtime_ns) != (entry.size, entry.mtime_ns):
            changed.append(entry)
        elif file.missing:
            back.append(file.photo_id)
    lost = [
        file.photo_id
        for path, file in gone.items()
        if not file.missing and not walk.is_silent(path)
    ]
    if changed or back or lost:
        with library.write():
            library.intake.register(folder_id, changed)
            library.intake.mark_found(back)
            library.intake.mark_missing(lost)


def _give_new_chances(library: Library, folder: Path) -> None:
    """Queue files again that may be read now: permissions leave no trace in size and time."""
    library.photos.retry(
        [
            problem.photo_id
            for problem in library.photos.problems()
            if problem.reason == FORBIDDEN
            and problem.path.is_relative_to(folder)
            and os.access(problem.path, os.R_OK)
        ]
    )
