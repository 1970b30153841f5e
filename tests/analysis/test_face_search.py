"""Views lead back to the photo, and the search tries what is left to try."""

from collections.abc import Callable

import numpy as np
import pytest

from photoorg.analysis.detector_view import four_ways, one_way, tile_turns
from photoorg.analysis.face_finds import Finds
from photoorg.analysis.face_search import search
from photoorg.analysis.opencv import opencv
from photoorg.types import FloatArray, Pixels

SIDE = 640
NOTHING = Finds(
    np.empty((0, 4), np.float32), np.empty((0, 5, 2), np.float32), np.empty(0, np.float32)
)


def spotted(width: int, height: int, x: int, y: int) -> Pixels:
    """Return a gray picture with a white spot around ``x, y``."""
    pixels = np.full((height, width, 3), 90, np.uint8)
    pixels[y - 6 : y + 7, x - 6 : x + 7] = 255
    return pixels


def spot(canvas: Pixels) -> FloatArray:
    rows, columns = np.nonzero(canvas[..., 0] > 180)
    return np.array([columns.mean() + 0.5, rows.mean() + 0.5], dtype=np.float32)


@pytest.mark.parametrize(("width", "height"), [(400, 300), (300, 400), (1500, 900)])
@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("margin", [0.0, 0.5])
def test_points_lead_back_to_the_photo(width: int, height: int, turns: int, margin: float) -> None:
    x, y = width // 5, height // 3
    view = one_way(spotted(width, height, x, y), SIDE, margin=margin, turns=turns)
    assert view.canvas.shape == (SIDE, SIDE, 3)
    back = view.to_photo(spot(view.canvas))
    np.testing.assert_allclose(back, (x + 0.5, y + 0.5), atol=2.5)


def test_a_view_is_what_insightface_would_show() -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (333, 517, 3), dtype=np.uint8)
    canvas = np.zeros((SIDE, SIDE, 3), np.uint8)
    canvas[:412, :640] = opencv().resize(pixels, (640, 412))
    np.testing.assert_array_equal(one_way(pixels, SIDE).canvas, canvas)


def test_a_border_is_half_the_longer_side_at_each_end() -> None:
    canvas = one_way(np.full((200, 400, 3), 255, np.uint8), SIDE, margin=0.5).canvas
    rows, columns = np.nonzero(canvas[..., 0])
    assert (columns.min(), columns.max() + 1) == (160, 480)
    assert (rows.min(), rows.max() + 1) == (240, 400)


def test_the_four_tiles_are_the_four_turns() -> None:
    pixels = spotted(300, 200, 40, 30)
    canvas = four_ways(pixels, SIDE)
    for turns in range(4):
        column, row = turns % 2, turns // 2
        half = SIDE // 2
        tile = canvas[row * half : (row + 1) * half, column * half : (column + 1) * half]
        seen = spot(tile)
        alone = spot(one_way(pixels, SIDE // 2, turns=turns, margin=0.2).canvas)
        assert np.all((seen > half / 2) == (alone > half / 2))
    boxes = np.array(
        [[10, 10, 50, 50], [400, 10, 500, 90], [10, 400, 90, 500], [400, 400, 500, 500]],
        dtype=np.float32,
    )
    assert tile_turns(boxes, SIDE).tolist() == [0, 1, 2, 3]


class Detector:
    """Sees the white spot as a face wherever ``sees`` says that it would."""

    def __init__(self, sees: Callable[[int, FloatArray], float]) -> None:
        self.sees = sees
        self.runs = 0

    def __call__(self, canvas: Pixels) -> Finds:
        self.runs += 1
        if not (canvas > 180).any():
            return NOTHING
        x, y = spot(canvas)
        size = int((canvas[..., 0] > 180).sum())
        score = self.sees(self.runs, np.array([x, y], dtype=np.float32))
        if score < 0.5:
            return NOTHING
        half = np.sqrt(size) / 2
        points = np.array([[-0.5, -0.5], [0.5, -0.5], [0, 0], [-0.4, 0.6], [0.4, 0.6]], np.float32)
        return Finds(
            np.array([[x - half, y - half, x + half, y + half]], np.float32),
            np.array([points * half + (x, y)], np.float32),
            np.array([score], np.float32),
        )


def test_a_sure_face_takes_one_run() -> None:
    look = Detector(lambda run, at: 0.9)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=False)
    assert look.runs == 1
    np.testing.assert_allclose(found.boxes[0], (94, 194, 107, 207), atol=2)


def test_a_picture_without_faces_is_padded_when_its_orientation_is_known() -> None:
    look = Detector(lambda run, at: 0.9 if run == 2 else 0)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=True)
    assert look.runs == 2
    np.testing.assert_allclose(found.boxes[0], (94, 194, 107, 207), atol=3)


