"""Training on drawn albums of several recognisers, of networks that are to serve any of them.

The albums are those of the default engine's network (:mod:`photoorg.training.albums`). What a
network needs besides its weights, the one cut that groups best, is fitted to further albums of the
people it was trained on.
"""

import copy
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.clustering.engine import ClusterEngine, FaceSet, Labels
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.errors import DataError
from photoorg.evaluation.metrics import score
from photoorg.training.albums import Recognizer, draw_album
from photoorg.training.baseline import best_components
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.folds import folds
from photoorg.training.identities import Identities, read_identities
from photoorg.training.network import follow_average
from photoorg.training.profile import versions
from photoorg.types import ProgressCallback, no_progress

logger = logging.getLogger(__name__)

NEIGHBOURS = 41
"""Of each face for plain components, itself among them."""
EASY = 0.02
"""Albums count alike, however hard they are, down to this loss: else those of bad pictures decide
alone, and a network for them takes too many pairs of good pictures for one person."""

Losses = Callable[[nn.Module, FaceSet, Labels, np.random.Generator], Iterator[Tensor]]
"""Gives the losses of an album one after the other; before the next, the network has learned."""
Groupings = Callable[[FaceSet], Iterator[Labels]]
"""Gives the grouping ``(n,)`` of an album for every cut that may be."""


@dataclass(frozen=True, slots=True)
class OnAlbums:
    """Everything a run depends on besides its data.

    ``left_out`` is how the names of the files begin whose recogniser is measured and not trained
    on; one part in ``held_out`` of the people is kept for the figures (0: nobody is). The cut is
    fitted to ``fitted_on`` albums.
    """

    left_out: str = ""
    albums: int = 200
    learning_rate: float = 2e-3
    weight_decay: float = 0.02
    bend: float = 0.2
    ema: float = 0.995
    held_out: int = 5
    fitted_on: int = 24
    seed: int = 0
    device: str = "cpu"


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """The files that are trained on, their recognisers, and the people kept out, in all files."""

    trained: Sequence[Identities]
    recognizers: Sequence[Recognizer]
    measured: Sequence[Identities]


def read_data(paths: Sequence[Path], recipe: OnAlbums) -> Data:
    """Return the people to train on and those to measure on; raises DataError."""
    left_out = [path for path in paths if recipe.left_out and path.stem.startswith(recipe.left_out)]
    trained = [read_identities(path) for path in paths if path not in left_out]
    if not trained:
        raise DataError(f"All files are of “{recipe.left_out}”; leave another recogniser out.")
    every = [*trained, *(read_identities(path) for path in left_out)]
    people = np.unique(np.concatenate([part.labels for part in every]))
    known, unknown = people, people[:0]
    if recipe.held_out:
        known, unknown = folds(people, recipe.held_out, 0)[0]
    measured = [part.of(unknown) for part in every] if recipe.held_out else []
    return Data(trained, versions([part.of(known) for part in trained]), measured)


def train_on_albums(
    network: nn.Module,
    recognizers: Sequence[Recognizer],
    losses: Losses,
    recipe: OnAlbums,
    checkpoint: Path,
    progress: ProgressCallback = no_progress,
) -> nn.Module:
    """Return the running mean of the network; a stopped run goes on from its checkpoint."""
    network.to(recipe.device)
    optimizer = torch.optim.AdamW(
        network.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    both = nn.ModuleList([network, copy.deepcopy(network)])
    for album in range(load_checkpoint(checkpoint, recipe, both, optimizer), recipe.albums):
        rng = np.random.default_rng((recipe.seed, album))
        faces, labels = draw_album(recognizers, rng, bend=recipe.bend)
        optimizer.param_groups[0]["lr"] = recipe.learning_rate * (1 - album / recipe.albums)
        found = []
        for loss in losses(network, faces, labels, rng):
            network.zero_grad()
            (loss / (loss.detach() + EASY)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            follow_average(both[1], network, recipe.ema)
            found.append(float(loss.detach()))
        if (album + 1) % 10 == 0:
            logger.info("album %d: loss %.4f", album + 1, np.mean(found))
            save_checkpoint(checkpoint, recipe, album + 1, both, optimizer)
        progress(album + 1, recipe.albums)
    return both[1].cpu().eval()


def best_cut(
    recognizers: Sequence[Recognizer],
    cuts: Sequence[float],
    groupings: Groupings,
    recipe: OnAlbums,
) -> float:
    """Return the cut with the highest mean BCubed F over albums the network has not seen."""
    sums = np.zeros(len(cuts))
    for album in range(recipe.fitted_on):
        rng = np.random.default_rng((recipe.seed, recipe.albums, album))
        faces, labels = draw_album(recognizers, rng, bend=recipe.bend)
        sums += [score(labels, found).bcubed_f for found in groupings(faces)]
    logger.info(
        "mean F by cut: %s",
        dict(zip(cuts, (sums / recipe.fitted_on).round(4).tolist(), strict=True)),
    )
    return float(cuts[int(sums.argmax())])


def figures_on(
    measured: Sequence[Identities], engine: ClusterEngine, left_out: str
) -> Mapping[str, float]:
    """Return what an engine reaches on people it was not trained on, beside plain components."""
    figures = {}
    for part in measured:
        name = part.source.stem
        if left_out and name.startswith(left_out):
            name += " (recogniser left out)"
        learned = score(part.labels, engine.fit_predict(FaceSet(part.embeddings)))
        plain = best_components(knn_exact(part.embeddings, NEIGHBOURS), part.labels)
        figures[f"{name}: BCubed F"] = learned.bcubed_f
        figures[f"{name}: BCubed F of components at their best threshold"] = plain.bcubed_f
    return figures
