"""What the user wants left out of a folder: a choice that outlives the library."""

from collections.abc import Iterable

from photoorg.library.journal.choice_lines import PATTERNS
from photoorg.library.library import Library
from photoorg.types import Changed, Kind


def leave_out(library: Library, folder_id: int, lines: Iterable[str]) -> Changed:
    """Leave out of a folder, from the next scan on, what these lines name, and nothing else."""
    with library.write():
        library.folders.set_patterns(folder_id, lines)
        library.chosen(PATTERNS)
    return frozenset({Kind.FOLDERS})
