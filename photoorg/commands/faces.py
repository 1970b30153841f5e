"""What is said of single faces: ``photoorg assign``, ``confirm``, ``split``, ``not-a-face`` ..."""

import argparse
from collections.abc import Callable, Sequence
from typing import TypeAlias

from photoorg.commands.finding import PERSON, face_ids, find
from photoorg.commands.people import refuse_taken
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions, triage

Act: TypeAlias = Callable[[Library, Sequence[int]], object]


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    assign = commands.add_parser("assign", help="say who a face is")
    assign.add_argument("person", metavar="PERSON", help=PERSON)
    add_json(assign, '{"person", "faces": [id]}')
    assign.set_defaults(command=run_assign)
    confirm = commands.add_parser("confirm", help="say that a face is where it belongs")
    add_json(confirm, '{"faces": [{"id", "person"}]}')
    confirm.set_defaults(command=run_confirm)
    split = commands.add_parser("split", help="make faces a person of their own")
    split.add_argument("--name", metavar="NAME", help="what to call the person")
    split.add_argument(
        "--keep-both", action="store_true", help="allow a name that another person has"
    )
    add_json(split, '{"person"}')
    split.set_defaults(command=run_split)
    unassign = commands.add_parser("unassign", help="say that a face is not this person")
    add_json(unassign, '{"faces": [{"id", "person": the group it is in now}]}')
    unassign.set_defaults(command=run_unassign)
    nothing = commands.add_parser("not-a-face", help="say that something is no face")
    add_json(nothing, '{"faces": [id]}')
    nothing.set_defaults(command=run_not_a_face)
    real = commands.add_parser("real-face", help="say that something is a face after all")
    add_json(real, '{"faces": [{"id", "person": the group it is in now}]}')
    real.set_defaults(command=run_real_face)
    unknown = commands.add_parser("do-not-know", help="say that you do not know who this is")
    add_json(unknown, '{"faces": [id]}')
    unknown.set_defaults(command=run_do_not_know)
    for command in (assign, confirm, split, unassign, nothing, real, unknown):
        command.add_argument("faces", metavar="FACE", nargs="+", help="a face's id")
        add_library(command)


def run_assign(asked: argparse.Namespace) -> int:
    """Put faces with a person, for good."""
    faces = face_ids(asked.faces)
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        actions.assign(library, faces, person.id)
        count = library.people.get(person.id).count
    reply(
        asked,
        {"person": person.id, "faces": faces},
        f"{person.id} ({person.name or 'no name yet'}) has {count:,} faces now.",
    )
    return DONE


def run_confirm(asked: argparse.Namespace) -> int:
    """Say of faces that they are where they belong."""
    faces = face_ids(asked.faces)
    with Library.open(asked.library, create=False) as library:
        where = _where(library, faces)
        for face, person in where.items():
            if person is None:
                raise UsageError(f"Face {face} is with nobody; say who it is with `assign`.")
        actions.confirm(library, faces)
    return _tell(asked, where, "Face {face} is {person}, for good.")


def run_split(asked: argparse.Namespace) -> int:
    """Make faces a person of their own; a name that is taken needs a decision."""
    faces = face_ids(asked.faces)
    with Library.open(asked.library, create=False) as library:
        if asked.name is not None and not asked.keep_both:
            assign = f"photoorg assign {{id}} {' '.join(map(str, faces))}"
            refuse_taken(library, asked.name, but=None, command=assign)
        person = actions.split(library, faces, asked.name)
        made = library.people.get(person)
    reply(
        asked,
        {"person": person},
        f"{person} ({made.name or 'no name yet'}) has {made.count:,} faces.",
    )
    return DONE


def run_unassign(asked: argparse.Namespace) -> int:
    """Take faces out of their people, for good."""
    return _move(asked, actions.unassign, "Face {face} is in group {person} now.")


def run_not_a_face(asked: argparse.Namespace) -> int:
    """Take what is no face out of everything."""
    return _set_aside(asked, actions.not_a_face, "{face} is no face.")


def run_real_face(asked: argparse.Namespace) -> int:
    """Keep faces that the program took for things, or for strangers."""
    return _move(asked, triage.real_faces, "{face} is a face, in group {person}.")


def run_do_not_know(asked: argparse.Namespace) -> int:
    """Say that nobody needs to ask again who these are."""
    return _set_aside(asked, actions.do_not_know, "Nobody asks again who {face} is.")


def _set_aside(asked: argparse.Namespace, act: Act, told: str) -> int:
    """Do something to faces, and tell of each ``{face}`` that it is done."""
    faces = face_ids(asked.faces)
    with Library.open(asked.library, create=False) as library:
        act(library, faces)
    reply(asked, {"faces": faces}, *(told.format(face=face) for face in faces))
    return DONE


def _move(asked: argparse.Namespace, act: Act, told: str) -> int:
    """Do something to faces, and tell of each ``{face}`` which group ``{person}`` it is in now."""
    faces = face_ids(asked.faces)
    with Library.open(asked.library, create=False) as library:
        act(library, faces)
        where = _where(library, faces)
    return _tell(asked, where, told)


def _where(library: Library, faces: list[int]) -> dict[int, int | None]:
    return {face: library.faces.get(face).person_id for face in faces}


def _tell(asked: argparse.Namespace, where: dict[int, int | None], told: str) -> int:
    reply(
        asked,
        {"faces": [{"id": face, "person": person} for face, person in where.items()]},
        *(told.format(face=face, person=person) for face, person in where.items()),
    )
    return DONE
