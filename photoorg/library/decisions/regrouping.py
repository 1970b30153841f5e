"""Groups without a name put otherwise, as the user asked the machine to: no answer is given.

Only faces that the machine placed move, between groups that nobody named or hid; whatever a human
said of faces and people stands. A later grouping of all faces makes the groups anew.
"""

from collections.abc import Iterable, Sequence

from photoorg.library.decisions.saying import PEOPLE, tidy
from photoorg.library.library import Library
from photoorg.library.times import now
from photoorg.types import Changed


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
        free = _nameless(library)
        going = {
            other: into
            for into, others in joins
            if into in free
            for other in others
            if other in free and other != into
        }
        leaving = [(person, faces) for person, faces in parts if person in free]
        moves = [(face, going[person], person) for face, person in _faces_of(library, going)]
        for place, (person, faces) in zip(
            _new_groups(library, [person for person, _ in leaving]), leaving, strict=True
        ):
            moves += [(face, place, person) for face in faces]
        library.connection.put(
            "faces",
            "person_id = g.v0",
            moves,
            "faces.source = 'machine' AND faces.person_id IS g.v1",
        )
        tidy(library, dict.fromkeys(going.values()))
        library.people.remove_emptied({person for move in moves for person in move[1:]})
    return PEOPLE


def _nameless(library: Library) -> set[int]:
    """Return the groups that nobody named, hid or merged."""
    rows = library.connection.rows(
        "SELECT id FROM people WHERE name IS NULL AND NOT hidden AND merged_into IS NULL"
    )
    return {person for (person,) in rows}


def _faces_of(library: Library, people: Iterable[int]) -> list[tuple[int, int]]:
    """Return all faces of people, each with its person, also those whose photos are away."""
    with library.connection.chosen(people) as chosen:
        sql = f"SELECT id, person_id FROM faces WHERE person_id IN {chosen}"
        return [(face, person) for face, person in library.connection.rows(sql)]


def _new_groups(library: Library, sources: Sequence[int]) -> list[int]:
    """Make a group for each of ``sources``, judged as that is until the next grouping looks."""
    connection = library.connection
    connection.executemany(
        "INSERT INTO people (created_at) VALUES (?)", [(now(),) for _ in sources]
    )
    newest = connection.rows("SELECT id FROM people ORDER BY id DESC LIMIT ?", (len(sources),))
    groups = [group for (group,) in reversed(newest)]
    connection.executemany(
        "INSERT OR REPLACE INTO standings "
        "SELECT ?, standing, trust, NULL FROM standings WHERE person_id = ?",
        zip(groups, sources, strict=True),
    )
    return groups
