"""Read a photo's bytes, and say in one sentence why a file is no photo.

Every way in which a file can let the user down has its own sentence: what is wrong, and what to do.
"""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from photoorg.errors import PhotoError
from photoorg.tr import kept

MAX_BYTES = 1 << 30
"""Larger files are refused: the biggest real photos (16-bit TIFF panoramas) stay below."""

LARGE_BYTES = 64 << 20
"""Files larger than this are read piece by piece, or one at a time."""

CUT_OFF = kept("The file is cut off; copy it again from the camera or a backup.")
DAMAGED = kept("The picture in this file is damaged; copy it again from the camera or a backup.")
EMPTY = kept("The file is empty; copy it again from the camera or a backup.")
ONLY_ZEROS = kept(
    "The file holds nothing but zeros, as after a failed copy; copy it again from the camera or a "
    "backup."
)
GONE = kept("The file is gone; it was moved or deleted, so scan its folder again.")
FORBIDDEN = kept("The program is not allowed to read this file; change its permissions.")
LOOP = kept("This link leads back to itself; remove it.")
NO_MEMORY = kept(
    "There was not enough memory to open this picture; close other programs and scan again, or "
    "save a smaller copy."
)
TOO_SLOW = kept(
    "This picture takes too long to open, so it is left out until it changes; save it anew in "
    "another program."
)
NO_FILE = kept("This is not an ordinary file; move it out of the photo folder.")
UNKNOWN = kept(
    "This is not a picture in any format the program reads; open it in another program and save it "
    "as JPEG, or remove it."
)


