"""What photos are looked for, as a value: who is on them, when and where they were taken."""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """The days from ``first`` to ``last``, both included, as "2003-07-14"; "" is open.

    ``called`` is a year, a month or a day, as "2003-07": then a photo in a folder that is called so
    counts as well. Scanned pictures tell no date, or that of the scan. ``month`` (1 to 12) is that
    of any year.
    """

    first: str = ""
    last: str = ""
    called: str = ""
    month: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """Holds for a photo for which any of it holds.

    The photo shows one of ``people`` (their ids), has one of ``words`` in it, was taken in one of
    ``spans`` or lies in one of ``folders``, as those of a :class:`Search`. A word is looked for
    without regard to capitals and accents, in the path from the folder on that was added to the
    library, in the caption, in the town's name, and in the names of people who are not hidden.
    Nothing at all: a name that nobody has, which holds for no photo.
    """

    people: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    folders: tuple[str, ...] = ()


class Number(NamedTuple):
    """So many faces are shown on a photo; ``most`` None is open."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Search:
    """What has to hold for a photo that is found.

    All of ``clauses``, nothing of ``without``, and with ``only`` nobody beside the people of the
    clauses: every face that is shown belongs to one of them. The date lies in one of ``spans``; a
    photo without a date lies in none, and ``undated`` asks for such. In one of ``folders`` the
    photo has a file: an absolute path in its stored form (:mod:`..paths`) with all below it, or
    words that the folders' names hold. ``camera`` occurs in the camera's name, ``place`` in that of
    the town or the country. What is empty or None asks for nothing.
    """

    clauses: tuple[Clause, ...] = ()
    only: bool = False
    without: Clause = Clause()
    spans: tuple[Span, ...] = ()
    folders: tuple[str, ...] = ()
    camera: str = ""
    place: str = ""
    number: Number | None = None
    undated: bool = False

    @property
    def people(self) -> frozenset[int]:
        """Everybody who is looked for."""
        return frozenset().union(*(clause.people for clause in self.clauses))
