"""Trains Ball Cluster Learning for any recogniser: a network that draws faces together.

What is trained is the weight of each neighbour (:func:`photoorg.clustering.systems.ball_cluster.
drawn`), on the loss of the paper for the points that come out, with the learned radius b, and on
the cross-entropy of the weights themselves, which tells of pairs that no ball is near enough to.
The albums are drawn from the files of several recognisers. In the end b is set to the radius that
groups further albums best.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.scoring.networks import generic_details, read_network
from photoorg.clustering.scoring.relations import FEATURES, Relations, inputs
from photoorg.clustering.systems.album_relations import relations_in
from photoorg.clustering.systems.ball_cluster import ROUNDS, BallCluster, drawn_together
from photoorg.training.ball_cluster import ALPHA, BETA, ball_loss
from photoorg.training.identities import add_details, export, write_card
from photoorg.training.networks.pair_network import PairNetwork
from photoorg.training.on_albums import (
    OnAlbums,
    best_cut,
    figures_on,
    read_data,
    train_on_albums,
)
from photoorg.types import FloatArray, ProgressCallback, no_progress

RADII = tuple(np.arange(0.04, 0.40, 0.02).round(2).tolist())
"""Squared radii that balls may have."""


@dataclass(frozen=True, slots=True)
class GenericBallRecipe(OnAlbums):
    """Everything a run depends on besides its data.

    ``faces`` are those of an album at most, ``b`` is the squared radius that is started from, and
    ``pairs`` the weight of the cross-entropy beside the loss of the paper.
    """

    width: int = 48
    layers: int = 1
    faces: int = 1200
    steps: int = 3
    b: float = 0.2
    pairs: float = 1.0


class DrawingNetwork(nn.Module):
    """Tokens and their table, as in :class:`PairNetwork`, to logits of weights; and b."""

    def __init__(self, width: int, layers: int, b: float) -> None:
        super().__init__()
        self.judge = PairNetwork(width=width, layers=layers)
        self.h = nn.Parameter(torch.tensor(float(np.log(np.expm1(b)))))

    @property
    def b(self) -> Tensor:
        return functional.softplus(self.h)

    def forward(self, tokens: Tensor, table: Tensor) -> Tensor:
        logits: Tensor = self.judge(tokens, table)
        return logits


def train(
    data: Sequence[Path],
    out: Path,
    recipe: GenericBallRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files of several recognisers, write ``out`` and its card; return figures.

    A run that was stopped goes on from ``out`` with the suffix ``.checkpoint``. Raises DataError.
    """
    read = read_data(data, recipe)
    torch.manual_seed(recipe.seed)
    network = DrawingNetwork(recipe.width, recipe.layers, recipe.b)

    def losses(
        network: nn.Module, faces: FaceSet, people: Labels, rng: np.random.Generator
    ) -> Iterator[Tensor]:
        rows = _some_people(people, recipe.faces, rng)
        _, seen = relations_in(FaceSet(faces.embeddings[rows]))
        asked = inputs(seen, np.arange(len(rows)))
        for _ in range(recipe.steps):
            yield _loss(network, seen, asked, people[rows], recipe)

    checkpoint = out.with_suffix(".checkpoint")
    mean = train_on_albums(network, read.recognizers, losses, recipe, checkpoint, progress)
    _export(mean, out)
    trained = read_network(out)

    def groupings(faces: FaceSet) -> Iterator[Labels]:
        points = drawn_together(trained, faces)
        trees = linkage_trees(points, "complete", 2 * RADII[-1])
        for b in RADII:
            yield cut_trees(trees, 2 * b, len(points))

    add_details(out, {"b": str(best_cut(read.recognizers, RADII, groupings, recipe))})
    figures = dict(figures_on(read.measured, BallCluster(weights=out), recipe.left_out))
    title = "Ball Cluster Learning for any recogniser"
    write_card(out, title, recipe=asdict(recipe), data=read.trained, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def _some_people(people: Labels, most: int, rng: np.random.Generator) -> Labels:
    """Return the rows of random people, together at most ``most``."""
    order = rng.permutation(people.max() + 1)[people]
    rows = np.argsort(order, kind="stable")[:most]
    return np.asarray(np.sort(rows), np.int64)


def _loss(
    network: nn.Module,
    seen: Relations,
    asked: dict[str, FloatArray],
    people: Labels,
    recipe: GenericBallRecipe,
) -> Tensor:
    """Return the loss of the points of all faces of an album, and of the weights."""
    n, t = len(seen), seen.tokens
    logits = network(
        **{name: torch.from_numpy(part).to(recipe.device) for name, part in asked.items()}
    )
    near = torch.from_numpy(seen.ids[:, :t].astype(np.int64)).to(recipe.device)
    own = torch.from_numpy(people).to(recipe.device)
    weights = torch.cat([torch.ones_like(logits[:, :1]), logits[:, 1:].sigmoid()], dim=1)
    summed = torch.zeros(n, n, device=recipe.device).scatter(1, near, weights)
    points = torch.from_numpy(seen.embeddings).to(recipe.device)
    for _ in range(ROUNDS):
        points = functional.normalize(summed @ points, dim=1)
    similar, dissimilar = ball_loss(points, own, network.b)
    same = (own[near[:, 1:]] == own[:, None]).float()
    pairs = functional.binary_cross_entropy_with_logits(logits[:, 1:], same)
    return ALPHA * similar + BETA * dissimilar + recipe.pairs * pairs


def _export(network: nn.Module, out: Path) -> None:
    example = {"tokens": torch.zeros(3, 8, FEATURES), "table": torch.zeros(3, 8, 8)}
    axes = [{0: "anchors", 1: "near"}, {0: "anchors", 1: "near", 2: "near"}]
    export(network, example, axes, out, generic_details(), half=True)
