"""``photoorg backup`` and ``restore``: copies of the library, and the journal of what was said."""

import argparse
from dataclasses import asdict
from pathlib import Path

from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply, say
from photoorg.errors import LibraryError, UsageError
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.copies.backups import backup, newest_backup
from photoorg.library.copies.restoring import restore_backup
from photoorg.library.journal.replay import RestoreSummary, begin_from_journal, restore_journal
from photoorg.library.storage.sidecars import journal_file


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    copying = commands.add_parser("backup", help="copy the library")
    copying.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="a new file for a whole copy; else one of those is made that are kept beside the "
        "library, without the numbers that tell faces apart",
    )
    add_json(copying, '{"path"}')
    copying.set_defaults(command=run_backup)
    restoring = commands.add_parser(
        "restore",
        help="put a copy in the place of the library, or say again what a journal holds",
        description="The library that is there is kept as LIBRARY.replaced-TIME. Saying again what "
        "a journal holds is one step that can be undone.",
    )
    source = restoring.add_mutually_exclusive_group()
    source.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a copy of the library")
    source.add_argument("--journal", type=Path, metavar="FILE", help="the journal of a library")
    add_json(
        restoring,
        '{"people": with a name, "faces": how many}; with --journal {"people", "faces": spoken of, '
        '"pending": whose photos have to be scanned first}',
    )
    restoring.set_defaults(command=run_restore)
    for command in (copying, restoring):
        add_library(command)


def run_backup(asked: argparse.Namespace) -> int:
    """Copy the library."""
    with Library.open(asked.library, create=False) as library:
        copy = backup(library.connection, asked.file)
    reply(asked, {"path": str(copy)}, f"The copy is in {shown(copy)}.")
    return DONE


def run_restore(asked: argparse.Namespace) -> int:
    """Put a copy in the place of the library, or say again what a journal holds."""
    if asked.journal is not None:
        done = _from_journal(asked.journal, asked.library)
        reply(
            asked,
            asdict(done),
            f"{done.people:,} people have their names, {done.faces:,} faces their places.",
        )
        if done.pending:
            say(f"{done.pending:,} of these faces wait until their photos are scanned.")
        return DONE
    if asked.file is None:
        raise UsageError(_what_there_is(asked.library))
    restore_backup(asked.file, asked.library)
    with Library.open(asked.library, create=False) as library:
        people, faces = len(library.people.names()), library.faces.count()
        unread = not library.faces.models()
    reply(
        asked,
        {"people": people, "faces": faces},
        f"{shown(asked.library)} holds {people:,} names and {faces:,} faces again.",
    )
    if unread:
        say("Scan its folders again: the numbers that tell faces apart are not in this copy.")
    return DONE


def _from_journal(journal: Path, path: Path) -> RestoreSummary:
    """Say again what a journal holds, in a new library where the old one is lost or damaged."""
    try:
        with Library.open(path, create=False) as library:
            return restore_journal(journal, library)
    except LibraryError as error:
        if path.exists() and " is damaged" not in str(error):
            raise
    return begin_from_journal(journal, path)


def _what_there_is(path: Path) -> str:
    path = path.expanduser().absolute()
    copy, journal = newest_backup(path), journal_file(path)
    if copy is not None:
        return f"Name a copy; the newest one is {shown(copy)}."
    if journal.exists():
        return f"Name a copy, or use `photoorg restore --journal {shown(journal)}`."
    return f"Name a copy; none was made beside {shown(path)}."