def _known_here(*names: str) -> frozenset[int]:
    """Return the numbers of those errors that this system knows."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


NO_ANSWER = _known_here(
    *("ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ETIMEDOUT"),
    *("ECONNABORTED", "ECONNRESET", "ENOLINK", "ENODEV", "ENXIO", "EREMOTEIO", "ECONNREFUSED"),
    *("ENETRESET", "ESHUTDOWN", "EPIPE", "EPROTO", "ECOMM", "ENONET", "EREMCHG", "ENOMEDIUM"),
    *("EMEDIUMTYPE", "ETIME", "ENOKEY", "EKEYEXPIRED", "EKEYREVOKED", "EKEYREJECTED"),
)
"""What a share, a phone or a drive that went away says: it tells nothing about its files."""

DISK_ERRORS = _known_here("EIO", "EUCLEAN", "EBADMSG")
"""What a disk says that fails, or whose file system is damaged."""

PASSING = NO_ANSWER | DISK_ERRORS | {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
"""Errors that may be over when the file is opened again, whoever tells of them."""

_LASTING = _known_here(
    *("ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "ELOOP", "ENAMETOOLONG", "EOVERFLOW")
)
"""Errors of the system that stay as long as nobody changes names, permissions or files."""

_MAGIC = (
    (b"Rar!", kept("This is a RAR archive")),
    (b"7z\xbc\xaf", kept("This is a 7-Zip archive")),
    (b"\x1f\x8b", kept("This is a compressed archive")),
    (b"8BPS", kept("This is a Photoshop picture")),
    (b"\x00\x00\x00\x0cjP  ", kept("This is a JPEG 2000 picture")),
    (b"\xff\x4f\xff\x51", kept("This is a JPEG 2000 picture")),
    (b"\x00\x00\x01\x00", kept("This is an icon")),
    (b"gimp xcf", kept("This is a GIMP picture")),
    (b"FUJIFILMCCD-RAW", kept("This is a raw camera picture")),
    (b"IIRO", kept("This is a raw camera picture")),
    (b"IIU\x00", kept("This is a raw camera picture")),
    (b"\x1aE\xdf\xa3", kept("This is a video")),
    (b"\xd0\xcf\x11\xe0", kept("This is an office document, perhaps locked with a password")),
    (b"-----BEGIN PGP", kept("This is an encrypted file")),
    (b"\x7fELF", kept("This is a program")),
    (b"MZ", kept("This is a program")),
)

_PICTURE_MAGIC = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ZEROS = bytes(1024)
_PIECE = 16 << 20
_VIDEO_BRANDS = (b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ", b"3gp4", b"3gp5")


def is_passing(error: OSError) -> bool:
    """Tell whether an error of the system may be over when the file is opened again.

    Whatever is not known to last may be: it tells of the way to a file, never of a picture.
    """
    return error.errno not in _LASTING


def read_file(path: Path) -> bytes:
    """Read the whole file at ``path``; raise :class:`PhotoError` with the reason when that fails.

    The error is ``passing`` when the next try may well succeed.
    """
    with _opened(path) as file:
        return file.read()


def pieces(path: Path) -> Iterator[bytes]:
    """Read the file at ``path`` in pieces of at most 16 MB; raises as :func:`read_file` does."""
    with _opened(path) as file:
        while piece := file.read(_PIECE):
            yield piece


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, and turn what goes wrong with it into a sentence.

    Pipes and devices are refused before they are opened, because reading one may never end.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PhotoError(path, NO_FILE)
        if status.st_size > MAX_BYTES:
            raise PhotoError(
                path,
                kept(
                    "The file is {size} GB large, more than any photo the program opens; save a "
                    "smaller copy.",
                    size=f"{status.st_size / 1e9:.1f}",
                ),
            )
        with path.open("rb", buffering=0) as file:
            yield cast("BinaryIO", file)
    except OSError as error:
        passing = is_passing(error)
        raise PhotoError(path, why_unreadable(error), passing=passing) from error
    except MemoryError as error:
        raise PhotoError(path, NO_MEMORY, passing=True) from error


def is_large(path: Path) -> bool:
    """Tell whether a file is larger than :data:`LARGE_BYTES`; False when nobody knows."""
    try:
        return path.stat().st_size > LARGE_BYTES
    except OSError:
        return False


def why_unreadable(error: OSError) -> str:
    """Return the sentence for a file that cannot be looked at or read."""
    said = error.strerror or str(error)
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return GONE
        case errno.EACCES | errno.EPERM:
            return FORBIDDEN
        case errno.ELOOP:
            return LOOP
        case errno.ENAMETOOLONG:
            return kept(
                "The path of this file is longer than the system allows; move the file up, or "
                "shorten the names above it."
            )
        case number if number in DISK_ERRORS:
            return kept(
                "The disk reports an error while reading. The next scan tries again; if that does "
                "not help, copy the file again from a backup."
            )
        case number if number in NO_ANSWER:
            return kept(
                "The drive or share does not answer ({reason}); the next scan tries again.",
                reason=said,
            )
        case number if number in PASSING or is_passing(error):
            return kept(
                "The computer could not open the file just now ({reason}); scan again.",
                reason=said,
            )
        case _:
            return kept(
                "The file cannot be read ({reason}); check the disk it lies on.", reason=said
            )


def why_no_picture(data: bytes) -> str:
    """Say why no decoder recognises ``data``."""
    if not data:
        return EMPTY
    if not any(data[at : at + _PIECE].strip(b"\0") for at in range(0, len(data), _PIECE)):
        return ONLY_ZEROS
    start = data[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return kept("This is a web page; download the picture itself.")
    if kind := _other_kind(data):
        return kept(
            "{kind}, which the program does not read; save it as JPEG, or remove it.", kind=kind
        )
    if _looks_like_picture(data):
        return CUT_OFF if is_cut_off(data) else DAMAGED
    return UNKNOWN


def _other_kind(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        locked = data[6:7] and data[6] & 1
        if locked:
            return kept("This is an archive locked with a password")
        return kept("This is a ZIP archive or office document")
    if data.startswith(b"%PDF"):
        if b"/Encrypt" in data:
            return kept("This is a PDF document with a password")
        return kept("This is a PDF document")
    if data[4:8] == b"ftyp" and data[8:12] in _VIDEO_BRANDS:
        return kept("This is a video")
    if b"<svg" in data[:512].lower():
        return kept("This is a drawing (SVG)")
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _looks_like_picture(data: bytes) -> bool:
    in_container = data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
    return in_container or data.startswith(_PICTURE_MAGIC)


def is_cut_off(data: bytes) -> bool:
    """Return whether a JPEG, PNG, WebP, BMP, HEIF or AVIF file ends before its own end."""
    if data.startswith(b"\xff\xd8"):
        return not _jpeg_has_end(data)
    if data.startswith(b"\x89PNG"):
        return b"IEND" not in data[-1024:]
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    if data.startswith(b"BM"):
        return int.from_bytes(data[2:6], "little") > len(data)
    return data[4:8] == b"ftyp" and _media_lost(data)


def decoders_miss_end(data: bytes) -> bool:
    """Return whether the end of the picture is lost in a way that the decoders pass over.

    They take zeros behind a JPEG's cut for grey pixels, and missing tiles of a HEIC for grey tiles.
    """
    if data.startswith(b"\xff\xd8"):
        return data.endswith(_ZEROS) and not _jpeg_has_end(data)
    return data[4:8] == b"ftyp" and _media_lost(data)


def lacks_end(data: bytes) -> bool:
    """Return whether a JPEG file has no end marker."""
    return data.startswith(b"\xff\xd8") and not _jpeg_has_end(data)


def _jpeg_has_end(data: bytes) -> bool:
    """Look for the end marker behind the main picture's start of scan, past any thumbnail."""
    start = start_of_scan(data)
    return start is not None and data.find(b"\xff\xd9", start) >= 0


def start_of_scan(data: bytes) -> int | None:
    """Return where the main picture's first scan begins in a JPEG file, past any thumbnail."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return at
        if marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _media_lost(data: bytes) -> bool:
    """Return whether a media box of an ISO base media file is cut off or ends in zeros."""
    at = 0
    while at + 16 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:
            return False
        end = at + size
        if data[at + 4 : at + 8] == b"mdat" and (end > len(data) or data.endswith(_ZEROS, at, end)):
            return True
        at = end
    return at > len(data) and b"mdat" not in data
