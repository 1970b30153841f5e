"""``photoorg scene``: what you say of groups of photos that look alike."""

import argparse
from collections.abc import Callable

from photoorg.commands.details.dates import photo_of
from photoorg.commands.finding import number
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply
from photoorg.errors import UsageError
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.scenes import deciding

Say = Callable[[Library, argparse.Namespace], int | None]
"""Says something; returns the group that it was about, None for none."""


def register(commands: Commands) -> None:
    """Add the command."""
    scene = commands.add_parser("scene", help="name groups of photos, and say what is in them")
    parts = scene.add_subparsers(title="what to say", metavar="WHAT", required=True)
    for name, say, words, purpose in (
        ("name", _name, ("group", "name"), "name a group: its photos belong there from now on"),
        ("unname", _unname, ("group",), "take the name of a group away; its photos stay"),
        ("move", _move, ("group", "photos"), "put photos into a group"),
        ("new", _new, ("name", "photos"), "make a group of photos"),
        ("out", _out, ("photos",), "say that photos belong to no group"),
        ("merge", _merge, ("group", "others"), "make several groups one"),
    ):
        part = parts.add_parser(name, help=purpose)
        for word in words:
            several = "+" if word in ("photos", "others") else None
            part.add_argument(word, metavar=_METAVARS[word], nargs=several)
        add_json(part, '{"id", "name": or null, "photos": how many}, null for `out`')
        add_library(part)
        part.set_defaults(command=run_scene, say=say)


_METAVARS = {"group": "GROUP", "others": "FROM", "name": "NAME", "photos": "PHOTO"}


def run_scene(asked: argparse.Namespace) -> int:
    """Say it, and tell what the group is now."""
    with Library.open(asked.library, create=False) as library:
        about = asked.say(library, asked)
        scene = None if about is None else library.scenes.get(about)
    if scene is None:
        reply(asked, None, "Done.")
        return DONE
    count = len(scene.photo_ids)
    reply(
        asked,
        {"id": scene.id, "name": scene.name, "photos": count},
        f"{scene.id} ({scene.name or 'no name yet'}) has {count:,} photos now.",
    )
    return DONE


def _name(library: Library, asked: argparse.Namespace) -> int:
    group = _group(library, asked.group)
    deciding.rename(library, group, asked.name)
    return group


def _unname(library: Library, asked: argparse.Namespace) -> int:
    group = _group(library, asked.group)
    deciding.unname(library, group)
    return group


def _move(library: Library, asked: argparse.Namespace) -> int:
    group = _group(library, asked.group)
    deciding.move(library, _photos(library, asked), group)
    return group


def _new(library: Library, asked: argparse.Namespace) -> int | None:
    photos = _photos(library, asked)
    deciding.gather(library, photos, asked.name)
    return library.scenes.of_photo(photos[0])


def _out(library: Library, asked: argparse.Namespace) -> None:
    deciding.take_out(library, _photos(library, asked))


def _merge(library: Library, asked: argparse.Namespace) -> int:
    group = _group(library, asked.group)
    deciding.merge(library, group, [_group(library, other) for other in asked.others])
    return group


def _photos(library: Library, asked: argparse.Namespace) -> list[int]:
    return [photo_of(library, word) for word in asked.photos]


def _group(library: Library, word: str) -> int:
    """Return the group with this id or, if there is none, of this name."""
    id_ = number(word)
    known = {scene.id for scene in library.scenes.every()}
    found = id_ if id_ in known else library.scenes.named(word)
    if found is None:
        raise UsageError(
            f"{shown(word)} is no group of photos; `photoorg scenes --known` lists them."
        )
    return found
