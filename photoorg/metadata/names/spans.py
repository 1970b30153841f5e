"""XML as elements that know where in the bytes they stand, so that the rest can be left alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from photoorg.metadata.names.xml import RDF, parse
from photoorg.tr import kept

_DESCRIPTION = f"{RDF} Description"
_BETWEEN = "\f"
"""Stands between namespace and name: no text may hold it, while a namespace may hold spaces."""


class PacketError(ValueError):
    """A packet cannot be rewritten; nothing in it is lost by leaving it alone."""


@dataclass(slots=True)
class Node:
    """An element: its ``tag`` is namespace, space, local name.

    It begins at ``start`` and ends before ``end``; its end tag begins at ``inner``, which is
    ``start`` for an element that has none.
    """

    tag: str
    attributes: Mapping[str, str]
    start: int
    inner: int = 0
    end: int = 0
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def all(self) -> Iterator["Node"]:
        """Yield the element and everything in it."""
        yield self
        for one in self.children:
            yield from one.all()

    def child(self, name: str) -> "Node | None":
        """Return the child of this local name, also of a description around it."""
        for one in self.children:
            if one.tag.rpartition(" ")[2] == name:
                return one
            if one.tag == _DESCRIPTION and (found := one.child(name)):
                return found
        return None

    def value(self, name: str) -> str:
        """Return a plain value, be it an attribute or an element; "" where there is none."""
        node = self.child(name)
        if node is not None:
            return node.text.strip()
        for holder in (self, *(one for one in self.children if one.tag == _DESCRIPTION)):
            for tag, value in holder.attributes.items():
                if tag.rpartition(" ")[2] == name:
                    return value.strip()
        return ""


def find(root: Node, tag: str) -> Node | None:
    """Return the first element of this tag."""
    return next((node for node in root.all() if node.tag == tag), None)


def tree(data: bytes) -> Node:
    """Return the root of a packet; raises :class:`PacketError` for what is no sound UTF-8 XML."""
    try:
        data.decode()
    except UnicodeDecodeError:
        raise PacketError(kept("it is not UTF-8")) from None
    if parse(data) is None:  # it is sound, of a usual size, and declares nothing
        raise PacketError(kept("it is no sound XML"))
    top = Node("", {}, 0)
    open_nodes = [top]
    parser = expat.ParserCreate("UTF-8", _BETWEEN)
    parser.buffer_text = True

    def begin(tag: str, attributes: dict[str, str]) -> None:
        told = {name.replace(_BETWEEN, " "): value for name, value in attributes.items()}
        node = Node(tag.replace(_BETWEEN, " "), told, parser.CurrentByteIndex)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def words(text: str) -> None:
        open_nodes[-1].text += text

    def end(tag: str) -> None:
        del tag
        node, at = open_nodes.pop(), parser.CurrentByteIndex
        bare = not node.children and not node.text
        if bare and data.endswith(b"/>", node.start, at):  # there is no end tag: behind it
            node.inner, node.end = node.start, at
        else:
            node.inner, node.end = at, data.index(b">", at) + 1

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own form
    except (expat.ExpatError, RecursionError, ValueError) as error:
        raise PacketError(kept("it is no sound XML")) from error
    return top.children[0]


def cut(data: bytes, cuts: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return bytes with others in the place of some: ``(start, end, new)``, none in another."""
    parts, at = [], 0
    for start, end, new in sorted(cuts, key=lambda one: one[:2]):
        parts += [data[at:start], new]
        at = end
    return b"".join([*parts, data[at:]])
