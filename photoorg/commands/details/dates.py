"""``photoorg date``: when and where photos were taken, and what you say of it."""

import argparse
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from photoorg.commands.finding import number
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply
from photoorg.errors import UsageError
from photoorg.jobs.messages import shown
from photoorg.jobs.scanning.places import absolute
from photoorg.library import Library
from photoorg.library.origins.dating import set_taken, shift_taken

_SPAN = re.compile(
    r"(?:(\d{1,6})\s*d)?\s*(?:(\d{1,6})\s*h)?\s*(?:(\d{1,6})\s*min)?\s*(?:(\d{1,6})\s*s)?", re.ASCII
)


def register(commands: Commands) -> None:
    """Add the command."""
    date = commands.add_parser("date", help="when and where photos were taken, or say when")
    date.add_argument("photos", nargs="+", metavar="PHOTO", help="its id or a path of it")
    said = date.add_mutually_exclusive_group()
    said.add_argument(
        "--taken",
        metavar="DATE",
        help="when: 2003-07-14 10:11, 2003-07-14, 2003-07 or 2003; “file” believes the file again",
    )
    for way in ("later", "earlier"):
        said.add_argument(
            f"--{way}",
            metavar="TIME",
            help=f"they were taken so much {way} than is known, as a clock was wrong: 1h, 2d 30min",
        )
    add_json(
        date,
        '[{"id", "path", "taken", "source": where the date was read, or "you", "offset_minutes": '
        'how far the clock was ahead of UTC, "latitude", "longitude", "place", "country", '
        '"camera", "caption"}]',
    )
    date.set_defaults(command=run_date)
    add_library(date)


def run_date(asked: argparse.Namespace) -> int:
    """Note what is told, then say what is known."""
    with Library.open(asked.library, create=False) as library:
        ids = [photo_of(library, word) for word in asked.photos]
        if asked.taken is not None:
            set_taken(library, ids, None if asked.taken == "file" else asked.taken)
        elif asked.later is not None:
            shift_taken(library, ids, _span(asked.later))
        elif asked.earlier is not None:
            shift_taken(library, ids, -_span(asked.earlier))
        found = [_known(library, id_) for id_ in ids]
    lines = [
        f"{shown(one['path'])}: {one['taken'] or 'no date'}"
        + (f" ({one['source']})" if one["source"] else "")
        + "".join(f", {one[key]}" for key in ("place", "country", "camera") if one[key])
        for one in found
    ]
    reply(asked, found, *lines)
    return DONE


def _span(text: str) -> timedelta:
    """Return how long "2d 1h 30min 5s" is; raises UsageError for other texts."""
    match = _SPAN.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise UsageError(f"{shown(text)} is no time; write 2d 1h 30min 5s, or a part of that.")
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def photo_of(library: Library, word: str) -> int:
    """Return the id of a photo that is told by it, or by a path."""
    id_ = number(word)
    if id_ is not None:
        return library.photos.get(id_).id
    (path,) = absolute([Path(word).expanduser()])
    known = library.intake.known(path.parent).get(path)
    photo = library.pictures.photo_of(known.file_id) if known else None
    if photo is None:
        raise UsageError(
            f"{shown(word)} is no photo of this library; `photoorg photos` lists them."
        )
    return photo


def _known(library: Library, photo_id: int) -> dict[str, Any]:
    photo, told = library.photos.get(photo_id), library.origins.of(photo_id)
    assert told is not None
    exact = len(photo.taken_at or "") == len("2003-07-14T10:11:12")
    return {
        "id": photo_id,
        "path": str(photo.path),
        "taken": photo.taken_at,
        "source": photo.source,
        "offset_minutes": told.taken.offset if told.taken and exact else None,
        "latitude": told.latitude,
        "longitude": told.longitude,
        "place": told.place or None,
        "country": told.country or None,
        "camera": told.camera or None,
        "caption": told.caption or None,
    }
