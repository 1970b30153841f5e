"""Which side of a picture is up, read from its metadata alone, as ``images`` applies it.

EXIF says it first, an XMP packet only where EXIF is silent; a damaged EXIF block silences both,
because Pillow gives up on it. Only the first directory is read, and each entry once: the time is
bounded whatever the block holds.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

ORIENTATION = 0x0112

UPRIGHT = 1

Coded: TypeAlias = tuple[list[bytes | memoryview], int]
"""The parts of a file that decide its picture, and the orientation that is still to be applied."""

_PREFIX = re.compile(rb"(?:Exif\0\0){1,2}")
_XMP_ORIENTATION = re.compile(rb'tiff:Orientation(?:="|>)([0-9])')

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_BIG_SIZES = {16: 8, 17: 8, 18: 8}
_WHOLE = {3: "H", 4: "L", 6: "b", 8: "h", 9: "l", 13: "L", 16: "Q", 17: "q", 18: "Q"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One tag of a TIFF directory: ``size`` bytes of ``count`` values begin at ``at``."""

    tag: int
    type: int
    count: int
    at: int
    size: int


@dataclass(frozen=True, slots=True)
class Directory:
    """The first directory of a TIFF file: byte order (``<`` or ``>``) and its entries by tag."""

    order: str
    entries: dict[int, Entry]


def read_directory(data: bytes) -> Directory:
    """Return the first directory of a TIFF file or an EXIF block; ``ValueError`` for other data."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    # Either order of the number itself: some programs write it the wrong way round.
    number = data[2:4].strip(b"\0")
    if order is None or number not in (b"*", b"+"):
        raise ValueError("no TIFF header")
    try:
        return Directory(order, {e.tag: e for e in _entries(data, order, big=number == b"+")})
    except struct.error as error:
        raise ValueError("the directory is cut off") from error


def _entries(data: bytes, order: str, *, big: bool) -> Iterator[Entry]:
    at = struct.unpack_from(order + ("Q" if big else "L"), data, 8 if big else 4)[0]
    head, field = (8, 8) if big else (2, 4)
    count = struct.unpack_from(order + ("Q" if big else "H"), data, at)[0]
    if count > 0xFFFF:
        raise ValueError("more entries than a directory has")
    entry = struct.Struct(order + ("HHQ" if big else "HHL"))
    step = entry.size + field
    for place in range(at + head, at + head + count * step, step):
        if place + step > len(data):
            return  # Pillow keeps the tags before the cut, too
        tag, kind, values = entry.unpack_from(data, place)
        size = values * (_SIZES.get(kind) or _BIG_SIZES.get(kind, 0))
        start = place + entry.size
        if size > field:
            start = struct.unpack_from(order + ("Q" if big else "L"), data, start)[0]
        if 0 < size <= len(data) - start:
            yield Entry(tag, kind, values, start, size)


def whole_number(data: bytes, directory: Directory, entry: Entry) -> int | None:
    """Return the entry's first value, None where it is no whole number."""
    code = _WHOLE.get(entry.type)
    if code is None:
        return None
    return int(struct.unpack_from(directory.order + code, data, entry.at)[0])


def orientation(exif: bytes | None, xmp: bytes | None) -> int:
    """Return the orientation (1 to 8) that applies to a picture with these blocks."""
    said = said_by_exif(exif)
    if said is None and xmp and (found := _XMP_ORIENTATION.search(xmp)):
        said = int(found[1])
    return said if said is not None and 1 <= said <= 8 else UPRIGHT


def said_by_exif(block: bytes | None) -> int | None:
    """Return what an EXIF block says: None when it is silent, 0 when it is damaged or senseless."""
    prefix = _PREFIX.match(block) if block else None
    block = block[prefix.end() :] if block and prefix else block
    if not block:
        return None
    try:
        directory = read_directory(block)
    except ValueError:
        return 0
    entry = directory.entries.get(ORIENTATION)
    if entry is None:
        return None
    return whole_number(block, directory, entry) or 0
