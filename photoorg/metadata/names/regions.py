"""Names in an XMP packet: regions of the Metadata Working Group and of Microsoft, and keywords.

Regions are those of MWG's guidelines 2.0 (``mwg-rs:Regions``: the middle of a box, in shares of the
picture) and of Microsoft's Photo 1.2 (``MP:RegionInfo``: its corner). Both may be written as
attributes or as elements, in lists of any kind.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from photoorg.metadata.names.values import MOST, Region, Told
from photoorg.metadata.names.xml import RDF, Value, fields, items, parse, structure, text_of
from photoorg.types import Box

MWG = "http://www.metadataworkinggroup.com/schemas/regions/"
MICROSOFT = "http://ns.microsoft.com/photo/1.2/"
_ORIENTATION = "{http://ns.adobe.com/tiff/1.0/}Orientation"
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"

_LISTS = (
    f"{{{IPTC}}}PersonInImage",
    "{http://ns.iview-multimedia.com/mediapro/1.0/}People",
    "{http://ns.microsoft.com/expressionmedia/1.0/}People",
)
"""Properties that hold nothing but names of people."""

_DETAILED = f"{{{IPTC}}}PersonInImageWDetails"

_TREES = {
    "{http://www.digikam.org/ns/1.0/}TagsList": "/",
    "{http://ns.adobe.com/lightroom/1.0/}hierarchicalSubject": "|",
    "{http://ns.microsoft.com/photo/1.0/}LastKeywordXMP": "/",
}
"""Keywords that lie in others, and what stands between them. Plain keywords name anything."""

_PEOPLE = frozenset(
    {"people", "persons", "person", "faces", "personen", "leute", "menschen", "personnes"}
    | {"personas", "persone", "pessoas", "mensen", "люди", "osoby", "人物", "人々"}
)
"""Below which keywords those of people lie."""

_FACE = ("", "face")
_MOST_SIDES = 8


def read_packet(packet: bytes, author: str, *, may_turn: bool = True) -> Told:
    """Return the names that a packet tells; none where it is not understood.

    Of a picture that its container turns (not ``may_turn``) the packet's orientation tells nothing.
    """
    said = _said(packet)
    marked = [region for value in said.get(f"{{{MWG}}}Regions", ()) for region in _mwg(value)]
    known = {region.name for region in marked}
    for value in said.get(f"{{{MICROSOFT}}}RegionInfo", ()):
        # The same faces once more, for programs that know no other form.
        marked += [one for one in _microsoft(value) if one.name and one.name not in known]
    turned = _orientation(said) if may_turn else None
    marked = [replace(region, orientation=turned) for region in marked[:MOST]]
    names = dict.fromkeys(name for name in _names(said) if name)
    return Told(author, tuple(marked), tuple(names)[:MOST])


def read_orientation(packet: bytes) -> int | None:
    """Return how a packet says that its picture is to be turned (1 to 8), if it says so."""
    return _orientation(_said(packet))


def _said(packet: bytes) -> dict[str, list[Value]]:
    """Return the properties in a packet, with their namespaces."""
    root = parse(packet)
    said: dict[str, list[Value]] = {}
    for description in () if root is None else root.iter(f"{{{RDF}}}Description"):
        for tag, value in fields(description).items():
            said.setdefault(tag, []).append(value)
    return said


def _orientation(said: dict[str, list[Value]]) -> int | None:
    number = _number(next(iter(said.get(_ORIENTATION, ())), None))
    return int(number) if number and number in range(1, 9) else None


def _mwg(value: Value) -> Iterator[Region]:
    parts = structure(value)
    size = _size(structure(parts.get("AppliedToDimensions")))
    for item in items(parts.get("RegionList")):
        region = structure(item)
        box = _area(structure(region.get("Area")), size)
        if box and text_of(region.get("Type")).lower() in _FACE:
            yield Region(text_of(region.get("Name")), box, size)


def _size(parts: dict[str, Value]) -> tuple[float, float] | None:
    width, height = _number(parts.get("w")), _number(parts.get("h"))
    return (width, height) if width and height and width > 0 and height > 0 else None


def _area(parts: dict[str, Value], size: tuple[float, float] | None) -> Box | None:
    x, y, w, h = (_number(parts.get(side)) for side in "xywh")
    if x is None or y is None or w is None or h is None:
        return None
    box = Box(x - w / 2, y - h / 2, w, h)
    if text_of(parts.get("unit")).lower() == "pixel":
        if size is None:
            return None
        box = Box(box.x / size[0], box.y / size[1], box.w / size[0], box.h / size[1])
    return sensible(box)


def _microsoft(value: Value) -> Iterator[Region]:
    for item in items(structure(value).get("Regions")):
        region = structure(item)
        sides = [
            _number(side) for side in text_of(region.get("Rectangle")).split(",")[:_MOST_SIDES]
        ]
        if len(sides) == 4 and None not in sides:
            box = sensible(Box(*(side or 0.0 for side in sides)))
            if box:
                yield Region(text_of(region.get("PersonDisplayName")), box)


def sensible(box: Box) -> Box | None:
    """Return the part of a box that lies in the picture; None where that is none to speak of."""
    if not all(map(math.isfinite, box)):
        return None
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right, bottom = min(box.x + box.w, 1.0), min(box.y + box.h, 1.0)
    if right - left < 1e-4 or bottom - top < 1e-4:
        return None
    return Box(left, top, right - left, bottom - top)


def _number(value: Value | None) -> float | None:
    try:
        number = float(text_of(value)[:40])
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _names(said: dict[str, list[Value]]) -> Iterator[str]:
    for tag in _LISTS:
        for value in said.get(tag, ()):
            yield from _plain(value)
    for value in said.get(_DETAILED, ()):
        for item in items(value):
            yield _either(structure(item).get("PersonName"))
    for tag, between in _TREES.items():
        for value in said.get(tag, ()):
            yield from people_among(_plain(value), between)


def _plain(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value.strip()]
    return [text_of(item) for item in items(value)] or [text_of(value)]


def _either(value: Value | None) -> str:
    """Return a text, or the first of its translations."""
    first: Element | None = next(items(value), None)
    return text_of(value if first is None else first)


def people_among(keywords: Iterable[str], between: str) -> Iterator[str]:
    """Yield the people among keywords that lie in others, as "People/Family/Anna" does."""
    paths = {tuple(part.strip() for part in word.split(between)) for word in keywords}
    above = {path[:depth] for path in paths for depth in range(1, len(path))}
    for path in sorted(paths - above):
        if len(path) > 1 and path[0].casefold() in _PEOPLE:
            yield path[-1]
