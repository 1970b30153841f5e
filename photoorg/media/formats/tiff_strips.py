"""The coded strips or tiles of a TIFF's first picture and the tags that say what they mean."""

import numpy as np

from photoorg.media.stored_orientation import (
    ORIENTATION,
    Coded,
    Directory,
    Entry,
    orientation,
    read_directory,
    whole_number,
)
from photoorg.types import IntArray

_DECIDING = (
    *(256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 322, 323, 332, 338, 339),
    *(340, 341, 347, 512, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532),
)
"""Size, depth, compression, colours, tables: what decoders need, but where the strips lie."""

_PLACES = ((273, 279), (324, 325), (513, 514))
"""Tags of where the strips, the tiles, the old kind of JPEG begin, and of their lengths."""

_XMP = 700
_MAX_STRIPS = 1 << 20
_KINDS = {1: "u1", 3: "u2", 4: "u4", 16: "u8"}


def strip_parts(data: bytes) -> Coded:
    """Return the parts that decide the picture, and its orientation; ``ValueError`` without any."""
    directory = read_directory(data)
    view = memoryview(data)
    parts: list[bytes | memoryview] = [directory.order.encode()]
    for tag in _DECIDING:
        if entry := directory.entries.get(tag):
            parts.append(b"%d:%d:" % (tag, entry.type))
            parts.append(view[entry.at : entry.at + entry.size])
    strips = [strip for tags in _PLACES for strip in _strips(view, directory, *tags)]
    # Strips that lie on top of each other would be hashed again and again.
    if not 0 < sum(map(len, strips)) <= len(data):
        raise ValueError("no strips, or ones that overlap")
    return parts + strips, _orientation(data, directory)


def _strips(view: memoryview, directory: Directory, first: int, second: int) -> list[memoryview]:
    if first not in directory.entries or second not in directory.entries:
        return []
    starts, sizes = (_numbers(view, directory, directory.entries[t]) for t in (first, second))
    if len(starts) != len(sizes):
        raise ValueError("places and lengths differ in number")
    pairs = zip(starts.tolist(), sizes.tolist(), strict=True)
    return [view[start : start + size] for start, size in pairs]


def _numbers(view: memoryview, directory: Directory, entry: Entry) -> IntArray:
    kind = _KINDS.get(entry.type)
    if kind is None or entry.count > _MAX_STRIPS:
        raise ValueError("no list of places")
    return np.frombuffer(view, np.dtype(directory.order + kind), entry.count, entry.at)


def _orientation(data: bytes, directory: Directory) -> int:
    if entry := directory.entries.get(ORIENTATION):
        said = whole_number(data, directory, entry) or 0
        return said if 1 <= said <= 8 else 1
    packet = directory.entries.get(_XMP)
    return orientation(None, data[packet.at : packet.at + packet.size] if packet else None)
