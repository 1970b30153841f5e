"""Groups that other programs' names were offered for, once the user has agreed."""

from collections.abc import Sequence

from photoorg.library.decisions import actions
from photoorg.library.decisions.saying import PEOPLE
from photoorg.library.library import Library
from photoorg.tr import kept
from photoorg.types import Changed


def accept(library: Library, offers: Sequence[tuple[int, str]]) -> Changed:
    """Say that these groups are the people of these names, as one step or part of one.

    Who has such a name already is joined by the group. What is no group any more is left out.
    """
    if not offers:
        return frozenset()
    label = kept("Name {n} groups", n=len(offers), one="Name a group")
    with library.history.edit(label):
        for group, name in offers:
            if not library.people.exists(group) or library.people.get(group).name is not None:
                continue
            known = library.people.find_by_name(name)
            if known:
                actions.merge(library, known[0].id, [group])
            else:
                actions.rename(library, group, name)
    return PEOPLE
