"""``photoorg export``: the photos of people in a folder of their own."""

import argparse
from pathlib import Path

from photoorg.commands.finding import PERSON, find
from photoorg.commands.follow import follow
from photoorg.commands.terminal import (
    DONE,
    SOME_UNREADABLE,
    Commands,
    add_json,
    add_library,
    reply,
    tell,
)
from photoorg.jobs.export_request import ExportRequest, Which
from photoorg.jobs.messages import shown
from photoorg.jobs.scanning.places import absolute
from photoorg.library import Library
from photoorg.media.exporting import How


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("export", help="put the photos of people into a folder")
    command.add_argument("people", metavar="PERSON", nargs="+", help=PERSON)
    command.add_argument(
        "--to", metavar="FOLDER", type=Path, required=True, help="it is made if it is not there"
    )
    command.add_argument(
        "--link",
        choices=[How.HARD.value, How.SYMBOLIC.value],
        help="hard | symbolic: lead to the photos instead of copying them",
    )
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--only", action="store_true", help="photos that show nobody but these people"
    )
    which.add_argument(
        "--all-of", action="store_true", help="photos that show all of them, not only one"
    )
    command.add_argument(
        "--names",
        choices=["kept", "date"],
        default="kept",
        help="how files are called: kept | date",
    )
    add_json(
        command,
        '{"folder", "exported", "there": already, with the same content, "errors": [{"path", '
        '"reason"}]}',
    )
    command.set_defaults(command=run_export)
    add_library(command)


def run_export(asked: argparse.Namespace) -> int:
    """Export, and list what could not be."""
    with Library.open(asked.library, create=False) as library:
        people = [find(library, person) for person in asked.people]
    (folder,) = absolute([asked.to.expanduser()])
    which = Which.ONLY if asked.only else Which.ALL_OF if asked.all_of else Which.ANY
    summary = follow(
        ExportRequest(
            library=asked.library,
            people=tuple(dict.fromkeys(person.id for person in people)),
            name=", ".join(person.name or f"group {person.id}" for person in people),
            folder=folder,
            how=How(asked.link) if asked.link else How.COPY,
            which=which,
            dated=asked.names == "date",
        )
    )
    errors = tell(summary.problems)
    value = {
        "folder": str(summary.folder),
        "exported": summary.exported,
        "there": summary.there,
        "errors": errors,
    }
    reply(asked, value, f"{summary.outcome()}: {shown(summary.folder)}")
    return SOME_UNREADABLE if errors else DONE
