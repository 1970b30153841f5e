"""Moments as cameras and programs write them: a clock, as far as it is known, and its zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

FIRST_YEAR = 1826
"""Of the first photograph."""

_PARTS = re.compile(
    r"\s*(\d{4})(?:[:/.-](\d\d?)(?:[:/.-](\d\d?)(?:[T\s]+(\d\d?):(\d\d?)(?::(\d\d?))?)?)?)?",
    re.ASCII,
)
_ZONE = re.compile(r"(?:[.,]\d+)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))", re.ASCII)
_UNSET = frozenset({"1904-01-01T00:00:00", "1970-01-01T00:00:00", "1980-01-01T00:00:00"})
"""Where clocks begin that were never set: QuickTime's, Unix's, that of FAT disks."""

MOST_OFFSET = 14 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock of the place as ``text``: "1965", "2003-07", "2003-07-14T10:11:12" or between.

    ``offset`` minutes is that clock ahead of UTC, None where nobody knows.
    """

    text: str
    offset: int | None = None

    @property
    def exact(self) -> bool:
        """Whether it is known to the second."""
        return len(self.text) == 19

    def instant(self) -> datetime | None:
        """Return the moment in UTC where it is known."""
        if not self.exact or self.offset is None:
            return None
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.fromisoformat(self.text).replace(tzinfo=zone).astimezone(UTC)


def moment(text: object, zone: object = None) -> Moment | None:
    """Return what a date of EXIF, XMP or ISO 8601 says; None for what is no date.

    A month or a day that is 0 or missing was not known. ``zone`` ("+02:00") is what another tag
    says of the clock.
    """
    text = as_text(text)
    match = _PARTS.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    said = clock(year, month, day, (hour, minute, second) if match[4] else None)
    if said is None:
        return None
    own = offset(text[match.end() :]) if match[4] else None
    return Moment(said, own if own is not None else offset(as_text(zone)))


def typed(text: str) -> Moment | None:
    """Return the date that somebody wrote: as in files, but nothing else may stand behind it."""
    return moment(text) if _PARTS.fullmatch(text.rstrip()) else None


def clock(
    year: int, month: int = 0, day: int = 0, time: tuple[int, int, int] | None = None
) -> str | None:
    """Return a date, as far as it is known, as text; None for one that cannot be."""
    if not FIRST_YEAR <= year <= date.today().year + 1 or (day and not month):
        return None
    if not month:
        return f"{year:04}"
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    if not day:
        return f"{year:04}-{month:02}"
    if time is None:
        return f"{year:04}-{month:02}-{day:02}"
    hour, minute, second = time
    if hour > 23 or minute > 59 or second > 60:
        return None
    text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}"
    return None if text in _UNSET else text


def offset(text: str) -> int | None:
    """Return how many minutes "+02:00", "-0330" or "Z" are ahead of UTC."""
    match = _ZONE.match(text)
    if match is None:
        return None
    if match[1]:
        return 0
    minutes = int(match[3]) * 60 + int(match[4])
    if minutes > MOST_OFFSET or int(match[4]) > 59:
        return None
    return -minutes if match[2] == "-" else minutes


def of_instant(instant: datetime, ahead: int = 0) -> Moment | None:
    """Return an instant (UTC) on a clock that is so many minutes ahead."""
    try:
        local = instant.replace(tzinfo=None) + timedelta(minutes=ahead)
    except OverflowError:
        return None
    said = clock(local.year, local.month, local.day, (local.hour, local.minute, local.second))
    return None if said is None else Moment(said, ahead)


def of_unix(seconds: float) -> Moment | None:
    """Return the moment so many seconds after 1970 (UTC)."""
    try:
        return of_instant(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, OSError, ValueError):
        return None


def as_text(value: object) -> str:
    """Return a tag's value as text, "" where it is none; bytes may be of any encoding."""
    if isinstance(value, bytes):
        try:
            return as_text(value.decode())
        except UnicodeDecodeError:
            return as_text(value.decode("latin-1"))
    return value.replace("\0", " ").strip() if isinstance(value, str) else ""
