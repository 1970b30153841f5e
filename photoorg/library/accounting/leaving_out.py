"""What the user wants left out of a folder: a choice that outlives the library."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from photoorg.library.journal.choice_lines import PATTERNS
from photoorg.library.library import Library
from photoorg.library.storage.choices import patterns
from photoorg.types import Changed, Kind


def leave_out(library: Library, folder_id: int, lines: Iterable[str]) -> Changed:
    """Leave out of a folder, from the next scan on, what these lines name, and nothing else."""
    with library.write():
        library.folders.set_patterns(folder_id, lines)
        library.chosen(PATTERNS)
    return frozenset({Kind.FOLDERS})


@contextmanager
def patterns_told(library: Library) -> Iterator[None]:
    """Let the journal hear what is left out of which folder, where that changes meanwhile."""
    with library.write():
        before = patterns(library.connection)
        yield
        if patterns(library.connection) != before:
            library.chosen(PATTERNS)
