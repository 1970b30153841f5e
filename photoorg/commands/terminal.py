"""What all commands share: exit codes, where words go, and the options that many take."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from photoorg.errors import UsageError
from photoorg.jobs.messages import Problem, shown
from photoorg.plain_text import plain

DONE, SOME_UNREADABLE, NOTHING_DONE, CRASHED = 0, 1, 2, 3

# argparse has no public name for what add_subparsers() returns
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def open_streams() -> bool:
    """Put something in the place of closed standard streams; tell whether answers are heard.

    A file that is opened later would get the number of a closed stream, and hear what is printed.
    """
    heard = sys.stdout is not None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # no name of a file may end the program
    return heard


def say(*lines: str) -> None:
    """Tell the user something that is not the answer: on standard error, if it can be written."""
    with suppress(OSError):
        for line in lines:
            print(plain(line), file=sys.stderr)


def answer(*lines: str) -> None:
    """Write the answer, for people to read, to standard output."""
    with _writable():
        for line in lines:
            print(plain(line))


def answer_json(value: Any) -> None:
    """Write the answer as JSON, the only thing on standard output.

    It is plain ASCII. A byte of a file name that is not UTF-8 is written as the escape of a lone
    surrogate, which Python's ``os.fsencode`` turns back into the byte.
    """
    with _writable():
        print(json.dumps(value, indent=2).replace("\x7f", "\\u007f"))


def flush_answers() -> None:
    """Write what is still kept back; raises UsageError when it cannot be written."""
    with _writable():
        sys.stdout.flush()


def discard_answers() -> None:
    """Let nothing more reach standard output, so that Python does not fail at its exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _writable() -> Iterator[None]:
    """Turn a full disk behind standard output into a sentence; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_answers()
        raise UsageError(
            f"The answer cannot be written ({error.strerror or error}); what was done is kept."
        ) from error


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return a table's lines; numbers stand at the right of their column."""
    texts = [
        [f"{cell:,}" if isinstance(cell, int) else plain(str(cell)) for cell in row] for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(heads, *texts, strict=True)]
    right = [bool(rows) and all(isinstance(row[i], int) for row in rows) for i in range(len(heads))]
    return [
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in (list(heads), *texts)
    ]


def add_library(command: argparse.ArgumentParser) -> None:
    """Give a command ``--library``; the one before the command's name counts as well."""
    command.add_argument(
        "--library", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="the library"
    )


def add_models(command: argparse.ArgumentParser) -> None:
    """Give a command ``--models``; the one before the command's name counts as well."""
    command.add_argument(
        "--models",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="folder with a face model pack",
    )


def add_json(command: argparse.ArgumentParser, form: str = "") -> None:
    """Give a command ``--json``; its help tells the ``form`` of the answer."""
    told = f"answer in JSON: {form}" if form else "answer in JSON"
    command.add_argument("--json", action="store_true", help=told.replace("%", "%%"))


def reply(asked: argparse.Namespace, value: Any, *lines: str) -> None:
    """Answer as JSON if that was asked for, else in these lines."""
    if asked.json:
        answer_json(value)
    else:
        answer(*lines)


def tell(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """List files that something went wrong with, and return them as JSON has them."""
    for problem in problems:
        say(f"{shown(problem.path)}: {problem.reason}")
    return [{"path": str(problem.path), "reason": problem.reason} for problem in problems]


@contextmanager
def noise_to_stderr() -> Iterator[None]:
    """Send what other code prints, native code included, to standard error."""
    sys.stdout.flush()
    try:
        kept = os.dup(1)
    except OSError:  # closed by whoever started us
        yield
        return
    before = sys.stdout
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    try:
        yield
    finally:
        sys.stdout = before
        os.dup2(kept, 1)
        os.close(kept)
