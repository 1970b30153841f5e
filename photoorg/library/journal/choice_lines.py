"""What the user chose for a whole library, as it stands in the lines of a journal.

* ``searches``: what was typed, by the name of each saved search
* ``patterns``: lines that tell what is left out of a folder, by its path

A line that has one of them tells all of its kind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from photoorg.library.storage import choices
from photoorg.library.storage.connection import Connection

SEARCHES, PATTERNS = "searches", "patterns"
_KINDS: Mapping[str, Callable[[Connection], dict[str, Any]]] = {
    SEARCHES: choices.searches,
    PATTERNS: choices.patterns,
}


@dataclass
class ChoiceState:
    """Saved searches by their names, and patterns by the paths of folders."""

    searches: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, list[str]] = field(default_factory=dict)

    def add(self, line: dict[str, Any]) -> None:
        """Take in a line."""
        if SEARCHES in line:
            self.searches = {str(name): str(text) for name, text in line[SEARCHES].items()}
        if PATTERNS in line:
            self.patterns = {
                str(path): [str(one) for one in lines] for path, lines in line[PATTERNS].items()
            }


def touched(connection: Connection, rows: Mapping[str, list[int]]) -> dict[str, Any]:
    """Return what a line says of choices, where a step touched them."""
    return {kind: told(connection) for kind, told in _KINDS.items() if kind in rows}


def whole(connection: Connection) -> dict[str, Any]:
    """Return what a line says of everything that stands."""
    return {kind: value for kind, told in _KINDS.items() if (value := told(connection))}
