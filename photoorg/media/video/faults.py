"""Why a video cannot be read, in one sentence that says what to do."""

from pathlib import Path
from typing import Any

from photoorg.errors import PhotoError
from photoorg.media.photo_files import CUT_OFF, ONLY_ZEROS, PASSING, why_unreadable
from photoorg.plain_text import clock
from photoorg.tr import kept

NO_PICTURES = kept(
    "There are no moving pictures in this file, only sound or data; open it in another program, or "
    "move it out of the photo folder."
)
DAMAGED = kept("The video in this file is damaged; copy it again from the camera or a backup.")
GROWING = kept("This video was being written while it was read; the next scan reads it again.")
NO_MEMORY = kept(
    "There was not enough memory to open this video; close other programs and scan again, or save "
    "a smaller copy."
)
UNKNOWN = kept(
    "This is not a video in any format the program reads; open it in another program and save it "
    "as MP4, or remove it."
)
_HEAD = 64 << 10
_MOST_BOXES = 10_000


def unknown_coding(name: str) -> str:
    """Return the sentence for pictures that no decoder knows; ``name`` is that of their coding."""
    return kept(
        "This video is coded in a way the program does not read ({coding}); save it as MP4 (H.264) "
        "in another program.",
        coding=name or "?",
    )


def too_large(width: int, height: int) -> str:
    """Return the sentence for frames of too many pixels."""
    return kept(
        "The video claims {width} x {height} pixels, more than the program opens; save a smaller "
        "copy.",
        width=width,
        height=height,
    )


def ends_early(there: float, announced: float) -> str:
    """Return the sentence for a video of fewer seconds than it says."""
    return kept(
        "The video ends after {there} although {announced} are announced; what is there is shown. "
        "Copy it again from the camera or a backup if the rest is missing.",
        there=clock(there),
        announced=clock(announced),
    )


def why_failed(path: Path, error: Exception, *, opened: bool) -> PhotoError:
    """Turn what FFmpeg says into the project's error."""
    if isinstance(error, PhotoError):
        return error
    if isinstance(error, MemoryError):
        return PhotoError(path, NO_MEMORY, passing=True)
    number = getattr(error, "errno", None)
    if isinstance(error, OSError) and number:
        return PhotoError(path, why_unreadable(error), passing=number in PASSING)
    if opened:
        return PhotoError(path, DAMAGED)
    return PhotoError(path, _why_unopened(path))


def _why_unopened(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not head.strip(b"\0"):
                return ONLY_ZEROS
            if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
                return DAMAGED if _has_index(file) else CUT_OFF
    except OSError as error:
        return why_unreadable(error)
    known = (b"\x1aE\xdf\xa3", b"RIFF", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"0&\xb2u")
    return DAMAGED if head.startswith(known) else UNKNOWN


def _has_index(file: Any) -> bool:
    """Tell whether an MP4 or QuickTime file holds its index, which cameras write at the end."""
    at, size = 0, file.seek(0, 2)
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return False
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if head[4:8] == b"moov":
            return bool(at + length <= size)
        if length < 8:
            return False
        at += length
    return False
