"""What a sketch tells of the whole picture, of its parts and of it when turned."""

import numpy as np
import pytest

from photoorg.analysis.likeness.sketches import (
    FREQUENCIES,
    ORIENTATIONS,
    SIDE,
    WINDOWS,
    frequencies,
    sketch,
    way,
)
from photoorg.analysis.likeness.transforms import apply
from tests.analysis.likeness.drawings import cropped, drawing, thumbnail


def test_a_sketch_is_the_picture_in_small() -> None:
    for size in ((1200, 900), (300, 200), (60, 40)):
        image = drawing(1, size)
        small = sketch(thumbnail(image))
        assert small is not None
        expected = np.asarray(image.convert("L").resize((SIDE, SIDE), 4), np.float32)
        assert np.abs(small - expected).mean() < 4


def test_what_is_no_picture_has_no_sketch() -> None:
    assert sketch(b"") is None
    assert sketch(b"no picture") is None


def test_the_parts_have_the_frequencies_of_cropped_pictures() -> None:
    image = drawing(2)
    whole, part = (sketch(thumbnail(each)) for each in (image, cropped(image, 0.05, 0.05, 0.9)))
    assert whole is not None
    assert part is not None
    predicted = frequencies(whole[None])[0, WINDOWS.index((4, 4))].ravel()[1:]
    seen = frequencies(part[None])[0, 0].ravel()[1:]
    assert np.corrcoef(predicted, seen)[0, 1] > 0.98


@pytest.mark.parametrize("number", range(len(ORIENTATIONS)))
def test_an_orientation_changes_signs_and_exchanges_rows_and_columns(number: int) -> None:
    small = sketch(thumbnail(drawing(3)))
    assert small is not None
    lying, upended, mirrored = ORIENTATIONS[number]
    turned = small.T if lying else small
    turned = turned[::-1] if upended else turned
    turned = turned[:, ::-1] if mirrored else turned
    plain = frequencies(small[None])[0, 0]
    plain = plain.T if lying else plain
    odd = np.where(np.arange(FREQUENCIES) % 2, -1, 1)
    signs = np.outer(odd if upended else odd**2, odd if mirrored else odd**2)
    np.testing.assert_allclose(frequencies(turned[None])[0, 0], plain * signs, atol=0.05)
    # The map says the same of places: the mark in the sketch goes where the turned one has it.
    mark = np.zeros((SIDE, SIDE))
    mark[3, 6] = 1
    moved = mark.T if lying else mark
    moved = moved[::-1] if upended else moved
    moved = moved[:, ::-1] if mirrored else moved
    (y,), (x,) = np.nonzero(moved)
    found = apply(way(0, number, (SIDE, SIDE), (SIDE, SIDE)), np.array([[6.5, 3.5]]))
    np.testing.assert_allclose(found, [[x + 0.5, y + 0.5]])


def test_a_part_is_laid_over_the_whole_of_the_other() -> None:
    corners = np.array([[10.0, 5.0], [190.0, 95.0]])
    laid = way(WINDOWS.index((4, 4)), 0, (200, 100), (360, 180))
    np.testing.assert_allclose(apply(laid, corners), [[0, 0], [360, 180]], atol=1e-9)
