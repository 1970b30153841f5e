"""The questions that would settle most of a library, best first.

Each is worked out from what the library holds now and what the last grouping left behind. Its id
tells what it is about: it stays the same while nothing about the question changes, and is gone
when the question is.
"""

import hashlib
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress
from typing import NamedTuple

import numpy as np

from photoorg.clustering.questions import sheets
from photoorg.clustering.questions.learning import FAINT, learned
from photoorg.clustering.questions.suggestions import LIKELY, probable_halves, probable_pairs
from photoorg.library import Library, Person
from photoorg.library.values import HELD, Standing
from photoorg.review.ages import Ages
from photoorg.review.album import Album, read_album, settled
from photoorg.review.appearances import along_time
from photoorg.types import BoolArray, FloatArray

KNOWN_STRANGER = 0.2
"""How probable it is that the user knows somebody who seems to be in the background."""


TOO_EARLY = 0.1
"""How probable it is that somebody is in a photo from before the birth: dates may be wrong."""


class Asks(StrEnum):
    """Kinds of questions."""

    SAME = "same"
    """Are these two groups one person?"""
    IS = "is"
    """Are these faces the person?"""
    TWO = "two"
    """Is this person two people?"""
    FACES = "faces"
    """Are these faces at all?"""
    STRANGER = "stranger"
    """Do you know them?"""


@dataclass(frozen=True, slots=True)
class Question:
    """``probability`` is that of a yes; an answer is expected to settle ``settles`` faces.

    ``faces`` are asked about, ``other_faces`` those they are compared with: those of ``person``,
    whose name is ``name``. ``other`` is the group that ``faces`` are; None where they are among
    those of the person.
    """

    id: str
    kind: Asks
    person: int
    name: str | None
    other: int | None
    faces: tuple[int, ...]
    other_faces: tuple[int, ...]
    probability: float
    settles: float

    @property
    def inside(self) -> bool:
        """Whether the faces are with the person already."""
        return self.other is None

    @property
    def gain(self) -> float:
        """What an answer is expected to gain; it counts with how many of their own faces then are.

        See :func:`~photoorg.clustering.questions.sheets.gain_of`. Faces that leave for good gain as
        much as those that join very many.
        """
        one, other = len(self.faces), len(self.other_faces)
        return self.settles * 2 * (other / (one + other) if other else 1)

    @property
    def worth(self) -> float:
        """How much a click is expected to gain that the question costs."""
        return float(_worth([self], [self.gain])[0])


def questions(library: Library) -> list[Question]:
    """Return every question worth a click, best first; none before the first grouping."""
    album = read_album(library)
    if album is None:
        return []
    waiting = {person.id for person in library.triage.strangers(album.persons)}
    early = np.isin(album.places.ids, library.biographies.too_early())
    found = list(_Asking(album, Ages(library, album)).questions(waiting, early))
    enough = _worth(found, [one.settles for one in found]) >= sheets.WORTH
    worth = _worth(found, [one.gain for one in found])
    asked = compress(zip((-worth).tolist(), found, strict=True), enough.tolist())
    return [one for _, one in sorted(asked, key=lambda told: (told[0], told[1].id))]


def _worth(asked: Sequence[Question], of: Sequence[float]) -> FloatArray:
    """Return how many faces a click is expected to settle, or to gain, for each question."""
    return sheets.worth(np.array([one.probability for one in asked]), np.array(of))


class _Faces(NamedTuple):
    """Faces that are asked about, and how an id tells them."""

    ids: tuple[int, ...]
    told: str


def _of(ids: tuple[int, ...]) -> _Faces:
    return _Faces(ids, str(ids))


_NOBODY = _of(())


