"""What the user chose for a whole library: saved searches, and what is left out of folders.

Patterns stand with their folder; those of one that is not in the library yet wait for it in
``meta``, where the searches are, too. Paths are texts as they are stored.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from photoorg.library.paths import below, from_text
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.nested_patterns import said_around

LONGEST_NAME = 100
"""So many letters the name of a search has at most."""

_SEARCHES, _TO_COME = "searches", "patterns to come"


def searches(connection: Connection) -> dict[str, str]:
    """Return what was typed, by the name of each saved search."""
    return _value(connection, _SEARCHES)


def keep_searches(connection: Connection, found: Mapping[str, str]) -> None:
    """Keep these searches, and no others."""
    _keep(connection, _SEARCHES, found)


def patterns(connection: Connection) -> dict[str, list[str]]:
    """Return the lines that tell what is left out, by the path of each folder."""
    told = {
        str(path): str(lines).splitlines()
        for path, lines in connection.rows(
            "SELECT path, patterns FROM folders WHERE coalesce(patterns, '') != ''"
        )
    }
    return _value(connection, _TO_COME) | told


def keep_patterns(connection: Connection, told: Mapping[str, Iterable[str]]) -> None:
    """Leave these out of folders, also of those that are still to come."""
    known = {str(path) for (path,) in connection.rows("SELECT path FROM folders")}
    lines_of = {path: list(lines) for path, lines in told.items()}
    connection.executemany(
        "UPDATE folders SET patterns = ? WHERE path = ?",
        [("\n".join(lines), path) for path, lines in lines_of.items() if path in known],
    )
    coming = {path: lines for path, lines in lines_of.items() if path not in known}
    if coming:
        waiting = _value(connection, _TO_COME) | coming
        _keep(connection, _TO_COME, {path: lines for path, lines in waiting.items() if lines})


def take_patterns(connection: Connection, folder: str) -> None:
    """Leave out of a folder, which has just come, what waited for it or for one within it."""
    coming = _value(connection, _TO_COME)
    low, high = below(from_text(folder))
    taken = {path: coming.pop(path) for path in sorted(coming) if low < path < high}
    if folder in coming:
        keep_patterns(connection, {folder: coming.pop(folder)})
    elif not taken:
        return
    _keep(connection, _TO_COME, coming)
    for path, lines in taken.items():
        take_inner_patterns(connection, folder, path, lines)


def take_inner_patterns(
    connection: Connection, folder: str, inner: str, lines: Sequence[str]
) -> None:
    """Leave out of a folder also what was left out of one within it.

    That comes last, so that it prevails there, as it did.
    """
    way = from_text(inner).relative_to(from_text(folder))
    new = said_around(lines, way)
    known = [line for line in patterns(connection).get(folder, []) if line not in new]
    keep_patterns(connection, {folder: known + new})


def _value(connection: Connection, key: str) -> dict[str, Any]:
    kept = connection.value("SELECT value FROM meta WHERE key = ?", (key,))
    return dict(json.loads(kept)) if kept else {}


def _keep(connection: Connection, key: str, value: Mapping[str, Any]) -> None:
    connection.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value)),
    )
