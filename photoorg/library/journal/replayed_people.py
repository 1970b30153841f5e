"""The people of a journal in a library: those it knows by their random names, and new ones."""

from photoorg.library.journal.lines import State
from photoorg.library.library import Library
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.marks import uuid_of
from photoorg.library.storage.steps import steps
from photoorg.library.times import now

_COLUMNS = ("name", "hidden", "stranger", "favourite", "birth_date")
_NOTES = 8
"""Where the notes stand, in lines that have them."""


def restore_people(library: Library, state: State, faces: dict[int, int]) -> dict[int, int]:
    """Give the people of a library the names and marks that a journal holds.

    ``faces`` are those of the journal that are known here. Returns ``{person of the journal: person
    here}``; a group without a name of which nothing was said is left out. Somebody of the same
    name who was named in another library meanwhile is the same person.
    """
    connection = library.connection
    there: dict[str, int] = dict(connection.rows("SELECT uuid, id FROM people"))
    spoken = {id_ for answer in state.answers.values() for id_ in answer[1:3] if id_}
    spoken |= {values[7] for values in state.people.values() if values[7]}
    uuids = {str(values[0]) for values in state.people.values()}
    people: dict[int, int] = {}
    for id_, (uuid, name, *_) in state.people.items():
        known = there.get(uuid) or _namesake(library, name, uuids)
        if known is not None:
            people[id_] = known
        elif name is not None or id_ in spoken:
            people[id_] = connection.execute(
                "INSERT INTO people (uuid, created_at) VALUES (?, ?)", (uuid, now())
            )
    connection.executemany(
        f"UPDATE people SET {', '.join(f'{column} = ?' for column in _COLUMNS)}, "
        "cover_face_id = coalesce(?, cover_face_id), merged_into = ?, notes = ? WHERE id = ?",
        [
            (
                *(*values[1:6], faces.get(values[6]), people.get(values[7])),
                *(values[_NOTES] if len(values) > _NOTES else None, people[id_]),
            )
            for id_, values in state.people.items()
            if id_ in people
        ],
    )
    if is_older(connection, state):
        connection.executemany(
            "UPDATE people SET name = NULL, hidden = 0, stranger = 0, favourite = 0, "
            "birth_date = NULL, notes = NULL, merged_into = NULL WHERE uuid = ?",
            [(uuid,) for uuid in there.keys() - uuids],
        )
    return people


def is_older(connection: Connection, state: State) -> bool:
    """Tell whether the library is an older copy of the one that wrote the journal."""
    return uuid_of(connection) == state.library and steps(connection) <= state.steps


def _namesake(library: Library, name: str | None, uuids: set[str]) -> int | None:
    """Return the one person here of this name whom the journal does not know."""
    if name is None:
        return None
    found = [
        person.id
        for person in library.people.find_by_name(name)
        if library.connection.value("SELECT uuid FROM people WHERE id = ?", (person.id,))
        not in uuids
    ]
    return found[0] if len(found) == 1 else None
