"""Groups without a name put otherwise, as the user asked the machine to: no answer is given.

Only faces that the machine placed move, between groups that nobody named or hid; whatever a human
said of faces and people stands. A later grouping of all faces makes the groups anew.
"""

from collections.abc import Iterable, Sequence

from photoorg.library.decisions.saying import PEOPLE, execute, faces_of, ids_of, new_person, tidy
from photoorg.library.library import Library
from photoorg.types import Changed

NAMELESS = "name IS NULL AND NOT hidden AND merged_into IS NULL"


def regroup(
    library: Library,
    label: str,
    joins: Iterable[tuple[int, Sequence[int]]],
    parts: Iterable[tuple[int, Sequence[int]]],
) -> Changed:
    """Let groups join others and parts of groups stand alone, as one step called ``label``.

    ``joins`` are a group and those that go into it, ``parts`` a group and the faces that leave it
    together. What is not as it was when that was worked out stays as it is.
    """
    with library.history.edit(label):
        for into, others in joins:
            free = [other for other in others if _is_nameless(library, other)]
            if _is_nameless(library, into):
                moved = [face for other in free for face in ids_of(library, faces_of(other))]
                _put(library, into, moved, free)
                tidy(library, [into, *free])
        for person, faces in parts:
            if _is_nameless(library, person):
                _part(library, person, faces)
    return PEOPLE


def _part(library: Library, person: int, faces: Sequence[int]) -> None:
    with library.connection.chosen(faces) as chosen:
        leaving = ids_of(
            library,
            f"(SELECT id FROM faces WHERE id IN {chosen} AND source = 'machine' "
            f"AND person_id = {int(person)})",
        )
    if leaving:
        place = new_person(library)
        _put(library, place, leaving, [person])
        # It is judged as the group was until the next grouping looks at it.
        execute(
            library,
            "INSERT OR REPLACE INTO standings "
            "SELECT ?, standing, trust, NULL FROM standings WHERE person_id = ?",
            place,
            person,
        )
        tidy(library, [person])


def _is_nameless(library: Library, person: int) -> bool:
    sql = f"SELECT EXISTS (SELECT 1 FROM people WHERE id = ? AND {NAMELESS})"
    return bool(library.connection.value(sql, (person,)))


def _put(library: Library, place: int, faces: Sequence[int], of: Sequence[int]) -> None:
    """Put faces that the machine had put with one ``of`` these somewhere else."""
    if faces:
        whose = ", ".join(str(int(person)) for person in of)
        library.connection.put(
            "faces",
            "person_id = g.v0",
            [(face, place) for face in faces],
            f"faces.source = 'machine' AND faces.person_id IN ({whose})",
        )
