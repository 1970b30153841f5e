"""Names that Picasa keeps in a file ``.picasa.ini`` of each folder, and in its list of contacts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from photoorg.metadata.names.regions import sensible
from photoorg.metadata.names.values import MOST, Region, Told
from photoorg.metadata.names.xml import decoded, parse
from photoorg.types import Box

AUTHOR = "picasa"
LARGEST = 16 << 20
"""A larger file is none of Picasa's."""

NAMES = (".picasa.ini", "picasa.ini")
CONTACTS = "contacts.xml"

_FACE = re.compile(r"rect64\(([0-9a-f]{1,16})\),([0-9a-f]{1,16})", re.IGNORECASE)
_ROTATE = re.compile(r"rotate\((\d)\)")
_UNKNOWN = "f" * 16
_WHOLE = 65535


@dataclass(slots=True)
class Ini:
    """A file: who people are by their ids, and of files (their names in small letters) the values.

    Ids are without leading zeros, which some versions leave out.
    """

    contacts: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)
    rotated: dict[str, int] = field(default_factory=dict)


def read_ini(data: bytes) -> Ini:
    """Return what a file of Picasa says; what is not understood is left out."""
    found = Ini()
    if len(data) > LARGEST:
        return found
    section = ""
    for written in decoded(data).splitlines():
        line = written.strip().strip("\0")
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        key, _, value = line.partition("=")
        if section.lower() in ("contacts", "contacts2"):
            end = ";" if section.lower() == "contacts2" else ","
            if name := value.split(end)[0].strip():
                found.contacts.setdefault(_id(key), name)
        elif key.lower() == "faces":
            found.faces[section.casefold()] = value
        elif key.lower() == "rotate" and (turn := _ROTATE.match(value)):
            found.rotated[section.casefold()] = int(turn[1]) % 4
    return found


def read_contacts(data: bytes) -> dict[str, str]:
    """Return who people are by their ids, from Picasa's own list."""
    root = parse(data)
    if root is None:
        return {}
    named = ((one.get("id", ""), one.get("name") or "") for one in root.iter("contact"))
    return {_id(key): name.strip() for key, name in named if key and name.strip()}


def told(ini: Ini, file: str, contacts: Mapping[str, str]) -> Told:
    """Return what Picasa tells of a file; whose id nobody knows has no name."""
    name = file.casefold()
    quarters = ini.rotated.get(name, 0)
    regions = []
    for rectangle, person in _FACE.findall(ini.faces.get(name, "")):
        number = int(rectangle, 16)  # zeros in front are left out
        sides = [(number >> shift & 0xFFFF) / _WHOLE for shift in (48, 32, 16, 0)]
        left, top, right, bottom = sides
        box = sensible(Box(left, top, right - left, bottom - top))
        if box:
            who = "" if person.lower() == _UNKNOWN else contacts.get(_id(person), "")
            regions.append(Region(who, box, quarters=quarters))
    return Told(AUTHOR, tuple(regions[:MOST]))


def _id(text: str) -> str:
    return text.strip().lower().lstrip("0")
