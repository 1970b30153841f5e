"""The network of Deep Adaptive Clustering: a picture to its place among the groups."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

FEATURES, PROJECTED, TEMPERATURE = 64, 32, 0.3

LAST_X = 0.45


@dataclass(frozen=True, slots=True)
class PictureRecipe:
    """Everything a run depends on besides its data.

    ``adaptive=0`` is DAC*. Warps are up to ``shift`` and ``scale`` of half a side, ``turn``
    radians, and ``bend`` for the standard deviation of a grid of 4 x 4 points.
    """

    groups: int = 10
    adaptive: int = 1
    epochs: int = 50
    start: int = 15
    outer: int = 1000
    rounds: int = 2
    batch: int = 128
    views: int = 4
    side: int = 16
    channels: int = 16
    learning_rate: float = 1e-3
    shift: float = 0.25
    turn: float = 0.25
    scale: float = 0.2
    bend: float = 0.08
    seed: int = 0
    device: str = "cpu"


class PictureNetwork(nn.Module):
    """Pictures ``(m, c, h, w)`` in [0, 1] of any size to ``(m, K)`` before the constraint layer."""

    def __init__(self, colours: int, recipe: PictureRecipe) -> None:
        super().__init__()
        self.side = recipe.side
        one, two = recipe.channels, 2 * recipe.channels
        cells = 4 if recipe.side > 16 else max(recipe.side // 4, 1)
        self.features = nn.Sequential(
            *_convolution(colours, one),
            *_convolution(one, one),
            nn.MaxPool2d(2),
            *_convolution(one, two),
            *_convolution(two, two),
            nn.AdaptiveMaxPool2d(cells),
            nn.Flatten(),
            nn.Linear(two * cells**2, FEATURES, bias=False),
            nn.BatchNorm1d(FEATURES),
            nn.ReLU(),
        )
        self.last = nn.Linear(FEATURES, recipe.groups, bias=False)
        self.spread = nn.BatchNorm1d(recipe.groups)
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d | nn.Linear):
                nn.init.kaiming_normal_(layer.weight)

    def forward(self, pictures: Tensor) -> Tensor:
        sized = functional.interpolate(
            pictures, (self.side, self.side), mode="bilinear", align_corners=False
        )
        return self.spread(self.last(self.features(sized)))


def constrain(outputs: Tensor) -> Tensor:
    """Return the constraint layer's rows ``(m, K)``: not negative, of length one."""
    c = torch.exp(outputs - outputs.max(dim=1, keepdim=True).values)
    return functional.normalize(c, dim=1)


def _convolution(inputs: int, outputs: int) -> list[nn.Module]:
    return [
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    ]
