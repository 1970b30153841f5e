from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.errors import ModelError
from photoorg.packs.assembly import STARTER
from photoorg.training.starter.disturbances import Canvas, blacken_edge
from photoorg.training.starter.photo_labels import (
    LabelledPhoto,
    Source,
    label_photos,
    open_student,
    open_teacher,
    shrink,
    sorted_out,
    with_hard_places,
)
from photoorg.training.starter.scenes import (
    SMALLEST,
    _background,
    _close_up,
    _to_paste,
    _turn,
    _view,
    compose,
    scene_maker,
)
from photoorg.types import FloatArray, Pixels

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
    material = sorted_out([Source(source.pixels, doubtful), photo_with_marks()])
    scenes = [compose(material, CROPS, 256, np.random.default_rng(seed)) for seed in range(20)]
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


def rows_of(*seen: tuple[float, float, float, float, float]) -> FloatArray:
    """What a look says: boxes and scores, without landmarks of any meaning."""
    rows = np.zeros((len(seen), 15), np.float32)
    rows[:, :4], rows[:, 14] = [one[:4] for one in seen], [one[4] for one in seen]
    return rows


def test_what_a_student_takes_for_faces_and_what_it_misses_is_hard() -> None:
    pixels = np.full((200, 200, 3), 128, np.uint8)
    boxes = np.array([[20, 20, 80, 80], [100, 100, 160, 160], [20, 120, 70, 170]], np.float32)
    agreement = np.array([0.9, 0.8, 0.3], np.float32)
    labels = LabelledPhoto(Path("a.png"), boxes, np.zeros((3, 5, 2), np.float32), agreement)

    def student(picture: Pixels) -> FloatArray:
        # It finds the first face, something near the middle, and the face of doubt.
        scale = len(picture) / 200
        rows = rows_of((22, 22, 80, 82, 0.9), (100, 30, 150, 80, 0.6), (20, 120, 70, 170, 0.9))
        rows[:, :4] *= scale
        return rows

    told = with_hard_places(labels, both_ways(student), pixels)
    assert told.mistaken == pytest.approx(np.array([[100, 30, 150, 80]]), abs=1)
    assert told.missed.tolist() == [False, True, False]
    assert told.boxes is labels.boxes


def both_ways(look: Callable[[Pixels], FloatArray]) -> Callable[[Pixels], FloatArray]:
    """The look of a student that sees the same in a picture and in its mirror image."""
    turn = [False]

    def seen(picture: Pixels) -> FloatArray:
        rows = look(picture)
        if turn[0]:
            rows[:, [0, 2]] = len(picture) - rows[:, [2, 0]]
        turn[0] = not turn[0]
        return rows

    return seen


def test_hard_places_are_shown_often() -> None:
    easy = photo_with_marks()
    thing = np.array([[250, 200, 300, 250]], np.float32)
    cv2.rectangle(easy.pixels, (250, 200), (300, 250), (0, 0, 0), -1)
    hard = Source(easy.pixels, replace(easy.labels, mistaken=thing, missed=np.array([True])))
    material = sorted_out([easy, hard])
    assert material.everything == [easy, hard]
    assert material.with_faces == [easy, hard]
    assert material.mistaken == material.missed == [hard]
    made = [_to_paste([easy], [hard], np.random.default_rng(k))[0] for k in range(60)]
    assert 10 < sum(source is hard for source in made) < 35
    black = [
        (_background(sorted_out([source]), 256, np.random.default_rng(k)).pixels == 0).mean()
        for source in (easy, hard)
        for k in range(40)
    ]
    assert np.mean(black[40:]) > np.mean(black[:40])


def test_an_edge_is_black_and_hides_what_lay_there() -> None:
    for seed in range(8):
        boxes = np.array([[2, 2, 40, 40], [90, 90, 100, 100]], np.float32)
        none = np.zeros((2, 5, 2), np.float32)
        whole = np.ones(2, np.float32)
        canvas = Canvas(np.full((100, 100, 3), 200, np.uint8), boxes, none, whole, whole)
        blacken_edge(canvas, np.random.default_rng(seed))
        black = (canvas.pixels == 0).all(2)
        assert black.all(0).any() or black.all(1).any()
        assert 0.04 < black.mean() < 0.51
        assert canvas.visible[0] == 1
        assert canvas.visible[1] == pytest.approx(1 - black[90:, 90:].mean())


def test_the_shipped_detector_is_a_student_that_looks(shared: Path, photos: Path) -> None:
    portrait = min((photos / "people").glob("*.jpg"))
    teacher = shared / "models" / "teachers" / "yunet_n_dynamic.onnx"
    (labels,) = label_photos([portrait], teacher, STARTER / "detector.onnx")
    assert not labels.missed[labels.agreement.argmax()]
    with pytest.raises(ModelError, match=r"nowhere\.onnx"):
        open_student(portrait.with_name("nowhere.onnx"))


def test_large_pictures_are_shrunk_small_ones_stay() -> None:
    assert shrink(np.zeros((500, 2560, 3), np.uint8)).shape == (250, 1280, 3)
    assert shrink(np.zeros((50, 40, 3), np.uint8)).shape == (50, 40, 3)
