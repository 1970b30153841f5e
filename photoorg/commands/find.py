"""``photoorg find``: the paths of photos that show somebody, of some time, or with some words."""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from photoorg.commands.details.searches import saved_search
from photoorg.commands.finding import everybody
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
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.finding.dates import typed_range
from photoorg.library.finding.finder import find
from photoorg.library.finding.search import Clause, Search

_NAME = "a person's id or name; a name that several people have means any of them"
_DATE = "2003, 2003-07 or 2003-07-14"


class _InOrder(argparse.Action):
    """Keeps ``--with`` and ``--or`` in the order in which they were typed."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del parser
        so_far = getattr(namespace, self.dest) or []
        setattr(namespace, self.dest, [*so_far, (option_string == "--or", str(values))])


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "find",
        help="find photos by people, date and words",
        description="Find photos by people, date and words, the newest first. "
        "“--with Anna --or Ben --with Carl” finds Carl together with Anna or with Ben.",
    )
    command.add_argument(
        *("--with", "--or"),
        dest="people",
        metavar="NAME",
        action=_InOrder,
        help=f"who is on the photo; --or: or this one instead of the one before ({_NAME})",
    )
    command.add_argument(
        "--only", action="store_true", help="nobody else is on it: no other face is shown"
    )
    command.add_argument(
        "--without", metavar="NAME", action="append", default=[], help="who is not on it"
    )
    command.add_argument(
        "--from", metavar="DATE", dest="first", help=f"taken then or later: {_DATE}"
    )
    command.add_argument("--to", metavar="DATE", dest="last", help=f"taken then or before: {_DATE}")
    command.add_argument(
        "--text",
        metavar="WORDS",
        action="append",
        default=[],
        help="each word is in a name, in the path or in the caption; without regard to accents",
    )
    command.add_argument(
        "--saved", metavar="SEARCH", help="photos of a saved search; `photoorg search` lists them"
    )
    add_json(command, "[path]")
    add_library(command)
    command.set_defaults(command=run_find)


def run_find(asked: argparse.Namespace) -> int:
    """Answer with the paths of the photos."""
    with Library.open(asked.library, create=False) as library:
        found = find(library, _search(library, asked))
        if asked.saved is not None:
            among = set(find(library, saved_search(library, asked.saved)))
            found = [photo for photo in found if photo in among]
        paths = library.photos.paths(found)
    if asked.json:
        answer_json([str(path) for path in paths])
        return DONE
    answer(*map(shown, paths))
    if not paths:
        say("No photo was found.")
    return DONE


def _search(library: Library, asked: argparse.Namespace) -> Search:
    people = list(_groups(library, asked.people or []))
    if asked.only and not people:
        raise UsageError("--only needs to know who may be on the photo: add --with NAME.")
    first, last = asked.first, asked.last
    return Search(
        clauses=(
            *(Clause(ids) for ids in people),
            *(Clause(words=(word,)) for words in asked.text for word in words.split()),
        ),
        only=asked.only,
        without=Clause(
            frozenset().union(*(everybody(library, person) for person in asked.without))
        ),
        spans=(typed_range(first, last),) if first is not None or last is not None else (),
    )


def _groups(library: Library, people: Iterable[tuple[bool, str]]) -> Iterable[frozenset[int]]:
    """Yield of whom one has to be on the photo: ``--or`` adds to the one before it."""
    group: frozenset[int] = frozenset()
    for instead, person in people:
        if group and not instead:
            yield group
            group = frozenset()
        group |= everybody(library, person)
    if group:
        yield group
