"""Who is where in a library, as questions see it: faces by rows, people by numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.questions.evidence import Evidence
from photoorg.library import FacePlaces, Library, Person, Sides
from photoorg.review import evidence_file
from photoorg.types import BoolArray

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Album:
    """The shown faces of a library that are with somebody.

    ``people (n,)`` are numbers from 0; ``persons`` are those people, by number. ``evidence`` goes
    by the same rows. ``simultaneous (m, 2)`` are faces seen at the same time in a video. Of what
    was ``answered``, and is not asked again, ``refused`` says that two are not one person.
    """

    places: FacePlaces
    people: Ids
    persons: tuple[Person, ...]
    evidence: Evidence
    answered: Sides
    refused: Sides
    simultaneous: Ids
    _by_person: Ids = field(init=False)
    _starts: Ids = field(init=False)

    def __post_init__(self) -> None:
        order = np.argsort(self.people, kind="stable")
        starts = np.searchsorted(self.people[order], np.arange(len(self.persons) + 1))
        object.__setattr__(self, "_by_person", order)
        object.__setattr__(self, "_starts", starts)

    def rows_of(self, person: int) -> Ids:
        """Return the rows of the faces of a person, by its number."""
        return self._by_person[self._starts[person] : self._starts[person + 1]]

    def rows_of_all(self, people: Ids) -> tuple[Ids, Ids]:
        """Return the rows ``(r,)`` of the faces of people ``(m,)``, and whose place in them."""
        counts = self._starts[people + 1] - self._starts[people]
        whose = np.repeat(np.arange(len(people)), counts)
        within = np.arange(len(whose)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self._by_person[self._starts[people][whose] + within], whose

    def faces_of_all(self) -> list[list[int]]:
        """Return the ids of the faces of each person."""
        ids, starts = self.places.ids[self._by_person].tolist(), self._starts.tolist()
        return [ids[start:end] for start, end in pairwise(starts)]

    def faces(self, rows: Ids) -> tuple[int, ...]:
        """Return the ids of the faces of some rows."""
        return tuple(self.places.ids[rows].tolist())

    def put_off(self) -> BoolArray:
        """Tell which people ``(p,)`` the user does not know, going by most of their faces."""
        there = self.people >= 0
        people = self.people[there]
        unknown = np.bincount(people, self.places.put_off[there], len(self.persons))
        return np.asarray(2 * unknown > np.bincount(people, minlength=len(self.persons)), bool)

    def answered_inside(self) -> BoolArray:
        """Tell which faces ``(n,)`` nobody could tell from others that they are still with."""
        found = np.zeros(len(self.people), bool)
        answered, sides = self.answered, self.answered.sides
        rows, there = self._rows(answered.face_ids)
        others = there & (sides == 1)
        with_whom = set(
            zip(answered.answers[others].tolist(), self.people[rows[others]].tolist(), strict=True)
        )
        for place in np.flatnonzero(there & (sides == 0)).tolist():
            row = rows[place]
            found[row] |= (int(answered.answers[place]), int(self.people[row])) in with_whom
        return found

    def _rows(self, face_ids: Ids) -> tuple[Ids, BoolArray]:
        """Return the rows of faces ``(m,)`` and whether they are shown at all."""
        ids = self.places.ids
        rows = np.minimum(np.searchsorted(ids, face_ids), max(len(ids) - 1, 0))
        there = ids[rows] == face_ids if len(ids) else np.zeros(rows.shape, bool)
        return rows, there

    def simultaneous_people(self) -> list[tuple[int, int]]:
        """Return the people, by number, of each pair that is seen at the same time."""
        rows, there = self._rows(self.simultaneous)
        people = self.people[rows[there.all(axis=1)]]
        return [(one, other) for one, other in people.tolist() if min(one, other) >= 0]

    def opposite(self, said: Sides, one: Ids, other: Ids) -> BoolArray:
        """Tell of pairs of people ``(m,)``, by number, whether answers have them on two sides."""
        sides = self.sides(said)
        spoken_of = np.zeros(len(self.persons), bool)
        spoken_of[list(sides)] = True
        found = np.zeros(len(one), bool)
        for pair in np.flatnonzero(spoken_of[one] & spoken_of[other]).tolist():
            against = {side ^ 1 for side in sides[int(other[pair])]}
            found[pair] = not against.isdisjoint(sides[int(one[pair])])
        return found

    def sides(self, said: Sides) -> dict[int, set[int]]:
        """Return on which sides of answers each person's faces stand; 2a and 2a + 1 are opposite.

        "Not Anna" has Anna herself on its second side.
        """
        rows, there = self._rows(said.face_ids)
        numbers = 2 * said.answers + said.sides
        found = sets_of(self.people[rows[there]], numbers[there])
        number = {person.id: n for n, person in enumerate(self.persons)}
        about = zip(said.person_answers.tolist(), said.people.tolist(), strict=True)
        for answer, person in about:
            if person in number:
                found.setdefault(number[person], set()).add(2 * answer + 1)
        return found


def read_album(library: Library) -> Album | None:
    """Return the album as it is now; None as long as nothing was grouped."""
    places = library.faces.places()
    evidence = evidence_file.recall(library.path, places.ids)
    if evidence is None:
        return None
    persons = sorted(library.people.list(include_hidden=True), key=attrgetter("id"))
    by_id = np.array([person.id for person in persons], np.int64)
    place = np.minimum(np.searchsorted(by_id, places.person_ids), max(len(by_id) - 1, 0))
    known = by_id[place] == places.person_ids if len(by_id) else np.zeros(len(place), bool)
    return Album(
        places=places,
        people=np.where(known, place, -1).astype(np.int64),
        persons=tuple(persons),
        evidence=evidence,
        answered=library.separations.answered(),
        refused=library.separations.sides(),
        simultaneous=library.videos.simultaneous(),
    )


def settled(album: Album, one: Ids, other: Ids) -> BoolArray:
    """Tell of pairs of people ``(m,)`` whether a question about them was answered, or is none.

    Faces in one photo, or at the same time in a video, are two people; nobody is asked about that.
    """
    found = _in_one_photo(album, one, other)
    together = {frozenset(pair) for pair in album.simultaneous_people()}
    if together:
        pairs = zip(one.tolist(), other.tolist(), strict=True)
        found |= np.array([frozenset(pair) in together for pair in pairs], bool)
    return found | album.opposite(album.answered, one, other)


def _in_one_photo(album: Album, one: Ids, other: Ids) -> BoolArray:
    """Tell of pairs of people ``(m,)``, the first with few faces, whether a photo shows both."""
    _, photos = np.unique(album.places.photo_ids, return_inverse=True)
    width = len(photos) + 1
    there = album.people >= 0
    shown = np.unique(album.people[there] * width + photos[there])
    rows, pair = album.rows_of_all(one)
    wanted = other[pair] * width + photos[rows]
    places = np.minimum(np.searchsorted(shown, wanted), max(len(shown) - 1, 0))
    found = np.zeros(len(one), bool)
    found[pair[shown[places] == wanted]] = True
    return found


def sets_of(groups: Ids, values: Ids) -> dict[int, set[int]]:
    """Return which of the values ``(m,)`` each group ``(m,)`` from 0 on has."""
    found: dict[int, set[int]] = {}
    pairs: Iterable[tuple[int, int]] = zip(groups.tolist(), values.tolist(), strict=True)
    for group, value in pairs:
        if group >= 0:
            found.setdefault(group, set()).add(value)
    return found
