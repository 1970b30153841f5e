"""``photoorg forget-faces``: erase what tells faces apart; it asks first."""

import argparse
import sys

from photoorg.commands.finding import PERSON, find
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    add_library,
    reply,
    say,
)
from photoorg.errors import UsageError
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.forgetting import forget
from photoorg.plain_text import plain


def register(commands: Commands) -> None:
    """Add the command."""
    forgetting = commands.add_parser(
        "forget-faces",
        help="erase what tells faces apart and shows them; names and answers stay",
        description="Erases the numbers that tell the faces of these people (of all, if you name "
        "none) apart, their landmarks and the small pictures that show them, also from the copies "
        "beside the library. Names, boxes and answers stay. It cannot be undone.",
    )
    forgetting.add_argument("people", metavar="PERSON", nargs="*", help=PERSON)
    forgetting.add_argument("--yes", action="store_true", help="do not ask")
    add_json(
        forgetting,
        '{"faces": how many, "photos": how many, "copies": [path] that forgot them, too, "left": '
        "[path] that cannot be looked into}",
    )
    forgetting.set_defaults(command=run_forget)
    add_library(forgetting)


def run_forget(asked: argparse.Namespace) -> int:
    """Ask, then erase."""
    with Library.open(asked.library, create=False) as library:
        people = [find(library, person) for person in asked.people]
        whose = ", ".join(one.name or f"group {one.id}" for one in people) or "everybody"
        if not asked.yes and not _agreed(whose):
            say("Nothing was forgotten.")
            return NOTHING_DONE
        done = forget(library, [one.id for one in people] if people else None)
    reply(
        asked,
        {
            "faces": done.faces,
            "photos": done.photos,
            "copies": [str(copy) for copy in done.copies],
            "left": [str(file) for file in done.left],
        },
        f"{done.faces:,} faces of {whose} in {done.photos:,} photos are forgotten.",
        *(f"Forgotten in the copy {shown(copy)}, too." for copy in done.copies),
    )
    for file in done.left:
        say(f"{shown(file)} cannot be looked into; delete it if it may be a copy of the library.")
    say("Copies of the library that you made at other places still hold them.")
    return DONE


def _agreed(whose: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("What is forgotten cannot be brought back; add --yes if you are sure.")
    sys.stderr.write(
        plain(
            f"The faces of {whose} will be erased for good, also in the copies beside the library; "
            "names and answers stay. Erase them? [y/N] "
        )
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
