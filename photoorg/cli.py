"""The command line: ``photoorg`` opens the window, ``photoorg COMMAND`` works in the terminal.

Exit codes: 0 done, 1 done but some files could not be read (or ``check`` found the library not
whole), 2 wrong use or nothing done, 3 a bug whose traceback is shown (and the shell's 130 after
Ctrl+C). With ``--json`` the answer is all that goes to standard output; everything else goes to
standard error.
"""

import argparse
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from photoorg import __version__
from photoorg.commands.terminal import (
    CRASHED,
    DONE,
    NOTHING_DONE,
    discard_answers,
    flush_answers,
    open_streams,
    say,
)
from photoorg.errors import INTERRUPTED, Cancelled, CrashedError, PhotoorgError, UsageError
from photoorg.plain_text import plain
from photoorg.private_files import tighten
from photoorg.settings import data_folder, default_library

WINDOW = "photoorg.ui.app:run"
"""``(library, *, models, folders) -> exit code``; by name, so that commands do not load Qt."""

EXAMPLES = """\
examples:
  photoorg                                     open the window
  photoorg demo                                try it with a small album made for it
  photoorg scan ~/Pictures                     find the people in a folder of photos
  photoorg people                              list them
  photoorg rename 12 Anna                      name one
  photoorg merge Anna 15 31                    these groups are Anna, too
  photoorg undo                                take that back

PERSON is the id that `photoorg people` lists, or a name that only one person has. Digits are an id
unless nobody has it; =2 and name:2 always mean somebody called 2. FACE is an id of `photoorg people
--json`. Exit codes: 0 done, 1 some files could not be read or the library is not whole (check), 2
wrong use or nothing done, 3 a bug.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(plain(message))


class _PlainFormatter(logging.Formatter):
    """Writes a record so that no name in it can do anything to the terminal."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        return plain(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        return "\n".join(map(plain, super().formatException(ei).splitlines()))


def parser() -> argparse.ArgumentParser:
    """Return the parser with all commands; each names its function in ``command``."""
    # A worker process imports this module, too, and has no use for the commands.
    from photoorg.commands import (
        answers,
        demo,
        drawing,
        engines,
        faces,
        find,
        granularity,
        history,
        merging,
        models,
        people,
        photos,
        problems,
        review,
        scan,
    )
    from photoorg.commands.details import biographies, dates, searches
    from photoorg.commands.elsewhere import (
        duplicates,
        export,
        metadata,
        names,
        scene,
        scenes,
        videos,
    )
    from photoorg.commands.research import bench, cluster, evaluate, evaluate_pack, train
    from photoorg.commands.upkeep import backups, doctor, forget

    top = _Parser(
        prog="photoorg",
        description="Turns folders of photos into named people, entirely on your own machine.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"photoorg {__version__}")
    top.add_argument(
        "--library", type=Path, metavar="FILE", help="the library (default: %(default)s)"
    )
    top.add_argument("--models", type=Path, metavar="DIR", help="folder with a face model pack")
    top.add_argument(
        "--add", type=Path, action="append", metavar="FOLDER", help="add a folder in the window"
    )
    top.set_defaults(command=open_window, library=default_library())
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for family in (
        scan,
        people,
        biographies,
        dates,
        searches,
        review,
        merging,
        granularity,
        faces,
        drawing,
        history,
        photos,
        videos,
        duplicates,
        scenes,
        scene,
        find,
        export,
        metadata,
        names,
        problems,
        answers,
        backups,
        forget,
        doctor,
        models,
        demo,
        engines,
        cluster,
        evaluate,
        evaluate_pack,
        bench,
        train,
    ):
        family.register(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    heard = open_streams()
    handler = logging.StreamHandler()
    handler.setFormatter(_PlainFormatter("%(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    tighten(data_folder())  # made by an earlier version for all to read
    try:
        return _run(arguments, heard=heard)
    except CrashedError as error:
        say(str(error))
        return CRASHED
    except PhotoorgError as error:
        say(str(error))
        return NOTHING_DONE
    except (KeyboardInterrupt, Cancelled):
        say("Stopped. What was done so far is kept.")
        return INTERRUPTED
    except BrokenPipeError:  # the reader (head, less) has seen enough
        discard_answers()
        return DONE
    except MemoryError:
        say("There is not enough memory; close other programs and start again.")
        return NOTHING_DONE
    except Exception as error:
        return _crashed(error)


def _run(arguments: Sequence[str] | None, *, heard: bool) -> int:
    try:
        asked = parser().parse_args(arguments)
    except SystemExit:
        flush_answers()  # the help
        raise
    if not heard and asked.command is not open_window:
        raise UsageError("Standard output is closed, so nobody would hear the answer.")
    code: int = asked.command(asked)
    flush_answers()
    return code


def _crashed(error: Exception) -> int:
    """Tell of what nobody expected and return the exit code."""
    if isinstance(error, FileNotFoundError) and not _has_working_folder():
        say("The folder you are in was deleted; go to another one, then start again.")
        return NOTHING_DONE
    say(*"".join(traceback.format_exception(error)).splitlines())
    say("Something went wrong that should not have: this is a bug. What was stored is kept.")
    return CRASHED


def _has_working_folder() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def open_window(asked: argparse.Namespace) -> int:
    """Open the window; say how to go on where there is no screen for it."""
    if not _has_screen():
        raise UsageError(
            "There is no screen for the window here. In the terminal, `photoorg scan FOLDER` finds "
            "the people in your photos and `photoorg people` lists them; see `photoorg --help`."
        )
    module, function = WINDOW.split(":")
    try:
        run = getattr(importlib.import_module(module), function)
    except ImportError as error:
        if "PySide6" not in str(error) and ".so" not in str(error):
            raise
        raise UsageError(
            f"The window cannot be opened, because a system library is missing ({error}). Install "
            "it, or use the terminal: `photoorg --help`."
        ) from error
    code: int = run(asked.library, models=asked.models, folders=asked.add or [])
    return code


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
