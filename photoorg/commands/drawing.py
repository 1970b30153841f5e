"""``photoorg draw``, ``move-box``, ``delete-box``, ``search-photo`` and ``turn``: missed faces."""

import argparse

from photoorg.commands.finding import face_ids, number
from photoorg.commands.follow import follow
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    add_library,
    add_models,
    reply,
)
from photoorg.errors import NoModelPackError, UsageError
from photoorg.jobs.messages import shown
from photoorg.jobs.photo_request import PhotoRequest, PhotoSummary
from photoorg.library import Face, Library, Photo
from photoorg.library.decisions import actions, drawing, turning
from photoorg.library.decisions.turning import Way
from photoorg.packs.finding import find_pack
from photoorg.settings import load
from photoorg.tr import kept
from photoorg.types import Box

_SIDES = ("x", "y", "width", "height")
_WAYS = {"left": Way.LEFT, "right": Way.RIGHT, "half": Way.HALF}


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    draw = commands.add_parser("draw", help="draw a box around a face that was not found")
    draw.add_argument("photo", metavar="PHOTO", help="the photo's id")
    draw.add_argument("--name", metavar="NAME", help="who it is")
    draw.set_defaults(command=run_draw)
    move = commands.add_parser("move-box", help="put the box of a face elsewhere")
    move.add_argument("face", metavar="FACE", help="the face's id")
    move.set_defaults(command=run_move)
    for command in (draw, move):
        for side in _SIDES:
            told = f"{side} of the box in pixels of the upright photo"
            command.add_argument(side, metavar=side[0].upper(), help=told)
        add_json(command, '{"face", "person", "box": [x, y, width, height]}')
    erase = commands.add_parser("delete-box", help="take away a box that was drawn")
    erase.add_argument("face", metavar="FACE", help="the face's id")
    add_json(erase, '{"face"}')
    erase.set_defaults(command=run_erase)
    search = commands.add_parser("search-photo", help="search a photo harder for missed faces")
    search.add_argument("photo", metavar="PHOTO", help="the photo's id")
    add_json(search, '{"photo", "new": how many more faces it has now}')
    search.set_defaults(command=run_search)
    turn = commands.add_parser("turn", help="turn a photo and search it again; its file stays")
    turn.add_argument("photo", metavar="PHOTO", help="the photo's id")
    turn.add_argument("way", choices=list(_WAYS), help="to the left, to the right, or upside down")
    told = '{"photo", "turned": quarters clockwise by now, "new": faces, null without a search}'
    add_json(turn, told)
    turn.set_defaults(command=run_turn)
    for command in (search, turn):
        add_models(command)
    for command in (draw, move, erase, search, turn):
        add_library(command)


def run_draw(asked: argparse.Namespace) -> int:
    """Draw a box and say who is in it, as one step."""
    with Library.open(asked.library, create=False) as library:
        photo = _photo(library, asked.photo)
        with library.history.edit(
            kept("Draw a box around {person}", person=asked.name or drawing.A_FACE)
        ):
            face = drawing.draw(library, photo.id, _box(asked))
            if asked.name is not None:
                _say_who(library, face, asked.name)
        made = library.faces.get(face)
    return _tell(asked, made)


def run_move(asked: argparse.Namespace) -> int:
    """Put a box elsewhere."""
    (face,) = face_ids([asked.face])
    with Library.open(asked.library, create=False) as library:
        drawing.reshape(library, face, _box(asked))
        moved = library.faces.get(face)
    return _tell(asked, moved)


def run_erase(asked: argparse.Namespace) -> int:
    """Take a drawn box away."""
    (face,) = face_ids([asked.face])
    with Library.open(asked.library, create=False) as library:
        drawing.erase(library, face)
    reply(asked, {"face": face}, f"The box of face {face} is deleted.")
    return DONE


def run_search(asked: argparse.Namespace) -> int:
    """Search a photo in more ways than a scan does."""
    with Library.open(asked.library, create=False) as library:
        photo = _photo(library, asked.photo)
    summary = _search(asked, photo)
    said = summary.outcome() if summary.reached else f"{_name(photo)} cannot be read just now"
    reply(asked, {"photo": photo.id, "new": summary.new}, f"{said}.")
    return DONE if summary.reached else NOTHING_DONE


def run_turn(asked: argparse.Namespace) -> int:
    """Turn a photo for good, then search it as it stands now."""
    with Library.open(asked.library, create=False) as library:
        photo = _photo(library, asked.photo)
        turning.turn(library, photo.id, _WAYS[asked.way])
        turned = library.photos.get(photo.id).turned
    said, new = f"{_name(photo)} is turned", None
    try:
        find_pack(asked.models, load())
        summary = _search(asked, photo)
    except NoModelPackError:
        said += "; it is searched as soon as there are face models"
    else:
        new = summary.new if summary.reached else None
        said += f"; {summary.outcome().lower() or 'it cannot be read just now'}"
    reply(asked, {"photo": photo.id, "turned": turned, "new": new}, f"{said}.")
    return DONE


def _search(asked: argparse.Namespace, photo: Photo) -> PhotoSummary:
    name = _name(photo)
    return follow(PhotoRequest(asked.library, photo.id, name, load(), asked.models, harder=True))


def _name(photo: Photo) -> str:
    return shown(photo.path.name)


def _tell(asked: argparse.Namespace, face: Face) -> int:
    where = face.person_name or f"in group {face.person_id}"
    reply(
        asked,
        {"face": face.id, "person": face.person_id, "box": list(face.box)},
        f"Face {face.id} is {where}.",
    )
    return DONE


def _box(asked: argparse.Namespace) -> Box:
    try:
        return Box(*(float(getattr(asked, side)) for side in _SIDES))
    except ValueError:
        raise UsageError("A box needs four numbers: X Y W H.") from None


def _photo(library: Library, word: str) -> Photo:
    id_ = number(word)
    if id_ is None:
        raise UsageError(f"{word} is no id of a photo; `photoorg photos` lists them.")
    return library.photos.get(id_)


def _say_who(library: Library, face: int, name: str) -> None:
    """Put a face with the one person of this name, or with a new one."""
    known = library.people.find_by_name(name)
    if len(known) > 1:
        raise UsageError(f"Several people are called {name}; draw the box and use `assign`.")
    if known:
        actions.assign(library, [face], known[0].id)
    else:
        actions.split(library, [face], name)
