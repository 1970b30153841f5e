"""Copies are found among many pictures, other pictures are not."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.likeness.candidates import candidates
from photoorg.analysis.likeness.sketches import Sketches, sketch
from tests.analysis.likeness.drawings import COPIES, drawing, thumbnail


def sketches(images: list[Image.Image]) -> Sketches:
    return np.array([sketch(thumbnail(image)) for image in images], np.uint8)


@pytest.fixture(scope="module")
def originals() -> list[Image.Image]:
    return [drawing(seed) for seed in range(60)]


@pytest.mark.parametrize("edit", COPIES.values(), ids=COPIES)
def test_every_copy_is_found_and_nothing_else(
    originals: list[Image.Image], edit: Callable[[Image.Image], Image.Image]
) -> None:
    count = len(originals)
    found = candidates(sketches(originals + [edit(image) for image in originals]))
    pairs = {(int(min(pair)), int(max(pair))) for pair in found.pairs}
    assert pairs >= {(n, n + count) for n in range(count)}
    assert len(pairs) == len(found.pairs) < 1.1 * count
    assert (np.diff(found.differing) >= 0).all()


def test_pictures_that_show_nothing_are_like_none() -> None:
    blank = np.full((50, 16, 16), 200, np.uint8)
    assert len(candidates(blank).pairs) == 0
    assert len(candidates(blank[:0]).pairs) == 0


def test_many_that_are_all_alike_hang_together_without_all_pairs() -> None:
    one = sketch(thumbnail(drawing(5)))
    assert one is not None
    told: list[tuple[int, int]] = []
    found = candidates(np.repeat(one[None], 700, axis=0), lambda *each: told.append(each))
    assert set(found.pairs.ravel()) == set(range(700))
    assert len(found.pairs) < 700 * 64
    assert told[-1] == (700, 700)
