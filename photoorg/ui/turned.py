"""Undo and redo as the window shows them: a step, and where it is to be seen."""

from collections.abc import Callable
from typing import NamedTuple

from photoorg.errors import PhotoorgError
from photoorg.library import Edit, Library
from photoorg.library.journal import travel


class Turned(NamedTuple):
    """A step that was undone, or done again, and the people and folders that it was about.

    ``left`` are those whom it was about before it was turned: its faces may be with others now.
    """

    edit: Edit
    people: list[int]
    folders: list[int]
    left: list[int]


def undone(library: Library) -> Turned | None:
    """Take back the newest step, if there is one."""
    return _turned(library, library.history.newest_done(), travel.undo)


def redone(library: Library) -> Turned | None:
    """Do again the step that was undone last, if there is one."""
    return _turned(library, library.history.next_undone(), travel.redo)


def _turned(library: Library, step: int, turn: Callable[[Library], Edit | None]) -> Turned | None:
    left, _ = _about(library, step)
    edit = turn(library)
    return None if edit is None else Turned(edit, *_about(library, edit.id), left)


def _about(library: Library, step: int) -> tuple[list[int], list[int]]:
    """Return the people and folders of a step; nothing but being led there depends on it."""
    try:
        return library.history.people_of(step), library.history.folders_of(step)
    except PhotoorgError:
        return [], []
