"""Know a video again by its bytes, and by its pictures whatever was written about it into its file.

Films are too large to be read twice: of the bytes, the beginning, the end and pieces between stand
for all. Of the pictures it is the first coded ones, how they are turned, and how many seconds all
are said to take; dates, titles and places are left out.
"""

import hashlib
from pathlib import Path

from photoorg.errors import PhotoError
from photoorg.media.photo_files import is_passing, why_unreadable
from photoorg.media.video.reading import Video

PIECE, PIECES = 1 << 20, 16
"""Bytes of a piece, and how many are read beside the first and the last one."""

PACKETS = 48
"""So many coded pictures stand for all: some seconds."""


def content_hash(path: Path) -> str:
    """Return 40 hexadecimal digits for the bytes of a video; raises :class:`PhotoError`."""
    hashed = hashlib.blake2b(digest_size=20, person=b"video file")
    try:
        size = path.stat().st_size
        hashed.update(b"%d " % size)
        last = max(0, size - PIECE)
        with path.open("rb", buffering=0) as file:
            for place in sorted({last * part // (PIECES + 1) for part in range(PIECES + 2)}):
                file.seek(place)
                hashed.update(file.read(PIECE))
    except OSError as error:
        passing = is_passing(error)
        raise PhotoError(path, why_unreadable(error), passing=passing) from error
    return hashed.hexdigest()


def pictures_hash(video: Video) -> str:
    """Return 40 hexadecimal digits for the pictures of a video that was just opened.

    Raises :class:`PhotoError`.
    """
    coded, turn = video.head(PACKETS)
    hashed = hashlib.blake2b(digest_size=20, person=b"video")
    told = turn.swaps, turn.across, turn.down, round(video.announced, 1), len(coded)
    hashed.update(b"%d %d %d %g %d " % told)
    for packet in coded:
        hashed.update(packet)
    return hashed.hexdigest()
