"""Maps of the plane: there and back, and the eight ways to lay a picture over another."""

import numpy as np
import pytest

from photoorg.analysis.likeness.transforms import (
    IDENTITY,
    apply,
    compose,
    inverse,
    rescaling,
    scale_of,
    turnings,
)

CORNERS = np.array([(0.0, 0.0), (60.0, 0.0), (60.0, 40.0), (0.0, 40.0)])


def test_there_and_back() -> None:
    way = np.array([[0.5, -2.0, 7.0], [2.0, 0.5, -3.0]])
    there = apply(way, CORNERS)
    assert apply(inverse(way), there) == pytest.approx(CORNERS)
    assert compose(inverse(way), way) == pytest.approx(IDENTITY)
    later = np.array([[1.0, 0.0, 5.0], [0.0, 1.0, 6.0]])
    assert apply(compose(later, way), CORNERS) == pytest.approx(there + np.array([5, 6]))
    assert scale_of(way) == pytest.approx(np.sqrt(4.25))


@pytest.mark.parametrize("target", [(60, 40), (40, 60), (90, 60), (50, 50)])
def test_eight_ways_cover_the_whole_picture(target: tuple[int, int]) -> None:
    ways = turnings((60, 40), target)
    assert len({tuple(apply(way, CORNERS).round(6).ravel()) for way in ways}) == 8
    for way in ways:
        moved = apply(way, CORNERS)
        assert moved.min(axis=0) == pytest.approx((0, 0))
        assert moved.max(axis=0) == pytest.approx(target)
    assert ways[0] == pytest.approx(rescaling((60, 40), target))
    quarter = apply(turnings((60, 40), (40, 60))[1], CORNERS[:1])
    assert quarter == pytest.approx(np.array([(40.0, 0.0)]))  # clockwise: top left is top right