class _Asking:
    """Makes the questions of an album.

    The faces of somebody who is asked about often are told once: there may be 20,000 of them. Whom
    the user does not know is in no question.
    """

    def __init__(self, album: Album, ages: Ages) -> None:
        self._album, self._ages = album, ages
        self._everybody = list(enumerate(album.persons))
        self._faces = album.faces_of_all()
        self._sizes = list(map(len, self._faces))
        self._put_off = album.put_off()
        self._told: dict[int, _Faces] = {}

    def questions(self, waiting: AbstractSet[int], early: BoolArray) -> Iterator[Question]:
        """Yield all, worth a click or not; see :meth:`_strangers` and :meth:`_rim`."""
        yield from self._doubtful()
        yield from self._between()
        yield from self._rim(early)
        yield from self._within()
        yield from self._strangers(waiting)

    def _faces_of(self, number: int) -> _Faces:
        """Return all faces of a person."""
        if number not in self._told:
            self._told[number] = _of(tuple(self._faces[number]))
        return self._told[number]

    def _doubtful(self) -> Iterator[Question]:
        """Ask whether groups that look like no people are faces at all, but for what was put off.

        Single ones are folded away and nobody's; they are better looked at many at a time.
        """
        trust = np.nan_to_num(self._album.places.trust)
        for number, person in self._everybody:
            if person.standing is not Standing.DOUBTFUL or person.hidden:
                continue
            rows = self._album.rows_of(number)
            rows = rows[~self._album.places.put_off[rows]]
            if len(rows) < 2:
                continue
            real = min(float(trust[rows].mean()), 1.0)
            faces = _of(self._album.faces(rows))
            yield _question(Asks.FACES, person, None, faces, _NOBODY, real, len(rows))

    def _strangers(self, waiting: AbstractSet[int]) -> Iterator[Question]:
        """Ask about people in the background, ``waiting`` by their ids, who turn up again."""
        for number, person in self._everybody:
            size = self._sizes[number]
            if person.id in waiting and size > 1:
                known = (KNOWN_STRANGER, KNOWN_STRANGER * size)
                faces = self._faces_of(number)
                yield _question(Asks.STRANGER, person, None, faces, _NOBODY, *known)

    def _between(self) -> Iterator[Question]:
        """Ask whether two groups are one person, or a group somebody who has a name.

        Nobody is asked about a group from before the birth; a child is followed through the years.
        """
        album, named = self._album, self._named()
        pairs = probable_pairs(album.evidence, album.people, 0.0)
        pairs = along_time(pairs, album, named, self._ages.years)
        pairs = pairs.where(pairs.probability >= FAINT)
        refused = album.opposite(album.refused, pairs.small, pairs.large)
        pairs = learned(pairs, refused, album.evidence, album.people)
        pairs = pairs.where((pairs.probability >= LIKELY) & ~refused)
        never = np.array(
            [one.hidden or one.standing is Standing.DOUBTFUL for one in album.persons], bool
        )
        never |= self._put_off
        small, large = pairs.small, pairs.large
        pairs = pairs.where(~(never[small] | never[large] | (named[small] & named[large])))
        pairs = pairs.where(~settled(album, pairs.small, pairs.large))
        for small, large, probability in zip(
            pairs.small.tolist(), pairs.large.tolist(), pairs.probability.tolist(), strict=True
        ):
            # the faces asked about are those of the group without a name
            group, person = (large, small) if named[small] else (small, large)
            if self._ages.is_too_early(person, group):
                continue
            yield _question(
                Asks.IS if named[person] else Asks.SAME,
                album.persons[person],
                album.persons[group],
                self._faces_of(group),
                self._faces_of(person),
                probability,
                probability * self._sizes[group] * self._ages.closeness(person, group),
            )

    def _rim(self, early: BoolArray) -> Iterator[Question]:
        """Ask about single faces that are with a named person and hardly held there.

        Those that are too ``early (n,)``, before the person was born, are asked about in any case.
        """
        album = self._album
        support = album.places.support
        there = (album.people >= 0) & ~album.answered_inside()
        there[there] = self._named()[album.people[there]]
        doubtful = there & (early | (~album.places.settled & (support < HELD)))
        for row in np.flatnonzero(doubtful).tolist():
            number = int(album.people[row])
            probability = TOO_EARLY if early[row] else (1 + float(support[row])) / 2
            everybody = self._faces_of(number).ids
            at = int(np.searchsorted(album.rows_of(number), row))
            yield _question(
                Asks.IS,
                album.persons[number],
                None,
                _of(everybody[at : at + 1]),
                _Faces(everybody[:at] + everybody[at + 1 :], ""),
                probability,
                1 - probability,
            )

    def _within(self) -> Iterator[Question]:
        """Ask whether a group is two people."""
        album = self._album
        unsure, said = album.answered_inside(), album.places.settled
        in_half = np.zeros(len(album.people), bool)
        for number, half, probability in probable_halves(album.evidence, album.people):
            person, everybody = album.persons[number], album.rows_of(number)
            in_half[half.rows] = True
            rest = everybody[~in_half[everybody]]
            in_half[half.rows] = False
            if person.hidden or self._put_off[number]:
                continue
            if said[half.rows].any() and said[rest].any():
                continue  # a human said that both belong there
            if unsure[half.rows].all():
                continue
            yield _question(
                Asks.TWO,
                person,
                None,
                _of(album.faces(half.rows)),
                _of(album.faces(rest)),
                probability,
                probability * len(half.rows),
            )

    def _named(self) -> BoolArray:
        return np.array([person.name is not None for person in self._album.persons], bool)


def _question(
    kind: Asks,
    person: Person,
    other: Person | None,
    faces: _Faces,
    other_faces: _Faces,
    probability: float,
    settles: float,
) -> Question:
    told = f"{kind} {person.id} {faces.told} {other_faces.told if kind is not Asks.IS else ''}"
    return Question(
        id=hashlib.blake2b(told.encode(), digest_size=5).hexdigest(),
        kind=kind,
        person=person.id,
        name=person.name,
        other=None if other is None else other.id,
        faces=faces.ids,
        other_faces=other_faces.ids,
        probability=probability,
        settles=settles,
    )
