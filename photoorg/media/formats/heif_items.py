"""The coded pictures in a HEIF or AVIF file, wherever in the file they lie.

A file of this family (ISO/IEC 23008-12) is a list of items: the tiles of the photo, thumbnails,
depth maps, EXIF, XMP. The photo is the primary item and what it is made of. Writers of metadata
move all of them about; the bytes of the coded items stay the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from photoorg.media.stored_orientation import UPRIGHT, Coded

MAX_ENTRIES = 200_000
"""No real file has more boxes, items, extents or properties; what has is not walked through."""

_DECIDING = frozenset(
    {b"hvcC", b"av1C", b"avcC", b"vvcC", b"lhvC", b"jpgC", b"ispe", b"clap", b"irot", b"imir"}
)
"""Properties that decide what is shown; the rest are words, screen sizes and colour profiles."""

_SHARED = 1 << 20
"""Properties are read once for every item they belong to: at most so many bytes more than there
are."""

_ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1\0")


class _Span(NamedTuple):
    start: int
    stop: int


@dataclass(slots=True)
class _Cursor:
    """Reads whole numbers one after the other; ``ValueError`` at the end."""

    data: bytes
    at: int
    stop: int

    def take(self, size: int) -> int:
        end = self.at + size
        if end > self.stop:
            raise ValueError("the box ends early")
        value = int.from_bytes(self.data[self.at : end], "big")
        self.at = end
        return value

    def version(self) -> tuple[int, int]:
        """Return version and flags of a full box."""
        head = self.take(4)
        return head >> 24, head & 0xFFFFFF

    def count(self, size: int) -> int:
        """Return how many entries follow."""
        number = self.take(size)
        if number > MAX_ENTRIES:
            raise ValueError("more entries than a file has")
        return number


def coded_parts(data: bytes) -> Coded:
    """Return the parts that decide the picture, and the orientation that is still to be applied.

    ``ValueError`` when the file does not say where its picture lies.
    """
    items = _read_items(data)
    photo = items.of_photo()
    view = memoryview(data)
    parts: list[bytes | memoryview] = []
    coded = whole = 0
    for item in photo:
        own: list[bytes | memoryview] = [b"item" + items.types.get(item, b"")]
        for kind, span in items.deciding(item):
            own.extend((kind, view[span.start : span.stop]))
        extents = [view[span.start : span.stop] for span in items.extents(item)]
        coded += sum(map(len, extents))
        own.extend(extents)
        parts.extend(own)
        whole += sum(map(len, own))
        if whole > len(data) + _SHARED:
            raise ValueError("the items overlap")
    if not coded:
        raise ValueError("no picture")
    return parts, UPRIGHT


@dataclass(frozen=True, slots=True)
class Shown:
    """What a container says of its photo: if it is ``turned`` or mirrored, and its colours.

    ``primaries`` and ``transfer`` are numbers of ITU-T H.273, 2 where nothing is said.
    """

    turned: bool = False
    primaries: int = 2
    transfer: int = 2


def shown_as(data: bytes) -> Shown:
    """Return what a HEIF or AVIF file says of its photo; nothing where it is not understood."""
    turned, colours = False, (2, 2)
    try:
        items = _read_items(data)
        for kind, span in items.deciding(items.primary):
            turned |= kind in (b"irot", b"imir")
            if kind == b"colr":
                told = _Cursor(data, span.start + 4, span.stop)
                colours = told.take(2), told.take(2)
    except ValueError:
        return Shown()
    return Shown(turned, *colours)


def texts(data: bytes) -> tuple[bytes | None, bytes | None]:
    """Return the EXIF block, with its TIFF header first, and the XMP packet of a file."""
    try:
        items = _read_items(data)
        exif = items.first_of(b"Exif") or b""
        return exif[4 + int.from_bytes(exif[:4], "big") :] or None, items.first_of(b"mime")
    except ValueError:
        return None, None


def _read_items(data: bytes) -> "_Items":
    meta = next((span for kind, span in _boxes(data, 0, len(data)) if kind == b"meta"), None)
    if meta is None:
        raise ValueError("no items")
    return _Items(data, dict(_boxes(data, meta.start + 4, meta.stop)))


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, _Span]]:
    """Yield kind and content of the boxes between ``at`` and ``end``; cut off ones end there."""
    for _ in range(MAX_ENTRIES):
        if at + 8 > end:
            return
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head:
            raise ValueError("a box smaller than its head")
        yield data[at + 4 : at + 8], _Span(at + head, min(at + size, end))
        at += size
    raise ValueError("more boxes than a file has")


class _Items:
    """The tables of a ``meta`` box."""

    def __init__(self, data: bytes, inside: dict[bytes, _Span]) -> None:
        self._data = data
        self._inside = inside
        cursor = self._open(b"pitm")
        self.primary = cursor.take(2 if cursor.version()[0] == 0 else 4)
        self.types = dict(self._read_types())
        self._places = dict(self._read_places())
        self._made_of: dict[int, list[int]] = {}
        self._veils: dict[int, bool] = {}
        self._belongs: dict[int, list[int]] = {}
        self._properties, self._uses = self._read_properties()
        self._read_references()

    def _open(self, kind: bytes) -> _Cursor:
        span = self._inside.get(kind)
        if span is None:
            raise ValueError(f"no {kind!r}")
        return _Cursor(self._data, span.start, span.stop)

    def _read_types(self) -> Iterator[tuple[int, bytes]]:
        cursor = self._open(b"iinf")
        cursor.count(2 if cursor.version()[0] == 0 else 4)
        for kind, span in _boxes(self._data, cursor.at, cursor.stop):
            entry = _Cursor(self._data, span.start, span.stop)
            version = entry.version()[0]
            if kind == b"infe" and version >= 2:
                item = entry.take(2 if version == 2 else 4)
                entry.take(2)
                yield item, entry.take(4).to_bytes(4, "big")

    def _read_places(self) -> Iterator[tuple[int, list[_Span]]]:
        cursor = self._open(b"iloc")
        version = cursor.version()[0]
        sizes = cursor.take(2)
        offset, length, base, index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
        left = MAX_ENTRIES
        for _ in range(cursor.count(2 if version < 2 else 4)):
            item = cursor.take(2 if version < 2 else 4)
            method = cursor.take(2) & 15 if version else 0
            cursor.take(2)
            start = cursor.take(base) + self._origin(method)
            extents = cursor.count(2)
            left -= extents
            if left < 0:
                raise ValueError("more extents than a file has")
            spans = []
            for _ in range(extents):
                cursor.take(index if version else 0)
                at = start + cursor.take(offset)
                size = cursor.take(length)
                spans.append(_Span(at, at + size if size else len(self._data)))
            yield item, spans

    def _origin(self, method: int) -> int:
        """Return what places count from: the file, the ``idat`` box; nothing else is used."""
        if method == 0:
            return 0
        span = self._inside.get(b"idat")
        # An item made of parts of other items is never read; its place is out of every file.
        return span.start if method == 1 and span else len(self._data)

    def _read_references(self) -> None:
        if b"iref" not in self._inside:
            return
        cursor = self._open(b"iref")
        size = 2 if cursor.version()[0] == 0 else 4
        left = MAX_ENTRIES
        for kind, span in _boxes(self._data, cursor.at, cursor.stop):
            entry = _Cursor(self._data, span.start, span.stop)
            source = entry.take(size)
            count = entry.count(2)
            left -= count
            if left < 0:
                raise ValueError("more references than a file has")
            targets = [entry.take(size) for _ in range(count)]
            if kind == b"dimg":
                self._made_of.setdefault(source, []).extend(targets)
            elif kind == b"auxl" and self._is_veil(source):
                for target in targets:
                    self._belongs.setdefault(target, []).append(source)

    def _read_properties(self) -> tuple[list[tuple[bytes, _Span]], dict[int, list[int]]]:
        span = self._inside.get(b"iprp")
        if span is None:
            return [], {}
        properties: list[tuple[bytes, _Span]] = []
        uses: dict[int, list[int]] = {}
        for kind, inner in _boxes(self._data, span.start, span.stop):
            if kind == b"ipco":
                properties = list(_boxes(self._data, inner.start, inner.stop))
            elif kind == b"ipma":
                self._read_uses(_Cursor(self._data, inner.start, inner.stop), uses)
        return properties, uses

    def _read_uses(self, cursor: _Cursor, uses: dict[int, list[int]]) -> None:
        version, flags = cursor.version()
        size, mask = (2, 0x7FFF) if flags & 1 else (1, 0x7F)
        left = MAX_ENTRIES
        for _ in range(cursor.count(4)):
            item = cursor.take(2 if version == 0 else 4)
            count = cursor.take(1)
            left -= count
            if left < 0:
                raise ValueError("more properties than a file has")
            uses.setdefault(item, []).extend(cursor.take(size) & mask for _ in range(count))

    def _is_veil(self, item: int) -> bool:
        """Tell whether the item is the transparency of another, not its depth or anything else."""
        if item not in self._veils:
            self._veils[item] = any(
                kind == b"auxC" and self._data.startswith(_ALPHA, span.start + 4, span.stop)
                for kind, span in self._of(item)
            )
        return self._veils[item]

    def of_photo(self) -> list[int]:
        """Return the primary item, what it is made of, and their transparency."""
        found = {self.primary: None}
        waits = [self.primary]
        while waits:
            item = waits.pop()
            for other in (*self._made_of.get(item, ()), *self._belongs.get(item, ())):
                if other not in found:
                    found[other] = None
                    waits.append(other)
        return list(found)

    def _of(self, item: int) -> Iterator[tuple[bytes, _Span]]:
        for number in self._uses.get(item, ()):
            if 1 <= number <= len(self._properties):
                yield self._properties[number - 1]

    def deciding(self, item: int) -> Iterator[tuple[bytes, _Span]]:
        """Yield the properties of the item that decide what is shown."""
        for kind, span in self._of(item):
            idle = kind == b"irot" and self._data[span.start : span.start + 1] == b"\0"
            named = kind == b"colr" and self._data.startswith(b"nclx", span.start, span.stop)
            if named or (kind in _DECIDING and not idle):
                yield kind, span

    def extents(self, item: int) -> list[_Span]:
        return self._places.get(item, [])

    def first_of(self, kind: bytes) -> bytes | None:
        """Return the content of the first item of that type."""
        item = next((number for number, its in self.types.items() if its == kind), -1)
        spans = self.extents(item)[:8]
        return b"".join(self._data[span.start : span.stop] for span in spans) or None
