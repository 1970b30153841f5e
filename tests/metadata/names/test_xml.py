"""XML of strangers: what is vast, deep or declares something is not read."""

import pytest

from photoorg.metadata import xmp
from photoorg.metadata.names.spans import PacketError, tree
from photoorg.metadata.names.xml import DEEPEST, RDF, parse

CITY = (
    f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='{RDF}'><rdf:Description "
    f"xmlns:photoshop='{xmp.PHOTOSHOP}' photoshop:City='Köln'/></rdf:RDF></x:xmpmeta>"
)


def nested(depth: int) -> bytes:
    """Return so many descriptions in each other."""
    opened = f"<r:Description xmlns:r='{RDF}'>" + "<r:Description>" * (depth - 1)
    return (opened + "</r:Description>" * depth).encode()


def test_what_is_deep_is_not_read() -> None:
    assert parse(nested(DEEPEST)) is not None
    for depth in (DEEPEST + 1, 1_500, 20_000):
        assert parse(nested(depth)) is None
        assert xmp.properties(nested(depth)) == {}
        with pytest.raises(PacketError):
            tree(nested(depth))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("declared", [True, False])
def test_every_encoding_tells_the_same(encoding: str, declared: bool) -> None:
    head = f"<?xml version='1.0' encoding='{encoding}'?>" if declared else ""
    told = xmp.properties((head + CITY).encode(encoding))
    assert xmp.first(told, xmp.PHOTOSHOP, "City") == "Köln"
