"""Cuts, and what is none."""

import numpy as np
import pytest

from photoorg.media.video.shots import Glance, distance, histogram, is_cut, is_flash
from photoorg.types import Pixels
from tests.media.video.clips import noise

SIDES = (36, 64)


def glance(pixels: Pixels, *, key: bool = False) -> Glance:
    return Glance(histogram(pixels), key)


def test_one_picture_is_no_distance_and_two_colours_are_all() -> None:
    black, white = np.zeros((36, 64, 3), np.uint8), np.full((36, 64, 3), 255, np.uint8)
    assert distance(histogram(black), histogram(black)) == 0
    assert distance(histogram(black), histogram(white)) == 1


def test_another_picture_is_a_cut_and_a_moved_one_is_none() -> None:
    one, other = noise(1, SIDES), noise(2, SIDES)
    moved = np.roll(one, 2, axis=1)
    assert is_cut(glance(one), glance(other), glance(other))
    assert is_cut(glance(one), glance(other), None)
    assert not is_cut(glance(one), glance(moved), glance(moved))


def test_a_flash_is_no_cut() -> None:
    picture = glance(noise(1, SIDES))
    white = glance(np.full((*SIDES, 3), 255, np.uint8))
    assert is_flash(picture, white, picture)
    assert not is_cut(picture, white, picture)


def test_less_is_enough_before_a_key_frame() -> None:
    one, other = noise(1, SIDES), noise(1, SIDES)
    other[:, : SIDES[1] * 2 // 5] = noise(2, SIDES)[:, : SIDES[1] * 2 // 5]
    assert 0.35 <= distance(histogram(one), histogram(other)) < 0.5
    assert is_cut(glance(one), glance(other, key=True), None)
    assert not is_cut(glance(one), glance(other), None)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 5, 3)])
def test_tiny_pictures_have_a_histogram(shape: tuple[int, ...]) -> None:
    assert histogram(np.zeros(shape, np.uint8)).shape == (4, 512)
