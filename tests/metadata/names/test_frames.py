"""Regions in pictures that are stored on their side, and drawn on either form of them."""

from pathlib import Path

import pytest

from photoorg.metadata.names.frames import Ways, oriented, stored, stored_size, ways
from photoorg.metadata.names.gathering import Gathering
from photoorg.metadata.names.values import Region
from photoorg.types import Box

BOX = Box(0.1, 0.2, 0.3, 0.4)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_there_and_back(orientation: int) -> None:
    assert oriented(stored(BOX, orientation), orientation) == pytest.approx(BOX)


def test_a_corner_goes_where_exif_says() -> None:
    corner = Box(0, 0, 0.1, 0.2)
    found = {n: oriented(corner, n) for n in range(1, 9)}
    wanted = {
        1: (0, 0, 0.1, 0.2),
        2: (0.9, 0, 0.1, 0.2),
        3: (0.9, 0.8, 0.1, 0.2),
        4: (0, 0.8, 0.1, 0.2),
        5: (0, 0, 0.2, 0.1),
        6: (0.8, 0, 0.2, 0.1),
        7: (0.8, 0.9, 0.2, 0.1),
        8: (0, 0.9, 0.2, 0.1),
    }
    for n, box in wanted.items():
        assert found[n] == pytest.approx(box)


@pytest.mark.parametrize(
    ("size", "orientation", "wanted"),
    [
        ((400, 300), 1, Ways((1,))),
        ((300, 400), 6, Ways((6,))),  # as it is stored
        ((400, 300), 6, Ways((1,))),  # as it stands
        ((400, 300), 3, Ways((3, 1))),  # either
        (None, 6, Ways((6, 1))),
        ((300, 400), 1, Ways((6, 8), sure=False)),  # turned since
        ((500, 100), 6, Ways((6, 1), sure=False)),  # cut since
    ],
)
def test_the_size_that_was_drawn_on_decides(
    size: tuple[float, float] | None, orientation: int, wanted: Ways
) -> None:
    assert ways(Region("Anna", BOX, size), (4000, 3000), orientation) == wanted


@pytest.mark.parametrize(
    ("size", "orientation", "seen", "wanted"),
    [
        ((300, 400), 1, 6, Ways((8,))),  # as its program showed it
        ((400, 300), 1, 6, Ways((1,))),  # as it is stored
        ((400, 300), 6, 1, Ways((1,))),  # as it stands
        ((300, 400), 6, 1, Ways((6,))),  # as it is stored, and as its program showed it
        ((400, 300), 6, 8, Ways((3, 1))),  # upright, for one or for the other
        ((400, 300), 6, 6, Ways((1,))),
        ((400, 300), 3, 2, Ways((3, 4, 1))),
        (None, 1, 6, Ways((1, 8))),
        ((500, 100), 1, 6, Ways((1, 8), sure=False)),
    ],
)
def test_a_packet_that_turns_the_picture_in_another_way(
    size: tuple[float, float] | None, orientation: int, seen: int, wanted: Ways
) -> None:
    region = Region("Anna", BOX, size, orientation=seen)
    assert ways(region, (4000, 3000), orientation) == wanted


def test_sizes_as_stored() -> None:
    assert stored_size((4, 3), 8) == (3, 4)
    assert stored_size((4, 3), 3) == (4, 3)


def test_a_real_photo_and_its_twin_on_its_side_agree(photos: Path) -> None:
    found = []
    for name in ("portrait.jpg", "portrait-orientation-6.jpg"):
        (one,) = Gathering([photos / "metadata" / name])
        (told,) = one.told
        for region in told.regions:
            choice = ways(region, (840, 700), one.orientation)
            assert choice == Ways((one.orientation,))
            found.append((region.name, oriented(region.box, choice.ways[0])))
    for (name, box), (same, other) in zip(found[:2], found[2:], strict=True):
        assert name == same
        assert box == pytest.approx(other, abs=1e-3)
