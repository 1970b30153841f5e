"""Text that people read: names that do nothing (ESC [2J would clear the screen), and counts."""

import re
import unicodedata
from functools import cache

_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends of all kinds, and those that turn the direction of writing."""

_USUAL_MARKS, _RARE_MARKS = range(0x300, 0x10000), range(0x10000, 0x1F000)
"""All marks that stand above, below or on another letter lie in these; the rare ones in scripts
that hardly anybody writes, and a pattern that knows them is ten times slower."""
_RARE = re.compile("[\U00010000-\U0010ffff]")


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
    bare = _marks(_USUAL_MARKS).sub("", split)
    if _RARE.search(bare):
        bare = _marks(_RARE_MARKS).sub("", bare)
    return bare.casefold()


@cache
def _marks(among: range) -> re.Pattern[str]:
    return re.compile(f"[{''.join(filter(unicodedata.combining, map(chr, among)))}]+")


def clock(seconds: float) -> str:
    """Return a time in a video, as players show it.

    >>> clock(75.4), clock(3675)
    ('1:15', '1:01:15')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
