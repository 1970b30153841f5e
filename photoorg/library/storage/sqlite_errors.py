"""SQLite's errors as sentences that say what to do; told apart by their codes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photoorg.errors import DamagedLibraryError, LibraryBusyError, LibraryError
from photoorg.library.storage.sidecars import backups_folder, remains, traces
from photoorg.tr import kept, retold, tr

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_NO_ROOM = kept(
    "The library {path} cannot be written: the disk is full or failing. Free some space and start "
    "again; nothing already stored is lost."
)
_NOT_ALLOWED = kept(
    "The library {path} cannot be written; check the permissions of the file and of its folder, or "
    "choose another file with --library."
)
_WORDS = {
    sqlite3.SQLITE_FULL: _NO_ROOM,
    sqlite3.SQLITE_IOERR: _NO_ROOM,
    sqlite3.SQLITE_READONLY: _NOT_ALLOWED,
    sqlite3.SQLITE_PERM: _NOT_ALLOWED,
    sqlite3.SQLITE_AUTH: _NOT_ALLOWED,
    sqlite3.SQLITE_CANTOPEN: kept(
        "The library {path} or a file beside it cannot be opened; check the permissions of the "
        "folder and of all files whose names begin with {name}, or choose another file with "
        "--library."
    ),
    sqlite3.SQLITE_NOLFS: kept(
        "The library {path} is too large for this disk; move it to another."
    ),
    sqlite3.SQLITE_TOOBIG: kept("A part of the library {path} is too large to be read."),
    sqlite3.SQLITE_NOMEM: kept(
        "There is not enough memory for the library; close other programs and start again."
    ),
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_NOTADB)


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file ``path`` into one sentence for the user.

    What is left is a bug of ours, or was read from a file that is damaged.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = _sentence(path, error)
        if sentence is None:
            raise
        raise sentence from error
    except UnicodeDecodeError as error:  # in SQLite's own words, which name a damaged table
        raise damaged(path) from error


def damaged(path: Path) -> DamagedLibraryError:
    """Return the error for a library file whose contents are not what was written."""
    found = remains(path)
    if not found:
        return DamagedLibraryError(
            tr(
                "The library {path} is damaged, and no copy of it lies in {folder}; put one of "
                "your own backups in its place, or choose another file with --library.",
                path=path,
                folder=backups_folder(path),
            )
        )
    return DamagedLibraryError(
        tr(
            "The library {path} is damaged; `photoorg restore` brings it back from what is kept "
            "in {files}.",
            path=path,
            files=" and ".join(map(str, found)),
        )
    )


def _sentence(path: Path, error: sqlite3.DatabaseError) -> LibraryError | None:
    code = primary_code(error)
    if code in _BUSY:
        return LibraryBusyError(
            tr(
                "Another program is writing to the library {path}; try again in a moment.",
                path=path,
            )
        )
    if code in _WORDS:
        return LibraryError(retold(_WORDS[code]).format(path=path, name=path.name))
    if code == sqlite3.SQLITE_NOTADB and not traces(path):
        return LibraryError(
            tr(
                "{path} is not a photoorg library and stays as it is; choose another file with "
                "--library.",
                path=path,
            )
        )
    return damaged(path) if is_of_damage(error) else None


def is_of_damage(error: sqlite3.Error) -> bool:
    """Tell whether SQLite, or Python, found in the file what nobody wrote."""
    return primary_code(error) in _DAMAGED or _is_no_text(error)


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's code of an error without its details; 0 for an error of Python's own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _is_no_text(error: sqlite3.Error) -> bool:
    """Tell whether Python met a text that is no UTF-8, which the program never writes.

    Only the words of this error of Python's own tell it.
    """
    return not primary_code(error) and str(error).startswith("Could not decode")
