"""``photoorg demo``: try the program without a photo of one's own."""

import argparse

from photoorg.commands.follow import duration, follow
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_models,
    answer,
    answer_json,
    say,
    table,
)
from photoorg.jobs.demonstration_place import (
    demonstration_album,
    demonstration_library,
    remove_demonstration,
)
from photoorg.jobs.demonstration_request import DemonstrationRequest
from photoorg.library import Library
from photoorg.settings import load


def register(commands: Commands) -> None:
    """Add the command."""
    demo = commands.add_parser("demo", help="try the program with a small album made for it")
    demo.add_argument("--remove", action="store_true", help="delete the demonstration again")
    add_models(demo)
    add_json(demo)
    demo.set_defaults(command=run_demo)


def run_demo(asked: argparse.Namespace) -> int:
    """Make the album, find its people and list them; or remove everything of it."""
    if asked.remove:
        removed = remove_demonstration()
        answer("The demonstration is removed." if removed else "There is no demonstration.")
        return DONE
    summary = follow(DemonstrationRequest(load(), asked.models))
    with Library.open(demonstration_library(), create=False) as library:
        people = library.people.list()
    if asked.json:
        answer_json(
            {
                "photos": summary.photos,
                "faces": summary.faces,
                "people": [{"id": p.id, "name": p.name, "count": p.count} for p in people],
                "album": str(demonstration_album()),
                "library": str(demonstration_library()),
                "seconds": round(summary.seconds, 3),
            }
        )
        return DONE
    answer(
        f"{summary.photos:,} photos, {summary.faces:,} faces, {summary.people:,} people "
        f"({summary.analyzed:,} files read in {duration(summary.seconds)})",
        "",
        *table(("ID", "FACES", "NAME"), [(p.id, p.count, p.name or "-") for p in people]),
    )
    say(
        "",
        f"The photos are in {demonstration_album()}.",
        f'See them: photoorg --library "{demonstration_library()}"',
        "Remove them: photoorg demo --remove",
        "Your own photos: photoorg scan FOLDER",
    )
    return DONE
