"""Taking back every step that there is, and doing all of them again."""

from collections.abc import Callable, Sequence

from photoorg.library import Library

Wrong = Callable[[Library], Sequence[object]]


def undo_all(library: Library, wrong: Wrong) -> None:
    """Take back every step; nothing may be ``wrong`` after any of them."""
    while library.history.undo():
        assert list(wrong(library)) == []


def redo_all(library: Library, wrong: Wrong) -> None:
    """Do again what was taken back; nothing may be ``wrong`` after any step."""
    while library.history.redo():
        assert list(wrong(library)) == []
