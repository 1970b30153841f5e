"""``photoorg scenes``: groups of pictures that look alike."""

import argparse

from photoorg.commands.follow import follow
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
from photoorg.jobs.scenes.request import ScenesRequest
from photoorg.library import Library


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "scenes", help="find and list groups of photos that look alike, whoever is in them"
    )
    command.add_argument(
        "--seconds",
        type=float,
        metavar="N",
        help="stop looking after so many seconds; the next time it goes on",
    )
    command.add_argument(
        "--known", action="store_true", help="only list the groups that were found before"
    )
    add_json(
        command,
        '[{"id", "name": or null, "photos": [path], the most typical first}], the groups with names'
        " first, then the largest",
    )
    add_library(command)
    command.set_defaults(command=run_scenes)


def run_scenes(asked: argparse.Namespace) -> int:
    """Look at what is new, then list all groups."""
    if not asked.known:
        summary = follow(ScenesRequest(asked.library, asked.seconds))
        if summary.unseen:
            say(
                f"{summary.unseen} photos have no thumbnail yet, so they are in no group; scan "
                "their folders to have them looked at."
            )
        if not summary.finished:
            say(summary.outcome() + ".")
    with Library.open(asked.library, create=False) as library:
        scenes = library.scenes.every()
        photos = [library.photos.paths(scene.photo_ids) for scene in scenes]
    if asked.json:
        answer_json(
            [
                {"id": scene.id, "name": scene.name, "photos": [str(path) for path in paths]}
                for scene, paths in zip(scenes, photos, strict=True)
            ]
        )
        return DONE
    for scene, paths in zip(scenes, photos, strict=True):
        answer(f"{scene.name or 'Group'} ({scene.id}), {len(paths):,} photos:")
        answer(*(f"  {shown(path)}" for path in paths))
    return DONE
