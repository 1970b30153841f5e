"""Names as text that does nothing: one that holds ESC [2J would clear the screen."""

import re

_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends of all kinds, and those that turn the direction of writing."""


def plain(text: str) -> str:
    r"""Return ``text`` with every control character as a visible escape, all on one line.

    >>> plain("holiday\x1b[2J\nAnna")
    'holiday\\x1b[2J\\nAnna'
    """
    return _ACTIVE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
