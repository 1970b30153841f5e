"""What the steps of the user are called in the history, where they are kept in English.

Each is one whole sentence, so that it can be retold in another language.
"""

from collections.abc import Sequence

from photoorg.library.values import Face, Person
from photoorg.tr import kept

A_GROUP, ANOTHER_GROUP = kept("a group"), kept("another group")
"""What somebody without a name is called."""


def person_of(faces: Sequence[Face]) -> str:
    """Return who all these faces are with."""
    names = {face.person_name for face in faces}
    return (names.pop() if len(names) == 1 else None) or A_GROUP


def naming(before: str | None, name: str) -> str:
    """Return what it is called that somebody gets a name, or another one."""
    if before is None:
        return kept("Name {person}", person=name)
    return kept("Rename {person} to {name}", person=before, name=name)


def merging(into: Person, name: str | None, others: Sequence[Person]) -> str:
    """Return what it is called that ``others`` join somebody, who has this ``name`` then.

    Whoever brings the name is not told to join it.
    """
    if len(others) == 1:
        whom = (others[0].name if into.name or not name else None) or A_GROUP
        return kept("Merge {person} into {into}", person=whom, into=name or ANOTHER_GROUP)
    if name is None:
        return kept("Merge {n} groups into one", n=len(others))
    return kept("Merge {n} groups into {into}", n=len(others), into=name)


def removing(faces: Sequence[Face]) -> str:
    """Return what it is called that faces leave their people."""
    return kept(
        "Remove {n} faces from {person}",
        n=len(faces),
        one="Remove a face from {person}",
        person=person_of(faces),
    )


def moving(faces: Sequence[Face], person: Person) -> str:
    """Return what it is called that faces join somebody."""
    return kept(
        "Move {n} faces to {person}",
        n=len(faces),
        one="Move a face to {person}",
        person=person.name or A_GROUP,
    )


def confirming(faces: Sequence[Face]) -> str:
    """Return what it is called that faces are where they belong."""
    return kept(
        "Confirm {n} faces of {person}",
        n=len(faces),
        one="Confirm a face of {person}",
        person=person_of(faces),
    )


def splitting(name: str | None, count: int) -> str:
    """Return what it is called that ``count`` faces become somebody."""
    if name:
        return kept("Split off {person}", person=name)
    return kept("Split off {n} faces", n=count, one="Split off a face")


def dismissing(count: int) -> str:
    """Return what it is called that so many faces are none."""
    return kept("Dismiss {n} faces as not a face", n=count, one="Dismiss a face as not a face")


def hiding(people: Sequence[Person], *, hidden: bool) -> str:
    """Return what it is called that people are hidden, or shown again."""
    if len(people) == 1:
        whom = people[0].name or A_GROUP
        return kept("Hide {person}", person=whom) if hidden else kept("Show {person}", person=whom)
    n = len(people)
    return kept("Hide {n} groups", n=n) if hidden else kept("Show {n} groups", n=n)


def keeping_apart(one: Person, other: Person) -> str:
    """Return what it is called that two are different people."""
    return kept(
        "Keep {person} and {other} apart",
        person=one.name or A_GROUP,
        other=other.name or ANOTHER_GROUP,
    )


def favouring(people: Sequence[Person], *, favourite: bool) -> str:
    """Return what it is called that people become favourites, or are none any more."""
    if len(people) == 1:
        whom = people[0].name or A_GROUP
        if favourite:
            return kept("Make {person} a favourite", person=whom)
        return kept("Make {person} no favourite any more", person=whom)
    if favourite:
        return kept("Make {n} people a favourite", n=len(people))
    return kept("Make {n} people no favourite any more", n=len(people))
