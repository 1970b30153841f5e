"""``photoorg answers`` and ``check``: what was said, and whether the library keeps to it."""

import argparse

from photoorg.commands.terminal import (
    DONE,
    SOME_UNREADABLE,
    Commands,
    add_json,
    add_library,
    reply,
    say,
    table,
)
from photoorg.errors import LibraryError
from photoorg.library import Library
from photoorg.library.checking import Inconsistency, check


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    answers = commands.add_parser("answers", help="list what was said of faces and people")
    add_json(
        answers,
        '[{"id", "kind": is, same, not, different, unsure, face, not-a-face, unknown, gone or '
        'drawn, "person", "faces": [id], "others": [id], "ended": [id] that were spoken of '
        'otherwise since, "by", "made_at", "standing"}]',
    )
    answers.set_defaults(command=run_answers)
    checking = commands.add_parser(
        "check", help="tell whether the library is whole; exit code 1 when it is not"
    )
    add_json(checking, '{"ok", "problems": [sentence], "notes": [sentence]}')
    checking.set_defaults(command=run_check)
    for command in (answers, checking):
        add_library(command)


def run_answers(asked: argparse.Namespace) -> int:
    """List every answer, the oldest first; whoever was merged is who they are now."""
    with Library.open(asked.library, create=False) as library:
        answers = library.ledger.answers()
        final = library.merges.final_people()
    found = [
        {
            "id": one.id,
            "kind": str(one.kind),
            "person": None if one.person_id is None else final.get(one.person_id, one.person_id),
            "faces": list(one.faces),
            "others": list(one.others),
            "ended": list(one.ended),
            "by": one.author,
            "made_at": one.made_at,
            "standing": one.standing,
        }
        for one in answers
    ]
    rows = [
        (
            said["id"],
            said["made_at"],
            said["kind"],
            said["person"] or "-",
            len(one.faces),
            len(one.others),
            "" if one.standing else "ended",
        )
        for one, said in zip(answers, found, strict=True)
    ]
    heads = ("ID", "WHEN", "KIND", "PERSON", "FACES", "OTHERS", "")
    reply(asked, found, *table(heads, rows))
    return DONE


def run_check(asked: argparse.Namespace) -> int:
    """Check the library; what is harmless is told and no fault."""
    found = _checked(asked)
    problems = [one.sentence for one in found if not one.harmless]
    notes = [one.sentence for one in found if one.harmless]
    lines = problems or ["The library is whole, and everything that was said is so."]
    reply(asked, {"ok": not problems, "problems": problems, "notes": notes}, *lines)
    if not asked.json:
        say(*notes)
    return SOME_UNREADABLE if problems else DONE


def _checked(asked: argparse.Namespace) -> list[Inconsistency]:
    try:
        with Library.open(asked.library, create=False) as library:
            return check(library)
    except LibraryError as error:
        if " is damaged" not in str(error):
            raise  # not there, not ours, or somebody else has it
        return [Inconsistency(str(error))]
