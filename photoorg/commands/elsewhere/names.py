"""``photoorg names``: what was said as a list that other programs and libraries read, and back."""

import argparse
import os
from pathlib import Path

from photoorg.commands.terminal import (
    DONE,
    SOME_UNREADABLE,
    Commands,
    add_json,
    add_library,
    reply,
    say,
)
from photoorg.errors import UsageError
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.elsewhere.importing import plan
from photoorg.library.elsewhere.name_lists import as_text, entries, matched, read_text
from photoorg.library.elsewhere.said_lists import read_said, said_rows
from photoorg.library.elsewhere.taking_over import besides, take_over_list
from photoorg.private_files import open_private
from photoorg.tr import retold

LARGEST = 1 << 30
"""A larger file is no list of names."""

_SUFFIXES = (".json", ".csv")
_SHOWN = 20


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("names", help="who is where in photos, as a list in a file")
    kinds = command.add_subparsers(title="what", metavar="export | import", required=True)
    exporting = kinds.add_parser(
        "export",
        help="write a list",
        description="Writes every face of somebody with a name into a new file: the name, the "
        "photo and its content, the box, and who said so; and below everything that you said of "
        "people, faces, photos, groups of photos and duplicates, your saved searches, and what is "
        "left out of folders.",
    )
    exporting.add_argument("file", metavar="FILE", type=Path, help="NAME.json or NAME.csv")
    add_json(exporting, '{"file", "names": how many faces, "said": rows of what you said}')
    exporting.set_defaults(command=run_export)
    importing = kinds.add_parser(
        "import",
        help="take over a list",
        description="Says again what this list holds, as one step that can be undone. Photos are "
        "known by their content; what you said here already stays. What is told of photos that are "
        "not here waits for them.",
    )
    importing.add_argument("file", metavar="FILE", type=Path, help="NAME.json or NAME.csv")
    importing.add_argument(
        "--preview", action="store_true", help="tell what there is; change nothing"
    )
    add_json(
        importing,
        '{"names", "people", "photos", "named": on found faces, "drawn", "there": already so, '
        '"waiting": faces of photos that are not here yet, "left": [{"photo", "name", "reason"}]}',
    )
    importing.set_defaults(command=run_import)
    for kind in (exporting, importing):
        add_library(kind)


def run_export(asked: argparse.Namespace) -> int:
    """Write the list, never over a file that is there."""
    suffix = _suffix(asked.file)
    with Library.open(asked.library, create=False) as library:
        listed, said = list(entries(library)), list(said_rows(library))
    try:
        with open(
            asked.file,
            "x",
            encoding="utf-8",
            errors="surrogateescape",
            newline="",
            opener=open_private,
        ) as file:
            file.write(as_text(listed, said, suffix))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError(f"{asked.file} cannot be written ({error.strerror}).") from error
    text = f"{len(listed):,} names, and all that you said, are in {shown(asked.file)}."
    reply(asked, {"file": str(asked.file), "names": len(listed), "said": len(said)}, text)
    return DONE


def run_import(asked: argparse.Namespace) -> int:
    """Take the list over, and tell of which entries nothing came."""
    listed, said, left = read_text(_read(asked.file), _suffix(asked.file))
    state, odd = read_said(said)
    answers = state if said else None
    with Library.open(asked.library, create=False) as library:
        photos, unknown = matched(library, listed)
        _, lost = matched(library, besides(listed, answers))
        names = plan(library, photos) if asked.preview else take_over_list(library, listed, answers)
    # Where answers are told, those about photos that are not here wait.
    waiting = len(unknown) - len(lost)
    left = [*left, *odd, *lost, *names.left]
    told = [{"photo": one.path, "name": one.name, "reason": retold(one.reason)} for one in left]
    value = {
        "names": names.names,
        "people": len(names.people),
        "photos": len(names.photos),
        "named": len(names.named),
        "drawn": len(names.drawn),
        "there": len(names.there),
        "waiting": waiting,
        "left": told,
    }
    done = "would be" if asked.preview else "are"
    counts = (
        f"{len(names.named):,} names {done} on faces that were found, {len(names.drawn):,} in "
        f"boxes of their own; {len(names.there):,} were so already, {len(left):,} came to nothing."
    )
    reply(asked, value, counts)
    for one in told[:_SHOWN]:
        say(f"{shown(one['photo'])}: {one['name']}: {one['reason']}")
    return SOME_UNREADABLE if left else DONE


def _suffix(file: Path) -> str:
    suffix = file.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"Name the file {file.stem or 'names'}.json or {file.stem or 'names'}.csv."
        )
    return suffix


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST or not file.is_file():
            raise UsageError(f"{file} is no list of names.")
        return file.read_text("utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}).") from error
