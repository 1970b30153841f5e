"""``photoorg problems``: the files that could not be read, and why."""

import argparse

from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    say,
)
from photoorg.jobs.messages import shown
from photoorg.library import Library


def register(commands: Commands) -> None:
    """Add the command."""
    problems = commands.add_parser("problems", help="list the files that could not be read")
    problems.add_argument(
        "--retry", action="store_true", help="let the next scan read all of them again"
    )
    add_library(problems)
    add_json(problems, '[{"path", "reason"}]')
    problems.set_defaults(command=run_problems)


def run_problems(asked: argparse.Namespace) -> int:
    """List the files with a problem, or give them another chance."""
    with Library.open(asked.library, create=False) as library:
        problems = library.photos.problems()
        if asked.retry:
            library.photos.retry([problem.file_id for problem in problems])
    if asked.json:
        answer_json([{"path": str(problem.path), "reason": problem.reason} for problem in problems])
    else:
        answer(*(f"{shown(problem.path)}: {problem.reason}" for problem in problems))
    if asked.retry:
        say(f"The next scan reads {len(problems):,} files again.")
        return DONE
    return DONE
