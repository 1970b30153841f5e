"""Decode photos, upright and in sRGB, whatever their format, orientation and colour profile.

This is the one place where EXIF orientation is applied: everything behind it, boxes of faces
included, lives in the frame of the upright photo. Pillow decodes JPEG, PNG, WebP, TIFF, BMP, GIF
(first frame) and AVIF, pillow-heif HEIC and HEIF, LibRaw raw pictures, and pylibjxl JPEG XL where
it is installed. The module stays light (no OpenCV), because the
window shows photos with it too.
"""

import logging
import re
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from PIL import ImageFile, UnidentifiedImageError

from photoorg.errors import PhotoError
from photoorg.media.colors import to_srgb
from photoorg.media.demand import MAX_MEMORY, judge
from photoorg.media.formats import raw_photos
from photoorg.media.formats.heif_items import shown_as
from photoorg.media.formats.tiff_planes import from_planes
from photoorg.media.formats.unended import with_end
from photoorg.media.named_colors import profile_of
from photoorg.media.names import RAW_SUFFIXES
from photoorg.media.opening import open_picture
from photoorg.media.photo_files import (
    CUT_OFF,
    DAMAGED,
    NO_MEMORY,
    decoders_miss_end,
    is_cut_off,
    is_large,
    lacks_end,
    read_file,
    why_no_picture,
)
from photoorg.media.plain_jpeg import decode_plain
from photoorg.media.rgb import shrunk
from photoorg.media.room import Room
from photoorg.media.turning import TURNS, Turn, said_before_loading, turn_by, turn_of
from photoorg.types import Pixels

log = logging.getLogger(__name__)

WORKING_SIDE = 3000
"""Faces are cut out of pictures whose longer side is at least this long, where there is one."""

QUICK_SIDE = 2000
"""Faces are looked for in such pictures where the decoder shrinks them, which is much faster."""


Watch: TypeAlias = Callable[[], AbstractContextManager[object]]
TakeRoom: TypeAlias = Callable[[int], AbstractContextManager[object]]

_room = Room(MAX_MEMORY)
_LARGE_MEMORY = MAX_MEMORY // 4
_NO_MEMORY = re.compile(r"out of memory|(not enough|insufficient) memory|alloc", re.IGNORECASE)


_SHRINKING = ("JPEG", "MPO")
"""What these formats' decoder shrinks costs less than the whole."""


