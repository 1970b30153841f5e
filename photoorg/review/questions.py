"""The questions that would settle most of a library, best first.

Each is worked out from what the library holds now and what the last grouping left behind. Its id
tells what it is about: it stays the same while nothing about the question changes, and is gone
when the question is.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoorg.clustering.questions import sheets
from photoorg.clustering.questions.suggestions import probable_halves, probable_pairs
from photoorg.library import Library, Person
from photoorg.library.values import HELD, Standing
from photoorg.review.album import Album, Settled, read_album
from photoorg.types import BoolArray

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
    def worth(self) -> float:
        """How many faces a click is expected to settle that it costs."""
        value = sheets.worth(np.array([self.probability]), np.array([self.settles]))
        return float(value[0])


def questions(library: Library) -> list[Question]:
    """Return every question worth a click, best first; none before the first grouping."""
    album = read_album(library)
    if album is None:
        return []
    waiting = {person.id for person in library.triage.strangers()}
    early = np.isin(album.places.ids, library.biographies.too_early())
    found = [*_doubtful(album), *_between(album), *_rim(album, early), *_within(album)]
    found += _strangers(album, waiting)
    asked = [question for question in found if question.worth >= sheets.WORTH]
    return sorted(asked, key=lambda question: (-question.worth, question.id))


def _doubtful(album: Album) -> Iterator[Question]:
    """Ask whether groups that look like no people are faces at all.

    Single ones are folded away and nobody's; they are better looked at many at a time.
    """
    for number, person in enumerate(album.persons):
        rows = album.rows_of(number)
        if _is(person, Standing.DOUBTFUL) and len(rows) > 1:
            trust = float(np.nan_to_num(album.places.trust[rows]).mean())
            yield _question(
                Asks.FACES, person, None, album.faces(rows), (), min(trust, 1.0), len(rows)
            )


def _strangers(album: Album, waiting: set[int]) -> Iterator[Question]:
    """Ask about people in the background who turn up again."""
    for number, person in enumerate(album.persons):
        rows = album.rows_of(number)
        if person.id in waiting and len(rows) > 1:
            yield _question(
                Asks.STRANGER,
                person,
                None,
                album.faces(rows),
                (),
                KNOWN_STRANGER,
                KNOWN_STRANGER * len(rows),
            )


def _is(person: Person, standing: Standing) -> bool:
    return person.standing is standing and not person.hidden


def _between(album: Album) -> Iterator[Question]:
    """Ask whether two groups are one person, or a group somebody who has a name."""
    settled = Settled(album)
    pairs = probable_pairs(album.evidence, album.people)
    for small, large, probability in zip(
        pairs.small.tolist(), pairs.large.tolist(), pairs.probability.tolist(), strict=True
    ):
        one, other = album.persons[small], album.persons[large]
        if one.hidden or other.hidden or (one.name and other.name) or settled(small, large):
            continue
        if Standing.DOUBTFUL in (one.standing, other.standing):
            continue
        faces, compared = album.rows_of(small), album.rows_of(large)
        if one.name:  # then the faces asked about are those of the group without a name
            faces, compared, one, other = compared, faces, other, one
        yield _question(
            Asks.IS if other.name else Asks.SAME,
            other,
            one,
            album.faces(faces),
            album.faces(compared),
            probability,
            probability * len(faces),
        )


def _rim(album: Album, early: BoolArray) -> Iterator[Question]:
    """Ask about single faces that are with a named person and hardly held there.

    Those that are too ``early (n,)``, before the person was born, are asked about in any case.
    """
    support = album.places.support
    named = np.array([person.name is not None for person in album.persons], bool)
    there = (album.people >= 0) & ~album.answered_inside()
    there[there] = named[album.people[there]]
    doubtful = there & (early | (~album.places.settled & (support < HELD)))
    for row in np.flatnonzero(doubtful).tolist():
        person = album.persons[album.people[row]]
        probability = TOO_EARLY if early[row] else (1 + float(support[row])) / 2
        rest = album.rows_of(int(album.people[row]))
        yield _question(
            Asks.IS,
            person,
            None,
            album.faces(np.array([row])),
            album.faces(rest[rest != row]),
            probability,
            1 - probability,
        )


def _within(album: Album) -> Iterator[Question]:
    """Ask whether a group is two people."""
    unsure = album.answered_inside()
    for number, half, probability in probable_halves(album.evidence, album.people):
        person = album.persons[number]
        rest = np.setdiff1d(album.rows_of(number), half.rows)
        said = album.places.settled
        if person.hidden or (said[half.rows].any() and said[rest].any()):
            continue  # a human said that both belong there
        if unsure[half.rows].all():
            continue
        yield _question(
            Asks.TWO,
            person,
            None,
            album.faces(half.rows),
            album.faces(rest),
            probability,
            probability * len(half.rows),
        )


def _question(
    kind: Asks,
    person: Person,
    other: Person | None,
    faces: tuple[int, ...],
    other_faces: tuple[int, ...],
    probability: float,
    settles: float,
) -> Question:
    told = f"{kind} {person.id} {faces} {other_faces if kind is not Asks.IS else ''}"
    return Question(
        id=hashlib.blake2b(told.encode(), digest_size=5).hexdigest(),
        kind=kind,
        person=person.id,
        name=person.name,
        other=None if other is None else other.id,
        faces=faces,
        other_faces=other_faces,
        probability=probability,
        settles=settles,
    )
