"""XMP packets rewritten: names of people put in, and every other byte left where it is.

Names are written in three forms, because no program reads all of them: regions of MWG, regions of
Microsoft, and IPTC's list of people. What is changed is found by its place in the text, so that
neither prefixes nor order nor spaces of what others wrote are touched.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from photoorg.metadata.names.regions import IPTC, MICROSOFT, MWG
from photoorg.metadata.names.spans import Node, PacketError, cut, find, tree
from photoorg.metadata.names.xml import RDF
from photoorg.tr import kept
from photoorg.types import Box, overlap

_AREA = "http://ns.adobe.com/xmp/sType/Area#"
_SIZE = "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
_MS_INFO = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
_MS_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#"

_EMPTY = (
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:RDF xmlns:rdf="{RDF}">\n </rdf:RDF>\n'
    "</x:xmpmeta>\n"
).encode()
_STRUCTURE = 'rdf:parseType="Resource"'
_ENCODING = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
_SAME_FACE = 0.5
"""Boxes that overlap more are around one face."""
_NEAR = 0.02
"""An entry whose sides differ by less is right as it is, in shares of the picture."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A list of people: where it is, what an entry looks like and says, and what is around it."""

    path: tuple[str, ...]
    entry: Callable[[str, Box], str]
    name: Callable[[Node], str]
    box: Callable[[Node], Box | None]
    begin: Callable[[tuple[float, float]], str]
    end: str


def with_names(packet: bytes | None, size: tuple[float, float], faces: Mapping[str, Box]) -> bytes:
    """Return a packet, a new one for None, in which these people are at these places.

    ``size`` is that of the picture that boxes are shares of. Whoever is in the packet already gets
    the new place. Everybody else stays but another name that was written here for one of these
    faces: it has got a new one since. Raises :class:`PacketError` where the packet is none, or not
    of a kind that can be rewritten.
    """
    data = packet or _EMPTY
    former: dict[str, bool] = {}
    for form in (_MWG, _MICROSOFT, _PEOPLE):
        data = _put(data, form, size, faces, former)
    return data


def applied_size(packet: bytes) -> tuple[float, float] | None:
    """Return the size that the regions of a packet were drawn on; None where none is told.

    Raises :class:`PacketError`.
    """
    regions = find(tree(packet), f"{MWG} Regions")
    dimensions = regions and regions.child("AppliedToDimensions")
    sides = _numbers(dimensions, "wh") if dimensions else None
    return (sides[0], sides[1]) if sides and min(sides) > 0 else None


def _put(
    data: bytes,
    form: _Form,
    size: tuple[float, float],
    faces: Mapping[str, Box],
    former: dict[str, bool],
) -> bytes:
    """Return the packet with one of its lists.

    ``former`` are names that faces had, and whether nobody else has them; more are added to it.
    """
    rdf = find(tree(data), f"{RDF} RDF")
    if rdf is None or rdf.inner == rdf.start:
        raise PacketError(kept("it holds nothing that names can be put into"))
    there = find(rdf, form.path[0])
    bag = there
    for name in form.path[1:]:
        bag = bag and bag.child(name)
    bag = bag and next((one for one in bag.children if one.tag.startswith(f"{RDF} ")), None)
    if bag is not None and bag.inner > bag.start:
        new = {name: _coded(data, form.entry(name, box)) for name, box in faces.items()}
        renamed = _renamed(data, bag, form, faces, former)
        for entry in bag.children:
            former[form.name(entry)] = entry in renamed and former.get(form.name(entry), True)
        gone = [(entry.start, entry.end, b"") for entry in renamed]
        return cut(data, [*gone, *_changes(bag, form, faces, new)])
    entries = "".join(form.entry(name, box) for name, box in faces.items())
    written = _coded(data, _here(rdf) + form.begin(size) + entries + form.end)
    cuts = [(rdf.inner, rdf.inner, written)]
    if there is not None:  # a list without anybody
        cuts.append((there.start, there.end, b""))
    return cut(data, cuts)


def _here(rdf: Node) -> str:
    """Return how a further description of the same photo begins: all of a packet name it alike."""
    about = next((one.attributes.get(f"{RDF} about", "") for one in rdf.children), "")
    return f'<rdf:Description xmlns:rdf="{RDF}" rdf:about={quoteattr(about)} '


def _coded(data: bytes, text: str) -> bytes:
    """Return a text as whoever reads the packet understands it, whatever its first line says."""
    told = _ENCODING.match(data)
    plain = told is None or told[1].lower() in (b"utf-8", b"utf8")
    return text.encode() if plain else text.encode("ascii", "xmlcharrefreplace")


