"""Going back and forth in the history, with what waits for photos that are known by now.

Such photos were scanned while the step was undone that tells of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from photoorg.library.journal.replay import apply_waiting
from photoorg.library.library import Library
from photoorg.library.values import Edit


def undo(library: Library) -> Edit | None:
    """Take back the newest step and return it; None when there is none."""
    with _travelling(library):
        return library.history.undo()


def redo(library: Library) -> Edit | None:
    """Do the step again that was undone last and return it; None when there is none."""
    with _travelling(library):
        return library.history.redo()


def go_to(library: Library, step: int) -> list[Edit]:
    """Undo or redo until ``step`` is the newest one that is done; return what was turned."""
    with _travelling(library):
        return library.history.go_to(step)


@contextmanager
def _travelling(library: Library) -> Iterator[None]:
    with library.connection.durable(), library.connection.write():
        yield
        apply_waiting(library)
