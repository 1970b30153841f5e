"""Names put into packets of other programs, of which nothing else changes."""

import random

import pytest

from photoorg.metadata.names.packets import applied_size, with_names
from photoorg.metadata.names.regions import read_packet
from photoorg.metadata.names.spans import PacketError
from photoorg.types import Box
from tests.metadata.names.test_regions import AS_ATTRIBUTES, AS_ELEMENTS, microsoft, packet

SIZE = (4000, 3000)
HERE, THERE = Box(0.1, 0.2, 0.3, 0.4), Box(0.6, 0.5, 0.2, 0.25)


def test_a_new_packet_holds_all_three_forms() -> None:
    data = with_names(None, SIZE, {"Zoë <&>": HERE, "Ben": THERE})
    told = read_packet(data, "sidecar")
    boxes = {region.name: region.box for region in told.regions}
    assert boxes.keys() == {"Zoë <&>", "Ben"}
    assert boxes["Zoë <&>"] == pytest.approx(HERE)
    assert boxes["Ben"] == pytest.approx(THERE)
    assert told.names == ("Zoë <&>", "Ben")
    assert applied_size(data) == pytest.approx(SIZE)
    assert data.count(b"PersonDisplayName>") == 4
    assert with_names(data, SIZE, {"Ben": THERE, "Zoë <&>": HERE}) == data


@pytest.mark.parametrize("form", [AS_ELEMENTS, AS_ATTRIBUTES])
def test_what_others_wrote_stays_byte_by_byte(form: str) -> None:
    own = (
        "<!-- not ours --><dc:subject >\n\t<rdf:Bag><rdf:li>Rome &amp; Ostia</rdf:li></rdf:Bag>"
        "</dc:subject>"
    )
    before = packet(own + form + microsoft("Carl"))
    after = with_names(before, SIZE, {"Ben": THERE})
    told = read_packet(after, "sidecar")
    assert [region.name for region in told.regions] == ["Anna", "Ben", "Carl"]
    assert told.names == ("Ben",)
    # All bytes are there, in their order; new ones stand between them.
    rest = iter(after)
    assert all(byte in rest for byte in before)
    assert own.encode() in after


def test_who_is_there_moves_only_when_the_place_is_another() -> None:
    before = packet(AS_ELEMENTS)
    near = with_names(before, SIZE, {"Anna": Box(0.405, 0.2, 0.2, 0.105)})
    assert AS_ELEMENTS.encode() in near
    moved = with_names(before, SIZE, {"Anna": THERE})
    regions = [one for one in read_packet(moved, "sidecar").regions if one.name == "Anna"]
    assert len(regions) == 1
    assert regions[0].box == pytest.approx(THERE)
    assert with_names(moved, SIZE, {"Anna": THERE}) == moved


def test_a_face_that_got_another_name_loses_the_one_that_was_written_here() -> None:
    others = packet(AS_ELEMENTS + microsoft("Carl"))
    before = with_names(others, SIZE, {"Ann": HERE, "Ben": THERE})
    here = Box(HERE.x + 0.03, HERE.y - 0.04, HERE.w, HERE.h)  # found anew, a little beside
    after = with_names(before, SIZE, {"Zoë": here, "Ben": THERE})
    told = read_packet(after, "sidecar")
    assert {region.name for region in told.regions} == {"Anna", "Ben", "Carl", "Zoë"}
    assert told.names == ("Ben", "Zoë")
    assert b"Ann<" not in after
    assert with_names(after, SIZE, {"Zoë": here, "Ben": THERE}) == after
    # Others of that name stay, and so does what another program wrote at the place.
    two = with_names(before, SIZE, {"Ann": Box(0.1, 0.7, 0.1, 0.1)})
    assert read_packet(with_names(two, SIZE, {"Zoë": HERE}), "sidecar").names == (
        "Ann",
        "Ben",
        "Zoë",
    )
    anna = next(one.box for one in read_packet(others, "sidecar").regions if one.name == "Anna")
    assert anna is not None
    kept = read_packet(with_names(others, SIZE, {"Zoë": anna}), "sidecar").regions
    assert {region.name for region in kept} == {"Anna", "Carl", "Zoë"}


