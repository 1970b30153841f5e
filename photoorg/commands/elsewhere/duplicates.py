"""``photoorg duplicates``: pictures that are there more than once."""

import argparse
from collections.abc import Sequence
from itertools import chain

from photoorg.commands.details.dates import photo_of
from photoorg.commands.follow import follow
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    say,
)
from photoorg.errors import UsageError
from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.duplicates.listing import told
from photoorg.library.duplicates.values import Stack, StackKind

_HEADS = {
    StackKind.COPY: "Copies of one picture",
    StackKind.NEAR: "One picture in versions",
    StackKind.BURST: "Taken one right after the other",
    StackKind.DENIED: "No duplicates",
}


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "duplicates",
        help="list pictures that are there more than once; nothing is moved or deleted",
    )
    add_json(
        command,
        '[{"kind": copy (the same picture in several files) | near (rescaled, compressed, cropped, '
        'turned or edited) | burst (taken one right after the other), "best": path, "photos": '
        "[path], the best first}]; with --deny, --allow and --denied [[path]], the photos of which "
        "it is said now that they are no duplicates, those together that hang together",
    )
    add_library(command)
    saying = command.add_mutually_exclusive_group()
    for option, words in (
        ("--deny", "say that these are no duplicates, neither of each other nor in their stacks"),
        ("--allow", "take back whatever was said of these by --deny"),
    ):
        saying.add_argument(option, metavar="PHOTO", nargs="+", help=words)
    saying.add_argument(
        "--denied", action="store_true", help="list the photos of which that was said"
    )
    command.set_defaults(command=run_duplicates)


def run_duplicates(asked: argparse.Namespace) -> int:
    """Look at what is new, then list all stacks; or say something of some photos."""
    if asked.deny or asked.allow or asked.denied:
        return _say_of(asked)
    summary = follow(DuplicatesRequest(asked.library))
    with Library.open(asked.library, create=False) as library:
        stacks = library.duplicates.stacks()
    if summary.unseen:
        say(
            f"{summary.unseen} photos have no thumbnail yet, so only their exact copies are found; "
            "scan their folders to have them looked at."
        )
    if asked.json:
        answer_json([told(stack) for stack in stacks])
    else:
        answer(*(line for stack in stacks for line in _lines(stack)))
        answer(summary.outcome() + ".")
    return DONE


def _say_of(asked: argparse.Namespace) -> int:
    """Say what is to be said, and tell of which photos something is said now."""
    with Library.open(asked.library, create=False) as library:
        if asked.deny:
            photos = [photo_of(library, word) for word in asked.deny]
            others = _in_stacks_with(library, photos)
            if not others and len(set(photos)) < 2:
                raise UsageError(f"{shown(asked.deny[0])} is in no stack with other photos.")
            no_duplicates(library, photos, others)
        elif asked.allow:
            take_back(library, [photo_of(library, word) for word in asked.allow])
        denied = library.duplicates.denied_stacks()
    if asked.json:
        answer_json([[str(path) for path in stack.paths] for stack in denied])
    else:
        answer(*(line for stack in denied for line in _lines(stack)))
        if not denied:
            answer("Of no photo it is said that it is no duplicate.")
    return DONE


def _in_stacks_with(library: Library, photos: Sequence[int]) -> list[int]:
    """Return what else is in a stack with any of these photos."""
    stacks = chain.from_iterable(library.duplicates.groups().values())
    return sorted({id_ for stack in stacks if not set(photos).isdisjoint(stack) for id_ in stack})


def _lines(stack: Stack) -> list[str]:
    best, *others = (shown(path) for path in stack.paths)
    mark = "" if stack.kind is StackKind.DENIED else " (the best)"
    return [f"{_HEADS[stack.kind]}:", f"  {best}{mark}", *(f"  {path}" for path in others)]
