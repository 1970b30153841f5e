"""Know a picture again whatever was written about it into its file.

Keywords, ratings, captions and places are written into photos all the time, and each time the bytes
of the file are others. What stays is the coded picture. Its hash covers what decides the pixels and
how they are turned; EXIF, XMP, IPTC, comments, thumbnails, colour profiles, further pictures and
films behind the first are left out. Nothing is decoded: it takes as long as hashing the file does.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from photoorg.media.formats.heif_items import coded_parts
from photoorg.media.formats.tiff_strips import strip_parts
from photoorg.media.stored_orientation import UPRIGHT, Coded, orientation

MAX_PARTS = 200_000
MAX_BLOCKS = 2_000_000
"""Files of more segments or chunks, or of more blocks in a GIF (of at most 255 bytes), than any
program writes are hashed as they are."""

_MAX_TEXT = 1 << 20
_MAX_TEXTS = 64
"""So much text, and so often, is unpacked; Pillow opens no PNG with more."""

_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A JPEG marker, but neither a stuffed byte nor a restart within a scan."""

_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_PNG_XMP = b"XML:com.adobe.xmp"
_PNG_EXIF = b"Raw profile type exif"


@dataclass(slots=True)
class _Found:
    """What a walk through a file found: the parts to hash and what says which side is up."""

    parts: list[bytes | memoryview] = field(default_factory=list)
    exif: list[bytes] = field(default_factory=list)
    xmp: bytes | None = None
    texts: int = 0

    def coded(self) -> Coded:
        if not self.parts:
            raise ValueError("no picture")
        return self.parts, orientation(b"".join(self.exif), self.xmp)


def picture_hash(data: bytes) -> str:
    """Return 40 hexadecimal digits that stand for the picture in the file ``data``.

    Equal for files that show the same coded picture the same way up; a picture turned by its tag is
    another one, because the boxes of its faces are elsewhere. What cannot be read is known by all
    its bytes. Never raises.
    """
    hashed = hashlib.blake2b(digest_size=20, person=b"picture")
    try:
        kind, read = next((k, r) for k, fits, r in _KINDS if fits(data))
        parts, turned = read(data)
    except Exception:
        # Whatever else damage may lead to, the bytes themselves are always an answer.
        hashed.update(data)
        return hashed.hexdigest()
    hashed.update(b"%s %d " % (kind, turned))
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()


def orientation_beside(data: bytes) -> int:
    """Return the orientation (1 to 8) that the metadata of a file says; 1 where nothing does."""
    try:
        return next(read for _, fits, read in _KINDS if fits(data))(data)[1]
    except Exception:
        return UPRIGHT  # damage of any kind says nothing


