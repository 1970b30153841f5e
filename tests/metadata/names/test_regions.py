"""Names in XMP, in all the forms that programs write them in."""

import pytest

from photoorg.metadata.names.regions import read_packet
from photoorg.metadata.names.values import MOST
from photoorg.types import Box

HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" '
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
    'xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" '
    'xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" '
    'xmlns:MP="http://ns.microsoft.com/photo/1.2/" '
    'xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" '
    'xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
    'xmlns:digiKam="http://www.digikam.org/ns/1.0/" '
    'xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'

AS_ELEMENTS = (
    '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions rdf:parseType="Resource">'
    "<stDim:w>4000</stDim:w><stDim:h>3000</stDim:h><stDim:unit>pixel</stDim:unit>"
    "</mwg-rs:AppliedToDimensions><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<mwg-rs:Name>Anna</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>"
    "<mwg-rs:Area rdf:parseType='Resource'><stArea:x>0.5</stArea:x><stArea:y>0.25</stArea:y>"
    "<stArea:w>0.2</stArea:w><stArea:h>0.1</stArea:h><stArea:unit>normalized</stArea:unit>"
    "</mwg-rs:Area></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
)
AS_ATTRIBUTES = (
    '<mwg-rs:Regions><rdf:Description><mwg-rs:AppliedToDimensions stDim:w="4000" stDim:h="3000"/>'
    '<mwg-rs:RegionList><rdf:Seq><rdf:li><rdf:Description mwg-rs:Name="Anna" mwg-rs:Type="Face">'
    '<mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:w="0.2" stArea:h="0.1"/>'
    "</rdf:Description></rdf:li></rdf:Seq></mwg-rs:RegionList></rdf:Description></mwg-rs:Regions>"
)
IN_PIXELS = (
    AS_ELEMENTS.replace("normalized", "pixel")
    .replace(">0.5<", ">2000<")
    .replace(">0.25<", ">750<")
    .replace(">0.2<", ">800<")
    .replace(">0.1<", ">300<")
)


def packet(body: str) -> bytes:
    return f"{HEAD}{body}{TAIL}".encode()


@pytest.mark.parametrize("form", [AS_ELEMENTS, AS_ATTRIBUTES, IN_PIXELS])
def test_regions_of_the_working_group(form: str) -> None:
    (region,) = read_packet(packet(form), "file").regions
    assert region.name == "Anna"
    assert region.box == pytest.approx(Box(0.4, 0.2, 0.2, 0.1))
    assert region.size == pytest.approx((4000, 3000))


def microsoft(name: str) -> str:
    return (
        '<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>'
        f'<rdf:li MPReg:Rectangle="0.1, 0.2, 0.3, 0.4" MPReg:PersonDisplayName="{name}"/>'
        "</rdf:Bag></MPRI:Regions></MP:RegionInfo>"
    )


def test_regions_of_microsoft_fill_what_the_others_lack() -> None:
    told = read_packet(packet(AS_ELEMENTS + microsoft("Ben")), "file")
    assert [region.name for region in told.regions] == ["Anna", "Ben"]
    assert told.regions[1].box == pytest.approx(Box(0.1, 0.2, 0.3, 0.4))
    assert told.regions[1].size is None
    twice = read_packet(packet(AS_ELEMENTS + microsoft("Anna")), "file")
    assert [region.name for region in twice.regions] == ["Anna"]


def test_what_is_no_face_is_no_region_and_who_has_no_name_is_told_without() -> None:
    pet = AS_ELEMENTS.replace("Face", "Pet").replace("Anna", "Rex")
    assert not read_packet(packet(pet), "file").regions
    nobody = AS_ELEMENTS.replace("<mwg-rs:Name>Anna</mwg-rs:Name>", "")
    assert [region.name for region in read_packet(packet(nobody), "file").regions] == [""]


def test_names_without_a_place() -> None:
    lists = (
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Anna</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImage>"
        "<digiKam:TagsList><rdf:Seq><rdf:li>People</rdf:li><rdf:li>People/Family</rdf:li>"
        "<rdf:li>People/Family/Ben</rdf:li><rdf:li>Places/Rome</rdf:li></rdf:Seq>"
        "</digiKam:TagsList>"
        "<lr:hierarchicalSubject><rdf:Bag><rdf:li>Personen|Carl</rdf:li></rdf:Bag>"
        "</lr:hierarchicalSubject>"
        "<dc:subject><rdf:Bag><rdf:li>Dora</rdf:li></rdf:Bag></dc:subject>"
    )
    assert read_packet(packet(lists), "file").names == ("Anna", "Ben", "Carl")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_bytes_of_windows_and_wide_letters_are_read(encoding: str) -> None:
    text = packet(AS_ELEMENTS.replace("Anna", "Müller")).decode()
    data = text[text.index("<x:") :].encode(encoding)
    assert [region.name for region in read_packet(data, "file").regions] == ["Müller"]


BOMB = b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<" * 5000,
        b"<x:xmpmeta " + b"<" * 5000,
        BOMB + b"]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&j;</x:xmpmeta>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        packet(" " * 30_000_000),
        b"<a>" * 100_000 + b"</a>" * 100_000,
        bytes(range(256)) * 10,
        packet(AS_ELEMENTS)[:-400],
    ],
    ids=["empty", "angles", "half", "bomb", "outside", "vast", "deep", "bytes", "cut"],
)
def test_what_is_no_sound_xml_tells_nothing(data: bytes) -> None:
    assert not read_packet(data, "file")


@pytest.mark.parametrize("number", ["nan", "inf", "-3", "1e400", "x", ""])
def test_odd_numbers_are_no_place(number: str) -> None:
    body = AS_ELEMENTS.replace(">0.2<", f">{number}<")
    assert not read_packet(packet(body), "file").regions


def test_no_more_regions_are_believed_than_a_photo_can_have() -> None:
    entry = AS_ELEMENTS[AS_ELEMENTS.index("<rdf:li") : AS_ELEMENTS.index("</rdf:Bag>")]
    told = read_packet(packet(AS_ELEMENTS.replace(entry, entry * 3000)), "file")
    assert len(told.regions) == MOST
