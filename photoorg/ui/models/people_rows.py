"""Everybody in the order and the sections in which the people page shows them.

Plain lists, no models: a big library is put in order in the thread that has read it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from photoorg.library import Person, Standing
from photoorg.plain_text import folded
from photoorg.tr import kept, retold, tr
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.row_changes import Step, steps_between

Order: TypeAlias = Literal["size", "name"]
Key: TypeAlias = Literal["named", "unnamed", "lone", "doubtful", "strangers", "hidden"]

NAMED_COVER, UNNAMED_COVER, LONE_COVER = 128, 104, 80
_TITLES: dict[Key, str] = {
    "named": kept("Named"),
    "unnamed": kept("Who is this?"),
    "lone": kept("Seen once"),
    "doubtful": kept("Perhaps not faces"),
    "strangers": kept("Strangers"),
    "hidden": kept("Hidden"),
}
_HINT = kept("Choose somebody and type a name")
FOLDABLE: frozenset[Key] = frozenset({"lone", "doubtful", "strangers", "hidden"})
_FOLDS: dict[Standing, Key] = {Standing.DOUBTFUL: "doubtful", Standing.STRANGER: "strangers"}
_TELLING = 4
"""So many letters of a section's title show it in a search; fewer are rather those of a name."""
_SHAPES: dict[Key, tuple[int, int, int, int]] = {  # cover, tile height, gap, line gap
    "named": (NAMED_COVER, NAMED_COVER + 48, 24, 20),
    "unnamed": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
    "lone": (LONE_COVER, LONE_COVER, 8, 8),
    "doubtful": (LONE_COVER, LONE_COVER, 8, 8),
    "strangers": (LONE_COVER, LONE_COVER, 8, 8),
    "hidden": (UNNAMED_COVER, UNNAMED_COVER + 44, 16, 16),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; ``folded`` is None when the section cannot be folded.

    ``hint`` is what a newcomer needs to know here, ``link`` where a click leads.
    """

    key: Key
    title: str
    count: int
    folded: bool | None
    hint: str = ""
    link: str = ""


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
        # what was searched for is seen
        folded = key not in view.unfolded if key in FOLDABLE and not view.search else None
        hint = retold(_HINT) if key == "unnamed" and not rows else ""
        link = tr("Sort out") if _is_sorted_out(key, those) else ""
        rows.append(Heading(key, retold(_TITLES[key]), len(those), folded, hint, link))
        shown = [] if folded else those
        rows.extend(shown)
        keys.append(key)
        keys.extend([person.id for person in shown])
        cover, height, gap, line_gap = _SHAPES[key]
        sections.append(Section(len(shown), cover, height, gap, line_gap, words=height - cover))
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
    unseen = {}
    for id_, person in now.items():
        row = shown.row_of.get(id_)
        before = shown.rows[row] if row is not None else None
        if not isinstance(before, Person):
            unseen[id_] = person  # in a folded section, or not there at all
            continue
        first, last = _span(people, before)
        at = next(at for at in range(first, last) if people[at].id == id_)
        del people[at]
        if person is not None:
            alike = _place(person) == _place(before)
            people.insert(at if alike else _span(people, person)[1], person)
    if unseen:
        people = [person for person in people if person.id not in unseen]
        for person in unseen.values():
            if person is not None:
                people.insert(_span(people, person)[1], person)
    return people


def _is_sorted_out(key: Key, people: Sequence[Person]) -> bool:
    """Tell whether the page that is called like a section has any of it to sort out."""
    return key == "doubtful" or (key == "strangers" and any(one.waits for one in people))


def plain(text: str) -> str:
    """Return ``text`` without capitals and accents, for searching and sorting."""
    return folded(text.strip())


_STANDINGS = list(Standing)


def _place(person: Person) -> tuple[bool, int, int, str]:
    """Return what the library sorts people by; those alike it sorts by what it alone knows."""
    standing = _STANDINGS.index(person.standing)
    return person.name is None, standing, -person.count, person.name or ""


def _span(people: Sequence[Person], like: Person) -> tuple[int, int]:
    """Return where the people begin and end who are sorted alike."""
    place = _place(like)
    return bisect_left(people, place, key=_place), bisect_right(people, place, key=_place)


def _parts(people: Sequence[Person], view: View) -> Iterator[tuple[Key, list[Person]]]:
    parts: dict[Key, list[Person]] = {key: [] for key in _TITLES}
    named, unnamed, lone = parts["named"], parts["unnamed"], parts["lone"]
    hidden, person_like = parts["hidden"], Standing.PERSON
    for person in people:  # all of a big library, each time that one of them changes
        if person.hidden:
            hidden.append(person)
        elif person.name is not None:
            named.append(person)
        elif person.standing is not person_like:
            parts[_FOLDS[person.standing]].append(person)
        elif person.count > 1:
            unnamed.append(person)
        else:
            lone.append(person)
    if view.search:
        named = [person for person in named if _is_told(person, view.search)]
    if view.order == "name":
        named.sort(key=lambda person: plain(person.name or ""))
    yield "named", named
    for key, title in _TITLES.items():
        # what has no name is found by what it is called together
        telling = len(view.search) >= _TELLING and view.search in plain(retold(title))
        if key != "named" and (telling or not view.search):
            yield key, parts[key]


def _is_told(person: Person, text: str) -> bool:
    """Tell whether a text stands in somebody's name or notes."""
    return text in plain(person.name or "") or text in plain(person.notes or "")
