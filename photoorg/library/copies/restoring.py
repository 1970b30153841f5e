"""Putting a copy in the place of a library; what was there before is kept beside it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from photoorg.errors import LibraryError, UsageError
from photoorg.library.copies.backups import complete
from photoorg.library.copies.soundness import is_sound
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.locks import exclusive
from photoorg.library.storage.opening import look
from photoorg.library.storage.sidecars import aside, beside
from photoorg.library.storage.sqlite_errors import sentences
from photoorg.library.updating import check_ours
from photoorg.private_files import make_folder, prepare_private

_IN_USE = "photoorg is open with the library {library}; close it, then restore."
_OF_SQLITE = ("", "-wal", "-shm", "-journal")


def restore_backup(path: Path, library: Path) -> None:
    """Make a library out of the copy ``path``.

    The file that is there, whatever state it is in, is kept as ``<library>.replaced-<time>``.
    Raises :class:`LibraryError`, with nothing changed, when the copy is damaged, is none of ours or
    was made by a newer program, or when somebody has the library open.
    """
    path = path.expanduser().absolute()
    if library.exists() and path.exists() and library.samefile(path):
        raise UsageError(f"{path} is the library itself; name a copy of it.")
    with taking_the_place(library) as real:
        new = beside(real, ".restoring")
        _copy(path, new)
        set_aside(real)
        new.replace(real)


@contextmanager
def taking_the_place(library: Path) -> Iterator[Path]:
    """Be the only one who has a library while another takes its place; yield the file itself."""
    library = library.expanduser().absolute()
    if Connection.is_open(library):
        raise UsageError(_IN_USE.format(library=library))
    try:
        with ExitStack() as stack:
            make_folder(library.parent)
            for purpose in ("window", "jobs", "searches"):
                lock = beside(library.resolve(), f".{purpose}.lock")
                stack.enter_context(exclusive(lock, _IN_USE.format(library=library)))
            yield library.resolve()
    except OSError as error:
        raise LibraryError(
            f"The library {library} cannot be restored ({error.strerror}); check the permissions "
            "of its folder and the space there."
        ) from error


def set_aside(library: Path) -> Path | None:
    """Give a library's file, and what SQLite keeps beside it, names that nobody uses."""
    kept = aside(library)
    for suffix in _OF_SQLITE:
        file = beside(library, suffix)
        if os.path.lexists(file):
            file.rename(beside(kept, suffix))
    return kept if kept.exists() else None


def _copy(path: Path, new: Path) -> None:
    """Copy a copy, and see whether it is all right."""
    for suffix in _OF_SQLITE:
        beside(new, suffix).unlink(missing_ok=True)
    place = look(path, create=False, anew=True)
    if place.fresh:
        raise LibraryError(f"The copy {path} is empty; choose another one.")
    unused = not any(beside(path, suffix).exists() for suffix in ("-wal", "-shm"))
    source = Connection(replace(place, read_only=True, immutable=unused))
    try:
        check_ours(source)
        with sentences(path):
            _check_whole(source)
            prepare_private(new)
            target = sqlite3.connect(new, isolation_level=None)
            try:
                source.db.conn.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()
    finally:
        source.close()
    made = Connection(look(new, create=False, anew=True))
    try:
        complete(made)
    finally:
        made.close()
    handle = os.open(new, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_whole(source: Connection) -> None:
    """Raise :class:`LibraryError` when a copy does not hold what a library holds."""
    if not is_sound(source) or source.rows("PRAGMA integrity_check(1)") != [("ok",)]:
        raise LibraryError(f"The copy {source.path} is damaged; choose another one.")
