"""Find what programs wrote into a picture's file beside the picture: EXIF, XMP, IPTC.

Files are not read as a whole: their containers are walked from one part to the next.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from photoorg.media.formats.heif_items import texts
from photoorg.metadata.iptc import in_photoshop

MOST_PARTS = 5000
"""So many segments, chunks or boxes of a file are looked at."""

LARGEST = 8 << 20
"""A part of a file that is larger is no metadata, or too much of it."""

_LARGEST_HEIF = 64 << 20
_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_PNG_XMP = b"XML:com.adobe.xmp"
_CR3 = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
"""The box of Canon's raw files that holds their EXIF."""


@dataclass(slots=True)
class Blocks:
    """What a file holds: EXIF as TIFF files of their own, an XMP packet, IPTC datasets.

    ``exif`` is a stream that stands at a TIFF header; ``parts`` are further directories of Canon's
    raw files: "exif" and "gps".
    """

    exif: BinaryIO | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    parts: dict[str, BinaryIO] = field(default_factory=dict)


def find_blocks(file: BinaryIO) -> Blocks:
    """Return the metadata in a picture's file, open for reading; empty for any other file."""
    file.seek(0)
    start = file.read(32)
    reader = next((read for fits, read in _KINDS if fits(start)), None)
    if reader is None:
        return Blocks()
    try:
        file.seek(0)
        return reader(file)
    except (ValueError, IndexError, OSError, zlib.error, OverflowError):
        return Blocks()


def _jpeg(file: BinaryIO) -> Blocks:
    found = Blocks()
    file.seek(2)
    for _ in range(MOST_PARTS):
        head = file.read(2)
        while head[1:] == b"\xff":
            head = head[1:] + file.read(1)
        if len(head) < 2 or head[0] != 0xFF or head[1] in (0xDA, 0xD9):
            break
        if head[1] == 0x01 or 0xD0 <= head[1] <= 0xD8:
            continue
        size = int.from_bytes(file.read(2), "big") - 2
        if head[1] not in (0xE1, 0xED):
            file.seek(max(size, 0), 1)
            continue
        content = file.read(max(size, 0))
        if head[1] == 0xED and content.startswith(_PHOTOSHOP):
            found.iptc = found.iptc or in_photoshop(content[len(_PHOTOSHOP) :])
        elif content.startswith(_EXIF) and found.exif is None:
            found.exif = BytesIO(content[len(_EXIF) :])
        elif content.startswith(_XMP) and found.xmp is None:
            found.xmp = content[len(_XMP) :]
    return found


def _png(file: BinaryIO) -> Blocks:
    found = Blocks()
    file.seek(8)
    for _ in range(MOST_PARTS):
        head = file.read(8)
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind in (b"", b"IEND"):
            break
        if kind not in (b"eXIf", b"iTXt") or size > LARGEST:
            file.seek(size + 4, 1)
            continue
        content = file.read(size + 4)[:-4]
        name, _, text = content.partition(b"\0")
        if kind == b"eXIf":
            found.exif = BytesIO(content)
        elif name == _PNG_XMP:
            packed, text = text[:1] == b"\1", text[2:].split(b"\0", 2)[-1]
            found.xmp = zlib.decompressobj().decompress(text, LARGEST) if packed else text
    return found


def _webp(file: BinaryIO) -> Blocks:
    found = Blocks()
    file.seek(12)
    for _ in range(MOST_PARTS):
        head = file.read(8)
        size = int.from_bytes(head[4:], "little")
        if len(head) < 8:
            break
        if head[:4] not in (b"EXIF", b"XMP ") or size > LARGEST:
            file.seek(size + (size & 1), 1)
            continue
        content = file.read(size + (size & 1))[:size]
        if head[:4] == b"XMP ":
            found.xmp = content
        else:
            found.exif = BytesIO(content.removeprefix(_EXIF))
    return found


def _tiff(file: BinaryIO) -> Blocks:
    return Blocks(exif=file)


def _olympus_or_panasonic(file: BinaryIO) -> Blocks:
    """A TIFF file with a number of its own; what is told stands at its beginning."""
    head = file.read(4 << 20)
    return Blocks(exif=BytesIO(head[:2] + b"*\0" + head[4:]))


def _fuji(file: BinaryIO) -> Blocks:
    file.seek(84)
    at, size = (int.from_bytes(file.read(4), "big") for _ in range(2))
    file.seek(at)
    return _jpeg(BytesIO(file.read(min(size, LARGEST))))


def boxes(file: BinaryIO, end: int) -> Iterator[tuple[bytes, int]]:
    """Yield kind and end of the boxes up to ``end``; the file stands at the content of each."""
    for _ in range(MOST_PARTS):
        at = file.tell()
        head = file.read(8)
        if at + 8 > end or len(head) < 8:
            return
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            size = int.from_bytes(file.read(8), "big")
        stop = at + size if size else end
        if stop <= at or stop > end:
            stop = end
        yield head[4:], stop
        file.seek(stop)


def _container(file: BinaryIO) -> Blocks:
    """HEIF and AVIF, Canon's CR3, JPEG XL."""
    end = file.seek(0, 2)
    file.seek(0)
    found = Blocks()
    for kind, stop in boxes(file, end):
        if kind == b"meta" and end <= _LARGEST_HEIF:
            file.seek(0)
            exif, found.xmp = texts(file.read())
            found.exif = BytesIO(exif.removeprefix(_EXIF)) if exif else None
            break
        if kind == b"moov":
            for inner, inner_stop in boxes(file, stop):
                if inner == b"uuid" and file.read(16) == _CR3:
                    _canon(file, inner_stop, found)
            break
        size = stop - file.tell()
        if kind == b"Exif" and size < LARGEST:
            content = file.read(size)
            at = 4 + int.from_bytes(content[:4], "big")
            found.exif = BytesIO(content[at:].removeprefix(_EXIF))
        elif kind == b"xml " and size < LARGEST:
            found.xmp = file.read(size)
    return found


def _canon(file: BinaryIO, end: int, found: Blocks) -> None:
    names = {b"CMT2": "exif", b"CMT4": "gps"}
    for kind, stop in boxes(file, end):
        if kind == b"CMT1":
            found.exif = BytesIO(file.read(min(stop - file.tell(), LARGEST)))
        elif kind in names:
            found.parts[names[kind]] = BytesIO(file.read(min(stop - file.tell(), LARGEST)))


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[BinaryIO], Blocks]], ...] = (
    (lambda start: start.startswith(b"\xff\xd8"), _jpeg),
    (lambda start: start.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    (lambda start: start[:4] == b"RIFF" and start[8:12] == b"WEBP", _webp),
    (lambda start: start.startswith((b"IIRO", b"IIRS", b"IIU\0")), _olympus_or_panasonic),
    (lambda start: start.startswith(b"FUJIFILMCCD-RAW"), _fuji),
    (lambda start: start.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")), _tiff),
    (lambda start: start[4:8] == b"ftyp" or start[4:8] == b"JXL ", _container),
)
