"""How surely a face is one: by its score, and by what else the album holds."""

import numpy as np
import pytest

from photoorg.library.standing.judging import IN_GROUPS
from photoorg.library.standing.trust import ENOUGH, MIDDLE, are_cut, trust


def album(things: int, faces: int, width: int = 32) -> tuple[np.ndarray, np.ndarray]:
    """Return scores and embeddings: things look alike, faces do not look like things."""
    dice = np.random.default_rng(7)
    scores = np.concatenate([dice.uniform(0.5, 0.56, things), dice.uniform(0.8, 0.9, faces)])
    vectors = dice.normal(size=(things + faces, width))
    vectors[:things, 0] += 6
    vectors[things:, 0] -= 1
    return scores.astype(np.float32), vectors.astype(np.float16)


def test_the_score_decides_where_nothing_else_is_known() -> None:
    scores = np.array([0.5, MIDDLE, 0.65, 0.9], np.float32)
    figures = trust(scores, np.zeros((4, 0), np.float16))
    assert figures[0] < 0.2
    assert figures[1] == pytest.approx(0.5)
    assert figures[2] > 0.8
    assert figures[3] > 0.99


def test_what_looks_like_the_junk_of_the_album_is_trusted_less() -> None:
    scores, vectors = album(40, 200)
    asked = np.array([[6] + 31 * [0.3], [-1] + 31 * [0.3]], np.float16)
    figures = trust(
        np.append(scores, [0.65, 0.65]).astype(np.float32), np.concatenate([vectors, asked])
    )
    assert figures[-2] < 0.1
    assert figures[-1] > 0.95
    assert figures[:40].max() < 0.1
    assert figures[40:240].min() > 0.9


def test_faces_that_score_low_are_no_samples_of_junk() -> None:
    """As many faces as things score low, such as those that fill their pictures."""
    scores, vectors = album(40, 240)
    scores[40:80] = scores[:40]
    figures = trust(scores, vectors)
    assert figures[:40].max() < 0.05
    assert np.median(figures[40:80]) > IN_GROUPS


def test_a_few_samples_tell_little() -> None:
    wary = []
    for things in (0, 1, 3, ENOUGH, 40):
        scores, vectors = album(things, 200)
        asked = np.concatenate([vectors, [[6] + 31 * [0.0]]]).astype(np.float16)
        wary.append(float(trust(np.append(scores, np.float32(0.7)), asked)[-1]))
    assert wary == sorted(wary, reverse=True)
    assert wary[0] == wary[1] > 0.9
    assert wary[-1] < 0.5


def test_faces_without_a_score_or_without_an_embedding() -> None:
    scores, vectors = album(20, 50)
    scores[0], vectors[1], vectors[2] = np.nan, 0, np.nan
    scores[1] = scores[2] = MIDDLE
    figures = trust(scores, vectors)
    assert figures[0] == 1
    assert figures[1] == figures[2] == pytest.approx(0.5)
    assert trust(np.empty(0, np.float32), np.empty((0, 8), np.float16)).shape == (0,)


def test_the_order_and_the_size_of_the_parts_do_not_matter(monkeypatch) -> None:
    scores, vectors = album(30, 100)
    figures = trust(scores, vectors)
    order = np.random.default_rng(1).permutation(len(scores))
    monkeypatch.setattr("photoorg.library.standing.trust._ROWS", 17)
    np.testing.assert_allclose(trust(scores[order], vectors[order]), figures[order], atol=1e-5)


def test_a_face_whose_eye_is_outside_of_the_photo_is_cut() -> None:
    whole = np.array([[10, 20], [30, 20], [20, 30], [12, 40], [28, 40]], np.float32)
    left, below, mouth = (np.add(whole, way) for way in ((-11, 0), (0, 85), (0, 60)))
    landmarks = [one.astype(np.float32).tobytes() for one in (whole, left, below, mouth)]
    sizes = np.array([[100.0, 100.0]] * 6)
    cut = are_cut([*landmarks, None, b""], sizes)
    assert cut.tolist() == [False, True, True, False, False, False]
    assert are_cut([], np.empty((0, 2))).tolist() == []
