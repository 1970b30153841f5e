"""The files that lie beside a library file, by name.

Two libraries in one folder share none of them: ``l.photoorg`` has ``l.thumbnails``, a library of
any other name, such as ``l.db``, has ``l.db-thumbnails``.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

_OURS = ".photoorg"


def thumbnails_file(library: Path) -> Path:
    """Return the file of thumbnails; it can be deleted at any time."""
    return rebuildable(library, "thumbnails")


def earlier_thumbnails_file(thumbnails: Path) -> Path | None:
    """Return where an earlier version kept the thumbnails that are now kept in this file.

    None where that is a place of another library.
    """
    library = thumbnails.with_name(thumbnails.name.removesuffix("-thumbnails"))
    ours = library.with_name(f"{library.stem}{_OURS}")
    if library == thumbnails or ours.exists():
        return None
    return library.with_name(f"{library.stem}.thumbnails")


def neighbors_file(library: Path) -> Path:
    """Return the file of what an engine knows of the faces; it can be deleted at any time."""
    return rebuildable(library, "neighbours")


def evidence_file(library: Path) -> Path:
    """Return the file of what questions are made of; it can be deleted at any time."""
    return rebuildable(library, "evidence")


def rebuildable(library: Path, kind: str) -> Path:
    """Return the file of a kind that can be deleted at any time ("thumbnails", "neighbours")."""
    if library.suffix == _OURS:
        return library.with_name(f"{library.stem}.{kind}")
    return beside(library, f"-{kind}")


def backups_folder(library: Path) -> Path:
    """Return the folder of copies."""
    return beside(library, ".backups")


def journal_file(library: Path) -> Path:
    """Return the journal of what the user said."""
    return beside(library, ".journal")


def beside(library: Path, suffix: str) -> Path:
    """Return the file whose name is the library's with something added."""
    return library.with_name(library.name + suffix)


def aside(file: Path) -> Path:
    """Return a name that nobody uses for a file that is kept though another takes its place."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    names = (beside(file, f".replaced-{stamp}{n}") for n in ("", *(f"-{n}" for n in range(2, 999))))
    return next(name for name in names if not os.path.lexists(name))


def remains(library: Path) -> list[Path]:
    """Return what lies beside a library file and can bring back what the user said."""
    found = [journal_file(library)] if _size(journal_file(library)) else []
    folder = backups_folder(library)
    if any(folder.glob("*.photoorg")):
        found.append(folder)
    return found


def traces(library: Path) -> list[Path]:
    """Return what only a library that was in use leaves beside itself."""
    files = (beside(library, "-wal"), thumbnails_file(library), neighbors_file(library))
    return [*remains(library), *(file for file in files if _size(file))]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
