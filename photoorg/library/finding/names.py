"""The names of people, as they are looked up in what somebody types."""

from collections.abc import Iterable
from difflib import get_close_matches

from photoorg.library.library import Library
from photoorg.plain_text import folded

MOST_NEAR = 3


class Names:
    """Who is called how, without regard to capitals and accents; hidden people only if wanted.

    Who was merged into somebody else has no name of its own any more.
    """

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self.of: dict[int, str] = dict(named)
        self._called: dict[str, set[int]] = {}
        self._words: dict[str, set[int]] = {}
        for id_, name in self.of.items():
            words = _words(name)
            self._called.setdefault(" ".join(words), set()).add(id_)
            for word in words:
                self._words.setdefault(word, set()).add(id_)
        self.longest = max((name.count(" ") + 1 for name in self._called), default=0)
        """Of so many words is the longest name."""

    @classmethod
    def read(cls, library: Library, *, hidden: bool = False) -> "Names":
        """Read the names from a library."""
        some = "" if hidden else "AND NOT hidden"
        return cls(
            library.connection.rows(
                "SELECT id, name FROM people WHERE name IS NOT NULL AND merged_into IS NULL "
                f"{some} ORDER BY id"
            )
        )

    def called(self, name: str) -> frozenset[int]:
        """Return everybody who is called exactly so."""
        return frozenset(self._called.get(" ".join(_words(name)), ()))

    def with_word(self, word: str) -> frozenset[int]:
        """Return everybody in whose name this is a whole word, as a first or a last name."""
        return frozenset(self._words.get(" ".join(_words(word)), ()))

    def nearest(self, name: str) -> list[str]:
        """Return the names most like one that nobody has, the most alike first."""
        wanted = folded(name)
        spelled = {folded(own): own for own in self.of.values()}
        part = [own for plain, own in spelled.items() if wanted and wanted in plain]
        alike = [spelled[near] for near in get_close_matches(wanted, spelled, MOST_NEAR)]
        return list(dict.fromkeys([*part, *alike]))[:MOST_NEAR]

    def beginning(self, start: str, most: int) -> list[str]:
        """Return names of which a word begins so, in alphabetical order."""
        wanted = folded(start)
        found = {
            name
            for name in self.of.values()
            if (plain := folded(name)).startswith(wanted) or f" {wanted}" in plain
        }
        return sorted(found, key=folded)[:most]


def _words(name: str) -> list[str]:
    """Return the words of a name as they are compared; "Smith, Anna" has no comma."""
    return [bare for word in folded(name).split() if (bare := word.rstrip(","))]
