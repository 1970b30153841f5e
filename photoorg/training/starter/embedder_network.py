"""The network that turns a face into an embedding, and how it is shipped."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.analysis.face_crops import FaceCrops
from photoorg.training.network import (
    Block,
    convolution,
    export_network,
    folded_copy,
    reduced_precision,
)
from photoorg.training.starter.within_class import within_class_metric
from photoorg.types import FloatArray, Pixels

MAPS = (64, 128, 128)
"""Channels of the teacher's maps, 28, 14 and 7 cells a side."""

WIDTHS = (64, 128, 192)
BLOCKS = (1, 3, 1)


class Embedder(nn.Module):
    """Faces ``(n, 3, 112, 112)`` in [-1, 1] to embeddings ``(n, 128)``, not normalised."""

    def __init__(self, dimension: int = 128, maps: Sequence[int] = MAPS) -> None:
        super().__init__()
        self.dimension = dimension
        entries = [
            [convolution(3, 24, kernel=3, stride=2), convolution(24, WIDTHS[0], kernel=3, stride=2)]
        ]
        entries += [
            [convolution(before, width, kernel=3, stride=2)]
            for before, width in zip(maps, WIDTHS[1:], strict=False)
        ]
        self.stages = nn.ModuleList(
            nn.Sequential(*entry, *(Block(width) for _ in range(blocks)), nn.Conv2d(width, told, 1))
            for entry, width, blocks, told in zip(entries, WIDTHS, BLOCKS, maps, strict=True)
        )
        self.head = nn.Sequential(
            convolution(maps[-1], 256, kernel=1),
            nn.Conv2d(256, 256, 7, groups=256),
            nn.Flatten(),
            nn.Linear(256, dimension),
        )

    def forward(self, faces: Tensor) -> Tensor:
        for stage in self.stages:
            faces = stage(faces)
        return self.head(faces)

    def guided(
        self, faces: Tensor, maps: Sequence[Tensor], told: Tensor
    ) -> tuple[Tensor, list[Tensor]]:
        """Return embeddings ``(n, 128)`` and the guesses of the teacher's maps.

        Where ``told (n,)``, a stage starts from the teacher's map instead of the guess before it.
        """
        seen, guesses = faces, []
        for stage, wanted in zip(self.stages, maps, strict=True):
            guess = stage(seen)
            guesses.append(guess)
            seen = torch.where(told[:, None, None, None], wanted.to(guess.dtype), guess)
        return self.head(seen), guesses


def as_input(faces: Pixels) -> FloatArray:
    """Turn BGR crops ``(n, 112, 112, 3)`` into the networks' input ``(n, 3, 112, 112)``."""
    return (faces[..., ::-1].transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 127.5


@torch.no_grad()
def embed_crops(model: Embedder, faces: Pixels) -> FloatArray:
    """Return mirror-averaged embeddings ``(n, d)`` of BGR crops."""
    model.eval()
    device = next(model.parameters()).device
    parts = [np.empty((0, model.dimension), np.float32)]
    for start in range(0, len(faces), 256):
        batch = torch.from_numpy(as_input(faces[start : start + 256])).to(device)
        batch = batch.contiguous(memory_format=torch.channels_last)
        with reduced_precision(device.type):
            parts.append((model(batch) + model(batch.flip(3))).float().cpu().numpy())
    return np.concatenate(parts)


class Shipped(nn.Module):
    """The network as shipped: picture and mirror image averaged, in the metric of one's own."""

    def __init__(self, model: Embedder, middle: FloatArray, matrix: FloatArray) -> None:
        super().__init__()
        self.model = model
        self.register_buffer("middle", torch.from_numpy(middle))
        self.register_buffer("matrix", torch.from_numpy(matrix))

    def forward(self, faces: Tensor) -> Tensor:
        both = nn.functional.normalize(self.model(faces) + self.model(faces.flip(3)))
        return (both - self.middle) @ self.matrix


def export_embedder(
    model: Embedder,
    path: Path,
    known: FaceCrops,
    *,
    before: Embedder | None = None,
    kept: float = 0.0,
) -> None:
    """Write the network as ONNX with folded normalisation and float16 weights.

    The weights have the share ``kept`` of those of the folded network ``before``. It answers in the
    metric of the named faces ``known``, see :mod:`.within_class`.
    """
    folded = folded_copy(model, before, kept)
    rows = embed_crops(folded, known.pixels)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    export_network(
        Shipped(folded, *within_class_metric(rows, known.names)),
        path,
        example=torch.zeros(2, 3, 112, 112),
        dynamic={0: torch.export.Dim("n")},
        inputs=["faces"],
        outputs=["embeddings"],
    )
