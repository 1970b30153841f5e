from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.errors import ModelError
from photoorg.training.starter.photo_labels import LabelledPhoto, label_photos, open_teacher, shrink
from photoorg.training.starter.scenes import (
    SMALLEST,
    Source,
    _close_up,
    _turn,
    _view,
    compose,
    scene_maker,
)

CROPS = np.full((2, 112, 112, 3), 90, np.uint8)


def photo_with_marks(path: Path = Path("marks.png")) -> Source:
    """A grey photo with one "face": each landmark is a disc of its own colour."""
    pixels = np.full((300, 400, 3), 128, np.uint8)
    box = np.array([[120, 80, 240, 240]], np.float32)
    points = np.array([[[150, 130], [210, 130], [180, 165], [155, 200], [205, 200]]], np.float32)
    for k, point in enumerate(points[0]):
        cv2.circle(pixels, tuple(int(v) for v in point), 9, MARKS[k], -1)
    return Source(pixels, LabelledPhoto(path, box, points, np.ones(1, np.float32)))


MARKS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255)]


def test_labels_move_with_the_pixels() -> None:
    source = photo_with_marks()
    for seed in range(20):
        rng = np.random.default_rng(seed)
        matrix = _turn(rng, 0.8, upright=seed % 2 == 0)
        affine = np.column_stack([matrix, (160, 160) - matrix @ np.array([180, 160])])
        seen = _view(source, affine, 320)
        mirrored = np.linalg.det(matrix) < 0
        points = seen.landmarks[0]
        # A mirror image exchanges left and right: the first landmark is still the viewer's left.
        expected = [MARKS[k] for k in ((1, 0, 2, 4, 3) if mirrored else range(5))]
        colours = seen.pixels[points[:, 1].astype(int), points[:, 0].astype(int)]
        assert np.abs(colours - np.array(expected)).max() < 40
        (x1, y1, x2, y2) = seen.boxes[0]
        assert (points > (x1, y1)).all()
        assert (points < (x2, y2)).all()


def test_scenes_repeat_for_the_same_number_and_differ_between_numbers() -> None:
    make = scene_maker([photo_with_marks()], CROPS, seed=1, batch=2)
    one, again, other = make(5), make(5), make(6)
    assert all((a.pixels == b.pixels).all() for a, b in zip(one, again, strict=True))
    assert one[0].pixels.shape != other[0].pixels.shape or (one[0].pixels != other[0].pixels).any()


def test_boxes_are_as_large_as_training_wants_them() -> None:
    make = scene_maker([photo_with_marks()], CROPS, seed=2, batch=8)
    sizes = [
        np.sqrt(np.prod(box[2:] - box[:2]))
        for number in range(6)
        for scene in make(number)
        for box in scene.boxes
    ]
    assert min(sizes) >= SMALLEST
    assert max(sizes) > 150


def test_a_close_up_is_one_face_that_fills_the_picture_or_the_middle_of_it() -> None:
    framed = 0
    for seed in range(24):
        seen = _close_up([photo_with_marks()], 256, np.random.default_rng(seed))
        ((x1, y1, x2, y2),) = seen.boxes
        size = np.sqrt((x2 - x1) * (y2 - y1))
        in_frame = not seen.pixels[:60].any()
        framed += in_frame
        assert 0.5 < size / (128 if in_frame else 256) < 1.3
        assert abs((x1 + x2) / 2 - 128) < 60
        if in_frame:
            assert not seen.pixels[:, 196:].any()
            assert seen.pixels[100:156, 100:156].all(axis=2).any()
    assert 4 < framed < 20


def test_doubtful_faces_are_ignored_not_learned() -> None:
    source = photo_with_marks()
    doubtful = LabelledPhoto(
        source.labels.path,
        source.labels.boxes,
        source.labels.landmarks,
        np.array([0.3], np.float32),
    )
    sure = photo_with_marks()
    scenes = [
        compose([Source(source.pixels, doubtful)], [sure], CROPS, 256, np.random.default_rng(seed))
        for seed in range(20)
    ]
    assert any(len(scene.ignored) for scene in scenes)


def test_a_missing_teacher_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.onnx"):
        open_teacher(tmp_path / "nowhere.onnx")


def test_the_teacher_labels_a_portrait(shared: Path, photos: Path) -> None:
    portraits = sorted((photos / "people").glob("*.jpg"))[:3]
    labelled = label_photos(portraits, shared / "models" / "teachers" / "yunet_n_dynamic.onnx")
    assert len(labelled) == 3
    for photo in labelled:
        best = int(photo.agreement.argmax())
        assert photo.agreement[best] > 0.5
        left, right, nose, _, _ = photo.landmarks[best]
        assert left[0] < nose[0] < right[0]
        x1, y1, x2, y2 = photo.boxes[best]
        assert x1 < nose[0] < x2
        assert y1 < nose[1] < y2


def test_large_pictures_are_shrunk_small_ones_stay() -> None:
    assert shrink(np.zeros((500, 2560, 3), np.uint8)).shape == (250, 1280, 3)
    assert shrink(np.zeros((50, 40, 3), np.uint8)).shape == (50, 40, 3)
