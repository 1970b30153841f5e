"""The detector's network, with the outputs of SCRFD, and how it is shipped."""

import math
from pathlib import Path

import torch
from torch import Tensor, nn

from photoorg.training.network import (
    Block,
    convolution,
    export_network,
    folded_copy,
)

STRIDES = (8, 16, 32)
ANCHORS = ((16, 32), (64, 128), (256, 512))
WIDTHS = (32, 64, 96)
BLOCKS = (1, 2, 2)
STEM = 24
NECK = 32


class Detector(nn.Module):
    """Pictures ``(n, 3, h, w)``, sides multiples of 32, to nine outputs in SCRFD's order.

    Per stride ``s``: scores ``(n, a)`` as logits, distances ``(n, a, 4)`` from the anchor's centre
    to the box's sides and ``(n, a, 10)`` to the landmarks, in strides; ``a = 2 h w / s^2``.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = convolution(3, STEM, kernel=5, stride=4)
        inputs = (STEM, *WIDTHS[:-1])
        self.stages = nn.ModuleList(
            nn.Sequential(
                convolution(before, width, kernel=3, stride=2),
                *(Block(width) for _ in range(depth)),
            )
            for before, width, depth in zip(inputs, WIDTHS, BLOCKS, strict=True)
        )
        self.lateral = nn.ModuleList(convolution(width, NECK, kernel=1) for width in WIDTHS)
        self.down = nn.ModuleList(convolution(NECK, NECK, kernel=3) for _ in WIDTHS[1:])
        self.up = nn.ModuleList(convolution(NECK, NECK, kernel=3, stride=2) for _ in WIDTHS[1:])
        self.heads = nn.ModuleList(convolution(NECK, NECK, kernel=3) for _ in WIDTHS)
        self.outputs = nn.ModuleList(nn.Conv2d(NECK, 2 * 15, 1) for _ in WIDTHS)
        for output in self.outputs:
            nn.init.normal_(output.weight, std=0.01)
            nn.init.zeros_(output.bias)
            output.bias.data[:2] = -4.0

    def forward(self, pictures: Tensor) -> list[Tensor]:
        x = self.stem(pictures)
        levels = []
        for stage in self.stages:
            x = stage(x)
            levels.append(x)
        levels = [side(x) for side, x in zip(self.lateral, levels, strict=True)]
        for k in (1, 0):
            above = nn.functional.interpolate(levels[k + 1], scale_factor=2.0, mode="nearest")
            levels[k] = self.down[k](levels[k] + above)
        for k in (1, 2):
            levels[k] = levels[k] + self.up[k - 1](levels[k - 1])
        found = [self._read(k, x) for k, x in enumerate(levels)]
        return [parts[kind] for kind in range(3) for parts in found]

    def _read(self, level: int, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        raw = self.outputs[level](self.heads[level](x)).float().permute(0, 2, 3, 1)
        half = torch.tensor(ANCHORS[level], device=raw.device).reshape(2, 1) / 2 / STRIDES[level]
        scores, boxes, points = raw[..., :2], raw[..., 2:10], raw[..., 10:]
        boxes = boxes.unflatten(3, (2, 4)).clamp(-4, 4).exp() * half
        points = points.unflatten(3, (2, 10)) * half
        return scores.flatten(1), boxes.flatten(1, 3), points.flatten(1, 3)


class _ScrfdLayout(nn.Module):
    """The network as InsightFace expects it: one picture, two-dimensional outputs, scores."""

    def __init__(self, model: Detector, even: float) -> None:
        super().__init__()
        self.model = model
        self.shift = math.log(even / (1 - even))

    def forward(self, pictures: Tensor) -> tuple[Tensor, ...]:
        outputs = self.model(pictures)
        scores = [(x - self.shift).sigmoid().reshape(-1, 1) for x in outputs[:3]]
        boxes = [x.reshape(-1, 4) for x in outputs[3:6]]
        points = [x.reshape(-1, 10) for x in outputs[6:]]
        return (*scores, *boxes, *points)


def export_detector(
    model: Detector,
    path: Path,
    *,
    even: float = 0.5,
    before: nn.Module | None = None,
    kept: float = 0.0,
) -> None:
    """Write the network as ONNX that InsightFace's ``SCRFD`` class loads.

    ``even`` is the trained score that the file calls 0.5, where most programs draw the line: an
    overlap is no probability, so the best line has to be measured (on photos kept aside). The
    weights have the share ``kept`` of those of the folded network ``before``.
    """
    folded = folded_copy(model, before, kept)
    kinds = ("score", "box", "landmarks")
    export_network(
        _ScrfdLayout(folded, even),
        path,
        example=torch.zeros(1, 3, 320, 384),
        dynamic={2: 32 * torch.export.Dim("rows"), 3: 32 * torch.export.Dim("columns")},
        inputs=["picture"],
        outputs=[f"{kind}_{stride}" for kind in kinds for stride in STRIDES],
    )
