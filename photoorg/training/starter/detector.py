"""Trains a compact face detector with five landmarks whose outputs are SCRFD's.

Anchors, strides and output layout are those of SCRFD (Guo et al. 2021), so InsightFace's ``SCRFD``
class runs the exported file: strides 8, 16, 32 with two square anchors each, 16 to 512 pixels.
Faces are assigned to anchors by ATSS (Zhang et al. 2020); the score is trained with the quality
focal loss ``|s - q|^2 BCE(s, q)`` (Li et al. 2020), ``q`` the overlap of the predicted box; boxes
with ``1 - GIoU`` (Rezatofighi et al. 2019), landmarks with their distance over the face's size.
Anchors on faces that are hidden or doubtful count neither as face nor as background.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.training.network import folded_copy, rank, reduced_precision, unfold
from photoorg.training.starter.detector_network import ANCHORS, STRIDES, Detector, export_detector
from photoorg.training.starter.photo_labels import Source
from photoorg.training.starter.producer import UNUSED_CHUNK, Producer
from photoorg.training.starter.scenes import Scene, scene_maker
from photoorg.training.starter.timed_run import TimedRecipe, TimedRun
from photoorg.types import FloatArray, IntArray, Pixels, ProgressCallback, no_progress

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DetectorRecipe(TimedRecipe):
    """How the detector is trained: on ``ring`` batches, each of them used ``reuse`` times.

    ``even`` is the trained score that the exported file calls 0.5, ``kept`` the share of the
    network it went on from in the file's weights, see :func:`export_detector`.
    """

    cooldown: float = 25.0
    batch: int = 12
    learning_rate: float = 0.02
    reuse: float = 3.0
    ring: int = 48
    composers: int = 0
    even: float = 0.5
    kept: float = 0.0


def anchors(side: int) -> tuple[FloatArray, FloatArray, IntArray]:
    """Return the anchors' ``centres (a, 2)``, ``sizes (a,)`` and ``levels (a,)``, all strides."""
    centres, sizes, levels = [], [], []
    for level, (stride, pair) in enumerate(zip(STRIDES, ANCHORS, strict=True)):
        cells = side // stride
        rows, columns = np.mgrid[:cells, :cells].reshape(2, -1)
        centres.append(np.repeat(np.stack([columns, rows], 1) * stride, 2, axis=0))
        sizes.append(np.tile(pair, cells * cells))
        levels.append(np.full(2 * cells * cells, level))
    return np.concatenate(centres).astype(np.float32), np.concatenate(sizes), np.concatenate(levels)


def assign(scene: Scene) -> tuple[IntArray, IntArray, FloatArray]:
    """Give the faces of a scene to anchors (ATSS).

    Returns the positive anchors ``(p,)``, the row of the face each one stands for ``(p,)`` and
    the weight of every anchor's score ``(a,)``: 0 on what is neither face nor background.
    """
    centres, sizes, levels = anchors(len(scene.pixels))
    weight = np.ones(len(centres), np.float32)
    for x1, y1, x2, y2 in scene.ignored:
        within = (centres > (x1, y1)).all(1) & (centres < (x2, y2)).all(1)
        weight[within] = 0
    if not len(scene.boxes):
        none = np.empty(0, np.int64)
        return none, none, weight
    best = np.zeros(len(centres), np.float32)
    owner = np.full(len(centres), -1)
    for row, box in enumerate(scene.boxes):
        near = _nearest(centres, levels, (box[:2] + box[2:]) / 2)
        overlap = _square_overlap(centres[near], sizes[near], box)
        inside = (centres[near] > box[:2]).all(1) & (centres[near] < box[2:]).all(1)
        chosen = inside & (overlap >= overlap.mean() + overlap.std())
        if not chosen.any():
            chosen[np.argmax(overlap)] = True
        for anchor, value in zip(near[chosen], overlap[chosen], strict=True):
            if value > best[anchor]:
                best[anchor], owner[anchor] = value, row
    positive = np.flatnonzero(owner >= 0)
    weight[positive] = 1
    return positive, owner[positive], weight


def _nearest(centres: FloatArray, levels: IntArray, point: FloatArray, count: int = 9) -> IntArray:
    distance = np.abs(centres - point).max(1)
    found = []
    for level in range(len(STRIDES)):
        rows = np.flatnonzero(levels == level)
        found.append(rows[np.argpartition(distance[rows], 2 * count)[: 2 * count]])
    return np.concatenate(found)


