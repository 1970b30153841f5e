"""``photoorg people`` and what is said of whole people: ``rename``, ``different``, ``hide`` ..."""

import argparse
from collections.abc import Callable
from typing import Any

from photoorg.commands.finding import PERSON, face_ids, find
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    reply,
    table,
)
from photoorg.errors import UsageError
from photoorg.library import Library, Person, Standing
from photoorg.library.decisions import actions

_STANDINGS = {
    Standing.PERSON: "",
    Standing.DOUBTFUL: "perhaps not faces",
    Standing.STRANGER: "stranger",
}


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    people = commands.add_parser("people", help="list the people and groups")
    people.add_argument("--all", action="store_true", help="also those that were hidden")
    add_json(
        people,
        '[{"id", "name", "count", "hidden", "standing": person, perhaps-not-faces or stranger, '
        '"faces": [{"id", "photo", "box": [x, y, w, h], "score", "confirmed": said of this very '
        'face, "source": machine, group or face}]}]',
    )
    people.set_defaults(command=run_people)
    rename = commands.add_parser("rename", help="name a person or group")
    rename.add_argument("person", metavar="PERSON", help=PERSON)
    rename.add_argument("name", metavar="NAME")
    rename.add_argument(
        "--keep-both", action="store_true", help="allow a name that another person has"
    )
    add_json(rename, '{"person", "name"}')
    rename.set_defaults(command=run_rename)
    unname = commands.add_parser("unname", help="take a person's name away; the faces stay one")
    unname.set_defaults(command=run_unname)
    delete = commands.add_parser("delete-person", help="let somebody go who is in no photo")
    delete.set_defaults(command=run_delete)
    for command in (unname, delete):
        command.add_argument("person", metavar="PERSON", help=PERSON)
        add_json(command, '{"person", "name": the one that is gone}')
    different = commands.add_parser("different", help="say that two people are not the same")
    different.add_argument("person", metavar="PERSON", help=PERSON)
    different.add_argument("other", metavar="PERSON")
    add_json(different, '{"people": [id, id]}')
    different.set_defaults(command=run_different)
    for name, told in (
        ("hide", "leave people out of the list"),
        ("show", "bring hidden people back"),
    ):
        hide = commands.add_parser(name, help=told)
        hide.add_argument("people", metavar="PERSON", nargs="+", help=PERSON)
        add_json(hide, '{"people": [id], "hidden"}')
        hide.set_defaults(command=run_hide, hidden=name == "hide")
        add_library(hide)
    cover = commands.add_parser("cover", help="show a person by one of its faces")
    cover.add_argument("person", metavar="PERSON", help=PERSON)
    cover.add_argument("face", metavar="FACE", help="a face's id")
    add_json(cover, '{"person", "face"}')
    cover.set_defaults(command=run_cover)
    for command in (people, rename, unname, delete, different, cover):
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
                    ("ID", "FACES", "NAME", ""),
                    [(p.id, p.count, p.name or "-", _STANDINGS[p.standing]) for p in people],
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
            "hidden": person.hidden,
            "standing": str(person.standing),
            "faces": [
                {
                    "id": face.id,
                    "photo": path(face.photo_id),
                    "box": [round(float(side), 2) for side in face.box],
                    "score": round(face.score, 4),
                    "confirmed": face.confirmed,
                    "source": face.source.value,
                }
                for face in library.faces.of_person(person.id)
            ],
        }
        for person in people
    ]


def refuse_taken(library: Library, name: str, *, but: int | None, command: str) -> None:
    """Raise UsageError where somebody ``but`` this person has the name: it needs a decision.

    ``command`` is what to type if it is the same person, ``{id}`` the one who has the name.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UsageError("This name is not text in UTF-8; type it in a UTF-8 terminal.") from None
    taken = [one for one in library.people.find_by_name(name) if one.id != but]
    if taken:
        raise UsageError(
            f"{taken[0].name} ({taken[0].count:,} faces) exists already. If this is the same "
            f"person, use `{command.format(id=taken[0].id)}`; if two people have the same name, "
            "add --keep-both."
        )


def run_rename(asked: argparse.Namespace) -> int:
    """Name a person; a name that is taken needs a decision."""
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        if not asked.keep_both:
            merge = f"photoorg merge {{id}} {person.id}"
            refuse_taken(library, asked.name, but=person.id, command=merge)
        actions.rename(library, person.id, asked.name)
        name = library.people.get(person.id).name
    reply(asked, {"person": person.id, "name": name}, f"{person.id} is {name} now.")
    return DONE


def run_unname(asked: argparse.Namespace) -> int:
    """Take a person's name away."""
    return _take_away(asked, actions.unname, "{id} is not called {name} any more.")


def run_delete(asked: argparse.Namespace) -> int:
    """Let somebody go who is in no photo."""
    told = "{called} is deleted; `photoorg undo` brings them back."
    return _take_away(asked, actions.delete_person, told)


def _take_away(asked: argparse.Namespace, act: Callable[[Library, int], object], told: str) -> int:
    """Do it to a person, and tell so of ``{id}``, ``{name}`` or what they were ``{called}``."""
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        act(library, person.id)
    found = {"person": person.id, "name": person.name}
    reply(
        asked, found, told.format(id=person.id, name=person.name, called=person.name or person.id)
    )
    return DONE


def run_different(asked: argparse.Namespace) -> int:
    """Keep two people apart for good."""
    with Library.open(asked.library, create=False) as library:
        one, other = find(library, asked.person), find(library, asked.other)
        actions.different(library, one.id, other.id)
    reply(
        asked,
        {"people": [one.id, other.id]},
        f"{one.id} and {other.id} are two people, and are kept apart.",
    )
    return DONE


def run_hide(asked: argparse.Namespace) -> int:
    """Leave people out of the list, or bring them back."""
    with Library.open(asked.library, create=False) as library:
        people = list({find(library, person).id: None for person in asked.people})
        actions.hide(library, people, hidden=asked.hidden)
    state = "hidden; `photoorg people --all` lists them" if asked.hidden else "shown"
    names = ", ".join(map(str, people))
    reply(
        asked,
        {"people": people, "hidden": asked.hidden},
        f"{names} {'are' if len(people) > 1 else 'is'} {state}.",
    )
    return DONE


def run_cover(asked: argparse.Namespace) -> int:
    """Show a person by one of its faces."""
    (face,) = face_ids([asked.face])
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        actions.set_cover(library, person.id, face)
    reply(asked, {"person": person.id, "face": face}, f"{person.id} is shown by face {face} now.")
    return DONE
