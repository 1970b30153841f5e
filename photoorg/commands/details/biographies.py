"""``photoorg person``: what is known of somebody, and what you tell of them."""

import argparse
from contextlib import nullcontext
from dataclasses import asdict

from photoorg.commands.finding import PERSON, find
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply
from photoorg.library import Library, Person
from photoorg.library.decisions import details
from photoorg.library.decisions.step_names import A_GROUP
from photoorg.tr import kept


def register(commands: Commands) -> None:
    """Add the command."""
    person = commands.add_parser("person", help="what photos tell of somebody, and what you tell")
    person.add_argument("person", metavar="PERSON", help=PERSON)
    person.add_argument(
        "--born", metavar="DATE", help="when: 2019-07-14, 2019-07 or 2019; “unknown” takes it away"
    )
    person.add_argument("--favourite", metavar="ANSWER", choices=["yes", "no"], help="yes | no")
    person.add_argument("--notes", metavar="TEXT", help="what to remember; empty takes it away")
    add_json(
        person,
        '{"id", "name", "faces": how many, "born", "favourite", "years": {year: photos}, '
        '"companions": [{"id", "name", "photos"}], "too_early": [face before the birth], "notes"}',
    )
    person.set_defaults(command=run_person)
    add_library(person)


def run_person(asked: argparse.Namespace) -> int:
    """Note what is told, then say what is known."""
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        _tell(library, person, asked)
        about = library.biographies.of(person.id)
    known = asdict(about)
    found = {"id": person.id, "name": person.name, "faces": person.count, **known}
    lines = [f"{person.id} ({person.name or 'no name yet'}): {person.count:,} faces"]
    if about.born:
        lines.append(f"Born {about.born}")
    if about.favourite:
        lines.append("A favourite")
    if about.notes:
        lines += about.notes.splitlines()
    if about.years:
        lines.append("Photos: " + ", ".join(f"{y}: {n:,}" for y, n in about.years.items()))
    if about.companions:
        often = ", ".join(f"{one.name} ({one.photos:,})" for one in about.companions)
        lines.append(f"Often with {often}")
    if about.too_early:
        faces = ", ".join(map(str, about.too_early))
        lines.append(f"In photos from before the birth: faces {faces}")
    reply(asked, found, *lines)
    return DONE


def _tell(library: Library, person: Person, asked: argparse.Namespace) -> None:
    """Note what is told as one step, all of it or nothing."""
    told = [one for one in (asked.born, asked.favourite, asked.notes) if one is not None]
    label = kept("Tell more about {person}", person=person.name or A_GROUP)
    # What is told alone is a step with a name of its own.
    with library.history.edit(label) if len(told) > 1 else nullcontext():
        if asked.born is not None:
            born = None if asked.born == "unknown" else asked.born
            details.set_birth_date(library, person.id, born)
        if asked.favourite is not None:
            details.set_favourite(library, [person.id], favourite=asked.favourite == "yes")
        if asked.notes is not None:
            details.set_notes(library, person.id, asked.notes)
