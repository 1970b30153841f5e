"""What there is to show of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from photoorg.library import Face, Library, Person, Photo
from photoorg.library.portraits.appearances import divided, in_years
from photoorg.library.portraits.biographies import About
from photoorg.ui.models.faces_model import Era, divide

WORTH = 8
"""Faces are divided along time if there are so many for each heading on average."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """``lost`` are faces that photos do not show any more; ``merged`` whether others are in it.

    ``about`` is what photos and the user tell besides. ``eras`` are the sure faces along time, none
    if these are few or of a few years.
    """

    person: Person
    faces: Sequence[Face]
    lost: Sequence[Face]
    photos: Sequence[Photo]
    merged: bool
    about: About
    eras: Sequence[Era]

    @classmethod
    def read(cls, library: Library, person: Person) -> "Portrait":
        """Read what a library holds of a person."""
        faces = library.faces.of_person(person.id)
        photos = library.photos.list(person_id=person.id)
        about = library.biographies.of(person.id)
        return cls(
            person,
            faces,
            library.faces.lost_of_person(person.id),
            photos,
            library.merges.has_any(person.id),
            about,
            _eras(divide(faces, person.name)[0], photos, about.born),
        )


def _eras(faces: Sequence[Face], photos: Sequence[Photo], born: str | None) -> list[Era]:
    dates = {photo.id: photo.taken_at for photo in photos}
    found = divided([face.photo_id for face in faces], dates)
    several = sum(not isnan(one.first) for one in found) > 1
    if not several or len(faces) < WORTH * len(found):
        return []
    birth = in_years(born or "")
    eras = []
    for one in found:
        there = [faces[place] for place in one.faces]
        if isnan(one.first):
            eras.append(Era(None, None, there))
        else:
            known = one.first >= birth  # not where nothing is known, or it cannot be
            ages = (int(one.first - birth), int(one.last - birth)) if known else None
            eras.append(Era(int(one.first), int(one.last), there, ages))
    return eras
