"""Text that people read: names that do nothing (ESC [2J would clear the screen), and counts."""

import re

_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends of all kinds, and those that turn the direction of writing."""


def plain(text: str) -> str:
    r"""Return ``text`` with every control character as a visible escape, all on one line.

    >>> plain("holiday\x1b[2J\nAnna")
    'holiday\\x1b[2J\\nAnna'
    """
    return _ACTIVE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def count(value: int, one: str, many: str = "") -> str:
    """Return ``1 photo`` or ``214 photos``."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"
