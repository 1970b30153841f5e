"""Files beside a photo that tell of it: XMP sidecars, and what Google's Takeout writes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photoorg.metadata.moments import Moment, of_unix
from photoorg.metadata.xmp import LARGEST

_TAKEOUT_NAME = 46
"""Takeout cuts the name of a JSON file, without its suffix, to so many characters."""

_SUPPLEMENT = ".supplemental-metadata"
_COUNTED = re.compile(r"(.*)(\(\d+\))(\.[^.]*)$")


@dataclass(frozen=True, slots=True)
class Takeout:
    """What Google tells of a photo: an instant, a position, words."""

    taken: Moment | None = None
    position: tuple[float, float] | None = None
    caption: str = ""


def xmp_beside(photo: Path) -> bytes | None:
    """Return the packet of a sidecar: ``name.ext.xmp`` first, then ``name.xmp``.

    The second belongs to all files of that name that have no sidecar of their own.
    """
    for name in (
        f"{photo.name}.xmp",
        f"{photo.name}.XMP",
        f"{photo.stem}.xmp",
        f"{photo.stem}.XMP",
    ):
        if (packet := _read(photo.with_name(name))) is not None:
            return packet
    return None


def takeout_beside(photo: Path) -> Takeout:
    """Return what the JSON file that Takeout wrote for a photo tells."""
    for name in takeout_names(photo.name):
        data = _read(photo.with_name(name))
        if data is None:
            continue
        try:
            told = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and "photoTakenTime" in told:
            return _told(told)
    return Takeout()


def takeout_names(photo: str) -> Iterator[str]:
    """Yield what Takeout may have called the JSON file of a photo.

    ``IMG.jpg.json`` or ``IMG.jpg.supplemental-metadata.json``, cut to 46 characters before the
    suffix; ``IMG(1).jpg`` has ``IMG.jpg(1).json`` or ``IMG.jpg.supplemental-metadata(1).json``.
    """
    counted = _COUNTED.match(photo)
    base, count = (f"{counted[1]}{counted[3]}", counted[2]) if counted else (photo, "")
    yield f"{base}{_SUPPLEMENT}"[:_TAKEOUT_NAME] + f"{count}.json"
    yield f"{base}"[:_TAKEOUT_NAME] + f"{count}.json"
    if counted:
        yield f"{photo}.json"
        yield f"{photo}{_SUPPLEMENT}"[:_TAKEOUT_NAME] + ".json"


def _told(told: dict[str, Any]) -> Takeout:
    try:
        taken = of_unix(float(told["photoTakenTime"]["timestamp"]))
    except (KeyError, TypeError, ValueError):
        taken = None
    words = told.get("description")
    return Takeout(taken, _position(told), words.strip() if isinstance(words, str) else "")


def _position(told: dict[str, Any]) -> tuple[float, float] | None:
    for name in ("geoData", "geoDataExif"):
        try:
            latitude, longitude = (float(told[name][part]) for part in ("latitude", "longitude"))
        except (KeyError, TypeError, ValueError):
            continue
        if (latitude or longitude) and abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    return None


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= LARGEST else None
