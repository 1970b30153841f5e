"""Answers that leave everybody where they are: nobody can tell, or there is nothing to tell."""

from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions.ledger import Kind
from photoorg.library.decisions.saying import PEOPLE, chosen_faces, say_same
from photoorg.library.decisions.step_names import A_GROUP, person_of
from photoorg.library.library import Library
from photoorg.tr import kept, tr
from photoorg.types import Changed


def unsure(library: Library, face_ids: Sequence[int], other_ids: Sequence[int]) -> Changed:
    """Say that the user cannot tell whether these faces and the others are one person.

    Nobody asks again; who is where stays as it is.
    """
    faces, others = chosen_faces(library, face_ids), chosen_faces(library, other_ids)
    with (
        library.history.edit(kept("Not sure whether two are one person")),
        library.connection.chosen(face.id for face in faces) as these,
        library.connection.chosen(face.id for face in others) as those,
    ):
        library.ledger.say(Kind.UNSURE, these, others=those)
    return PEOPLE


def keep_together(library: Library, person_id: int) -> Changed:
    """Say that the faces of a group are one person, so that no grouping takes them apart."""
    person = library.people.get(person_id)
    with library.history.edit(kept("Keep {person} together", person=person.name or A_GROUP)):
        library.people.expect(person_id)
        say_same(library, person_id)
    return PEOPLE


def accept_loss(library: Library, face_ids: Sequence[int]) -> Changed:
    """Take note that photos, edited since, do not show these faces any more.

    Nothing is deleted: by such a face the person is still recognised, and a photo that shows it
    again brings it back.
    """
    faces = chosen_faces(library, face_ids)
    label = kept(
        "Forget {n} faces of {person} not found any more",
        n=len(faces),
        one="Forget a face of {person} not found any more",
        person=person_of(faces),
    )
    with (
        library.history.edit(label),
        library.connection.chosen(face.id for face in faces) as chosen,
    ):
        if library.connection.value(
            f"SELECT EXISTS (SELECT 1 FROM faces WHERE id IN {chosen} AND NOT lost)"
        ):
            raise UsageError(tr("Only faces that are not found any more can be forgotten."))
        answer = library.ledger.say(Kind.GONE, chosen)
        library.ledger.supersede(answer, [Kind.GONE])
    return PEOPLE
