"""Where one person could be cut into two."""

from collections.abc import Sequence

from photoorg.clustering.questions.suggestions import probable_halves
from photoorg.library import Library
from photoorg.review.album import read_album


def proposed_cut(library: Library, person_id: int) -> Sequence[int]:
    """Return the faces of the smaller part of a person who may be two people.

    However improbable that is: somebody asks who sees that it is so. Empty where the last grouping
    left nothing that tells, or much has changed since.
    """
    album = read_album(library)
    if album is None:
        return ()
    halves = [
        (probability, album.faces(half.rows))
        for number, half, probability in probable_halves(album.evidence, album.people, least=0.0)
        if album.persons[number].id == person_id
    ]
    return max(halves)[1] if halves else ()
