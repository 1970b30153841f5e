"""``photoorg duplicates``: pictures that are there more than once."""

import argparse

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
from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.duplicates.listing import told
from photoorg.library.duplicates.values import Stack, StackKind

_HEADS = {
    StackKind.COPY: "Copies of one picture",
    StackKind.NEAR: "One picture in versions",
    StackKind.BURST: "Taken one right after the other",
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
        "[path], the best first}]",
    )
    add_library(command)
    command.set_defaults(command=run_duplicates)


def run_duplicates(asked: argparse.Namespace) -> int:
    """Look at what is new, then list all stacks."""
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


def _lines(stack: Stack) -> list[str]:
    best, *others = (shown(path) for path in stack.paths)
    return [f"{_HEADS[stack.kind]}:", f"  {best} (the best)", *(f"  {path}" for path in others)]
