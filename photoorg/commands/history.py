"""``photoorg undo``, ``redo`` and ``history``."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from photoorg.commands.finding import number
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    add_library,
    reply,
    say,
    table,
)
from photoorg.errors import UsageError
from photoorg.library import Edit, Library
from photoorg.library.journal import travel

_STEP = '{"id", "label", "at", "undone"}'


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    undo = commands.add_parser("undo", help="take back the last step")
    undo.add_argument(
        "--to",
        metavar="STEP",
        help="go back (or forward) until this step of `photoorg history` is the last one done; "
        "0 is the beginning",
    )
    add_json(undo, f'{_STEP}; with --to {{"steps": [...]}} of these')
    undo.set_defaults(command=run_undo)
    redo = commands.add_parser("redo", help="do again what was undone last")
    add_json(redo, _STEP)
    redo.set_defaults(command=run_redo)
    history = commands.add_parser("history", help="list the steps that can be undone")
    add_json(history, f"[{_STEP}]")
    history.set_defaults(command=run_history)
    for command in (undo, redo, history):
        add_library(command)


def run_undo(asked: argparse.Namespace) -> int:
    """Take back the newest step, or all down to one."""
    with Library.open(asked.library, create=False) as library:
        if asked.to is not None:
            return _go_to(asked, library)
        edit = travel.undo(library)
    if edit is None:
        say("There is nothing to undo.")
        return NOTHING_DONE
    reply(asked, asdict(edit), *_told([edit]))
    return DONE


def _go_to(asked: argparse.Namespace, library: Library) -> int:
    step = number(asked.to)
    if step is None or not library.history.knows(step):
        raise UsageError(f"There is no step {asked.to[:40]}; `photoorg history` lists them.")
    turned = travel.go_to(library, step)
    if not turned:
        say(f"{step} is the last step done already.")
        return NOTHING_DONE
    reply(asked, {"steps": [asdict(edit) for edit in turned]}, *_told(turned))
    return DONE


def _told(edits: Sequence[Edit]) -> list[str]:
    return [f"{'Undone' if edit.undone else 'Done again'}: {edit.label}" for edit in edits]


def run_redo(asked: argparse.Namespace) -> int:
    """Do again what was undone last."""
    with Library.open(asked.library, create=False) as library:
        edit = travel.redo(library)
    if edit is None:
        say("There is nothing to redo.")
        return NOTHING_DONE
    reply(asked, asdict(edit), *_told([edit]))
    return DONE


def run_history(asked: argparse.Namespace) -> int:
    """List the steps, the newest first."""
    with Library.open(asked.library, create=False) as library:
        edits = library.history.entries()
    rows = [(edit.id, edit.at, edit.label, "undone" if edit.undone else "") for edit in edits]
    reply(asked, [asdict(edit) for edit in edits], *table(("ID", "WHEN", "WHAT", ""), rows))
    return DONE
