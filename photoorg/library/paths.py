"""Paths as text: SQLite holds UTF-8 only, file names may hold any bytes.

Python shows a byte that is not UTF-8 as a lone surrogate (U+DC80 to U+DCFF), which SQLite refuses.
Such a byte is stored as a character of the last private plane instead, and comes back unchanged.
"""

from pathlib import Path

_SURROGATES = {0xDC00 + byte: 0x10FF00 + byte for byte in range(0x80, 0x100)}
_PRIVATE = {private: surrogate for surrogate, private in _SURROGATES.items()}


def to_text(path: Path) -> str:
    """Return the stored form of ``path``."""
    return str(path).translate(_SURROGATES)


def from_text(text: str) -> Path:
    """Return the path whose stored form is ``text``."""
    return Path(text.translate(_PRIVATE))
