"""Searches that were given a name: kept in the library, as they were typed."""

import json
from collections.abc import Collection

from photoorg.errors import UsageError
from photoorg.library.library import Library
from photoorg.plain_text import folded
from photoorg.tr import tr
from photoorg.types import Changed

_KEY = "searches"
LONGEST_NAME = 100
_NOTHING: Changed = frozenset()
"""No photo and no face is another one for it."""


def saved(library: Library) -> dict[str, str]:
    """Return what was typed for each saved search by its name, in alphabetical order."""
    kept = library.connection.value("SELECT value FROM meta WHERE key = ?", (_KEY,))
    found: dict[str, str] = json.loads(kept) if kept else {}
    return dict(sorted(found.items(), key=lambda one: folded(one[0])))


def save(library: Library, name: str, text: str) -> Changed:
    """Keep a search under a name.

    Raises :class:`UsageError` when there is no name, a very long one, or one that is taken.
    """
    with library.write():
        kept = saved(library)
        name = _free(name, kept)
        _keep(library, kept | {name: text})
    return _NOTHING


def rename(library: Library, name: str, new: str) -> Changed:
    """Call a saved search otherwise; raises :class:`UsageError` if another one is called so."""
    with library.write():
        kept = saved(library)
        text = kept.pop(name)
        new = _free(new, kept)
        _keep(library, kept | {new: text})
    return _NOTHING


def delete(library: Library, name: str) -> Changed:
    """Forget a saved search; the photos it finds stay."""
    with library.write():
        _keep(library, {own: text for own, text in saved(library).items() if own != name})
    return _NOTHING


def _free(name: str, taken: Collection[str]) -> str:
    name = " ".join(name.split())
    if not name:
        raise UsageError(tr("The search needs a name."))
    if len(name) > LONGEST_NAME:
        raise UsageError(
            tr(
                "This name is too long; use at most {most} letters.",
                most=LONGEST_NAME,
            )
        )
    if name in taken:
        raise UsageError(
            tr("There is a search called “{name}” already; choose another name.", name=name)
        )
    return name


def _keep(library: Library, searches: dict[str, str]) -> None:
    library.connection.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_KEY, json.dumps(searches)),
    )
