"""Turning a photo that lies on its side: one undoable step; the file stays as it is."""

import os
from enum import IntEnum

from photoorg.library.decisions.saying import PEOPLE
from photoorg.library.library import Library
from photoorg.library.turns import turn_to
from photoorg.plain_text import plain
from photoorg.types import Changed
from photoorg.types import Kind as Shown


class Way(IntEnum):
    """How far to turn, in quarters, clockwise."""

    RIGHT = 1
    HALF = 2
    LEFT = 3


WORDS = {Way.RIGHT: "right", Way.HALF: "upside down", Way.LEFT: "left"}


def turn(library: Library, photo_id: int, way: Way) -> Changed:
    """Turn a photo with the boxes of its faces; it should be searched again afterwards.

    Raises :class:`UsageError` for a photo that is not there.
    """
    photo = library.photos.get(photo_id)
    name = plain(os.fsencode(photo.path.name).decode("utf-8", "replace"))
    with library.history.edit(f"Turn {name} {WORDS[way]}"):
        turn_to(library.connection, photo_id, photo.turned + way)
    return PEOPLE | {Shown.PHOTOS}
