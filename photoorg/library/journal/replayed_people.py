"""The people of a journal in a library: those it knows by their random names, and new ones."""

from dataclasses import dataclass

from photoorg.library.decisions.merges import Merges
from photoorg.library.journal.lines import State
from photoorg.library.journal.namesakes import namesakes
from photoorg.library.library import Library
from photoorg.library.people import compared
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.marks import uuid_of
from photoorg.library.storage.steps import Course, course
from photoorg.library.times import now

_NOTES = 8
"""Where the notes stand, in lines that have them."""

_PLAIN = (
    "name = ?, hidden = ?, stranger = ?, favourite = ?, birth_date = ?, "
    "cover_face_id = coalesce(?, cover_face_id), merged_into = ?, notes = ?"
)
_LEAVING = (
    "name = coalesce(?, name), hidden = max(hidden, ?), stranger = max(stranger, ?), "
    "favourite = max(favourite, ?), birth_date = coalesce(?, birth_date), "
    "cover_face_id = coalesce(?, cover_face_id), merged_into = coalesce(?, merged_into), "
    "notes = coalesce(?, notes)"
)
"""What a journal says where it says something; what only this library knows stays."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who the ``people`` of a journal are here, ``{person of the journal: person here}``.

    ``refused`` are those whom the journal has joined to others and who stay who they are: they
    have a name that only this library knows, and that of the others is another one.
    """

    people: dict[int, int]
    refused: frozenset[int] = frozenset()


def restore_people(library: Library, state: State, faces: dict[int, int]) -> Known:
    """Give the people of a library the names and marks that a journal holds.

    ``faces`` are those of the journal that are known here; a group without a name of which nothing
    was said is left out. Somebody of the same name who was named in another library meanwhile is
    the same person. In a library that is no older copy, what only it knows of somebody stays.
    """
    connection = library.connection
    people = _people(library, state, faces)
    older = is_older(connection, state)
    named = _names(connection)
    connection.executemany(
        f"UPDATE people SET {_PLAIN if older else _LEAVING} WHERE id = ?",
        _values(state, faces, people),
    )
    circles = _circles(connection)
    connection.executemany(
        "UPDATE people SET merged_into = ? WHERE id = ?",
        [
            (people.get(values[7]), people[id_])
            for id_, values in state.people.items()
            if people.get(id_) in circles
        ],
    )
    if not older:
        return Known(people, _keep_names(connection, state, people, named))
    uuids = {str(values[0]) for values in state.people.values()}
    others = [row for row in connection.rows("SELECT uuid FROM people") if row[0] not in uuids]
    connection.executemany(
        "UPDATE people SET name = NULL, hidden = 0, stranger = 0, favourite = 0, "
        "birth_date = NULL, notes = NULL, merged_into = NULL WHERE uuid = ?",
        others,
    )
    return Known(people)


def _keep_names(
    connection: Connection, state: State, people: dict[int, int], before: dict[int, str]
) -> frozenset[int]:
    """Let nobody lose the name that only this library knows by being joined to others.

    Whoever they are joined to gets it, if they have none. If they have another one, those joined
    stay who they are, and are returned. Whoever was joined here keeps to it, with a new name.
    """
    final, names = Merges(connection).final_people(), _names(connection)
    refused = set()
    for id_, values in state.people.items():
        here = people.get(id_)
        name = before.get(here) if here is not None else None
        into = None if here is None else final.get(here)
        if name is None or into not in names or _same(name, values[1]):
            continue
        if not _same(names[into], name):
            connection.execute(
                "UPDATE people SET name = ?, merged_into = NULL WHERE id = ?", (name, here)
            )
            refused.add(id_)
    _hand_names_on(connection)
    return frozenset(refused)


def _hand_names_on(connection: Connection) -> None:
    """Give those who have no name that of somebody who was joined to them."""
    final, names = Merges(connection).final_people(), _names(connection)
    for id_, into in final.items():
        if id_ in names and into not in names:
            names[into] = names[id_]
            connection.execute("UPDATE people SET name = ? WHERE id = ?", (names[id_], into))


def _names(connection: Connection) -> dict[int, str]:
    return dict(connection.rows("SELECT id, name FROM people WHERE name IS NOT NULL"))


def add_people(library: Library, state: State, faces: dict[int, int]) -> Known:
    """Do as :func:`restore_people`, where nothing was said here: what was said here stays."""
    connection = library.connection
    people = _people(library, state, faces)
    before = Merges(connection).final_people()
    connection.executemany(
        "UPDATE people SET name = coalesce(name, ?), hidden = max(hidden, ?), "
        "stranger = max(stranger, ?), favourite = max(favourite, ?), "
        "birth_date = coalesce(birth_date, ?), cover_face_id = coalesce(cover_face_id, ?), "
        "merged_into = coalesce(merged_into, iif(name IS NULL, ?, NULL)), "
        "notes = coalesce(notes, ?) WHERE id = ?",
        _values(state, faces, people),
    )
    connection.executemany(
        "UPDATE people SET merged_into = NULL WHERE id = ?",
        [(id_,) for id_ in _circles(connection) - before.keys()],
    )
    _hand_names_on(connection)
    return Known(people)


def _circles(connection: Connection) -> set[int]:
    """Return who is merged into somebody who is merged into them in the end."""
    final = Merges(connection).final_people()
    return {id_ for id_, end in final.items() if end in final}


def _people(library: Library, state: State, faces: dict[int, int]) -> dict[int, int]:
    """Return who the people of a journal are here; those that are not are made."""
    connection = library.connection
    there: dict[str, int] = dict(connection.rows("SELECT uuid, id FROM people"))
    spoken = {id_ for answer in state.answers.values() for id_ in answer[1:3] if id_}
    spoken |= {values[7] for values in state.people.values() if values[7]}
    known_by_name = namesakes(library, state, faces, there.keys())
    people: dict[int, int] = {}
    for id_, (uuid, name, *_) in state.people.items():
        known = there.get(uuid) or known_by_name.get(id_)
        if known is not None:
            people[id_] = known
        elif name is not None or id_ in spoken:
            people[id_] = connection.execute(
                "INSERT INTO people (uuid, created_at) VALUES (?, ?)", (uuid, now())
            )
    return people


def _values(
    state: State, faces: dict[int, int], people: dict[int, int]
) -> list[tuple[object, ...]]:
    """Return what a journal says of each of these people, and its id, to be put into statements."""
    return [
        (
            *(*values[1:6], faces.get(values[6]), people.get(values[7])),
            *(values[_NOTES] if len(values) > _NOTES else None, people[id_]),
        )
        for id_, values in state.people.items()
        if id_ in people
    ]


def is_older(connection: Connection, state: State) -> bool:
    """Tell whether the library is an older copy of the one that wrote the journal."""
    here = course(connection)
    there = Course(state.steps, state.marks)
    return uuid_of(connection) == state.library and here.shared_with(there) >= here.said


def _same(name: str, other: str | None) -> bool:
    return other is not None and compared(name) == compared(other)
