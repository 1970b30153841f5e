"""Verdicts on what the program was not sure of: faces or things, people known or strangers.

Each verdict is said of faces, so that it stands through every later grouping.
"""

from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.decisions.saying import (
    PEOPLE,
    chosen_faces,
    faces_of,
    ids_of,
    new_person,
    tidy,
)
from photoorg.library.library import Library
from photoorg.library.values import Standing
from photoorg.tr import kept, tr
from photoorg.types import Changed


def real_faces(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say "these are faces", and of people worth seeing: they come out of the folds.

    A face whose group is doubtful, and stays so, leaves it for a group of its own.
    """
    faces = chosen_faces(library, face_ids)
    label = kept("Keep {n} faces as real", n=len(faces), one="Keep a face as real")
    with library.history.edit(label):
        _say_real(library, [face.id for face in faces])
    return PEOPLE


def sort_faces(library: Library, real: Sequence[int], things: Sequence[int]) -> Changed:
    """Say of some faces that they are real, and of the others that they are none; one step."""
    if set(real) & set(things):
        raise UsageError(tr("Something cannot be a face and none."))
    known = [face.id for face in chosen_faces(library, [*real, *things])]
    there = set(known)
    label = (
        kept("Dismiss {n} faces as not faces", n=len(things), one="Dismiss a face as not faces")
        if things
        else kept("Keep real faces")
    )
    with library.history.edit(label):
        with library.connection.chosen(there.intersection(things)) as chosen:
            people = _people_of(library, chosen)
            if things:
                answer = library.ledger.say(Kind.NOT_A_FACE, chosen)
                library.ledger.supersede(answer, (*PLACING, Kind.UNKNOWN, Kind.FACE))
                library.ledger.project(chosen)
        tidy(library, people)
        if real:
            _say_real(library, list(dict.fromkeys(real)))
    return PEOPLE


def sort_strangers(library: Library, known: Sequence[int], others: Sequence[int]) -> Changed:
    """Say of whole groups whom the user knows, and whom not, so that nobody asks again; one step.

    Raises :class:`UsageError` for somebody who is not there.
    """
    if set(known) & set(others):
        raise UsageError(tr("Nobody can be known and a stranger."))
    people = [library.people.get(person).id for person in (*known, *others)]
    if not people:
        raise UsageError(tr("Choose at least one group."))
    label = (
        kept("Dismiss {n} strangers", n=len(others), one="Dismiss a stranger")
        if others
        else kept("Keep people who were strangers")
    )
    with library.history.edit(label):
        library.people.expect(*people)
        for group in others:
            answer = library.ledger.say(Kind.UNKNOWN, faces_of(group))
            library.ledger.supersede(answer, (Kind.UNKNOWN, Kind.FACE))
        for group in known:
            _say_real(library, ids_of(library, faces_of(group)))
    return PEOPLE


def _say_real(library: Library, faces: Sequence[int]) -> None:
    with library.connection.chosen(faces) as chosen:
        answer = library.ledger.say(Kind.FACE, chosen)
        library.ledger.supersede(answer, (Kind.UNKNOWN, Kind.NOT_A_FACE, Kind.FACE))
        library.ledger.project(chosen)
        alone = library.connection.rows(
            f"SELECT id FROM faces WHERE person_id IS NULL AND id IN {chosen}"
        )
        leaving = [face for (face,) in alone]
        people = _people_of(library, chosen)
        for person in people:
            if library.people.get(person).standing is Standing.DOUBTFUL:
                leaving += ids_of(
                    library,
                    f"(SELECT id FROM faces WHERE person_id = {person} AND id IN {chosen} "
                    "AND source = 'machine')",
                )
        moved = [(face, new_person(library)) for face in leaving]
    library.connection.put("faces", "person_id = g.v0", moved)
    tidy(library, people)


def _people_of(library: Library, faces: str) -> list[int]:
    """Return the people of faces (a subquery of ids)."""
    rows = library.connection.rows(
        f"SELECT DISTINCT person_id FROM faces WHERE person_id IS NOT NULL AND id IN {faces}"
    )
    return [person for (person,) in rows]
