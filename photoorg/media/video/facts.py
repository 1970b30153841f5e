"""When and where a video was taken, as its container tells.

QuickTime's own key says what the clock showed and in which zone. All else that containers hold
(``mvhd`` of MP4, Matroska's date) is an instant in UTC by their specifications; its clock is that
of the zone this computer is in, which is where most of its owner's videos were taken.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

QUICKTIME_DATE = "com.apple.quicktime.creationdate"
CONTAINER_DATES = ("creation_time", "date")
PLACES = ("com.apple.quicktime.location.iso6709", "location", "location-eng", "©xyz")

FIRST_YEAR = 1980
"""Of an instant in UTC: containers without a date begin to count in 1904 or 1970."""

_DATE = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_PLACE = re.compile(r"\s*([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Taken:
    """The clock of the place, ``YYYY-MM-DDTHH:MM:SS``, and how many minutes it is ahead of UTC.

    ``source`` tells where that was read: "quicktime", or "container" for an instant in UTC.
    """

    at: str
    offset_min: int | None
    source: str


def taken(told: Mapping[str, str]) -> Taken | None:
    """Return when a video was taken, by the metadata ``told`` of its container."""
    by_name = {name.lower(): value for name, value in told.items()}
    if (found := _parsed(by_name.get(QUICKTIME_DATE))) is not None:
        return _taken(found, "quicktime")
    for name in CONTAINER_DATES:
        found = _parsed(by_name.get(name))
        if found is None or found.year < FIRST_YEAR:
            continue
        try:
            return _taken(_in_utc(found).astimezone(), "container")
        except (OverflowError, OSError, ValueError):  # a year no clock of this system knows
            continue
    return None


def place(told: Mapping[str, str]) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees, by ISO 6709; None where nothing (true) is told."""
    by_name = {name.lower(): value for name, value in told.items()}
    for name in PLACES:
        if found := _PLACE.match(by_name.get(name, "")):
            latitude, longitude = float(found[1]), float(found[2])
            if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
                return latitude, longitude
    return None


def camera(told: Mapping[str, str]) -> str | None:
    """Return what the video was taken with, as far as QuickTime's keys tell."""
    parts = [told.get(f"com.apple.quicktime.{key}", "").strip() for key in ("make", "model")]
    return " ".join(part for part in parts if part)[:200] or None


def _taken(moment: datetime, source: str) -> Taken:
    ahead = moment.utcoffset()
    minutes = None if ahead is None else round(ahead.total_seconds() / 60)
    return Taken(moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0"), minutes, source)


def _parsed(text: str | None) -> datetime | None:
    match = _DATE.match(text or "")
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match[7]))
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
