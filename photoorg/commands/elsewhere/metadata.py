"""``photoorg metadata``: names of people taken over from other programs, and written for them."""

import argparse
import shlex
from dataclasses import asdict
from pathlib import Path

from photoorg.commands.finding import PERSON, find
from photoorg.commands.follow import follow
from photoorg.commands.terminal import (
    DONE,
    SOME_UNREADABLE,
    Commands,
    add_json,
    add_library,
    reply,
    tell,
)
from photoorg.jobs.messages import shown
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.jobs.scanning.places import absolute
from photoorg.library import Library
from photoorg.plain_text import plain

_SHOWN = 20


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("metadata", help="names from other programs, and for them")
    kinds = command.add_subparsers(title="what", metavar="read | write", required=True)
    _register_reading(kinds)
    _register_writing(kinds)


def _register_reading(kinds: Commands) -> None:
    reading = kinds.add_parser(
        "read",
        help="take over names of people from other programs",
        description="Reads names in and beside the photos of these folders: regions and people in "
        "XMP, in files and in sidecars, Picasa's .picasa.ini and Google Takeout. Photos are only "
        "read; what you said yourself stays. It is one step that can be undone.",
    )
    reading.add_argument("folders", metavar="FOLDER", type=Path, nargs="+")
    what = reading.add_mutually_exclusive_group()
    what.add_argument("--preview", action="store_true", help="tell what there is; change nothing")
    what.add_argument(
        "--accept-offers",
        action="store_true",
        help="name the groups, too, that are offered for names without a place",
    )
    add_json(
        reading,
        '{"people", "names", "regions": names with a place, "photos", "unmatched": how many came '
        'to nothing, "named": on found faces, "drawn", "there": already so, "accepted": offers, '
        '"hints": regions '
        'without a name, "offers": [{"name", "person": a group that may be called so, "common": '
        'photos, "told", "shown"}], "left": [{"path", "reason"}]}',
    )
    reading.set_defaults(command=run_read)
    add_library(reading)


def _register_writing(kinds: Commands) -> None:
    writing = kinds.add_parser(
        "write",
        help="write names of people beside photos, for other programs",
        description="Writes who is where in a photo into an XMP file beside it, NAME.EXT.xmp or "
        "NAME.xmp where that is there. Everything else in such a file stays. No photo is touched.",
    )
    writing.add_argument("people", metavar="PERSON", nargs="*", help=f"{PERSON} (default: all)")
    writing.add_argument("--to", choices=["sidecar"], default="sidecar", help="sidecar")
    add_json(
        writing,
        '{"people", "photos", "written": sidecars, "there": that said so already, "errors": '
        '[{"path", "reason"}]}',
    )
    writing.set_defaults(command=run_write)
    add_library(writing)


def run_read(asked: argparse.Namespace) -> int:
    """Take names over, or tell which there are."""
    folders = tuple(absolute([folder.expanduser() for folder in asked.folders]))
    accepted: tuple[tuple[int, str], ...] = ()
    if asked.accept_offers:
        found = follow(NamesRequest(asked.library, folders, preview=True))
        accepted = tuple((offer.group, offer.name) for offer in found.offers)
    summary = follow(NamesRequest(asked.library, folders, asked.preview, accepted))
    value = asdict(summary)
    value["offers"] = [
        {
            "name": offer.name,
            "person": offer.group,
            "common": offer.common,
            "told": offer.told,
            "shown": offer.shown,
        }
        for offer in summary.offers
    ]
    value["left"] = [{"path": str(one.path), "reason": one.reason} for one in summary.left]
    value["preview"] = not value.pop("taken")
    reply(asked, value, *_lines(summary))
    return DONE


def _lines(summary: NamesSummary) -> list[str]:
    if not summary.names:
        return ["No names of other programs were found there."]
    done = "are" if summary.taken else "would be"
    counts = (
        f"{summary.named:,} {done} on faces that were found, {summary.drawn:,} in boxes of their "
        f"own; {summary.there:,} were so already, {summary.unmatched:,} came to nothing."
    )
    lines = [f"{summary.told()}.", counts]
    lines += [
        f"Group {offer.group} may be {offer.name}: in {offer.common:,} of {offer.told:,} photos. "
        f"If so: photoorg rename {offer.group} {shlex.quote(plain(offer.name))}"
        for offer in summary.offers[:_SHOWN]
    ]
    lines += [f"{shown(one.path)}: {one.reason}" for one in summary.left[:_SHOWN]]
    return lines


def run_write(asked: argparse.Namespace) -> int:
    """Write names into sidecars, and list what could not be written."""
    with Library.open(asked.library, create=False) as library:
        people = [find(library, person) for person in asked.people]
    summary = follow(WritingRequest(asked.library, tuple(one.id for one in people)))
    errors = tell(summary.problems)
    value = {
        "people": summary.people,
        "photos": summary.photos,
        "written": summary.written,
        "there": summary.there,
        "errors": errors,
    }
    reply(asked, value, f"{summary.outcome()}.")
    return SOME_UNREADABLE if errors else DONE