class Sides(NamedTuple):
    """How long the longer side of a picture is at least, where there is so much of it.

    ``quick`` counts where the decoder shrinks the picture.
    """

    usual: int
    quick: int


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A decoded photo.

    ``pixels (h, w, 3)`` are upright, sRGB in the order blue, green, red, and read-only; ``width``
    and ``height`` the size of the whole upright photo, of which ``pixels`` is ``scale`` times the
    size; ``oriented`` whether the file knew which side is up, and ``claimed`` whether it only said
    that the picture is not turned; ``finer`` that the file has more pixels for who decodes it once
    more, not ``quick``.
    """

    pixels: Pixels
    width: int
    height: int
    scale: float
    oriented: bool
    claimed: bool = False
    finer: bool = False


def turned(picture: Picture, quarters: int) -> Picture:
    """Return a picture turned clockwise by so many quarters, as somebody has said it stands."""
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, -quarters))
    pixels.flags.writeable = False
    width, height = picture.width, picture.height
    if quarters % 2:
        width, height = height, width
    return replace(picture, pixels=pixels, width=width, height=height, oriented=True)


def read_picture(
    source: Path | bytes,
    *,
    path: Path | None = None,
    longer_side: int = WORKING_SIDE,
    quick: bool = False,
    watched: Watch = nullcontext,
) -> Picture:
    """Decode the photo at ``source``, or the bytes that were read from ``path``.

    Pictures much larger than ``longer_side`` are halved (once, twice or three times) as long as
    their longer side keeps that many pixels; for JPEG the decoder does it and is faster, and may
    go down to :data:`QUICK_SIDE` if ``quick``. Whatever cannot be decoded in full raises
    :class:`PhotoError` with the reason; no half picture returns.

    Threads share the memory for this: large pictures wait for each other. ``watched()`` surrounds
    what may take a decoder for ever, without that waiting.
    """
    sides = Sides(longer_side, min(longer_side, QUICK_SIDE) if quick else longer_side)
    name: Path | str = path or (source if isinstance(source, Path) else "this picture")
    try:
        read = _read_raw if Path(name).suffix.lower() in RAW_SUFFIXES else _read
        if isinstance(source, bytes):
            return read(source, name, sides, watched, _room.take)
        if not is_large(source):
            return read(read_file(source), name, sides, watched, _room.take)
        with _room.take(_room.size):
            return read(read_file(source), name, sides, watched, nullcontext)
    except PhotoError as error:
        refused = PhotoError(error.path, error.reason, passing=error.passing)
    # Not from within: who keeps the error would keep the file and half the picture with its trace.
    raise refused


def _read(data: bytes, name: Path | str, sides: Sides, watched: Watch, take: TakeRoom) -> Picture:
    _quieten()
    if decoders_miss_end(data):
        raise PhotoError(name, CUT_OFF)
    for alone in (False, True):  # where memory ran out, others may have held it
        try:
            return _attempt(data, name, sides, watched, take, alone=alone)
        except PhotoError:
            raise
        except Exception as error:
            # Decoders meet damage with nearly every exception there is; none may stop a scan.
            if not out_of_memory(error):
                ended = with_end(data) if lacks_end(data) else None
                if ended is not None:
                    return _read(ended, name, sides, watched, take)
                log.debug("%s cannot be decoded", name, exc_info=True)
                raise PhotoError(name, _why_undecodable(error, data)) from error
    raise PhotoError(name, NO_MEMORY, passing=True)


def _read_raw(
    data: bytes, name: Path | str, sides: Sides, watched: Watch, take: TakeRoom
) -> Picture:
    """Decode what a raw file shows; what only has the name of one is read as what it is."""
    try:
        with take(raw_photos.MEMORY), watched():
            raw = raw_photos.unpacked(data)
    except Exception as error:
        # LibRaw meets damage with a dozen errors of its own; most say no more than that.
        if out_of_memory(error):
            raise PhotoError(name, NO_MEMORY, passing=True) from error
        log.debug("%s is no raw picture", name, exc_info=True)
        return _read(data, name, sides, watched, take)
    shown = _read(raw.data, name, sides, watched, take)
    pixels = np.ascontiguousarray(np.rot90(shown.pixels, raw.quarters))
    pixels.setflags(write=False)
    return replace(
        shown,
        pixels=pixels,
        width=raw.width,
        height=raw.height,
        scale=pixels.shape[1] / raw.width,
        oriented=raw.oriented,
        claimed=not raw.oriented,
    )


def _attempt(
    data: bytes,
    name: Path | str,
    sides: Sides,
    watched: Watch,
    take: TakeRoom,
    *,
    alone: bool,
) -> Picture:
    with ExitStack() as stack:
        with watched():
            image = stack.enter_context(open_picture(data, name))
            factor, finer = _reduction(image, sides)
            demand = judge(image, data, factor)
        if demand.refusal:
            raise PhotoError(name, demand.refusal)
        with take(_room.size if alone else demand.memory), watched():
            try:
                return replace(_decode(image, data, factor), finer=finer)
            except OSError as error:
                if alone or demand.memory < _LARGE_MEMORY:
                    raise
                # Decoders may say no more than that they failed, also for want of memory.
                raise MemoryError from error


def _reduction(image: ImageFile.ImageFile, sides: Sides) -> tuple[int, bool]:
    """Return how many times smaller a picture is decoded, and whether that is so to be quick."""
    usual, quick = (
        next((factor for factor in (8, 4, 2) if max(image.size) >= factor * side), 1)
        for side in sides
    )
    return (quick, quick > usual) if image.format in _SHRINKING else (usual, False)


def out_of_memory(error: Exception) -> bool:
    """Tell whether a decoder, or a network, failed for want of memory."""
    return isinstance(error, MemoryError) or bool(_NO_MEMORY.search(str(error)))


def _quieten() -> None:
    # Pillow warns of every odd tag in a damaged file. The filter is put in place again for each
    # picture because tests reset the filters; catch_warnings would not be safe between threads.
    warnings.filterwarnings("ignore", module=r"PIL\.|pillow_heif")


def _why_undecodable(error: Exception, data: bytes) -> str:
    if isinstance(error, UnidentifiedImageError):
        return why_no_picture(data)
    text = str(error).lower()
    if "truncat" in text or "end of file" in text or is_cut_off(data):
        return CUT_OFF
    return DAMAGED


def _decode(image: ImageFile.ImageFile, data: bytes, factor: int) -> Picture:
    jpeg = image.format in _SHRINKING
    pixels, (width, height), turn = (
        decode_plain(image, data, factor) if jpeg else None
    ) or _decode_any(image, data, factor)
    pixels.flags.writeable = False
    return Picture(
        pixels=pixels,
        width=width,
        height=height,
        scale=pixels.shape[1] / width,
        oriented=turn.known,
        claimed=turn.claimed,
    )


def _decode_any(
    image: ImageFile.ImageFile, data: bytes, factor: int
) -> tuple[Pixels, tuple[int, int], Turn]:
    """Return upright pixels, the size of the whole upright picture, and how it was turned."""
    jpeg = image.format in _SHRINKING
    full = image.size
    if jpeg and factor > 1:
        image.draft(None, (full[0] // factor, full[1] // factor))
    before = said_before_loading(image)
    container = shown_as(data) if image.format in ("HEIF", "AVIF") else None
    planes = from_planes(image, data)
    if planes is None:
        image.load()
        turn = turn_of(image, data, before, container)
    else:
        turn = turn_by(before)
    if not jpeg:
        full = (planes or image).size
    profile = profile_of(image, container)
    rgb = to_srgb(shrunk(planes or image, profile, 1 if jpeg else factor), profile)
    if turn.value in TURNS:
        rgb = rgb.transpose(TURNS[turn.value])
    pixels = np.frombuffer(rgb.tobytes("raw", "BGR"), np.uint8)
    return pixels.reshape(rgb.height, rgb.width, 3), turn.whole(full), turn
