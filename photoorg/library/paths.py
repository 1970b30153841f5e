"""Paths as text: SQLite holds UTF-8 only, file names may hold any bytes.

What is not UTF-8 in a path is stored byte by byte, each as one of the last 128 characters of the
last private plane. Where a name really holds such a character, its four bytes are stored in the
same way, so that every path has one stored form and comes back from it unchanged. Every other
character stands for itself, which keeps the order of paths, and a folder's stored form the
beginning of all that lies in it.
"""

import os
import re
from pathlib import Path

_BYTES = 0x10FF00
"""A byte from 0x80 on is stored as the character that lies so far above this one."""

_TO_CODE = {0xDC00 + byte: _BYTES + byte for byte in range(0x80, 0x100)} | {
    _BYTES + byte: "".join(chr(_BYTES + part) for part in chr(_BYTES + byte).encode())
    for byte in range(0x80, 0x100)
}
_STORED_BYTES = re.compile(f"[{chr(_BYTES + 0x80)}-{chr(_BYTES + 0xFF)}]+")


def to_text(path: str | Path) -> str:
    """Return the stored form of ``path``."""
    text = str(path)
    if text.isascii():
        return text
    return os.fsencode(text).decode("utf-8", "surrogateescape").translate(_TO_CODE)


def from_text(text: str) -> Path:
    """Return the path whose stored form is ``text``."""
    return Path(name_from_text(text))


def name_from_text(text: str) -> str:
    """Return the path whose stored form is ``text`` as the system's functions name it."""
    return text if text.isascii() else os.fsdecode(b"".join(_as_bytes(text)))


def below(folder: Path) -> tuple[str, str]:
    """Return ``low, high``: what lies below ``folder``, and nothing else, is stored between them.

    For ``path > low AND path < high``, which an index serves; LIKE would take "%" in a name for
    more than a character.
    """
    start = to_text(folder).rstrip(os.sep)
    return start + os.sep, start + chr(ord(os.sep) + 1)


def _as_bytes(text: str) -> list[bytes]:
    """Return the bytes of a path piece by piece."""
    pieces = []
    at = 0
    for match in _STORED_BYTES.finditer(text):
        pieces.append(text[at : match.start()].encode())
        pieces.append(bytes(ord(character) - _BYTES for character in match[0]))
        at = match.end()
    pieces.append(text[at:].encode())
    return pieces
