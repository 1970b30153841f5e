"""The folders inside the folders that were added, with the photos that lie in them."""

import os
from pathlib import Path
from typing import NamedTuple

from photoorg.library.library import Library
from photoorg.library.paths import from_text


class Subfolder(NamedTuple):
    """A folder below one that was added, ``depth`` (from 1) levels down.

    ``photos`` are those shown that lie in it or below, each once; ``parent`` is the folder around
    it, and ``inside`` tells whether there are folders in it.
    """

    path: Path
    parent: Path
    depth: int
    photos: int
    inside: bool


def subfolders(library: Library) -> list[Subfolder]:
    """Return every folder with photos below those that were added, each after the one around it.

    Folders next to each other stand in the order of their names.
    """
    roots = library.connection.rows("SELECT id, path FROM folders WHERE NOT removed ORDER BY path")
    found: list[Subfolder] = []
    for id_, root in roots:
        held = _held(library, id_, root.rstrip(os.sep) or os.sep)
        around = {os.path.dirname(path) for path in held}  # noqa: PTH120 - stored forms
        top = from_text(root)
        for path in sorted(held, key=lambda path: from_text(path).parts):
            place = from_text(path)
            depth = len(place.parts) - len(top.parts)
            found.append(Subfolder(place, place.parent, depth, len(held[path]), path in around))
    return found


def _held(library: Library, folder_id: int, root: str) -> dict[str, set[int]]:
    """Return the photos in and below each folder below ``root``, both in their stored form."""
    held: dict[str, set[int]] = {}
    for photo, path in library.connection.rows(
        "SELECT photo_id, path FROM files WHERE folder_id = ? AND NOT gone "
        "AND photo_id IS NOT NULL",
        (folder_id,),
    ):
        held.setdefault(path[: path.rfind(os.sep)] or os.sep, set()).add(photo)
    for path in sorted(held, key=len, reverse=True):
        around = path
        while len(around) > len(root):
            around = around[: around.rfind(os.sep)] or os.sep
            if len(around) > len(root):
                held.setdefault(around, set()).update(held[path])
    held.pop(root, None)
    return held
