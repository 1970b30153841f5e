"""Trains Ball Cluster Learning (ICCV 2019) on labelled embeddings.

The loss, with the batch's centres mu scaled to length one and v running over the other people:

    L = 4 mean max(0, |f_i - mu_own|^2 - b) + mean max(0, 9 b + eps - min_v |f_i - mu_v|^2)

Published: an MLP of widths d, 256, 128, 64, 64, a learned radius ``b = softplus(h)``, batches of
2,000 faces, SGD. With thousands of faces instead of millions that MLP forgets more than it learns,
so by default the network is one linear layer that starts where closed form gets: whitening of what
differs between faces of one person. ``network="mlp"`` is the published one, for who has the data.
"""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.engine import Labels
from photoorg.clustering.scoring.networks import signature_details
from photoorg.clustering.systems.ball_cluster import balls
from photoorg.errors import UsageError
from photoorg.evaluation.metrics import score
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.folds import folds
from photoorg.training.identities import (
    Identities,
    export,
    read_identities,
    same_photos,
    write_card,
)
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

EPS, ALPHA, BETA = 0.05, 4.0, 1.0
WIDTHS = (256, 128, 64, 64)
LARGEST = 20
"""Faces of one person in a batch, so that the famous do not fill it."""


@dataclass(frozen=True, slots=True)
class BallRecipe:
    """Everything a run depends on besides its data; ``people`` are those of one batch."""

    pack: str
    network: str = "linear"
    steps: int = 100
    people: int = 400
    learning_rate: float = 2e-4
    b: float = 0.34
    held_out: int = 5
    seed: int = 0
    device: str = "cpu"


class BallNetwork(nn.Module):
    """Embeddings ``(m, d)`` to unit points, with the squared radius b as a parameter."""

    def __init__(self, dimension: int, kind: str, b: float) -> None:
        super().__init__()
        if kind == "linear":
            self.layers = nn.Sequential(nn.Linear(dimension, dimension, bias=False))
        elif kind == "mlp":
            parts: list[nn.Module] = []
            for inputs, outputs in zip((dimension, *WIDTHS[:-1]), WIDTHS, strict=True):
                parts += [nn.Linear(inputs, outputs), nn.ReLU()]
            self.layers = nn.Sequential(*parts[:-1])
        else:
            raise UsageError(f"There is no ball cluster network “{kind}”; take linear or mlp.")
        self.h = nn.Parameter(torch.tensor(float(np.log(np.expm1(b)))))

    @property
    def b(self) -> Tensor:
        return functional.softplus(self.h)

    def forward(self, embeddings: Tensor) -> Tensor:
        return functional.normalize(self.layers(embeddings), dim=1)


def ball_loss(points: Tensor, people: Tensor, b: Tensor, eps: float = EPS) -> tuple[Tensor, Tensor]:
    """Return the parts ``(similar, dissimilar)`` of the loss for unit points ``(m, p)``."""
    names, own = torch.unique(people, return_inverse=True)
    centres = torch.zeros(len(names), points.shape[1], dtype=points.dtype, device=points.device)
    centres = functional.normalize(centres.index_add(0, own, points), dim=1)
    squares = (2 - 2 * points @ centres.T).clamp(min=0)
    to_own = squares.gather(1, own[:, None])[:, 0]
    is_own = functional.one_hot(own, len(names)).bool()
    nearest_other = squares.masked_fill(is_own, torch.inf).amin(dim=1)
    similar = (to_own - b).clamp(min=0).mean()
    dissimilar = (9 * b + eps - nearest_other).clamp(min=0).mean()
    return similar, dissimilar


