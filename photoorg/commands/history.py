"""``photoorg undo``, ``redo`` and ``history``."""

import argparse
from dataclasses import asdict

from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    say,
    table,
)
from photoorg.library import Library


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    undo = commands.add_parser("undo", help="take back the last step")
    undo.set_defaults(command=run_undo)
    redo = commands.add_parser("redo", help="do again what was undone last")
    redo.set_defaults(command=run_redo)
    history = commands.add_parser("history", help="list the steps that can be undone")
    history.set_defaults(command=run_history)
    add_json(history)
    for command in (undo, redo, history):
        add_library(command)


def run_undo(asked: argparse.Namespace) -> int:
    """Take back the newest step."""
    with Library.open(asked.library, create=False) as library:
        edit = library.history.undo()
    if edit is None:
        say("There is nothing to undo.")
        return NOTHING_DONE
    answer(f"Undone: {edit.label}")
    return DONE


def run_redo(asked: argparse.Namespace) -> int:
    """Do again what was undone last."""
    with Library.open(asked.library, create=False) as library:
        edit = library.history.redo()
    if edit is None:
        say("There is nothing to redo.")
        return NOTHING_DONE
    answer(f"Done again: {edit.label}")
    return DONE


def run_history(asked: argparse.Namespace) -> int:
    """List the steps, the newest first."""
    with Library.open(asked.library, create=False) as library:
        edits = library.history.entries()
    if asked.json:
        answer_json([asdict(edit) for edit in edits])
    else:
        answer(
            *table(
                ("WHEN", "WHAT", ""),
                [(edit.at, edit.label, "undone" if edit.undone else "") for edit in edits],
            )
        )
    return DONE
