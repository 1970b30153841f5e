from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from insightface.model_zoo.scrfd import SCRFD

from photoorg.training.network import exported_weights, folded_copy
from photoorg.training.starter.detector import (
    DetectorRecipe,
    anchors,
    as_batch,
    assign,
    detector_loss,
    giou,
    mirrored,
    train_detector,
)
from photoorg.training.starter.detector_network import ANCHORS, STRIDES, Detector, export_detector
from photoorg.training.starter.scenes import Scene
from tests.training.starter.test_scenes import photo_with_marks

TINY = DetectorRecipe(minutes=0.03, cooldown=0.02, batch=2, checkpoint_minutes=9)


def scene(*boxes: tuple[float, float, float, float], ignored: bool = False) -> Scene:
    array = np.array(boxes, np.float32).reshape(-1, 4)
    low, size = array[:, None, :2], (array[:, 2:] - array[:, :2])[:, None]
    spots = np.array([[0.3, 0.4], [0.7, 0.4], [0.5, 0.6], [0.35, 0.8], [0.65, 0.8]], np.float32)
    pixels = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    none = np.empty((0, 4), np.float32)
    if ignored:
        return Scene(pixels, none, np.empty((0, 5, 2), np.float32), array)
    return Scene(pixels, array, low + spots * size, none)


def test_anchors_lie_as_scrfd_reads_them() -> None:
    centres, sizes, levels = anchors(64)
    assert len(centres) == 2 * (8 * 8 + 4 * 4 + 2 * 2)
    assert centres[:4].tolist() == [[0, 0], [0, 0], [8, 0], [8, 0]]
    assert sizes[:2].tolist() == list(ANCHORS[0])
    assert np.bincount(levels).tolist() == [128, 32, 8]


@pytest.mark.parametrize("size", [10, 20, 45, 90, 180, 250])
def test_every_face_gets_anchors_of_its_size(size: float) -> None:
    positive, rows, weight = assign(scene((3, 3, 3 + size, 3 + 1.2 * size)))
    assert len(positive)
    assert (rows == 0).all()
    assert (weight == 1).all()
    sizes = anchors(256)[1][positive]
    assert (np.abs(np.log2(sizes / max(size, 16))) <= 1.1).all()


def test_doubtful_faces_count_neither_way() -> None:
    positive, _, weight = assign(scene((50, 50, 120, 130), ignored=True))
    centres = anchors(256)[0]
    assert not len(positive)
    inside = (centres > 50).all(1) & (centres < (120, 130)).all(1)
    assert (weight[inside] == 0).all()
    assert (weight[~inside] == 1).all()


def test_overlap_of_known_boxes() -> None:
    one = torch.tensor([[0.0, 0, 2, 2], [0, 0, 1, 1]])
    other = torch.tensor([[0.0, 0, 2, 2], [2, 0, 3, 1]])
    overlap, generalised = giou(one, other)
    assert overlap.tolist() == pytest.approx([1, 0])
    assert generalised.tolist() == pytest.approx([1, -1 / 3])


def test_a_perfect_answer_costs_next_to_nothing() -> None:
    wanted = scene((40, 40, 100, 120), (150, 30, 180, 66))
    positive, rows, _ = assign(wanted)
    centres, _, levels = anchors(256)
    count = len(centres)
    scores, boxes = torch.full((1, count), -12.0), torch.ones(1, count, 4)
    points = torch.zeros(1, count, 10)
    for anchor, row in zip(positive, rows, strict=True):
        stride = STRIDES[levels[anchor]]
        (x, y), (x1, y1, x2, y2) = centres[anchor], wanted.boxes[row]
        scores[0, anchor] = 12.0
        boxes[0, anchor] = torch.tensor([x - x1, y - y1, x2 - x, y2 - y]) / stride
        points[0, anchor] = torch.from_numpy((wanted.landmarks[row] - (x, y)).ravel() / stride)
    split = [int((levels == level).sum()) for level in range(3)]
    outputs = [part for whole in (scores, boxes, points) for part in whole.split(split, dim=1)]
    assert float(detector_loss(outputs, [wanted])) < 1e-3
    unsure = [torch.zeros_like(part) for part in outputs[:3]] + outputs[3:]
    assert float(detector_loss(unsure, [wanted])) > 0.1


def test_a_mirror_image_of_a_mirror_image_is_the_picture() -> None:
    once = mirrored(scene((40, 40, 100, 120)))
    twice = mirrored(once)
    assert once.boxes.tolist() == [[156, 40, 216, 120]]
    assert once.landmarks[0, 0, 0] < once.landmarks[0, 1, 0]
    assert (twice.pixels == scene((40, 40, 100, 120)).pixels).all()
    assert np.abs(twice.landmarks - scene((40, 40, 100, 120)).landmarks).max() < 1e-4


def test_insightface_reads_the_exported_network(tmp_path: Path) -> None:
    torch.manual_seed(0)
    model = Detector()
    model.train()(as_batch([scene(), scene()]))
    for output in model.outputs:
        torch.nn.init.normal_(output.weight, std=0.2)
    model.eval()
    path = tmp_path / "detector.onnx"
    export_detector(model, path)
    assert path.stat().st_size <= 1_500_000
    assert b"photoorg" not in path.read_bytes()
    picture = scene().pixels
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(None, {"picture": as_batch([scene()]).numpy()})
    with torch.no_grad():
        expected = model(as_batch([scene()]))
    assert np.abs(found[0][:, 0] - expected[0][0].sigmoid().numpy()).max() < 0.01
    assert np.abs(found[4] - expected[4][0].numpy()).max() < 0.05
    detector = SCRFD(str(path), session)
    detector.prepare(-1, input_size=(256, 256), det_thresh=0.01)
    boxes, landmarks = detector.detect(picture)
    assert boxes.shape[1] == 5
    assert landmarks.shape[1:] == (5, 2)
    assert len(boxes) == len(landmarks) > 0


def test_a_network_keeps_a_share_of_what_it_was(tmp_path: Path) -> None:
    torch.manual_seed(0)
    before, now = Detector().eval(), Detector().eval()
    found = {}
    for kept in (0.0, 0.5, 1.0):
        path = tmp_path / f"{kept}.onnx"
        export_detector(now, path, before=folded_copy(before), kept=kept)
        weights = exported_weights(path)
        found[kept] = np.concatenate([weights[name].numpy().ravel() for name in sorted(weights)])
    assert found[0.5] == pytest.approx((found[0.0] + found[1.0]) / 2, abs=2e-3)
    assert np.abs(found[1.0] - found[0.0]).max() > 0.1
    export_detector(before, tmp_path / "before.onnx")
    alone = exported_weights(tmp_path / "before.onnx")
    assert found[1.0] == pytest.approx(
        np.concatenate([alone[name].numpy().ravel() for name in sorted(alone)])
    )


def test_training_writes_a_network_and_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    sources = [photo_with_marks()]
    crops = np.full((2, 112, 112, 3), 90, np.uint8)
    reported: list[int] = []
    exported = train_detector(
        sources, crops, tmp_path, TINY, progress=lambda done, total: reported.append(total)
    )
    assert exported.is_file()
    assert reported
    first = torch.load(tmp_path / "detector.pt", weights_only=True)["state"]
    minutes = first["seconds"] / 60 + 0.02
    longer = DetectorRecipe(minutes=minutes, cooldown=0.02, batch=2, checkpoint_minutes=9)
    train_detector(sources, crops, tmp_path, longer)
    second = torch.load(tmp_path / "detector.pt", weights_only=True)["state"]
    assert second["step"] > first["step"]
    assert second["seconds"] >= 60 * longer.minutes
