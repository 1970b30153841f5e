"""The names in use, to complete what is typed from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from photoorg.library import Library, Person
from photoorg.ui.models.people_rows import plain

MOST = 50
"""So many completions are offered at most."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Who fits what was typed, the best first.

    ``ready`` says that Enter may take the first: a word of the name begins as what was typed, and
    nobody is called exactly that. ``exact`` says that somebody is.
    """

    people: list[Person | str] = field(default_factory=list)
    ready: bool = False
    exact: bool = False


class KnownNames:
    """People with names, the biggest first, or names alone where nothing else is known of them."""

    def __init__(self, people: Sequence[Person | str] = ()) -> None:
        self._known = [(plain(name), one) for one in people if (name := name_of(one))]

    def matching(
        self,
        text: str,
        *,
        but: int | None = None,
        first: Mapping[int, int] | None = None,
        most: int = MOST,
    ) -> Matches:
        """Return who has ``text`` in the name, whatever its capitals and accents.

        The person ``but`` is left out: nobody is completed to what they are called already. Of
        names that fit alike the places ``first`` of their ids decide, where there are some.
        """
        wanted, first = plain(text), first or {}
        last = len(first)
        found = [
            (_rank(name, wanted), last if isinstance(one, str) else first.get(one.id, last), at)
            for at, (name, one) in enumerate(self._known)
            if wanted in name and (but is None or isinstance(one, str) or one.id != but)
        ]
        found.sort()
        best = found[0][0] if found and wanted else 3
        return Matches([self._known[at][1] for *_, at in found[:most]], best in (1, 2), best == 0)

    def replaced(self, now: Mapping[int, Person | None]) -> "KnownNames":
        """Return these names with some people as they are ``now``; None is gone."""
        known = KnownNames([one for one in now.values() if one is not None])
        known._known += [
            (name, one) for name, one in self._known if isinstance(one, str) or one.id not in now
        ]
        return known


def known_names(library: Library) -> KnownNames:
    """Read everybody with a name, also those who are hidden."""
    return KnownNames(library.people.named())


def name_of(one: Person | str | None) -> str:
    """Return the name of a person, or the name itself."""
    return one if isinstance(one, str) else (one.name or "" if one is not None else "")


def _rank(name: str, wanted: str) -> int:
    """Tell how well a name fits: 0 it is the same, 1 it begins so, 2 a word does, 3 it holds it."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in name else 3
