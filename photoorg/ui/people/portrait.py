"""What there is to show of one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from photoorg.library import Face, Library, Person, Photo
from photoorg.library.portraits.biographies import About


@dataclass(frozen=True, slots=True)
class Portrait:
    """``lost`` are faces that photos do not show any more; ``merged`` whether others are in it.

    ``about`` is what photos and the user tell besides.
    """

    person: Person
    faces: Sequence[Face]
    lost: Sequence[Face]
    photos: Sequence[Photo]
    merged: bool
    about: About

    @classmethod
    def read(cls, library: Library, person: Person) -> "Portrait":
        """Read what a library holds of a person."""
        return cls(
            person,
            library.faces.of_person(person.id),
            library.faces.lost_of_person(person.id),
            library.photos.list(person_id=person.id),
            library.merges.has_any(person.id),
            library.biographies.of(person.id),
        )
