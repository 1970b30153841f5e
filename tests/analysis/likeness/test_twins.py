"""One picture in two files, or two pictures; faces have a veto."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.demonstration import source_files
from photoorg.analysis.likeness.candidates import candidates
from photoorg.analysis.likeness.sketches import sketch
from photoorg.analysis.likeness.twins import are_twins
from tests.analysis.likeness.drawings import COPIES, compressed, drawing, thumbnail

NONE = np.empty((0, 4))


def twins(one: Image.Image, other: Image.Image, boxes: np.ndarray = NONE) -> bool:
    """Tell of two pictures that are candidates; ``boxes`` are faces in the first."""
    small = thumbnail(one), thumbnail(other)
    found = candidates(np.array([sketch(each) for each in small], np.uint8))
    (pair,) = found.pairs
    (window,), (orientation,) = found.windows, found.orientations
    both = (boxes, NONE) if pair[0] == 0 else (NONE, boxes)
    small = (small[pair[0]], small[pair[1]])
    return are_twins(small, both, int(window), int(orientation))


@pytest.mark.parametrize("edit", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("size", [(1200, 900), (250, 250)])
def test_copies_are_twins(
    edit: Callable[[Image.Image], Image.Image], size: tuple[int, int]
) -> None:
    photo = Image.open(source_files()[0]).convert("RGB").resize(size)
    for image in (drawing(7, size), photo):
        assert twins(image, edit(image))
        assert twins(edit(image), image)


def test_the_same_picture_with_another_face_is_none() -> None:
    """Somebody took the place of somebody else; all the rest is the same."""
    image = drawing(8)
    box = (500, 300, 620, 440)
    other = image.copy()
    image.paste(drawing(101, (120, 140)), box[:2])
    other.paste(drawing(102, (120, 140)), box[:2])
    x, y, right, bottom = np.divide(box, (1200, 900) * 2)
    face = np.array([[x, y, right - x, bottom - y]])
    assert twins(image, compressed(other))
    assert not twins(image, compressed(other), face)
    assert not twins(compressed(other), image, face)
    assert twins(image, compressed(image), face)


def test_other_pictures_are_no_twins() -> None:
    one, other = thumbnail(drawing(9)), thumbnail(drawing(10))
    assert not any(are_twins((one, other), (NONE, NONE), 0, turn) for turn in range(8))
    assert not are_twins((one, b"no picture"), (NONE, NONE), 0, 0)
