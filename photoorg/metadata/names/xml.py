"""XML of strangers: read without entities and other declarations, and never more than so much."""

import codecs
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

LARGEST = 4 << 20
"""Larger texts are not read: real ones are a few kilobytes."""

DEEPEST = 100
"""Nor those with elements in more elements: real ones have a dozen."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_VALUE, _DESCRIPTION, _ITEM = (f"{{{RDF}}}{name}" for name in ("value", "Description", "li"))

Value: TypeAlias = Element | str


def parse(data: bytes) -> Element | None:
    """Return the root of a text; None where it is unsound, declares a DTD, is vast or deep."""
    if len(data) > LARGEST:
        return None
    text = decoded(data)
    start, end = text.find("<"), text.rfind(">")
    # A declared encoding means bytes, and these are letters by now.
    if text.startswith("<?xml", start):
        start = text.find("?>", start) + 2
    try:
        root: Element = fromstring(text[start : end + 1].strip(), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return None
    return root if _depth(root) <= DEEPEST else None


def _depth(root: Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for node in level for child in node]
    return depth


def decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8 or UTF-16, or what Windows wrote before."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def fields(node: Element) -> dict[str, Value]:
    """Return the properties of a node, attributes and elements alike, with their namespaces."""
    found: dict[str, Value] = dict(node.attrib)
    for child in node:
        if child.tag == _DESCRIPTION:
            found |= fields(child)
        else:
            found[child.tag] = child
    return found


def structure(value: Value | None) -> dict[str, Value]:
    """Return the fields of a structured value by their local names; none of a plain one."""
    if value is None or isinstance(value, str):
        return {}
    return {local(tag): part for tag, part in fields(value).items()}


def text_of(value: Value | None) -> str:
    """Return a plain value, "" where there is none."""
    if value is None or isinstance(value, str):
        return (value or "").strip()
    qualified = value.find(f".//{_VALUE}")
    return ((value if qualified is None else qualified).text or "").strip()


def items(value: Value | None) -> Iterator[Element]:
    """Yield the members of a list, of whichever kind it is."""
    if value is not None and not isinstance(value, str):
        for container in value:
            yield from container.iterfind(_ITEM)