def test_whoever_stands_cheek_to_cheek_keeps_the_name() -> None:
    both = {"Anna": Box(0.1, 0.1, 0.2, 0.2), "Ben": Box(0.19, 0.19, 0.2, 0.2)}
    data = with_names(None, SIZE, both)
    assert with_names(data, SIZE, {"Anna": both["Anna"]}) == data


def test_of_two_people_of_one_name_only_one_was_renamed() -> None:
    once = with_names(None, SIZE, {"Ann": HERE})
    entry = once[once.index(b"<rdf:li", once.index(b"RegionList")) :].split(b"</rdf:li>")[0]
    other = entry.replace(b'stArea:x="0.25', b'stArea:x="0.75') + b"</rdf:li>"
    twice = once.replace(entry, other + entry)
    assert other != entry + b"</rdf:li>"
    told = read_packet(with_names(twice, SIZE, {"Zoë": HERE}), "sidecar")
    assert told.names == ("Ann", "Zoë")
    assert {region.name for region in told.regions} == {"Ann", "Zoë"}


IN_VAIN = "<mwg-rs:Regions><mwg-rs:RegionList><rdf:Bag/></mwg-rs:RegionList></mwg-rs:Regions>"


@pytest.mark.parametrize(
    "empty",
    [
        IN_VAIN,
        "<mwg-rs:Regions/>",
        "<Iptc4xmpExt:PersonInImage><rdf:Bag/></Iptc4xmpExt:PersonInImage>",
    ],
)
def test_empty_lists_are_filled(empty: str) -> None:
    told = read_packet(with_names(packet(empty), SIZE, {"Ben": THERE}), "sidecar")
    assert [one.name for one in told.regions] == ["Ben"]
    assert told.regions[0].box == pytest.approx(THERE)
    assert told.names == ("Ben",)


@pytest.mark.parametrize(
    "data",
    [
        b"no packet",
        packet("")[:-30],
        packet("").decode().encode("utf-16"),
        packet("ü").decode().encode("latin-1", "ignore"),
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + packet("")[60:],
        b"<a/>",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    ],
    ids=["text", "cut", "wide", "latin", "entity", "other", "bare"],
)
def test_what_cannot_be_rewritten_is_left_alone(data: bytes) -> None:
    with pytest.raises(PacketError):
        with_names(data, SIZE, {"Ben": THERE})


PIECES = (
    *(b"<", b">", b"/>", b"&", b'"', b"rdf:li", b"<rdf:Bag/>", b"</rdf:Bag>", b"\xff", b"\0"),
    *(b"<!--", b"]]>", b"<![CDATA[x]]>", b"<?x ?>", b"nan", b"1e999", b"xmlns:rdf=''"),
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with something cut out, put in or said twice."""
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.randrange(60))
    new = chance.choice((b"", chance.choice(PIECES), data[at:end] * 2))
    return data[:at] + new + data[chance.choice((at, end)) :]


@pytest.mark.parametrize("form", [AS_ELEMENTS + microsoft("Carl"), AS_ATTRIBUTES])
def test_of_damaged_packets_nothing_is_lost_either(form: str) -> None:
    chance = random.Random(3)
    written = 0
    for _ in range(600):
        before = damaged(packet(form), chance)
        try:
            after = with_names(before, SIZE, {"Ben": THERE})
        except PacketError:
            continue
        written += 1
        there = [one for one in read_packet(before, "sidecar").regions if one.name]
        told = [one for one in read_packet(after, "sidecar").regions if one.name]
        assert [one for one in told if one.name != "Ben"] == there
        assert "Ben" in {one.name for one in told}
    assert written > 50
