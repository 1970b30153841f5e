import numpy as np
import pytest

from photoorg.evaluation.packs.detection_agreement import (
    Detections,
    box_overlaps,
    detection_agreement,
    is_profile,
)

FRONTAL = np.array([[20, 30], [60, 30], [40, 50], [25, 70], [55, 70]], np.float32)


def faces(*places: tuple[float, float, float], landmarks: np.ndarray = FRONTAL) -> Detections:
    """Faces of 80 x 100 px times the third number, at x, y."""
    boxes = [(x, y, x + 80 * s, y + 100 * s) for x, y, s in places]
    points = [landmarks * s + (x, y) for x, y, s in places]
    return Detections(
        np.array(boxes, np.float32).reshape(-1, 4),
        np.full(len(places), 0.8, np.float32),
        np.array(points, np.float32).reshape(-1, 5, 2),
    )


def test_overlaps_of_known_boxes() -> None:
    one = np.array([[0, 0, 2, 2]], np.float32)
    other = np.array([[0, 0, 2, 2], [1, 0, 3, 2], [5, 5, 6, 6]], np.float32)
    assert box_overlaps(one, other)[0] == pytest.approx([1, 1 / 3, 0])


def test_the_same_answer_agrees() -> None:
    answer = [faces((0, 0, 1), (200, 0, 1)), faces()]
    agreement = detection_agreement(answer, answer)
    assert (agreement.recall, agreement.precision, agreement.landmark_error) == (1, 1, 0)
    assert agreement.faces == 2


def test_a_missed_and_an_invented_face_count() -> None:
    mine = [faces((0, 0, 1), (600, 0, 1))]
    agreement = detection_agreement(mine, [faces((0, 0, 1), (200, 0, 1))])
    assert agreement.recall == 0.5
    assert agreement.precision == 0.5


def test_small_faces_are_neither_missed_nor_wrong() -> None:
    agreement = detection_agreement(
        [faces((0, 0, 1), (300, 0, 0.2))], [faces((0, 0, 1), (9, 500, 0.2))]
    )
    assert (agreement.recall, agreement.precision) == (1, 1)


def test_landmarks_are_measured_in_eye_distances() -> None:
    moved = faces((0, 0, 1), landmarks=FRONTAL + np.array([4, 0], np.float32))
    assert detection_agreement([moved], [faces((0, 0, 1))]).landmark_error == pytest.approx(0.1)


def test_a_profile_has_its_nose_beside_an_eye() -> None:
    turned = FRONTAL.copy()
    turned[2, 0] = 60
    assert is_profile(faces((0, 0, 1), landmarks=turned)).all()
    assert not is_profile(faces((0, 0, 1))).any()


def test_photos_without_faces_give_no_number() -> None:
    agreement = detection_agreement([faces()], [faces()])
    assert np.isnan(agreement.recall)
    assert np.isnan(agreement.precision)