def _changes(
    bag: Node, form: _Form, faces: Mapping[str, Box], new: dict[str, bytes]
) -> list[tuple[int, int, bytes]]:
    """Return what is to be put where: entries at their old places, new ones at the end."""
    cuts = []
    for entry in bag.children:
        name = form.name(entry)
        if name not in faces:
            continue
        # A second entry of somebody would contradict the first.
        text = new.pop(name, b"")
        if not text or not _is_near(form.box(entry), faces[name]):
            cuts.append((entry.start, entry.end, text))
    return [*cuts, (bag.inner, bag.inner, b"".join(new.values()))]


def _renamed(
    data: bytes, bag: Node, form: _Form, faces: Mapping[str, Box], former: Mapping[str, bool]
) -> list[Node]:
    """Return the entries written here for one of the faces, under a name that it had.

    Other programs write the names of spaces once, not in each entry. Where a list tells no places,
    those of its names are meant that are ``former`` ones and nobody else's.
    """
    found = []
    for entry in bag.children:
        name, box = form.name(entry), form.box(entry)
        ours = _coded(data, form.entry(name, box or Box(0, 0, 0, 0)))
        if name in faces or _bare(data[entry.start : entry.end]) != _bare(ours):
            continue
        if (
            former.get(name)
            if box is None
            else any(overlap(box, one) > _SAME_FACE for one in faces.values())
        ):
            found.append(entry)
    return found


def _bare(entry: bytes) -> bytes:
    return re.sub(rb"-?\d+\.\d{6}", b"", entry)


def _is_near(one: Box | None, other: Box) -> bool:
    return one is None or all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def _mwg_entry(name: str, box: Box) -> str:
    sides = {"x": box.x + box.w / 2, "y": box.y + box.h / 2, "w": box.w, "h": box.h}
    area = " ".join(f'stArea:{side}="{value:.6f}"' for side, value in sides.items())
    return (
        f'<rdf:li xmlns:rdf="{RDF}" xmlns:mwg-rs="{MWG}" xmlns:stArea="{_AREA}" {_STRUCTURE}>'
        f"<mwg-rs:Name>{escape(name)}</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>"
        f'<mwg-rs:Area {area} stArea:unit="normalized"/></rdf:li>'
    )


def _mwg_box(entry: Node) -> Box | None:
    area = entry.child("Area")
    sides = _numbers(area, "xywh") if area else None
    if sides is None:
        return Box(math.nan, math.nan, math.nan, math.nan)
    x, y, w, h = sides
    return Box(x - w / 2, y - h / 2, w, h)


def _microsoft_entry(name: str, box: Box) -> str:
    return (
        f'<rdf:li xmlns:rdf="{RDF}" xmlns:MPReg="{_MS_REGION}" {_STRUCTURE}>'
        f"<MPReg:Rectangle>{', '.join(f'{side:.6f}' for side in box)}</MPReg:Rectangle>"
        f"<MPReg:PersonDisplayName>{escape(name)}</MPReg:PersonDisplayName></rdf:li>"
    )


def _microsoft_box(entry: Node) -> Box | None:
    try:
        return Box(*map(float, entry.value("Rectangle").split(",")))
    except (ValueError, TypeError):
        return Box(math.nan, math.nan, math.nan, math.nan)


def _numbers(node: Node, names: str) -> list[float] | None:
    try:
        return [float(node.value(name)) for name in names]
    except ValueError:
        return None


_MWG = _Form(
    path=(f"{MWG} Regions", "RegionList"),
    entry=_mwg_entry,
    name=lambda entry: entry.value("Name"),
    box=_mwg_box,
    begin=lambda size: (
        f'xmlns:mwg-rs="{MWG}" xmlns:stDim="{_SIZE}"><mwg-rs:Regions {_STRUCTURE}>'
        f'<mwg-rs:AppliedToDimensions stDim:w="{size[0]:.0f}" stDim:h="{size[1]:.0f}" '
        'stDim:unit="pixel"/><mwg-rs:RegionList><rdf:Bag>'
    ),
    end="</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description>\n",
)
_MICROSOFT = _Form(
    path=(f"{MICROSOFT} RegionInfo", "Regions"),
    entry=_microsoft_entry,
    name=lambda entry: entry.value("PersonDisplayName"),
    box=_microsoft_box,
    begin=lambda _: (
        f'xmlns:MP="{MICROSOFT}" xmlns:MPRI="{_MS_INFO}"><MP:RegionInfo {_STRUCTURE}>'
        "<MPRI:Regions><rdf:Bag>"
    ),
    end="</rdf:Bag></MPRI:Regions></MP:RegionInfo></rdf:Description>\n",
)
_PEOPLE = _Form(
    path=(f"{IPTC} PersonInImage",),
    entry=lambda name, _: f'<rdf:li xmlns:rdf="{RDF}">{escape(name)}</rdf:li>',
    name=lambda entry: entry.text.strip(),
    box=lambda _: None,
    begin=lambda _: f'xmlns:Iptc4xmpExt="{IPTC}"><Iptc4xmpExt:PersonInImage><rdf:Bag>',
    end="</rdf:Bag></Iptc4xmpExt:PersonInImage></rdf:Description>\n",
)