def _jpeg(data: bytes) -> Coded:
    found = _Found()
    view = memoryview(data)
    jfif, adobe, layers, scans = False, b"", 0, 0
    for marker, start, end in _segments(data):
        if marker == 0xE0 and data.startswith(b"JFIF", start):
            jfif = True
        elif marker == 0xE1 and data.startswith(_EXIF, start):
            found.exif.append(data[start + (6 if found.exif else 0) : end])
        elif marker == 0xE1 and data.startswith(_XMP, start):
            found.xmp = data[start + len(_XMP) : end]
        elif marker == 0xEE and data.startswith(b"Adobe", start):
            adobe = data[start + 11 : start + 12]
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            found.parts.extend((bytes([marker]), view[start:end]))
            scans += marker == 0xDA
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                layers = data[start + 5]
    if not scans:
        raise ValueError("no scan")
    # The Adobe segment matters only where it changes the meaning of the layers.
    found.parts.append(
        b"ink" * (layers == 4 and adobe == b"\2")
        + b"rgb" * (layers == 3 and adobe == b"\0" and not jfif)
    )
    return found.coded()


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield marker, start and end of each segment of the first picture, scans with their data."""
    at = 2
    for _ in range(MAX_PARTS):
        place = _MARKER.search(data, at)
        if place is None or data[place.end() - 1] == 0xD9:
            return
        marker, at = data[place.end() - 1], place.end()
        if marker in (0x01, 0xD8):
            continue
        start, at = at + 2, at + max(2, int.from_bytes(data[at : at + 2], "big"))
        if marker == 0xDA:
            follows = _MARKER.search(data, at)
            at = follows.start() if follows else len(data)
        yield marker, start, at
    raise ValueError("more segments than a picture has")


def _png(data: bytes) -> Coded:
    found = _Found()
    view = memoryview(data)
    at = 8
    for _ in range(MAX_PARTS):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        content = slice(at + 8, at + 8 + size)
        at += size + 12
        if kind in (b"IHDR", b"PLTE", b"tRNS", b"IDAT"):
            found.parts.extend((kind, view[content]))
        elif kind == b"eXIf":
            found.exif = [data[content]]
        elif kind in (b"iTXt", b"zTXt", b"tEXt"):
            _take_text(found, kind, data[content])
        elif kind in (b"IEND", b""):
            if b"IDAT" not in found.parts:
                raise ValueError("no pixels")
            return found.coded()
    raise ValueError("more chunks than a picture has")


def _take_text(found: _Found, kind: bytes, content: bytes) -> None:
    """Keep an XMP packet, and EXIF in the hexadecimal way of ImageMagick."""
    name, _, text = content.partition(b"\0")
    if name not in (_PNG_XMP, _PNG_EXIF):
        return
    found.texts += 1
    if found.texts > _MAX_TEXTS:
        raise ValueError("more texts than a picture has")
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed = text[:1] == b"\1"
        text = text[2:].split(b"\0", 2)[-1]
    elif packed:
        text = text[1:]
    if packed:
        text = zlib.decompressobj().decompress(text, _MAX_TEXT)
    if name == _PNG_XMP:
        found.xmp = text
    elif not found.exif:
        found.exif = [bytes.fromhex(b"".join(text.split(b"\n")[3:]).decode("ascii"))]


def _webp(data: bytes) -> Coded:
    found = _Found()
    view = memoryview(data)
    flags, canvas = 0, b""
    at = 12
    for _ in range(MAX_PARTS):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = slice(at + 8, at + 8 + size)
        at += 8 + size + (size & 1)
        if kind == b"VP8X":
            flags, canvas = data[content][0], data[content][4:10]
        elif kind in (b"VP8 ", b"VP8L", b"ALPH"):
            found.parts.extend((kind, view[content]))
        elif kind == b"ANMF":
            found.parts.extend((kind, canvas, view[content]))
        # Without its flag in the head the decoder passes a block over.
        elif kind == b"EXIF" and flags & 8 and not found.exif:
            found.exif = [data[content]]
        elif kind == b"XMP " and flags & 4 and found.xmp is None:
            found.xmp = data[content]
        elif kind == b"":
            return found.coded()
    raise ValueError("more chunks than a picture has")


def _gif(data: bytes) -> Coded:
    found = _Found()
    view = memoryview(data)
    at = 13 + _palette(data[10])
    found.parts.append(view[6:at])
    left = MAX_BLOCKS
    while at < len(data) and data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            told = data[at + 1] in (0xFE, 0xFF)
            at += 2
        elif data[at] == 0x2C:
            told = False
            at += 11 + _palette(data[at + 9])
        else:
            raise ValueError("no block of a GIF")
        while at < len(data) and (size := data[at]):
            at += 1 + size
            left -= 1
            if left < 0:
                raise ValueError("more blocks than a picture has")
        at += 1
        if not told:
            found.parts.append(view[start:at])
    return found.coded()


def _palette(flags: int) -> int:
    return int(3 << (flags & 7) + 1) if flags & 0x80 else 0


def _bmp(data: bytes) -> Coded:
    return [data], UPRIGHT


_Read: TypeAlias = Callable[[bytes], Coded]

_KINDS: tuple[tuple[bytes, Callable[[bytes], bool], _Read], ...] = (
    (b"JPEG", lambda data: data.startswith(b"\xff\xd8"), _jpeg),
    (b"PNG", lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    (b"WEBP", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    (b"GIF", lambda data: data.startswith((b"GIF87a", b"GIF89a")), _gif),
    (b"BMP", lambda data: data.startswith(b"BM"), _bmp),
    (b"TIFF", lambda data: data.startswith((b"II", b"MM")), strip_parts),
    (b"HEIF", lambda data: data[4:8] == b"ftyp", coded_parts),
)