def _square_overlap(centres: FloatArray, sizes: FloatArray, box: FloatArray) -> FloatArray:
    half = sizes[:, None] / 2
    low = np.maximum(centres - half, box[:2])
    high = np.minimum(centres + half, box[2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=1)
    overlap: FloatArray = shared / (sizes**2 + np.prod(box[2:] - box[:2]) - shared)
    return overlap


def detector_loss(outputs: list[Tensor], scenes: Sequence[Scene]) -> Tensor:
    """Return the loss of the nine ``outputs`` of a batch of scenes of one size."""
    scores, boxes, points = (torch.cat(outputs[k : k + 3], dim=1) for k in (0, 3, 6))
    centres, _, levels = anchors(len(scenes[0].pixels))
    assigned = [assign(scene) for scene in scenes]
    picture = np.concatenate([np.full(len(a[0]), k) for k, a in enumerate(assigned)])
    anchor = np.concatenate([a[0] for a in assigned])
    rows = [(s.boxes[a[1]], s.landmarks[a[1]]) for s, a in zip(scenes, assigned, strict=True)]
    true_boxes = torch.from_numpy(np.concatenate([r[0] for r in rows])).to(scores)
    true_points = torch.from_numpy(np.concatenate([r[1] for r in rows])).to(scores)
    weight = torch.from_numpy(np.stack([a[2] for a in assigned])).to(scores)
    quality = torch.zeros_like(scores)
    count = max(1, len(anchor))
    placed = torch.zeros((), device=scores.device)
    if len(anchor):
        centre = torch.from_numpy(centres[anchor]).to(scores)
        stride = torch.from_numpy(np.array(STRIDES)[levels[anchor]]).to(scores)[:, None]
        distance = boxes[picture, anchor] * stride
        guess = torch.cat([centre - distance[:, :2], centre + distance[:, 2:]], dim=1)
        overlap, generalised = giou(guess, true_boxes)
        quality[picture, anchor] = overlap.detach().clamp(min=0.05)
        size = (true_boxes[:, 2:] - true_boxes[:, :2]).prod(1).sqrt()[:, None, None]
        spots = (points[picture, anchor] * stride).unflatten(1, (5, 2)) + centre[:, None]
        error = ((spots - true_points) / size).abs().clamp(max=1)
        placed = 2 * (1 - generalised).mean() + 14 * error.mean()
    certain = nn.functional.binary_cross_entropy_with_logits(scores, quality, reduction="none")
    scored = (weight * (scores.sigmoid() - quality).square() * certain).sum() / count
    return scored + placed


def giou(one: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
    """Return the overlap and the generalised overlap ``(n,)`` of boxes ``(n, 4)``."""
    shared = torch.minimum(one[:, 2:], other[:, 2:]) - torch.maximum(one[:, :2], other[:, :2])
    shared = shared.clamp(min=0).prod(1)
    around = torch.maximum(one[:, 2:], other[:, 2:]) - torch.minimum(one[:, :2], other[:, :2])
    around = around.clamp(min=1e-6).prod(1)
    areas = [(boxes[:, 2:] - boxes[:, :2]).clamp(min=0).prod(1) for boxes in (one, other)]
    union = (areas[0] + areas[1] - shared).clamp(min=1e-6)
    overlap = shared / union
    return overlap, overlap - (around - union) / around


def as_batch(scenes: Sequence[Scene]) -> Tensor:
    """Return the scenes as RGB input ``(n, 3, side, side)``, (x - 127.5) / 128."""
    pixels = np.stack([scene.pixels[..., ::-1] for scene in scenes])
    return torch.from_numpy((pixels.transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 128)


def mirrored(scene: Scene) -> Scene:
    """Return the scene as a mirror shows it."""
    width = scene.pixels.shape[1]
    boxes = [
        np.column_stack([width - b[:, 2], b[:, 1], width - b[:, 0], b[:, 3]])
        for b in (scene.boxes, scene.ignored)
    ]
    landmarks = scene.landmarks[:, [1, 0, 2, 4, 3]] * (-1, 1) + (width, 0)
    return Scene(scene.pixels[:, ::-1], boxes[0], landmarks.astype(np.float32), boxes[1])


def train_detector(
    sources: Sequence[Source],
    crops: Pixels,
    folder: Path,
    recipe: DetectorRecipe | None = None,
    *,
    start: Path | None = None,
    device: str = "cpu",
    progress: ProgressCallback = no_progress,
) -> Path:
    """Train on labelled photos and return the exported ``detector.onnx`` in ``folder``.

    ``crops (n, 112, 112, 3)`` are aligned faces to put on the photos' people. ``folder`` keeps
    ``detector.pt``, from which a later call goes on; without one the run goes on from the exported
    network ``start``, if given. ``progress`` counts seconds.
    """
    recipe = recipe or DetectorRecipe()
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    model = Detector()
    if start is not None:
        make = scene_maker(sources, crops, recipe.seed, 4 * recipe.batch)
        unfold(model, start, as_batch(make(UNUSED_CHUNK)))
    first = folded_copy(model) if start is not None else None
    model = model.to(device).to(memory_format=torch.channels_last)
    run = TimedRun(model, recipe, folder / "detector.pt", progress)
    producer = Producer(
        scene_maker, (sources, crops, recipe.seed + rank(), recipe.batch),
        workers=recipe.composers, first=int(run.state["chunks"]),
    )  # fmt: skip
    rng = run.random()
    ring: list[list[Scene]] = []
    made = steps = 0
    try:
        while run.goes_on():
            while made < 4 or steps > recipe.reuse * made:
                ring = [*ring[-recipe.ring + 1 :], producer.take()]
                made += 1
            scenes = ring[rng.integers(len(ring))]
            scenes = [mirrored(s) if rng.random() < 0.5 else s for s in scenes]
            run.step(_gradients(model, scenes, device))
            steps += 1
            if run.is_due():
                minutes = run.seconds / 60
                logger.info("%d steps, %.1f min, loss %.4f", run.state["step"], minutes, run.loss)
                file = folder / "detector.onnx"
                export_detector(run.average, file, even=recipe.even, before=first, kept=recipe.kept)
                run.save(producer.taken)
    finally:
        producer.close()
    return folder / "detector.onnx"


def _gradients(model: Detector, scenes: Sequence[Scene], device: str) -> float:
    """Add the gradients of one batch and return its loss."""
    pictures = as_batch(scenes).to(device, memory_format=torch.channels_last)
    with reduced_precision(device):
        outputs = model.train()(pictures)
    loss = detector_loss(outputs, scenes)
    loss.backward()
    return float(loss.detach())
