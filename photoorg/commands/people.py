"""``photoorg people``, ``rename``, ``merge`` and ``unassign``."""

import argparse
from typing import Any

from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    table,
)
from photoorg.errors import UsageError
from photoorg.library import Library, Person, actions

LARGEST_ID = 2**63 - 1
"""SQLite counts no further."""


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    people = commands.add_parser("people", help="list the people and groups")
    people.add_argument("--all", action="store_true", help="also those that were hidden")
    add_json(people)
    people.set_defaults(command=run_people)
    rename = commands.add_parser("rename", help="name a person or group")
    rename.add_argument("person", metavar="PERSON", help="an id, or a name that is unique")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument(
        "--keep-both", action="store_true", help="allow a name that another person has"
    )
    rename.set_defaults(command=run_rename)
    merge = commands.add_parser("merge", help="make several people or groups one")
    merge.add_argument("into", metavar="INTO", help="whose name stays: an id or a unique name")
    merge.add_argument("others", metavar="FROM", nargs="+", help="ids or unique names")
    merge.set_defaults(command=run_merge)
    unassign = commands.add_parser("unassign", help="say that a face is not this person")
    unassign.add_argument("faces", metavar="FACE", nargs="+", type=int, help="a face's id")
    unassign.set_defaults(command=run_unassign)
    for command in (people, rename, merge, unassign):
        add_library(command)


def run_people(asked: argparse.Namespace) -> int:
    """List people, with all their faces in JSON."""
    with Library.open(asked.library, create=False) as library:
        people = library.people.list(include_hidden=asked.all)
        if asked.json:
            answer_json(_with_faces(library, people))
        else:
            answer(
                *table(
                    ("ID", "FACES", "NAME"),
                    [(person.id, person.count, person.name or "-") for person in people],
                )
            )
    return DONE


def _with_faces(library: Library, people: list[Person]) -> list[dict[str, Any]]:
    paths = {photo.id: str(photo.path) for photo in library.photos.list()}

    def path(photo_id: int) -> str:
        # Photos with a problem are not listed, but may have faces from before.
        if photo_id not in paths:
            paths[photo_id] = str(library.photos.get(photo_id).path)
        return paths[photo_id]

    return [
        {
            "id": person.id,
            "name": person.name,
            "count": person.count,
            "faces": [
                {
                    "id": face.id,
                    "photo": path(face.photo_id),
                    "box": [round(float(side), 2) for side in face.box],
                    "score": round(face.score, 4),
                    "confirmed": face.confirmed,
                }
                for face in library.faces.of_person(person.id)
            ],
        }
        for person in people
    ]


def find(library: Library, person: str) -> Person:
    """Return the person with this id or this name; raises UsageError unless there is one."""
    if person.isascii() and person.isdigit():
        # Python reads no number of thousands of digits.
        if len(person.lstrip("0")) > len(str(LARGEST_ID)) or int(person) > LARGEST_ID:
            raise UsageError(f"There is no person {person} in this library.")
        return library.people.get(int(person))
    found = library.people.find_by_name(person)
    if not found:
        raise UsageError(f"There is no person “{person}”; `photoorg people` lists them.")
    if len(found) > 1:
        ids = " and ".join(f"{one.id} ({one.count:,} faces)" for one in found)
        raise UsageError(f"Several people are called “{person}”: {ids}. Use the id.")
    return found[0]


def run_rename(asked: argparse.Namespace) -> int:
    """Name a person; a name that is taken needs a decision."""
    try:
        asked.name.encode()
    except UnicodeEncodeError:
        raise UsageError("This name is not text in UTF-8; type it in a UTF-8 terminal.") from None
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        taken = [one for one in library.people.find_by_name(asked.name) if one.id != person.id]
        if taken and not asked.keep_both:
            raise UsageError(
                f"{taken[0].name} ({taken[0].count:,} faces) exists already. If this is the same "
                f"person, use `photoorg merge {taken[0].id} {person.id}`; if two people have the "
                "same name, add --keep-both."
            )
        actions.rename(library, person.id, asked.name)
        answer(f"{person.id} is {library.people.get(person.id).name} now.")
    return DONE


def run_merge(asked: argparse.Namespace) -> int:
    """Make several people one."""
    with Library.open(asked.library, create=False) as library:
        into = find(library, asked.into)
        others = [find(library, other).id for other in asked.others]
        actions.merge(library, into.id, others)
        merged = library.people.get(into.id)
        answer(f"{merged.id} ({merged.name or 'no name yet'}) has {merged.count:,} faces now.")
    return DONE


def run_unassign(asked: argparse.Namespace) -> int:
    """Take faces out of their people, for good."""
    for face_id in asked.faces:
        if face_id > LARGEST_ID:
            raise UsageError(f"There is no face {face_id} in this library.")
    with Library.open(asked.library, create=False) as library:
        actions.unassign(library, asked.faces)
        for face_id in dict.fromkeys(asked.faces):
            answer(f"Face {face_id} is in group {library.faces.get(face_id).person_id} now.")
    return DONE