def test_a_doubtful_face_counts_when_the_orientation_is_known() -> None:
    look = Detector(lambda run, at: 0.55)
    assert len(search(spotted(400, 300, 100, 200), look, SIDE, oriented=True).scores) == 1
    assert look.runs == 1


def test_a_doubtful_face_of_known_orientation_has_the_score_of_a_close_look() -> None:
    look = Detector(lambda run, at: 0.55 if run == 1 else 0.85)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=True, half=True)
    assert look.runs == 2
    assert found.scores.tolist() == pytest.approx([0.85])
    np.testing.assert_allclose(found.boxes[0], (94, 194, 107, 207), atol=2)


def test_without_any_face_every_way_is_tried() -> None:
    look = Detector(lambda run, at: 0)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=False)
    assert look.runs == 5
    assert found.boxes.shape == (0, 4)
    assert found.landmarks.shape == (0, 5, 2)


def test_a_face_too_small_for_the_four_copies_is_found_turned() -> None:
    look = Detector(lambda run, at: 0.6 if run == 4 else 0)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=False)
    assert look.runs == 5
    np.testing.assert_allclose(found.boxes[0], (94, 194, 107, 207), atol=2)
    # Two quarter turns were applied, so the eyes lie below the nose in the photo.
    assert found.landmarks[0, 0, 1] > found.landmarks[0, 2, 1]


@pytest.mark.parametrize(
    ("upright", "turned", "runs"), [(0.8, 0.6, 2), (0.6, 0.5, 3), (0.8, 0.9, 3)]
)
def test_a_doubtful_face_is_seen_closely_before_the_whole_photo_is_turned(
    upright: float, turned: float, runs: int
) -> None:
    sides: list[int] = []

    def look(canvas: Pixels) -> Finds:
        sides.append(len(canvas))
        if len(sides) == 1:
            x, y = spot(canvas)
            boxes, scores = [[x - 30, y - 30, x + 30, y + 30]], [0.6]
        elif len(sides) == 2:
            third = len(canvas) / 4
            boxes = [[c - 20, third - 20, c + 20, third + 20] for c in (third, 3 * third)]
            scores = [upright, turned]
        else:
            return NOTHING
        box = np.array(boxes, np.float32)
        eyes = box[:, None, :2] + np.array([[10, 10], [30, 10], [20, 20], [12, 30], [28, 30]])
        return Finds(box, eyes.astype(np.float32), np.array(scores, np.float32))

    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=False, half=True)
    assert sides == [SIDE, SIDE // 2, SIDE][:runs]
    # Seen closely and surely it has that score, otherwise the one from afar.
    assert found.scores.tolist() == pytest.approx([upright if runs == 2 else 0.6])


def test_a_doubtful_face_stays_when_nothing_surer_is_seen() -> None:
    look = Detector(lambda run, at: 0.6 if run == 1 else 0)
    found = search(spotted(400, 300, 100, 200), look, SIDE, oriented=False)
    assert look.runs == 2
    assert found.scores.tolist() == pytest.approx([0.6])
