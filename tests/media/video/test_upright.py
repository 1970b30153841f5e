"""The eight ways in which a display matrix turns frames."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.media.video.reading import open_video
from photoorg.media.video.upright import turn_of
from photoorg.types import Pixels
from tests.media.video.clips import turned, write_clip

WAYS = [(1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)]
MIRRORED = [(-1, 0, 0, 1), (1, 0, 0, -1), (0, 1, 1, 0), (0, -1, -1, 0)]


def corners() -> Pixels:
    """Return a picture that is bright in its upper left corner only, red beside it."""
    pixels = np.zeros((64, 96, 3), np.uint8)
    pixels[:32, :48] = 255
    pixels[:32, 48:] = (0, 0, 255)
    return pixels


@pytest.mark.parametrize("matrix", WAYS + MIRRORED)
def test_every_place_goes_where_the_matrix_says(matrix: tuple[int, int, int, int]) -> None:
    a, b, c, d = matrix
    stored = np.arange(12, dtype=np.uint8).reshape(3, 4, 1).repeat(3, axis=2)
    shown = turn_of(*matrix)(stored)
    places = np.array([(a * x + c * y, b * x + d * y) for y in range(3) for x in range(4)])
    places -= places.min(axis=0)
    expected = np.zeros_like(shown)
    expected[places[:, 1], places[:, 0]] = stored.reshape(-1, 3)
    assert np.array_equal(shown, expected)


@pytest.mark.parametrize("matrix", [*WAYS, MIRRORED[0]])
def test_frames_are_given_as_they_are_to_be_shown(
    tmp_path: Path, matrix: tuple[int, int, int, int]
) -> None:
    file = turned(write_clip(tmp_path / "clip.mp4", [corners()] * 3), *matrix)
    with open_video(file) as video:
        picture = next(video.samples()).picture
    expected = turn_of(*matrix)(corners())
    assert picture.pixels.shape == expected.shape
    assert (picture.height, picture.width) == expected.shape[:2]
    assert np.abs(picture.pixels.astype(int) - expected).mean() < 12
