"""Boxes pair up by how much they overlap."""

import pytest

from photoorg.library.boxes import match_boxes, match_middles
from photoorg.types import Box, overlap


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (Box(0, 0, 10, 10), Box(0, 0, 10, 10), 1.0),
        (Box(0, 0, 10, 10), Box(5, 0, 10, 10), 1 / 3),
        (Box(0, 0, 10, 10), Box(10, 0, 10, 10), 0.0),
        (Box(0, 0, 10, 10), Box(2, 2, 5, 5), 0.25),
    ],
)
def test_overlap_is_intersection_over_union(one: Box, other: Box, share: float) -> None:
    assert overlap(one, other) == pytest.approx(share)


def test_boxes_pair_by_the_best_overlap_once_each() -> None:
    before = [Box(0, 0, 10, 10), Box(2, 0, 10, 10)]
    after = [Box(1.5, 0, 10, 10), Box(0.5, 0, 10, 10)]
    assert match_boxes(before, after) == {0: 1, 1: 0}


def test_boxes_that_hold_each_others_middles_are_paired_best_first() -> None:
    loose = Box(0, 0, 100, 100)
    tight, beside = Box(30, 30, 45, 45), Box(60, 0, 90, 90)
    assert match_middles([loose], [beside, tight]) == {1: 0}
    assert match_middles([loose], [beside]) == {}
    assert match_middles([], [tight]) == {}
