"""SCRFD's answers are read as insightface reads them."""

from pathlib import Path

import numpy as np

from photoorg.analysis.detector_view import one_way
from photoorg.analysis.networks import load_networks
from photoorg.analysis.scrfd import read_answers, suppress
from photoorg.media.images import read_picture
from photoorg.packs.models import read_pack


def test_overlapping_boxes_keep_the_surest() -> None:
    boxes = np.array(
        [[0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 30], [8, 8, 30, 30]], dtype=np.float32
    )
    scores = np.array([0.6, 0.9, 0.8, 0.7], dtype=np.float32)
    assert suppress(boxes, scores).tolist() == [1, 2, 3]
    assert suppress(boxes[:0], scores[:0]).tolist() == []


def test_nothing_above_the_threshold() -> None:
    outputs = [
        np.zeros((2 * (640 // s) ** 2, n), np.float32) for n in (1, 4, 10) for s in (8, 16, 32)
    ]
    found = read_answers(outputs, 640, 0.5)
    assert found.boxes.shape == (0, 4)
    assert found.landmarks.shape == (0, 5, 2)


def test_one_anchor_at_five_strides() -> None:
    sizes = [640 // s for s in (8, 16, 32, 64, 128)]
    outputs = [np.zeros((1, n * n, width), np.float32) for width in (1, 4, 10) for n in sizes]
    outputs[4][0, 2 * 5 + 3] = 0.8  # stride 128, row 2, column 3
    outputs[9][0, 2 * 5 + 3] = 1.0
    found = read_answers(outputs, 640, 0.5)
    np.testing.assert_array_equal(found.boxes, [[256, 128, 512, 384]])
    np.testing.assert_array_equal(found.landmarks, [[[384, 256]] * 5])


def test_same_as_insightface(each_pack: Path, own_photos: dict[str, Path]) -> None:
    detector = load_networks(read_pack(each_pack), "cpu", 1).detector
    detector.prepare(0, input_size=(640, 640), det_thresh=0.3)
    for name, faces in (("t1", 6), ("astronaut", 1)):
        canvas = one_way(read_picture(own_photos[name]).pixels, 640).canvas
        boxes, landmarks = detector.detect(canvas)
        blob = detector._prepare_input_blob(canvas, (640, 640))
        outputs = detector.session.run(detector.output_names, {detector.input_name: blob})
        found = read_answers(outputs, 640, 0.3)
        np.testing.assert_allclose(found.boxes, boxes[:, :4], atol=0.01)
        np.testing.assert_allclose(found.landmarks, landmarks, atol=0.01)
        np.testing.assert_allclose(found.scores, boxes[:, 4], atol=1e-5)
        assert len(found.scores) >= faces
