"""``photoorg search``: searches that were given a name, as the window keeps them."""

import argparse
from collections.abc import Callable
from datetime import date

from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer_json,
    reply,
    table,
)
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.finding.names import Names
from photoorg.library.finding.saved import change, delete, rename, save, saved
from photoorg.library.finding.search import Search
from photoorg.library.finding.typed import understand
from photoorg.plain_text import plain
from photoorg.tr import tr

_TEXT = "as it is typed in the window: “anna or ben”, “only anna”, “july 2003”, “anna -carl”"


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("search", help="saved searches: list, save, change, delete")
    kinds = command.add_subparsers(
        title="what", metavar="list | save | change | rename | delete", required=True
    )
    listing = kinds.add_parser("list", help="list the saved searches")
    add_json(listing, "{name: what was typed}")
    listing.set_defaults(command=run_list)
    saving = kinds.add_parser("save", help="save a search under a name")
    changing = kinds.add_parser("change", help="keep another search under a name that is there")
    for kind, run in ((saving, run_save), (changing, run_change)):
        kind.add_argument("name", metavar="NAME")
        kind.add_argument("text", metavar="TEXT", help=_TEXT)
        kind.set_defaults(command=run)
    renaming = kinds.add_parser("rename", help="call a saved search otherwise")
    renaming.add_argument("name", metavar="NAME")
    renaming.add_argument("new", metavar="NEW")
    renaming.set_defaults(command=run_rename)
    deleting = kinds.add_parser("delete", help="forget a saved search; its photos stay")
    deleting.add_argument("name", metavar="NAME")
    deleting.set_defaults(command=run_delete)
    for kind in (saving, changing, renaming, deleting):
        add_json(kind, "{name: what was typed}, all that are saved now")
    for kind in (listing, saving, changing, renaming, deleting):
        add_library(kind)


def saved_search(library: Library, name: str) -> Search:
    """Return what a saved search looks for; raises UsageError where there is none."""
    searches = saved(library)
    if name not in searches:
        raise UsageError(tr("There is no search called “{name}”.", name=name))
    return understand(searches[name], Names.read(library), date.today())


def run_list(asked: argparse.Namespace) -> int:
    """List the searches and what was typed for each."""
    with Library.open(asked.library, create=False) as library:
        searches = saved(library)
    if asked.json:
        answer_json(searches)
        return DONE
    rows = [(plain(name), plain(text)) for name, text in searches.items()]
    reply(asked, searches, *(table(("NAME", "SEARCH"), rows) if rows else ("No saved searches.",)))
    return DONE


def run_save(asked: argparse.Namespace) -> int:
    """Save a search."""
    said = f"Saved “{plain(asked.name)}”; `photoorg find --saved NAME` finds it."
    return _do(asked, lambda library: save(library, asked.name, asked.text), said)


def run_change(asked: argparse.Namespace) -> int:
    """Keep another search under a name."""
    said = f"“{plain(asked.name)}” looks for this now: {plain(asked.text)}"
    return _do(asked, lambda library: change(library, asked.name, asked.text), said)


def run_rename(asked: argparse.Namespace) -> int:
    """Call a search otherwise."""
    said = f"“{plain(asked.name)}” is called “{plain(asked.new)}” now."
    return _do(asked, lambda library: rename(library, asked.name, asked.new), said)


def run_delete(asked: argparse.Namespace) -> int:
    """Forget a search."""
    said = f"Deleted the search “{plain(asked.name)}”; its photos stay."
    return _do(asked, lambda library: delete(library, asked.name), said)


def _do(asked: argparse.Namespace, act: Callable[[Library], object], said: str) -> int:
    with Library.open(asked.library, create=False) as library:
        act(library)
        searches = saved(library)
    reply(asked, searches, said)
    return DONE
