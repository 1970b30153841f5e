"""JSON files of Google Takeout: to which photo each belongs, and what it tells of it.

The name of such a file is that of the photo with ``.supplemental-metadata`` behind it, both cut
after 46 characters: ``IMG.jpg.supplemental-me.json``. Of two photos of one name the second has a
number, which stands at another place in the two names: ``IMG(1).jpg``, ``IMG.jpg(1).json``. An
edited photo, ``IMG-edited.jpg``, shares the file of the first.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from photoorg.metadata.moments import Moment, of_unix

LARGEST = 1 << 20
"""A larger file holds something else."""

_CUT = 46
_SUPPLEMENT = ".supplemental-metadata"
_COUNTED = re.compile(r"(.*)(\(\d+\))(\.[^.]*)\Z", re.DOTALL)
_NUMBERED = re.compile(r"(.*?)(\(\d+\))?\.json\Z", re.DOTALL | re.IGNORECASE)
_EDITED = re.compile(
    r"-(edited|bearbeitet|modifié|modifie|editado|editada|modificato|bewerkt|edytowane|redigerad"
    r"|redigeret|muokattu|編集済み|已修改|已編輯)(?=\.[^.]*\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Takeout:
    """What Google tells of a photo: an instant, a position, words."""

    taken: Moment | None = None
    position: tuple[float, float] | None = None
    caption: str = ""


class Names:
    """The JSON files of a folder, by the photos that they belong to."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files: dict[tuple[str, str], str] = {}
        for file in files:
            if found := _NUMBERED.match(file):
                self._files.setdefault((found[1].casefold(), found[2] or ""), file)

    def of(self, photo: str) -> str | None:
        """Return the file that tells of a photo, None where there is none."""
        for name, count in _originals(photo):
            for base in _bases(name):
                if file := self._files.get((base.casefold(), count)):
                    return file
        return None


def read_takeout(data: bytes) -> Takeout:
    """Return what such a file tells of when, where and what; nothing where it is none."""
    said = read_object(data)
    return _told(said) if "photoTakenTime" in said else Takeout()


def read_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object that a file holds; an empty one where it holds none."""
    if len(data) > LARGEST:
        return {}
    try:
        said = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _told(told: dict[str, Any]) -> Takeout:
    try:
        taken = of_unix(float(told["photoTakenTime"]["timestamp"]))
    except (KeyError, TypeError, ValueError, OverflowError):
        taken = None
    words = told.get("description")
    return Takeout(taken, _position(told), words.strip() if isinstance(words, str) else "")


def _position(told: dict[str, Any]) -> tuple[float, float] | None:
    for name in ("geoData", "geoDataExif"):
        try:
            latitude, longitude = (float(told[name][part]) for part in ("latitude", "longitude"))
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
        if (latitude or longitude) and abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    return None


def _originals(photo: str) -> Iterator[tuple[str, str]]:
    """Yield what the photo may have been called, and the number behind the name of its JSON."""
    yield photo, ""
    counted = _COUNTED.match(photo)
    name, count = (counted[1] + counted[3], counted[2]) if counted else (photo, "")
    if counted:
        yield name, count
    if _EDITED.search(name):
        yield _EDITED.sub("", name), count


def _bases(name: str) -> Iterator[str]:
    """Yield what may stand before the number and the suffix, the longest first."""
    whole = name + _SUPPLEMENT
    shortest = min(len(name), _CUT)
    for length in range(len(whole), shortest - 1, -1):
        if length <= max(_CUT, len(name)):
            yield whole[:length]
    if not whole.isascii():  # some of Google's programs count bytes
        yield whole.encode("utf-8", "replace")[:_CUT].decode("utf-8", "ignore")
