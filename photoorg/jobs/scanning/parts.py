"""Which part of the library's folders to scan when something in it may have changed.

Nobody named that part: what a scan of the whole folder would not look into stays out.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from photoorg.jobs.scanning.other_programs import holds_originals, is_catalogue, keeps_folder
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.walk import IGNORE_MARK
from photoorg.library import Library


def known_parts(library: Library, folders: Iterable[Path]) -> list[Path]:
    """Return what to scan for changes in ``folders``, of which some may be gone.

    A folder that is no part of the library, as it was taken out meanwhile, does not come back.
    """
    parts: set[Path] = set()
    roots = library.folders.roots()
    for folder in folders:
        for folder_id, root in roots.items():
            if folder.is_relative_to(root):
                patterns = Patterns(str(root), library.folders.patterns(folder_id))
                parts.add(reachable(root, folder, patterns))
    return sorted(part for part in parts if parts.isdisjoint(part.parents))


def reachable(root: Path, folder: Path, patterns: Patterns) -> Path:
    """Return the last folder on the way from ``root`` to ``folder`` that a walk would look into."""
    here = root
    for name in folder.relative_to(root).parts:
        inner = here / name
        if _is_left_alone(here, name) or patterns.leave_out(str(inner), folder=True):
            return here
        if not os.path.isdir(inner) or os.path.lexists(inner / IGNORE_MARK):  # noqa: PTH112
            return here
        here = inner
    return here


def _is_left_alone(here: Path, name: str) -> bool:
    """Tell whether a walk does not look into the folder ``name`` in ``here``, whatever it holds."""
    if name.startswith(".") or keeps_folder(here.name, name):
        return True
    try:
        beside = os.listdir(here)  # noqa: PTH208 - names are enough
    except OSError:
        return True
    return is_catalogue(here.name, beside) and not holds_originals(name)
