"""Everybody in the order and the sections in which the people page shows them.

Plain lists, no models: a big library is put in order in the thread that has read it.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from photoorg.library import Person
from photoorg.plain_text import folded
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.row_changes import Step, steps_between

Order: TypeAlias = Literal["size", "name"]
Key: TypeAlias = Literal["named", "unnamed", "lone", "hidden"]

NAMED_COVER, UNNAMED_COVER, LONE_COVER = 128, 104, 80
_TITLES: dict[Key, str] = {
    "named": "Named",
    "unnamed": "Who is this?",
    "lone": "Seen once",
    "hidden": "Hidden",
}
_HINT = "Choose somebody and type a name"
FOLDABLE: frozenset[Key] = frozenset({"lone", "hidden"})
_SHAPES: dict[Key, tuple[int, int, int, int]] = {  # cover, tile height, gap, line gap
    "named": (NAMED_COVER, NAMED_COVER + 48, 24, 20),
    "unnamed": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
    "lone": (LONE_COVER, LONE_COVER, 8, 8),
    "hidden": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; ``folded`` is None when the section cannot be folded.

    ``hint`` is what a newcomer needs to know here.
    """

    key: Key
    title: str
    count: int
    folded: bool | None
    hint: str = ""


Row: TypeAlias = Person | Heading


@dataclass(frozen=True, slots=True)
class View:
    """How the user wants to see people; ``search`` is :func:`plain`."""

    order: Order = "size"
    search: str = ""
    unfolded: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """``people`` as the library lists them, and the ``rows`` that show them in a ``view``.

    ``keys`` tell rows apart: ids, and the keys of headings; ``row_of`` leads from them to rows.
    """

    people: Sequence[Person] = ()
    view: View = View()
    rows: Sequence[Row] = ()
    sections: Sequence[Section] = ()
    keys: Sequence[int | str] = ()
    row_of: Mapping[int | str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """What leads from one arrangement to another.

    ``steps`` is None when nearly everything is different; ``changed`` are the rows, as they are
    numbered afterwards, that show something else than before.
    """

    before: Arrangement
    after: Arrangement
    steps: list[Step] | None
    changed: list[int]


def arrange(people: Sequence[Person], view: View) -> Arrangement:
    """Put people, biggest first as the library lists them, into sections."""
    rows: list[Row] = []
    keys: list[int | str] = []
    sections: list[Section] = []
    for key, those in _parts(people, view):
        if not those:
            continue
        folded = key not in view.unfolded if key in FOLDABLE else None
        hint = _HINT if key == "unnamed" and not rows else ""
        rows.append(Heading(key, _TITLES[key], len(those), folded, hint))
        shown = [] if folded else those
        rows.extend(shown)
        keys.append(key)
        keys.extend([person.id for person in shown])
        cover, height, gap, line_gap = _SHAPES[key]
        sections.append(Section(len(shown), cover, height, gap, line_gap))
    row_of = {key: row for row, key in enumerate(keys)}
    return Arrangement(people, view, rows, sections, keys, row_of)


def difference(before: Arrangement, after: Arrangement) -> Difference:
    """Return what leads from ``before`` to ``after``."""
    steps = steps_between(before.keys, after.keys)
    if steps is None:
        return Difference(before, after, None, [])
    same = set(map(id, before.rows))  # what the user changed leaves all others the same objects
    changed = [
        at
        for at, new in enumerate(after.rows)
        if id(new) not in same
        and (there := before.row_of.get(after.keys[at])) is not None
        and before.rows[there] != new
    ]
    return Difference(before, after, steps, changed)


def replaced(shown: Arrangement, now: Mapping[int, Person | None]) -> list[Person]:
    """Return people with some of them as they are ``now``, in their places; None is gone."""
    people = list(shown.people)
    hidden = set()
    for id_ in now:
        row = shown.row_of.get(id_)
        before = shown.rows[row] if row is not None else None
        if isinstance(before, Person):
            del people[bisect_left(people, _place(before), key=_place)]
        else:
            hidden.add(id_)  # in a folded section, or not there at all
    if hidden:
        people = [person for person in people if person.id not in hidden]
    for person in now.values():
        if person is not None:
            insort(people, person, key=_place)
    return people


def plain(text: str) -> str:
    """Return ``text`` without capitals and accents, for searching and sorting."""
    return folded(text.strip())


def _place(person: Person) -> tuple[bool, int, str, int]:
    """Return what the library sorts people by."""
    return person.name is None, -person.count, person.name or "", person.id


def _parts(people: Sequence[Person], view: View) -> Iterator[tuple[Key, list[Person]]]:
    named: list[Person] = []
    unnamed: list[Person] = []
    lone: list[Person] = []
    hidden: list[Person] = []
    for person in people:
        if person.hidden:
            hidden.append(person)
        elif person.name is not None:
            named.append(person)
        elif person.count > 1:
            unnamed.append(person)
        else:
            lone.append(person)
    if view.search:
        named = [person for person in named if view.search in plain(person.name or "")]
    if view.order == "name":
        named.sort(key=lambda person: plain(person.name or ""))
    yield "named", named
    if not view.search:  # what has no name cannot be found by one
        yield "unnamed", unnamed
        yield "lone", lone
        yield "hidden", hidden
