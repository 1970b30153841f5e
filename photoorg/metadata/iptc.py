"""IPTC datasets (IIM 4.2), as agencies and older programs write them into JPEG and TIFF files."""

from collections.abc import Mapping

CITY, COUNTRY, CAPTION = 90, 101, 120
DATE_CREATED, TIME_CREATED = 55, 60
CHARACTERS = (1, 90)

_MOST = 10_000
_UTF8 = b"\x1b%G"
_IRB = b"8BIM"
_IPTC_BLOCK = 0x0404


def in_photoshop(block: bytes) -> bytes | None:
    """Return the IPTC datasets in the image resources of Photoshop (after "Photoshop 3.0")."""
    at = 0
    while block[at : at + 4] == _IRB:
        kind = int.from_bytes(block[at + 4 : at + 6], "big")
        at += 6 + (block[at + 6] + 2 & ~1 if at + 6 < len(block) else 2)
        size = int.from_bytes(block[at : at + 4], "big")
        if kind == _IPTC_BLOCK:
            return block[at + 4 : at + 4 + size]
        at += 4 + size + (size & 1)
    return None


def datasets(data: bytes | None) -> Mapping[int, str]:
    """Return the datasets of record 2 by their numbers, the first of each."""
    found: dict[int, bytes] = {}
    utf8 = False
    at = 0
    for _ in range(_MOST):
        if not data or data[at : at + 1] != b"\x1c" or at + 5 > len(data):
            break
        record, number = data[at + 1], data[at + 2]
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        if size & 0x8000:
            break  # longer than any text
        value = data[at + 5 : at + 5 + size]
        at += 5 + size
        if record == 2:
            found.setdefault(number, value)
        elif (record, number) == CHARACTERS:
            utf8 = value == _UTF8
    return {number: _text(value, utf8=utf8) for number, value in found.items()}


def _text(value: bytes, *, utf8: bool) -> str:
    try:
        return value.decode().replace("\0", "").strip()
    except UnicodeDecodeError:
        return value.decode("utf-8" if utf8 else "latin-1", "replace").replace("\0", "").strip()
