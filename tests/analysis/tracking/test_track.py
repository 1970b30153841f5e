"""What is known of a track, and that it survives being kept."""

import numpy as np
import pytest

from photoorg.analysis.faces import Detected
from photoorg.analysis.tracking.track import Track, packed, unpacked
from photoorg.types import Box


def face(x: float, *, quality: float = 0.5, score: float = 0.8) -> Detected:
    crop = np.zeros((112, 112, 3), np.uint8)
    return Detected(Box(x, 10, 20, 30), np.full((5, 2), x, np.float32), score, quality, crop)


def test_it_looks_like_its_best_frame_and_is_the_mean_of_all() -> None:
    track = Track(begin=1.0, end=1.0)
    assert track.see(1.0, face(10), sure=True)
    track.know(1.0, np.array([1, 0], np.float32), 0.5)
    assert track.see(1.2, face(14, quality=1.0), sure=True)
    track.know(1.2, np.array([0, 1], np.float32), 1.0)
    assert not track.see(1.4, face(18, quality=0.2), sure=True)
    assert (track.begin, track.end, track.frames) == (1.0, 1.4, 3)
    found = track.found()
    assert found.box == Box(14, 10, 20, 30)
    assert found.score == pytest.approx(0.8)
    assert found.quality == 1.0
    assert found.embedding == pytest.approx(np.array([1, 2]) / np.sqrt(5))


def test_what_is_doubtful_moves_it_but_is_not_what_it_looks_like() -> None:
    track = Track(begin=0.0, end=0.0)
    track.see(0.0, face(10), sure=True)
    assert not track.see(0.5, face(20, quality=1.0, score=0.35), sure=False)
    assert (track.end, track.frames, track.sure) == (0.5, 2, 1)
    assert track.found().box.x == 10
    assert track.score == pytest.approx(0.8)
    assert track.expected(1.0).x == pytest.approx(30)


def test_it_is_expected_where_it_was_or_a_little_further() -> None:
    track = Track(begin=0.0, end=0.0)
    track.see(0.0, face(10), sure=True)
    assert track.expected(1.0).x == 10
    track.see(0.1, face(12), sure=True)
    assert track.expected(0.2).x == pytest.approx(14)
    assert track.expected(10.0).x == pytest.approx(16)


def test_it_can_be_kept() -> None:
    track = Track(begin=0.0, end=0.0, thumbnail=b"jpeg")
    track.see(0.0, face(10), sure=True)
    track.see(0.2, face(12, quality=0.9), sure=True)
    track.know(0.2, np.array([0.6, 0.8], np.float32), 0.9)
    other = Track(begin=3.0, end=3.0)
    other.see(3.0, face(9), sure=True)
    back, _ = unpacked(packed([track, other]))
    for name in Track.__slots__:
        assert np.array_equal(getattr(back, name), getattr(track, name)), name
    assert unpacked(packed([])) == []
