"""Text that people read: names that do nothing (ESC [2J would clear the screen), and counts."""

import re
import unicodedata

_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends of all kinds, and those that turn the direction of writing."""

_MAY_COMBINE = re.compile("[\u0300-\U0010ffff]")
"""No letter before these is a mark that stands above or below another one."""


def plain(text: str) -> str:
    r"""Return ``text`` with every control character as a visible escape, all on one line.

    >>> plain("holiday\x1b[2J\nAnna")
    'holiday\\x1b[2J\\nAnna'
    """
    return _ACTIVE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def count(value: int, one: str, many: str = "") -> str:
    """Return ``1 photo`` or ``214 photos``."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def folded(text: str) -> str:
    """Return ``text`` without capitals and accents, for searching and sorting.

    >>> folded("Zoë Weiß")
    'zoe weiss'
    """
    if text.isascii():  # nearly all names of files: ten times quicker
        return text.lower()
    split = unicodedata.normalize("NFKD", text)
    return _MAY_COMBINE.sub(_without_mark, split).casefold()


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.combining(letter[0]) else letter[0]