def train(
    data: Sequence[Path],
    out: Path,
    recipe: BallRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files of the same photos, write ``out`` and its card; return figures.

    One part in ``recipe.held_out`` of the people is kept for the figures. A run that was stopped
    goes on from ``out`` with the suffix ``.checkpoint``.
    """
    sets = [read_identities(path) for path in data]
    same_photos(sets)
    train_on, test_on = folds(sets[0].labels, recipe.held_out, recipe.seed)[0]
    parts = [part.of(train_on) for part in sets]
    faces = np.concatenate([part.embeddings for part in parts])
    people = np.concatenate([part.labels for part in parts])
    torch.manual_seed(recipe.seed)
    network = BallNetwork(faces.shape[1], recipe.network, recipe.b).to(recipe.device)
    if recipe.network == "linear":
        with torch.no_grad():
            network.layers[0].weight.copy_(torch.as_tensor(within_whitening(faces, people)))
    optimizer = torch.optim.Adam(network.parameters(), recipe.learning_rate)
    checkpoint = out.with_suffix(".checkpoint")
    first = load_checkpoint(checkpoint, recipe, network, optimizer)
    everything = torch.as_tensor(faces).to(recipe.device)
    for step in range(first, recipe.steps):
        rows = _batch(people, recipe.people, np.random.default_rng((recipe.seed, step)))
        points = network(everything[torch.as_tensor(rows)])
        own = torch.as_tensor(people[rows]).to(recipe.device)
        similar, dissimilar = ball_loss(points, own, network.b)
        loss = ALPHA * similar + BETA * dissimilar
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if (step + 1) % 20 == 0:
            logger.info("step %d: loss %.4f, b %.4f", step + 1, loss.detach(), network.b.detach())
            save_checkpoint(checkpoint, recipe, step + 1, network, optimizer)
        progress(step + 1, recipe.steps)
    network.cpu()
    b = float(network.b.detach())
    details = {**signature_details(recipe.pack, faces), "b": f"{b:.6f}"}
    example = {"embeddings": torch.as_tensor(faces[:4])}
    export(network, example, [{0: "faces"}], out, details)
    figures = _figures(network, sets[0].of(test_on), b)
    write_card(out, "Ball Cluster Learning", recipe=asdict(recipe), data=sets, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def within_whitening(faces: FloatArray, people: Labels) -> FloatArray:
    """Return the symmetric map ``(d, d)`` that makes the spread within people more even.

    ``(S_w + mean variance)^(-1/2)`` for the covariance S_w of faces ``(n, d)`` around the means of
    their people ``(n,)``, scaled to keep lengths on average.
    """
    numbers = np.unique(people, return_inverse=True)[1]
    means = np.zeros((numbers.max() + 1, faces.shape[1]))
    np.add.at(means, numbers, faces)
    means /= np.bincount(numbers)[:, None]
    spread = faces - means[numbers]
    covariance = spread.T @ spread / len(faces)
    values, directions = np.linalg.eigh(covariance)
    scales = 1 / np.sqrt(values + values.mean())
    scales /= np.sqrt(np.square(scales).mean())
    return np.asarray(directions * scales @ directions.T, np.float32)


def _batch(people: Labels, count: int, random: np.random.Generator) -> IntArray:
    """Return the rows of some people, at most :data:`LARGEST` of each."""
    chosen = random.permutation(np.unique(people))[:count]
    shuffled = random.permutation(len(people))
    shuffled = shuffled[np.isin(people[shuffled], chosen)]
    order = np.argsort(people[shuffled], kind="stable")
    own = people[shuffled][order]
    place = np.arange(len(own)) - np.searchsorted(own, own)
    return shuffled[order[place < LARGEST]]


def _figures(network: BallNetwork, held_out: Identities, b: float) -> dict[str, float]:
    """Return what the engine reaches on people it was not trained on, beside the raw embeddings."""
    with torch.no_grad():
        points = network(torch.as_tensor(held_out.embeddings)).numpy()
    learned = score(held_out.labels, balls(points, b))
    cuts = [balls(held_out.embeddings, cut) for cut in np.arange(0.2, 0.42, 0.02)]
    raw = max((score(held_out.labels, labels) for labels in cuts), key=lambda found: found.bcubed_f)
    return {
        "BCubed F, cut at the learned 4 b": learned.bcubed_f,
        "effort, cut at the learned 4 b": learned.effort or 0.0,
        "BCubed F of complete linkage on the raw embeddings at its best cut": raw.bcubed_f,
        "effort of complete linkage on the raw embeddings at that cut": raw.effort or 0.0,
    }
