"""Names in files beside photos that are new to the library, until the user has decided about them.

A walk says which files have come or changed (:meth:`Origins.keep_beside`); whoever then looks into
them keeps here how many names in each are new. Nothing of that is taken over by itself, and what
the user did not want is told again only when the file has changed once more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from photoorg.library.library import Library
from photoorg.library.paths import below, from_text, to_text
from photoorg.types import Changed, Kind

_CHANGED: Changed = frozenset({Kind.FOLDERS})


@dataclass(frozen=True, slots=True)
class News:
    """So many ``names`` that are new are told beside the photos of the folder at ``path``."""

    path: Path
    names: int


def waiting(library: Library) -> list[Path]:
    """Return the files that have come or changed and that nobody has looked into yet."""
    return [
        from_text(path)
        for (path,) in library.connection.rows(
            "SELECT b.path FROM beside AS b JOIN folders AS d ON d.id = b.folder_id "
            "WHERE b.names IS NOT 0 AND b.names IS NULL AND NOT d.removed AND NOT d.away"
        )
    ]


def keep(library: Library, names: Mapping[Path, int]) -> None:
    """Keep how many new names are in each of these files."""
    with library.write():
        library.connection.executemany(
            "UPDATE beside SET names = ? WHERE path = ?",
            ((count, to_text(path)) for path, count in names.items()),
        )


def news(library: Library) -> list[News]:
    """Return the folders beside whose photos new names are told."""
    return [
        News(from_text(path), names)
        for path, names in library.connection.rows(
            "SELECT d.path, sum(b.names) FROM beside AS b JOIN folders AS d ON d.id = b.folder_id "
            "WHERE b.names IS NOT 0 AND b.names > 0 AND NOT d.removed AND NOT d.away "
            "GROUP BY d.id ORDER BY d.path"
        )
    ]


def settle(library: Library, folders: Iterable[Path]) -> Changed:
    """Tell no more of the names below these folders: the user has decided about them."""
    with library.write():
        for folder in folders:
            library.connection.execute(
                "UPDATE beside SET names = 0 WHERE names IS NOT 0 AND path > ? AND path < ?",
                below(folder),
            )
    return _CHANGED
