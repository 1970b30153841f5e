"""The photos of people put into a folder, so that they can be given away or shown elsewhere."""

import errno
from pathlib import Path

from photoorg.disk_space import DISK_FULL
from photoorg.errors import UsageError
from photoorg.jobs.export_request import EXPORTING, ExportRequest, ExportSummary, Which
from photoorg.jobs.messages import Problem
from photoorg.jobs.progress import Control
from photoorg.library import Library, Photo
from photoorg.library.finding.finder import find
from photoorg.library.finding.search import Clause, Search
from photoorg.media.exporting import How, Target
from photoorg.tr import kept, tr

_FATAL = (*DISK_FULL, errno.EROFS)


def run(control: Control, asked: ExportRequest) -> ExportSummary:
    """Export the photos, the oldest first; what is there already with the same content is done.

    Nothing in the library or in its folders changes. Raises UsageError for a folder that photos
    cannot go to, LibraryError; cancelling keeps what is there.
    """
    control.report(EXPORTING, 0, 0)
    with Library.open(asked.library, create=False) as library:
        _check_folder(library, asked.folder)
        photos = [library.photos.get(id_) for id_ in _wanted(library, asked)]
    try:
        target = Target(asked.folder, asked.how)
    except OSError as error:
        raise UsageError(
            tr(
                "Photos cannot be put into {folder} ({reason}); choose another folder.",
                folder=asked.folder,
                reason=error.strerror,
            )
        ) from error
    exported = there = 0
    problems: list[Problem] = []
    for done, photo in enumerate(photos):
        control.report(EXPORTING, done, len(photos), photo.path.name)
        try:
            new = target.put(photo.path, _name(photo, dated=asked.dated))
        except OSError as error:
            _give_up(asked, error, exported + there)
            problems.append(Problem(photo.path, _reason(error)))
            control.send(problems[-1])
        else:
            exported, there = exported + new, there + (not new)
    control.report(EXPORTING, len(photos), len(photos))
    return ExportSummary(asked.folder, exported, there, tuple(problems))


def _wanted(library: Library, asked: ExportRequest) -> list[int]:
    """Return the photos, the oldest first; what is gone since it was chosen is left out."""
    if not asked.photos:
        return find(library, _search(asked))[::-1]
    chosen = set(asked.photos)
    return [id_ for id_ in reversed(find(library, Search())) if id_ in chosen]


def _search(asked: ExportRequest) -> Search:
    if asked.which is Which.ALL_OF:
        return Search(tuple(Clause(frozenset({person})) for person in asked.people))
    return Search((Clause(frozenset(asked.people)),), only=asked.which is Which.ONLY)


def _name(photo: Photo, *, dated: bool) -> str:
    """Return the name of a photo in the folder: its own, or its date and time."""
    if not dated or not photo.taken_at:
        return photo.path.name
    return photo.taken_at.replace("T", " ").replace(":", ".") + photo.path.suffix.lower()


def _check_folder(library: Library, folder: Path) -> None:
    """Raise UsageError for a folder of the library: its photos would be found there once more."""
    wanted = folder.resolve()
    roots = library.folders.roots().values()
    if any(wanted.is_relative_to(root.resolve()) for root in roots):
        raise UsageError(
            tr(
                "{folder} belongs to the folders of this library, where nothing is written; "
                "choose another one.",
                folder=folder,
            )
        )


def _give_up(asked: ExportRequest, error: OSError, done: int) -> None:
    """Raise UsageError where it makes no sense to go on."""
    if error.errno in _FATAL:
        raise UsageError(
            tr(
                "Nothing more can be written to {folder} ({reason}); {n} photos are there. "
                "Make room, then export again: it goes on where it stopped.",
                n=done,
                folder=asked.folder,
                reason=error.strerror,
            )
        ) from error
    if error.errno == errno.EXDEV and asked.how is How.HARD:
        raise UsageError(
            tr(
                "{folder} is on another disk than the photos, where hard links cannot lead; copy "
                "them, or use symbolic links.",
                folder=asked.folder,
            )
        ) from error
    unable = (errno.EPERM, errno.ENOTSUP)
    if error.errno in unable and asked.how is not How.COPY:
        raise UsageError(
            tr(
                "The disk of {folder} does not allow such links; copy the photos.",
                folder=asked.folder,
            )
        ) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return kept("The photo is not there now; scan its folder, then export again.")
    return kept("The photo could not be exported ({why}); export it again.", why=error.strerror)
