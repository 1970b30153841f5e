"""Choosing somebody among people of whom those come first who look most like the faces at hand."""

from collections.abc import Callable, Sequence

from photoorg.library import Library
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.reads import Reads

_ENOUGH = 20
"""So many faces of a person tell whom they are like."""


def open_for_faces(chooser: PersonChooser, reads: Reads, faces: Sequence[int]) -> None:
    """Open a chooser for some faces."""
    _open(chooser, reads, lambda library: library.likeness.people_like(faces))


def open_for_person(chooser: PersonChooser, reads: Reads, person_id: int) -> None:
    """Open a chooser for all faces of a person."""

    def like(library: Library) -> Sequence[int]:
        faces = library.faces.of_person(person_id)[:_ENOUGH]
        return library.likeness.people_like([face.id for face in faces])

    _open(chooser, reads, like)


def _open(chooser: PersonChooser, reads: Reads, like: Callable[[Library], Sequence[int]]) -> None:
    """Open it at once; who is likest is known a moment later, if it is still open then."""
    still = [chooser]
    chooser.finished.connect(still.clear)

    def put_first(ids: Sequence[int]) -> None:
        for opened in still:
            opened.put_first(ids)

    chooser.open()
    reads.ask("likeness", like, put_first)
