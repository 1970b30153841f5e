"""Dates in the names of files: phones, messengers and people write them."""

import re

from photoorg.metadata.moments import Moment, clock, of_unix

_DAY = r"(?<!\d)((?:18|19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[-_. T]|\s+at\s+|\s+um\s+)*([01]\d|2[0-3])[-_.:]?([0-5]\d)[-_.:]?([0-5]\d)"
_WITH_TIME = re.compile(_DAY + _TIME + r"(?!\d{4})", re.ASCII)
_ONLY_DAY = re.compile(_DAY + r"(?!\d)", re.ASCII)
_GERMAN = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:18|19|20)\d\d)(?!\d)")
_MONTH = re.compile(r"(?<![\d-])((?:18|19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])", re.ASCII)
_YEAR = re.compile(r"((?:18|19)\d\d)(?=[ ,.]|$)", re.ASCII)
_UNIX = re.compile(r"(?:FB_IMG_|IMG_|received_|image-|mmexport)(1[0-9]{12})(?!\d)", re.ASCII)
_UTC = "PXL_"


def date_in(name: str) -> Moment | None:
    """Return when a photo was taken as far as the name of its file, without suffix, tells."""
    if match := _WITH_TIME.search(name):
        year, _, month, day, *time = match.groups()
        hour, minute, second = map(int, time)
        said = clock(int(year), int(month), int(day), (hour, minute, second))
        if said is not None:
            return Moment(said, 0 if name.startswith(_UTC) else None)
    if match := _ONLY_DAY.search(name):
        return _moment(int(match[1]), int(match[3]), int(match[4]))
    if match := _GERMAN.search(name):
        return _moment(int(match[3]), int(match[2]), int(match[1]))
    if match := _UNIX.search(name):
        return of_unix(int(match[1]) / 1000)
    if match := _MONTH.search(name):
        return _moment(int(match[1]), int(match[2]))
    if match := _YEAR.match(name):
        return _moment(int(match[1]))
    return None


def _moment(year: int, month: int = 0, day: int = 0) -> Moment | None:
    said = clock(year, month, day)
    return None if said is None else Moment(said)
