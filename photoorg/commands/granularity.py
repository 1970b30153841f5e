"""``photoorg granularity``: fewer and larger groups, or more and smaller ones."""

import argparse
import re

from photoorg.commands.finding import PERSON, find, number
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.plain_text import count
from photoorg.review.granularity import STEPS, Change, apply, changes


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "granularity", help="make fewer, larger groups of those there are, or more, smaller ones"
    )
    command.add_argument(
        "level",
        metavar="LEVEL",
        help=f"-{STEPS} (fewest, largest groups) to {STEPS} (most, smallest)",
    )
    command.add_argument(
        "person", metavar="PERSON", nargs="?", help=f"of one person only: {PERSON}"
    )
    command.add_argument(
        "--part", metavar="N", help="of what --preview lists only the N-th, from 1 on"
    )
    command.add_argument("--preview", action="store_true", help="tell what would change")
    add_json(
        command,
        '{"preview", "joined": groups that join others, "divided": groups that lose faces, "moved":'
        ' faces, "changes": [{"person": who stays, "joining": [group], "faces": [id], "said": '
        "whether you put some of them there}]}",
    )
    command.set_defaults(command=run_granularity)
    add_library(command)


def run_granularity(asked: argparse.Namespace) -> int:
    """Tell what would change, or change it.

    Of one person, parts that a human put there leave it only when they are asked for.
    """
    level = int(asked.level) if re.fullmatch(r"-?\d{1,3}", asked.level, re.ASCII) else STEPS + 1
    with Library.open(asked.library, create=False) as library:
        person = None if asked.person is None else find(library, asked.person).id
        found = changes(library, level, person)
        if asked.part is not None:
            part = number(asked.part) or 0
            if not 1 <= part <= len(found):
                raise UsageError(f"There is no part {asked.part[:40]}; --preview lists them.")
            found = [found[part - 1]]
        elif not asked.preview and person is not None:
            found = [change for change in found if not change.said]
        if found and not asked.preview:
            apply(library, found, person)
    value = {
        "preview": asked.preview,
        "joined": sum(len(change.joining) for change in found),
        "divided": len({change.person for change in found if not change.joining}),
        "moved": sum(len(change.faces) for change in found),
        "changes": [
            {
                "person": change.person,
                "joining": list(change.joining),
                "faces": list(change.faces),
                "said": change.said,
            }
            for change in found
        ],
    }
    told = [f"{n}. {_words(change)}" for n, change in enumerate(found, start=1)]
    reply(asked, value, *(told or ["Nothing changes."]))
    return DONE


def _words(change: Change) -> str:
    faces = count(len(change.faces), "face")
    if change.joining:
        groups = ", ".join(map(str, change.joining))
        return f"{faces} of {groups} with {change.person}"
    said = " (you put some of them there)" if change.said else ""
    return f"{faces} out of {change.person}{said}"
