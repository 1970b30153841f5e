"""Squares that reach beyond a picture."""

import numpy as np
import pytest

from photoorg.media.squares import square


def picture(height: int = 40, width: int = 60) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_inside_it_is_the_picture() -> None:
    assert np.array_equal(square(picture(), 5, 7, 20), picture()[7:27, 5:25])


@pytest.mark.parametrize(("left", "top"), [(-10, 5), (50, 5), (5, -8), (5, 35), (-6, -6), (55, 35)])
def test_beyond_its_edges_it_is_smooth(left: int, top: int) -> None:
    cut = square(picture(), left, top, 30).astype(float)
    assert cut.shape == (30, 30, 3)
    rows, columns = np.arange(top, top + 30), np.arange(left, left + 30)
    inside = np.ix_((rows >= 0) & (rows < 40), (columns >= 0) & (columns < 60))
    whole = picture()[max(top, 0) : top + 30, max(left, 0) : left + 30]
    assert np.array_equal(cut[inside], whole)
    for outside, along in (((columns < 0) | (columns >= 60), 0), ((rows < 0) | (rows >= 40), 1)):
        if outside.any():
            filled = cut[:, outside] if along == 0 else cut[outside].transpose(1, 0, 2)
            assert np.ptp(filled, axis=1).max() < 80  # the same all the way out, but for corners
            assert np.abs(np.diff(filled, axis=0)).mean() < 25  # noise differs by 85 on average


def test_a_picture_of_one_pixel() -> None:
    assert (square(np.full((1, 1, 3), 9, np.uint8), -3, -3, 8) == 9).all()
