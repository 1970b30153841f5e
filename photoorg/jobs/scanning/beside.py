"""Files beside photos that have changed alone: their photos are asked again."""

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from photoorg.jobs.scanning.walk import Walk
from photoorg.library import Library
from photoorg.metadata.beside import told_of


def notice(library: Library, folder_id: int, walk: Walk, photos: Iterable[str]) -> None:
    """Compare the files that a walk met beside ``photos`` (paths) with those that were there.

    Nothing is opened, and nothing written where nothing has changed. What lies in a folder that
    could not be looked into is taken to be as it was.
    """
    known = library.origins.beside(walk.root)
    there = {str(entry.name): (entry.size, entry.mtime_ns) for entry in walk.beside}
    met = {name: seen for name, seen in there.items() if known.get(name) != seen}
    gone = [name for name in known.keys() - there.keys() if not walk.is_silent(Path(name))]
    if not met and not gone:
        return
    changed, files, beside = _by_folder([*met, *gone]), _by_folder(there), _by_folder(photos)
    told = [
        str(Path(folder, photo))
        for folder, names in changed.items()
        for photo in told_of(beside.get(folder, ()), files.get(folder, ()), names)
    ]
    library.origins.keep_beside(folder_id, met, gone, told)


def _by_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        folder, name = os.path.split(path)
        names[folder].append(name)
    return names
