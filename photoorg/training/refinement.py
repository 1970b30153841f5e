"""Trains the network of the ECCV 2022 paper on embeddings as they are.

One transformer layer (post-norm, 8 heads, feed-forward 2048, ReLU, dropout 0.2, the rank's
sinusoidal code added to queries and keys) over the k = 80 nearest neighbours of a face, itself
first; a head of three layers, 2 d -> 256 -> 128 -> 1, on the refined anchor and neighbour. Binary
cross-entropy over all pairs, that of the face with itself included; Adam at 1e-4 with an L2 of
5e-4, batches of 512 faces, ten epochs: all as published, except that attention runs over the
neighbours and that every batch makes one step instead of two.

Files of one recogniser are versions of the same faces: every epoch draws one of them per face.
"""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.engine import Labels, face_set
from photoorg.clustering.neighbors.graph import NeighborGraph, knn_exact
from photoorg.clustering.scoring.networks import read_network, signature_details
from photoorg.clustering.systems.refinement import K, engine_of
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
from photoorg.training.network import reduced_precision
from photoorg.types import FloatArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

HEADS, DROPOUT = 8, 0.2


@dataclass(frozen=True, slots=True)
class RefinementRecipe:
    """Everything a run depends on besides its data; ``wide`` is the width of the feed-forward."""

    pack: str
    wide: int = 2048
    epochs: int = 10
    batch: int = 512
    learning_rate: float = 1e-4
    weight_decay: float = 5e-4
    held_out: int = 5
    seed: int = 0
    device: str = "cpu"


class RefinementNetwork(nn.Module):
    """Neighbours ``(m, k, d)`` with the face itself first to logits ``(m, k)``."""

    def __init__(self, dimension: int, wide: int = 2048) -> None:
        super().__init__()
        self.register_buffer("ranks", rank_code(K, dimension), persistent=False)
        self.query, self.key = nn.Linear(dimension, dimension), nn.Linear(dimension, dimension)
        self.value, self.out = nn.Linear(dimension, dimension), nn.Linear(dimension, dimension)
        self.up, self.down = nn.Linear(dimension, wide), nn.Linear(wide, dimension)
        self.first, self.second = nn.LayerNorm(dimension), nn.LayerNorm(dimension)
        self.dropout = nn.Dropout(DROPOUT)
        self.head = nn.Sequential(
            nn.Linear(2 * dimension, 256), nn.ReLU(),
            nn.Linear(256, 128), nn.ReLU(),
            nn.Linear(128, 1),
        )  # fmt: skip

    def forward(self, near: Tensor) -> Tensor:
        assert isinstance(self.ranks, Tensor)
        placed = near + self.ranks[: near.shape[1]]
        query, key, value = (
            part.unflatten(2, (HEADS, -1)).transpose(1, 2)
            for part in (self.query(placed), self.key(placed), self.value(near))
        )
        weights = (query @ key.transpose(2, 3) / query.shape[3] ** 0.5).softmax(dim=3)
        seen = (self.dropout(weights) @ value).transpose(1, 2).flatten(2)
        x = self.first(near + self.dropout(self.out(seen)))
        spread = self.down(self.dropout(functional.relu(self.up(x))))
        x = self.second(x + self.dropout(spread))
        anchor = x[:, :1].expand_as(x)
        logits: Tensor = self.head(torch.cat([anchor, x], dim=2))[..., 0]
        return logits


def rank_code(ranks: int, dimension: int) -> Tensor:
    """Return the sinusoidal code ``(k, d)`` of the ranks (Vaswani et al. 2017, section 3.5)."""
    slow = 10_000 ** (-torch.arange(0, dimension, 2) / dimension)
    angles = torch.arange(ranks)[:, None] * slow
    return torch.stack([angles.sin(), angles.cos()], dim=2).flatten(1)[:, :dimension]


def train(
    data: Sequence[Path],
    out: Path,
    recipe: RefinementRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files, write ``out`` and its card; return figures on people kept out.

    A run that was stopped goes on from ``out`` with the suffix ``.checkpoint``.
    """
    sets = [read_identities(path) for path in data]
    same_photos(sets)
    known, unknown = folds(sets[0].labels, recipe.held_out, recipe.seed)[0]
    learned = [part.of(known) for part in sets]
    torch.manual_seed(recipe.seed)
    network = RefinementNetwork(learned[0].embeddings.shape[1], recipe.wide).to(recipe.device)
    optimizer = torch.optim.Adam(
        network.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    checkpoint = out.with_suffix(".checkpoint")
    first = load_checkpoint(checkpoint, recipe, network, optimizer)
    for epoch in range(first, recipe.epochs):
        rng = np.random.default_rng((recipe.seed, epoch))
        loss = _epoch(network, optimizer, learned, recipe, rng)
        logger.info("epoch %d: loss %.4f", epoch + 1, loss)
        save_checkpoint(checkpoint, recipe, epoch + 1, network, optimizer)
        progress(epoch + 1, recipe.epochs)
    everything = np.concatenate([part.embeddings for part in learned])
    example = {"near": torch.zeros(3, 8, everything.shape[1])}
    details = signature_details(recipe.pack, everything)
    export(network.cpu(), example, [{0: "anchors", 1: "ranks"}], out, details, half=True)
    figures = _figures(out, [part.of(unknown) for part in sets], data)
    write_card(out, "Neighbour refinement", recipe=asdict(recipe), data=sets, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def _epoch(
    network: RefinementNetwork,
    optimizer: torch.optim.Optimizer,
    versions: Sequence[Identities],
    recipe: RefinementRecipe,
    rng: np.random.Generator,
) -> float:
    """Train on every face once, each as it is in one of the versions; return the mean loss."""
    network.train()
    faces, labels = _drawn(versions, rng), versions[0].labels
    graph = knn_exact(faces, min(K, len(faces)))
    order = rng.permutation(len(faces))
    losses = []
    for anchors in np.array_split(order, max(1, len(order) // recipe.batch)):
        loss = _loss(network, faces, labels, graph, anchors, recipe.device)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    return float(np.mean(losses))


def _drawn(versions: Sequence[Identities], rng: np.random.Generator) -> FloatArray:
    """Return unit rows ``(n, d)``, each from a random version."""
    which = rng.integers(len(versions), size=len(versions[0].labels))
    rows = versions[0].embeddings.copy()
    for number, part in enumerate(versions):
        rows[which == number] = part.embeddings[which == number]
    return rows


def _loss(
    network: RefinementNetwork,
    faces: FloatArray,
    labels: Labels,
    graph: NeighborGraph,
    anchors: np.ndarray,
    device: str,
) -> Tensor:
    ids = graph.ids[anchors]
    same = (labels[ids] == labels[anchors, None]).astype(np.float32)
    near = torch.from_numpy(faces[ids]).to(device)
    with reduced_precision(device):
        logits = network(near).float()
    return functional.binary_cross_entropy_with_logits(logits, torch.from_numpy(same).to(device))


def _figures(
    network: Path, held_out: Sequence[Identities], data: Sequence[Path]
) -> dict[str, float]:
    engine = engine_of(read_network(network))
    figures = {}
    for part, path in zip(held_out, data, strict=True):
        reached = score(part.labels, engine.fit_predict(face_set(part.embeddings)))
        figures[f"{path.stem}: BCubed F"] = reached.bcubed_f
        figures[f"{path.stem}: effort"] = reached.effort or 0.0
    return figures
