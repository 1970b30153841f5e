"""Searches that were given a name: kept in the library, as they were typed."""

from collections.abc import Collection

from photoorg.errors import UsageError
from photoorg.library.journal.choice_lines import SEARCHES
from photoorg.library.library import Library
from photoorg.library.storage import choices
from photoorg.library.storage.choices import LONGEST_NAME
from photoorg.plain_text import folded
from photoorg.tr import tr
from photoorg.types import Changed

_NOTHING: Changed = frozenset()
"""No photo and no face is another one for it."""


def saved(library: Library) -> dict[str, str]:
    """Return what was typed for each saved search by its name, in alphabetical order."""
    found = choices.searches(library.connection)
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


def change(library: Library, name: str, text: str) -> Changed:
    """Keep another search under a name that is there; raises :class:`UsageError` if it is not."""
    with library.write():
        kept = saved(library)
        _known(name, kept)
        _keep(library, kept | {name: text})
    return _NOTHING


def rename(library: Library, name: str, new: str) -> Changed:
    """Call a saved search otherwise.

    Raises :class:`UsageError` where none is called so, or another one has the new name.
    """
    with library.write():
        kept = saved(library)
        _known(name, kept)
        text = kept.pop(name)
        new = _free(new, kept)
        _keep(library, kept | {new: text})
    return _NOTHING


def delete(library: Library, name: str) -> Changed:
    """Forget a saved search; the photos it finds stay. Raises :class:`UsageError` without it."""
    with library.write():
        kept = saved(library)
        _known(name, kept)
        _keep(library, {own: text for own, text in kept.items() if own != name})
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


def _known(name: str, there: Collection[str]) -> None:
    if name not in there:
        raise UsageError(tr("There is no search called “{name}”.", name=name))


def _keep(library: Library, searches: dict[str, str]) -> None:
    choices.keep_searches(library.connection, searches)
    library.chosen(SEARCHES)
