"""Fewer and larger groups, or more and smaller ones: what would change, and doing it.

It is worked out from the links that the last grouping left (:mod:`.evidence_file`), so that it
takes no engine and a fraction of a second. Of all groups without a name the machine's own faces
move, and no answer is given. Of one person or group it is an answer: who leaves is not that person,
and who joins is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.questions.evidence import Links
from photoorg.clustering.questions.granularity import bridges, parts
from photoorg.errors import UsageError
from photoorg.library import Library, Person, Standing
from photoorg.library.decisions import actions
from photoorg.library.decisions.regrouping import regroup
from photoorg.library.decisions.saying import PEOPLE
from photoorg.library.decisions.step_names import A_GROUP
from photoorg.review.album import Album, read_album, sets_of
from photoorg.tr import kept, retold, tr
from photoorg.types import Changed

Ids = NDArray[np.int64]

STEPS = 4
"""Steps to each side; 0 leaves everything as it is."""
FINER, COARSER = 0.1, 0.05
"""How far a step moves the cut: two or three of them are what Settings calls finer and larger."""
UNKNOWN = kept(
    "Nothing is known of what lies between the groups yet; group all faces anew, by the choice of "
    "smaller or larger groups in Settings or by `photoorg group`."
)


@dataclass(frozen=True, slots=True)
class Change:
    """``faces`` would leave ``person`` together, or, as the groups ``joining``, join it.

    ``said`` if a human put some of them where they are.
    """

    person: int
    faces: tuple[int, ...]
    joining: tuple[int, ...] = ()
    said: bool = False


def changes(library: Library, level: int, person: int | None = None) -> list[Change]:
    """Return what would change for a person, or, for None, for all groups without a name.

    ``level`` is -:data:`STEPS` (fewest, largest groups) to :data:`STEPS`; of the changes the
    largest come first. Raises UsageError where nothing is known.
    """
    return changes_of_levels(library, (level,), person)[level]


def changes_of_levels(
    library: Library, levels: Iterable[int], person: int | None = None
) -> dict[int, list[Change]]:
    """Return :func:`changes` for several levels."""
    album = read_album(library)
    links = None if album is None else album.evidence.links
    if album is None or links is None:
        raise UsageError(retold(UNKNOWN))
    if person is not None:
        library.people.get(person)
    return {level: _changes(album, links, level, person) for level in levels}


def apply(library: Library, wanted: Sequence[Change], person: int | None = None) -> Changed:
    """Do these changes as one step; what has changed meanwhile is left out.

    ``person`` is whom :func:`changes` was asked about.
    """
    joins = [(change.person, change.joining) for change in wanted if change.joining]
    leave = [(change.person, change.faces) for change in wanted if not change.joining]
    label = kept("Make larger groups") if joins else kept("Make smaller groups")
    if person is None:
        return regroup(library, label, joins, leave)
    name = library.people.get(person).name or A_GROUP
    label = (
        kept("Join groups to {person}", person=name)
        if joins
        else kept("Pull faces out of {person}", person=name)
    )
    with library.history.edit(label):
        for into, others in joins:
            there = [other for other in others if library.people.exists(other)]
            if into == person and there:
                actions.merge(library, person, there)
        for _, faces in leave:
            now = library.faces.people_of(faces)
            still = [face for face in faces if now.get(face) == person]
            if still:
                actions.unassign(library, still)
    return PEOPLE


def _changes(album: Album, links: Links, level: int, person: int | None) -> list[Change]:
    if not -STEPS <= level <= STEPS:
        raise UsageError(tr("Give a number from -{most} to {most}.", most=STEPS))
    if level > 0:
        found = _partings(album, links, links.cut - FINER * level, person)
    elif level < 0:
        found = _joinings(album, links, links.cut - COARSER * level, person)
    else:
        return []
    return sorted(found, key=lambda change: (-len(change.faces), change.faces))


def _partings(album: Album, links: Links, cut: float, person: int | None) -> Iterator[Change]:
    chosen = np.array([_concerned(one, person) for one in album.persons], bool)
    people = _only(album.people, chosen)
    # What nobody knows the links of stays.
    people[album.evidence.atoms < 0] = -1
    said = album.places.settled if person is None else album.places.confirmed
    for number, rows in parts(links, people, cut, said):
        if person is not None or not said[rows].any():
            yield Change(
                album.persons[number].id,
                album.faces(rows),
                said=bool(album.places.settled[rows].any()),
            )


def _joinings(album: Album, links: Links, cut: float, person: int | None) -> Iterator[Change]:
    chosen = np.array(
        [_concerned(one, None) or one.id == person for one in album.persons], bool
    ) & ~np.array([one.standing is Standing.DOUBTFUL for one in album.persons], bool)
    people = _only(album.people, chosen)
    joined = _Joined(album)
    for one, other in bridges(links, people, cut).tolist():
        joined.join(one, other)
    for members in map(sorted, joined.groups()):
        numbers = {album.persons[number].id: number for number in members}
        if person is not None and person not in numbers:
            continue
        into = numbers[person] if person is not None else joined.head(members)
        rows = np.concatenate([album.rows_of(number) for number in members if number != into])
        yield Change(
            album.persons[into].id,
            album.faces(np.sort(rows)),
            tuple(album.persons[number].id for number in members if number != into),
            said=bool(album.places.settled[rows].any()),
        )


def _concerned(one: Person, person: int | None) -> bool:
    """Tell whether somebody is the ``person``, or, for None, any group without a name."""
    if person is not None:
        return one.id == person
    return one.name is None and not one.hidden


def _only(people: Ids, chosen: NDArray[np.bool_]) -> Ids:
    """Return the numbers ``(n,)`` of the chosen people, -1 for all others."""
    kept = np.append(chosen, False)[people]
    return np.where(kept, people, -1)


class _Joined:
    """Groups that join one after another, as far as no answer and no photo keeps them apart."""

    def __init__(self, album: Album) -> None:
        self._album = album
        self._leader: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._photos = sets_of(album.people, album.places.photo_ids)
        self._sides = album.sides(album.answered)
        settled = album.people[album.places.settled]
        self._said = {number for number in settled.tolist() if number >= 0}

    def join(self, one: int, other: int) -> None:
        """Let two join, or leave them apart; of what a human put together only one may be in it."""
        one, other = self._leader.get(one, one), self._leader.get(other, other)
        sides = self._sides.get(one, set()), self._sides.get(other, set())
        photos = self._photos.get(one, set()), self._photos.get(other, set())
        apart = not {side ^ 1 for side in sides[0]}.isdisjoint(sides[1])
        both = one in self._said and other in self._said
        if one == other or apart or both or not photos[0].isdisjoint(photos[1]):
            return
        members = self._members.pop(other, [other])
        self._members.setdefault(one, [one]).extend(members)
        self._leader.update(dict.fromkeys(members, one))
        self._photos[one] = photos[0] | photos[1]
        self._sides[one] = sides[0] | sides[1]
        self._said |= {one} if other in self._said else set()

    def groups(self) -> Iterable[list[int]]:
        """Return the groups that would be one, in the order in which they came together."""
        return self._members.values()

    def head(self, members: Sequence[int]) -> int:
        """Return whose group it stays: whom a human made, else the largest."""
        settled = self._album.places.settled

        def weight(number: int) -> tuple[bool, int, int]:
            rows = self._album.rows_of(number)
            return bool(settled[rows].any()), len(rows), -number

        return max(members, key=weight)
