"""Names of people written beside their photos, for other programs."""

import errno
from collections.abc import Iterator
from pathlib import Path

from photoorg.disk_space import DISK_FULL
from photoorg.errors import UsageError
from photoorg.jobs.messages import Problem
from photoorg.jobs.names.writing_request import WRITING, WritingRequest, WritingSummary
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.elsewhere.telling import NamedPhoto, named_photos
from photoorg.metadata.beside import Folder
from photoorg.metadata.names.embedded import read_embedded
from photoorg.metadata.names.spans import PacketError
from photoorg.metadata.names.writing import write_names
from photoorg.tr import kept, tr


def run(control: Control, asked: WritingRequest) -> WritingSummary:
    """Write the sidecars; those that say so already are left alone.

    Nothing in a folder of photos is written but sidecars. Raises UsageError, LibraryError;
    cancelling keeps what is there, and the next time it goes on where it stopped.
    """
    control.report(WRITING, 0, 0)
    with Library.open(asked.library, create=False) as library:
        people = _people(library, asked.people)
        photos = named_photos(library, people)
    written = there = 0
    problems: list[Problem] = []
    for done, (folder, photo) in enumerate(_with_folders(photos)):
        control.report(WRITING, done, len(photos), photo.path.name)
        try:
            new = _write(folder, photo)
        except OSError as error:
            if error.errno in DISK_FULL:
                raise UsageError(
                    tr(
                        "Nothing more can be written to {folder} ({why}); {n} files are written. "
                        "Make room, then write names again.",
                        one="Nothing more can be written to {folder} ({why}); {n} file is written. "
                        "Make room, then write names again.",
                        folder=photo.path.parent,
                        why=error.strerror,
                        n=written,
                    )
                ) from error
            problems.append(Problem(photo.path, _reason(error)))
        except PacketError as error:
            reason = kept(
                "The XMP file beside this photo is left as it is ({reason}).", reason=error
            )
            problems.append(Problem(photo.path, reason))
        else:
            written, there = written + new, there + (not new)
    control.report(WRITING, len(photos), len(photos))
    return WritingSummary(
        len(people), len({photo.photo_id for photo in photos}), written, there, tuple(problems)
    )


def _people(library: Library, wanted: tuple[int, ...]) -> list[int]:
    people = [library.people.get(id_) for id_ in wanted] or library.people.list()
    if wanted and not all(person.name for person in people):
        raise UsageError(tr("Name this group first; then its name can be written."))
    return [person.id for person in people if person.name]


def _with_folders(photos: list[NamedPhoto]) -> Iterator[tuple[Folder, NamedPhoto]]:
    """Yield photos with a listing of their folder, made when its first photo comes."""
    folder: Folder | None = None
    for photo in sorted(photos, key=lambda one: one.path):
        if folder is None or folder.path != photo.path.parent:
            folder = Folder(photo.path.parent)
        yield folder, photo


def _write(folder: Folder, photo: NamedPhoto) -> bool:
    if not Path(photo.path).is_file():
        raise FileNotFoundError(errno.ENOENT, "it is not there")
    embedded = read_embedded(photo.path)
    return write_names(folder, photo.path.name, photo.size, embedded, photo.faces)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return kept("The photo is not there now; scan its folder, then write names again.")
    return kept(
        "The file beside this photo cannot be written ({why}); write names again.",
        why=error.strerror,
    )
