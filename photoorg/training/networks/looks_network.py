"""The network that tells what photos look like, as one that learns."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.training.network import exported_weights, folded_copy
from photoorg.training.starter.detector_network import Detector
from photoorg.training.starter.looks import sign

MATRIX, MEAN = "matrix_half", "mean"


class LooksNetwork(nn.Module):
    """Pictures ``(n, 3, 96, 96)`` and layout and colours ``(n, 120)`` to features ``(n, d)``.

    It begins as the exported file ``path`` says; its normalisation is folded away there.
    """

    def __init__(self, path: Path) -> None:
        import onnx

        super().__init__()
        trunk = folded_copy(Detector())
        self.stem, self.stages = trunk.stem, trunk.stages
        self._file = onnx.load(str(path))
        ends = {
            value.name: torch.from_numpy(onnx.numpy_helper.to_array(value).astype(np.float32))
            for value in self._file.graph.initializer
            if value.name in (MEAN, MATRIX)
        }
        self.register_buffer("mean", ends[MEAN])
        self.matrix = nn.Parameter(ends[MATRIX])
        own = dict(self.named_parameters())
        with torch.no_grad():
            for name, weight in exported_weights(path).items():
                own[name].copy_(weight)

    def forward(self, pictures: Tensor, simple: Tensor) -> Tensor:
        cells = self.stem(pictures)
        told = []
        for stage in self.stages:
            cells = stage(cells)
            # As in the file the variance may not be negative; a root is steep where it is nothing.
            spread = cells.var((2, 3), unbiased=False).clamp_min(1e-8).sqrt()
            told += [cells.mean((2, 3)), spread]
        return (torch.cat([*told, simple], dim=1) - self.mean) @ self.matrix

    def exported(self) -> bytes:
        """Return the file that it began as, with what it has learned; a name tells it apart."""
        own = self.state_dict()
        graph = self._file.graph
        for value in graph.initializer:
            name = value.name.removesuffix(".half").removeprefix("model.")
            learned = own.get("matrix" if value.name == MATRIX else name)
            if learned is not None:
                _fill(value, learned.numpy())
        sign(self._file)
        content: bytes = self._file.SerializeToString()
        return content


def _fill(value: Any, numbers: Any) -> None:
    import onnx

    kind = onnx.helper.tensor_dtype_to_np_dtype(value.data_type)
    value.CopyFrom(onnx.numpy_helper.from_array(numbers.astype(kind), value.name))
