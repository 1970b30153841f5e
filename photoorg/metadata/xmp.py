"""XMP packets (ISO 16684-1) as plain values: attributes, elements and lists are all the same."""

from collections.abc import Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

from photoorg.metadata.names.xml import RDF, parse

Properties: TypeAlias = Mapping[tuple[str, str], list[str]]
"""Values by namespace and name."""

EXIF = "http://ns.adobe.com/exif/1.0/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
XMP = "http://ns.adobe.com/xap/1.0/"
TIFF = "http://ns.adobe.com/tiff/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
_RDF = f"{{{RDF}}}"
_CONTAINERS = frozenset(f"{_RDF}{kind}" for kind in ("Seq", "Bag", "Alt"))


def properties(packet: bytes | None) -> Properties:
    """Return what a packet says; nothing where it is no XML that :func:`parse` takes."""
    root = parse(packet or b"")
    if root is None:
        return {}
    found: dict[tuple[str, str], list[str]] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            _add(found, name, [value])
        for element in description:
            _add(found, element.tag, _values(element))
    return found


def _add(found: dict[tuple[str, str], list[str]], name: str, values: list[str]) -> None:
    namespace, _, local = name.rpartition("}")
    values = [value.strip() for value in values if value and value.strip()]
    if namespace and values and namespace != _RDF[:-1]:
        found.setdefault((namespace[1:], local), []).extend(values)


def _values(element: Element) -> list[str]:
    for child in element:
        if child.tag in _CONTAINERS:
            return [item.text or "" for item in child]
        if child.tag == f"{_RDF}Description" or child.tag == f"{_RDF}value":
            return []  # a structure, or a qualified value
    return [element.text or ""]


def first(found: Properties, namespace: str, name: str) -> str:
    """Return the first value of a property, "" where there is none."""
    values = found.get((namespace, name))
    return values[0] if values else ""
