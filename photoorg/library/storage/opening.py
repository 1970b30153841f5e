"""What lies at the place of a library, and how it can be opened; nothing is written here.

No file of SQLite's is opened: closing one would end the locks that SQLite holds for this process.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.library.storage.sidecars import backups_folder, beside, remains, traces
from photoorg.library.storage.stale_files import free_stale_files
from photoorg.tr import tr


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a library can be opened.

    ``fresh``: it is still to be made. ``read_only``: nothing can be written there. ``immutable``:
    nobody else can write there either, so that SQLite needs no locks, for which it would have to
    make a file. ``unclean``: whoever had it open last did not close it, or has it open still.
    """

    path: Path
    fresh: bool = False
    read_only: bool = False
    immutable: bool = False
    unclean: bool = False


def look(path: Path, *, create: bool, anew: bool) -> Place:
    """Tell how the library at ``path`` (absolute) can be opened.

    Raises :class:`LibraryError` for what is no library file, for one that cannot be opened, and,
    unless ``anew``, where a library was that is lost: it is never taken for a new one.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        _refuse_missing(path, create=create, anew=anew)
        return Place(path, fresh=True)
    except OSError as error:
        raise _cannot_open(path, error.strerror or str(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise LibraryError(
            tr("{path} is a folder; name a library file in it with --library.", path=path)
        )
    if not stat.S_ISREG(status.st_mode):
        raise LibraryError(
            tr(
                "{path} is no file but a device or pipe; choose another file with --library.",
                path=path,
            )
        )
    if not _may(path, os.R_OK):
        raise _cannot_open(path, tr("Permission denied"))
    real = Path(os.path.realpath(path))  # SQLite's own files lie beside the end of a link
    writable = _may(real, os.W_OK) and _may(real.parent, os.W_OK | os.X_OK)
    if not status.st_size:
        if not anew and traces(path):
            raise _lost(path, empty=True)
        if not writable:
            raise LibraryError(
                tr(
                    "The library {path} is empty and cannot be written; choose another file with "
                    "--library.",
                    path=path,
                )
            )
        return Place(path, fresh=True)
    wal = _size(beside(real, "-wal")) > 0
    if not writable:
        return _read_only(path, real, wal=wal)
    free_stale_files(real)
    return Place(path, unclean=wal)


def _refuse_missing(path: Path, *, create: bool, anew: bool) -> None:
    if path.is_symlink():
        raise LibraryError(
            tr(
                "{path} is a link to a file that is not there; choose another file with --library.",
                path=path,
            )
        )
    if not anew and remains(path):
        raise _lost(path, empty=False)
    if not create:
        raise LibraryError(tr("There is no library at {path}; scan a folder first.", path=path))


def _read_only(path: Path, real: Path, *, wal: bool) -> Place:
    """Return how to read a library where nothing can be written.

    SQLite reads a library that was not closed only with its -shm file, or where it can make one.
    """
    if beside(real, "-shm").exists():
        return Place(path, read_only=True)
    if not wal:
        return Place(path, read_only=True, immutable=True)
    if _may(real.parent, os.W_OK | os.X_OK):
        return Place(path, read_only=True)
    raise LibraryError(
        tr(
            "The last changes of the library {path} lie in {name}-wal, which can only be read "
            "where files can be written; copy both files to another folder, or choose another "
            "file with --library.",
            path=path,
            name=real.name,
        )
    )


def _lost(path: Path, *, empty: bool) -> LibraryError:
    """Return the error for a library of which only what lies beside it is left."""
    what = (
        tr("The library {path} is empty now", path=path)
        if empty
        else tr("The library {path} is not there any more", path=path)
    )
    if kept := remains(path):
        return LibraryError(
            tr(
                "{what}; `photoorg restore` brings back what is kept in {files}. To begin anew "
                "instead, move that away first.",
                what=what,
                files=" and ".join(map(str, kept)),
            )
        )
    return LibraryError(
        tr(
            "{what}, and nothing to restore it from lies in {folder}; put a copy of your own in "
            "its place. To begin anew instead, move {files} away first.",
            what=what,
            folder=backups_folder(path),
            files=" and ".join(map(str, traces(path))),
        )
    )


def _cannot_open(path: Path, reason: str) -> LibraryError:
    return LibraryError(
        tr(
            "The library {path} cannot be opened ({reason}); check its permissions, or choose "
            "another file with --library.",
            path=path,
            reason=reason,
        )
    )


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
