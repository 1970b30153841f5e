"""Trains the network that tells closed eyes from open ones, on faces that we paint.

See :mod:`.eyelids`. People kept out of training tell how many painted eyes are found, and how many
faces that nobody painted are called closed: some of these are.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.analysis.face_crops import FaceCrops, read_crops
from photoorg.analysis.likeness.eyes import around_eyes
from photoorg.errors import DataError
from photoorg.training.identities import write_lines
from photoorg.training.network import export_network, one_core
from photoorg.training.starter.eyelids import close_eyes, exchange_eyes, spoil
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class EyesRecipe:
    """Everything a run depends on besides its faces."""

    pictures: int = 60_000
    tested: int = 4_000
    epochs: int = 10
    batch: int = 128
    learning_rate: float = 1e-3
    weight_decay: float = 0.01
    called_closed: float = 0.004
    seed: int = 0


class EyesNetwork(nn.Module):
    """Normalised grey pictures of eyes ``(n, 1, 32, 72)`` to logits ``(n, 1)``, high for closed."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *(nn.Conv2d(1, 16, 3, 2, 1), nn.BatchNorm2d(16), nn.ReLU()),
            *(nn.Conv2d(16, 32, 3, 2, 1), nn.BatchNorm2d(32), nn.ReLU()),
            *(nn.Conv2d(32, 48, 3, 2, 1), nn.BatchNorm2d(48), nn.ReLU()),
            *(nn.Flatten(), nn.Dropout(0.3), nn.Linear(48 * 4 * 9, 32), nn.ReLU()),
            nn.Linear(32, 1),
        )
        self.shift = nn.Parameter(torch.zeros(()), requires_grad=False)

    def forward(self, eyes: Tensor) -> Tensor:
        logits: Tensor = self.layers(eyes) - self.shift
        return logits


def train_eyes(
    files: Sequence[Path],
    out: Path,
    recipe: EyesRecipe | None = None,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on zip files of aligned faces, write ``out`` and its card, and return the figures.

    A logit of 0 is where ``called_closed`` of the faces that nobody painted are called closed.
    Raises DataError where nobody is kept out or left to learn from.
    """
    recipe = recipe or EyesRecipe()
    everyone = read_crops(files)
    known, unseen = everyone.select(~everyone.aside), everyone.select(everyone.aside)
    if not (len(known.pixels) and len(unseen.pixels)):
        raise DataError("There are not faces enough to learn from some and to try others.")
    dice = np.random.default_rng(recipe.seed)
    eyes, closed = _painted(known, recipe.pictures, dice, progress)
    torch.manual_seed(recipe.seed)
    network = EyesNetwork()
    with one_core():
        _learn(network, torch.from_numpy(eyes), torch.from_numpy(closed), recipe)
    network.shift.copy_(
        torch.quantile(
            torch.from_numpy(_told(network, _all(known.pixels))), 1 - recipe.called_closed
        )
    )
    figures = _figures(network, unseen, recipe, dice)
    out.parent.mkdir(parents=True, exist_ok=True)
    export_network(
        network,
        out,
        example=torch.zeros(2, 1, 32, 72),
        dynamic={0: torch.export.Dim("n")},
        inputs=["eyes"],
        outputs=["closed"],
    )
    write_lines(
        out,
        "Closed eyes",
        recipe=asdict(recipe),
        data=[(file, "aligned faces, whose eyes were painted over") for file in files],
        heading="On people who had no part in it",
        figures=figures,
    )
    return figures


def _painted(
    faces: FaceCrops, count: int, dice: np.random.Generator, progress: ProgressCallback
) -> tuple[FloatArray, FloatArray]:
    """Return so many pictures of eyes ``(n, 1, 32, 72)``, and 1 for those that are closed."""
    eyes = np.empty((count, 1, 32, 72), np.float32)
    closed = (dice.random(count) < 0.5).astype(np.float32)
    for n in range(count):
        progress(n, count)
        one, other = faces.pixels[dice.integers(0, len(faces.pixels), 2)]
        face = close_eyes(one, dice) if closed[n] else exchange_eyes(one, other, dice)
        eyes[n, 0] = around_eyes(spoil(face, dice))
    return eyes, closed


def _learn(network: EyesNetwork, eyes: Tensor, closed: Tensor, recipe: EyesRecipe) -> None:
    optimizer = torch.optim.AdamW(
        network.layers.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    network.train()
    for _ in range(recipe.epochs):
        for rows in torch.randperm(len(eyes)).split(recipe.batch):
            if len(rows) > 1:  # one picture has no spread to normalise by
                found = network(eyes[rows])[:, 0]
                loss = functional.binary_cross_entropy_with_logits(found, closed[rows])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
    network.eval()


def _all(faces: Pixels) -> FloatArray:
    return np.stack([around_eyes(face) for face in faces])[:, None]


@torch.no_grad()
def _told(network: EyesNetwork, eyes: FloatArray) -> FloatArray:
    parts = [network(part)[:, 0] for part in torch.from_numpy(eyes).split(_AT_ONCE)]
    return np.asarray(torch.cat(parts).numpy())


def _figures(
    network: EyesNetwork, unseen: FaceCrops, recipe: EyesRecipe, dice: np.random.Generator
) -> dict[str, float]:
    eyes, closed = _painted(unseen, recipe.tested, dice, no_progress)
    told = _told(network, eyes) > 0
    return {
        "painted eyes found": float(told[closed > 0].mean()),
        "painted with open eyes, called closed": float(told[closed == 0].mean()),
        "not painted, called closed": float((_told(network, _all(unseen.pixels)) > 0).mean()),
    }
