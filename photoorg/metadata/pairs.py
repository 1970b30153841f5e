"""Whether two files of one name are one photo: a raw file and its JPEG, a still and its film.

Names alone do not tell: counters of cameras begin anew. Where the files say more it has to agree.
"""

from pathlib import Path
from typing import Any

from PIL import ExifTags

from photoorg.metadata.beside import Folder
from photoorg.metadata.blocks import find_blocks
from photoorg.metadata.details import read_details
from photoorg.metadata.exif import read_tags
from photoorg.metadata.moments import MOST_OFFSET, Moment
from photoorg.metadata.quicktime import read_film
from photoorg.metadata.values import Source

LONGEST_S = 6.0
"""A film that says nothing else belongs to a still if it is at most so long."""

_SAME_PRESS_S = 2.0
_SAME_MOMENT_S = 10.0
"""The still lies somewhere within its film."""

_QUARTER_S = 15 * 60
_APPLE, _IDENTIFIER = b"Apple iOS\0", 0x0011
_TAKEN = frozenset({Source.EXIF, Source.DIGITIZED, Source.CHANGED, Source.XMP})


def is_raw_of(still: Path, raw: Path) -> bool:
    """Tell whether a raw file and a still of its name show one photo; raises OSError."""
    one, other = _taken(still), _taken(raw)
    if one is None or other is None:
        return True
    return abs(_seconds(one) - _seconds(other)) <= _SAME_PRESS_S


def is_film_of(still: Path, path: Path) -> bool:
    """Tell whether a film was taken with the still of its name; raises OSError."""
    with path.open("rb") as file:
        film = read_film(file)
    identifier = content_identifier(still)
    if identifier and film.identifier:
        return identifier == film.identifier
    taken = _taken(still)
    if taken is not None and film.taken is not None and film.taken.exact:
        return _together(taken, film.taken)
    return film.seconds is not None and film.seconds <= LONGEST_S


def content_identifier(still: Path) -> str:
    """Return what an iPhone wrote into a still to tell its film; "" where there is nothing.

    Raises OSError.
    """
    with still.open("rb") as file:
        note = read_tags(find_blocks(file)).exif.get(ExifTags.Base.MakerNote)
    return _in_note(note) if isinstance(note, bytes) and note.startswith(_APPLE) else ""


def _in_note(note: bytes) -> str:
    count = int.from_bytes(note[14:16], "big")
    for at in range(16, min(16 + 12 * count, len(note) - 11), 12):
        if int.from_bytes(note[at : at + 2], "big") == _IDENTIFIER:
            size, place = (int.from_bytes(note[n : n + 4], "big") for n in (at + 4, at + 8))
            return note[place : place + size].rstrip(b"\0").decode("ascii", "replace")
    return ""


def _taken(path: Path) -> Moment | None:
    details = read_details(path, folder=Folder(path.parent, ()))  # what is beside it tells less
    if not details.complete:
        raise OSError(f"{path} does not answer")
    taken = details.taken if details.source in _TAKEN else None
    return taken if taken is not None and taken.exact else None


def _together(still: Moment, film: Moment) -> bool:
    """Tell whether two moments are one, whatever zone a clock without one was in."""
    one, other = still.instant(), film.instant()
    if one is not None and other is not None:
        return abs((one - other).total_seconds()) <= _SAME_MOMENT_S
    apart = _seconds(still) - _seconds(film)
    beside = abs(apart - round(apart / _QUARTER_S) * _QUARTER_S)
    return beside <= _SAME_MOMENT_S and abs(apart) <= MOST_OFFSET * 60


def _seconds(clock: Moment) -> float:
    """Return the time of a clock as if it stood in Greenwich."""
    instant: Any = Moment(clock.text, 0).instant()
    return float(instant.timestamp())
