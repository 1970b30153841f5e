"""Learns Deep Adaptive Clustering (ICCV 2017) from pictures without labels.

Every outer batch of up to 1,000 pictures is looked at with the network as it is: the mean l of some
warped views of each picture gives the similarities g, and the thresholds of the schedule (see
``photoorg.clustering.systems.dac``) say which pairs are similar (r = 1), different (r = 0) or left
out (v = 0). Minibatches of two other views of each picture then lower

    mean over pairs with v = 1 of  -r log g - (1 - r) log(1 - g),

by RMSprop at 0.001. A picture is always similar to another view of itself.

Published runs start from random weights and take a hundred thousand steps. With some thousand
pictures the first wrong answers are confirmed instead of mended, so the network is started: for a
few epochs its features learn to find the other view of the same picture among many (the
contrastive loss of SimCLR, 2020), and the rows of the last layer start at the k-means centres of
these features. Batch normalisation before the constraint layer spreads the first similarities
over both thresholds. ``start=0`` leaves this out. On scikit-learn's 1,797 digits of 8 x 8, without
labels and with the recipe below, every seed tried (0, 1, 2) reaches an accuracy over 0.85, DAC and
DAC* alike; from random weights it was about 0.75.
"""

import logging
import math
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.engine import Labels
from photoorg.clustering.optional_packages import scikit_learn
from photoorg.clustering.systems.dac import scaled, thresholds
from photoorg.errors import DataError
from photoorg.evaluation.metrics import score
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.identities import export, write_lines
from photoorg.training.networks.picture_network import (
    FEATURES,
    LAST_X,
    PROJECTED,
    TEMPERATURE,
    PictureNetwork,
    PictureRecipe,
    constrain,
)
from photoorg.types import ProgressCallback, no_progress

logger = logging.getLogger(__name__)

STAR = (0.9, 0.5)
"""Where the single threshold of DAC* begins and ends."""


def pair_loss(similar: Tensor, upper: float, lower: float, g: Tensor) -> Tensor:
    """Return the loss of the similarities ``g (m, m)`` between two views of each picture.

    ``similar (m, m)`` are the similarities that the pseudo-labels are taken from.
    """
    r = similar > upper
    v = r | (similar <= lower)
    r, v = r.float().fill_diagonal_(1), v.float().fill_diagonal_(1)
    g = g.clamp(1e-6, 1 - 1e-6)
    return -(v * (r * g.log() + (1 - r) * (1 - g).log())).sum() / v.sum()


def train(
    data: Sequence[Path],
    out: Path,
    recipe: PictureRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Learn from the ``pictures`` of a file, write ``out`` and its card; return the figures.

    ``labels (n,)`` in the file are only used for the figures. A run that was stopped goes on from
    ``out`` with the suffix ``.checkpoint``, at the epoch it was in.
    """
    if len(data) != 1:
        raise DataError("Pictures are grouped file by file; give one file.")
    pictures, labels = read_pictures(data[0])
    checkpoint = out.with_suffix(".checkpoint")
    network = learn(pictures, recipe, progress, checkpoint)
    rows = _rows(network, pictures)
    details = {
        "groups": str(recipe.groups),
        "side": str(recipe.side),
        "channels": str(pictures.shape[1]),
    }
    export(network, {"pictures": pictures[:4]}, [{0: "n", 2: "height", 3: "width"}], out, details)
    figures = _figures(rows, labels)
    what = f"{len(pictures):,} pictures of {pictures.shape[2]} x {pictures.shape[3]}"
    write_lines(
        out,
        "Deep Adaptive Clustering" + ("" if recipe.adaptive else ", DAC*"),
        recipe=asdict(recipe),
        data=[(data[0], what)],
        heading="Measured on the pictures it learned from, without their labels",
        figures=figures,
    )
    checkpoint.unlink(missing_ok=True)
    return figures


def group(
    pictures: NDArray[Any], recipe: PictureRecipe, progress: ProgressCallback = no_progress
) -> Labels:
    """Return labels ``(n,)`` of pictures ``(n, h, w[, c])``, learned from these alone."""
    values = torch.as_tensor(scaled(pictures))
    different = len(torch.unique(values.flatten(1), dim=0))
    if different < 2:
        return np.zeros(len(values), np.int64)
    recipe = replace(recipe, groups=min(recipe.groups, different))
    rows = _rows(learn(values, recipe, progress), values)
    return np.asarray(rows.argmax(axis=1), np.int64)


def learn(
    pictures: Tensor,
    recipe: PictureRecipe,
    progress: ProgressCallback = no_progress,
    checkpoint: Path | None = None,
) -> PictureNetwork:
    """Return the network learned from pictures ``(n, c, h, w)``, on the processor again."""
    with torch.random.fork_rng():
        torch.manual_seed(recipe.seed)
        network = PictureNetwork(pictures.shape[1], recipe)
        network.to(recipe.device)
        everything = functional.interpolate(
            pictures, (recipe.side, recipe.side), mode="bilinear", align_corners=False
        ).to(recipe.device)
        optimizer = torch.optim.RMSprop(network.parameters(), recipe.learning_rate)
        done = 0
        if checkpoint is not None:
            done = load_checkpoint(checkpoint, recipe, network, optimizer)
        if done == 0 and recipe.start:
            start(network, everything, recipe)
        for epoch in range(done, recipe.epochs):
            progress(epoch, recipe.epochs)
            share = epoch / max(recipe.epochs - 1, 1)
            upper, lower = thresholds(LAST_X * share)
            if not recipe.adaptive:
                upper = lower = STAR[0] + (STAR[1] - STAR[0]) * share
            for _ in range(recipe.rounds):
                loss = learn_outer(network, optimizer, everything, (upper, lower), recipe)
            logger.info("epoch %d: loss %.4f", epoch + 1, loss)
            if checkpoint is not None:
                save_checkpoint(checkpoint, recipe, epoch + 1, network, optimizer)
        progress(recipe.epochs, recipe.epochs)
    network.cpu()
    return network


def learn_outer(
    network: PictureNetwork,
    optimizer: torch.optim.Optimizer,
    pictures: Tensor,
    band: tuple[float, float],
    recipe: PictureRecipe,
) -> float:
    """Look at one outer batch, learn from it in minibatches, and return the last loss."""
    network.train()
    rows = torch.randperm(len(pictures))[: recipe.outer].to(pictures.device)
    with torch.no_grad():
        total = constrain(network(pictures[rows]))
        for _ in range(recipe.views - 1):
            total += constrain(network(warped(pictures[rows], recipe)))
        means = functional.normalize(total, dim=1)
    loss = torch.zeros(())
    shuffled = torch.randperm(len(rows), device=rows.device)
    for part in shuffled.tensor_split(max(round(len(rows) / recipe.batch), 1)):
        one = constrain(network(warped(pictures[rows[part]], recipe)))
        other = constrain(network(warped(pictures[rows[part]], recipe)))
        loss = pair_loss(means[part] @ means[part].T, *band, one @ other.T)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return float(loss.detach())


def start(network: PictureNetwork, pictures: Tensor, recipe: PictureRecipe) -> None:
    """Teach the features to know a picture again when it is warped; centre the last layer."""
    projection = nn.Linear(FEATURES, PROJECTED).to(pictures.device)
    parameters = [*network.features.parameters(), *projection.parameters()]
    optimizer = torch.optim.Adam(parameters, 2 * recipe.learning_rate)
    network.train()
    for _ in range(recipe.start):
        shuffled = torch.randperm(len(pictures), device=pictures.device)
        for part in shuffled.tensor_split(max(round(len(pictures) / (2 * recipe.batch)), 1)):
            views = torch.cat([warped(pictures[part], recipe) for _ in range(2)])
            points = functional.normalize(projection(network.features(views)), dim=1)
            near = points @ points.T / TEMPERATURE
            near = near.masked_fill(torch.eye(len(near), device=near.device).bool(), -math.inf)
            count = len(part)
            twins = torch.arange(2 * count, device=near.device).roll(count)
            loss = functional.cross_entropy(near, twins)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    network.eval()
    with torch.no_grad():
        features = functional.normalize(network.features(pictures), dim=1).cpu().numpy()
        groups = min(recipe.groups, len(np.unique(features.round(4), axis=0)))
        means = scikit_learn("cluster").KMeans(groups, n_init=10, random_state=recipe.seed)
        centres = means.fit(features).cluster_centers_
        centres = torch.as_tensor(centres - centres.mean(axis=0))
        network.last.weight[:groups] = centres.to(network.last.weight)


def warped(pictures: Tensor, recipe: PictureRecipe) -> Tensor:
    """Return another view of every picture ``(m, c, h, w)``: moved, turned, sized and bent."""
    m = len(pictures)

    def within(limit: float, count: int) -> Tensor:
        return (torch.rand(m, count) * 2 - 1) * limit

    turn, lean = within(recipe.turn, 2).T
    wide, high = within(recipe.scale, 2).exp().T
    x, y = within(recipe.shift, 2).T
    cos, sin = turn.cos(), turn.sin()
    first = torch.stack([cos * wide, lean - sin * high, x], dim=1)
    second = torch.stack([sin * wide, cos * high, y], dim=1)
    matrices = torch.stack([first, second], dim=1)
    grid = functional.affine_grid(matrices, list(pictures.shape), align_corners=False)
    knots = torch.randn(m, 2, 4, 4) * recipe.bend
    bent = functional.interpolate(
        knots, tuple(pictures.shape[2:]), mode="bicubic", align_corners=False
    )
    grid = (grid + bent.permute(0, 2, 3, 1)).to(pictures.device)
    return functional.grid_sample(pictures, grid, align_corners=False)


def read_pictures(path: Path) -> tuple[Tensor, Labels | None]:
    """Return pictures ``(n, c, h, w)`` in [0, 1] and their labels ``(n,)`` where a file has them.

    Raises DataError for a file without the array ``pictures`` or with fewer than two.
    """
    try:
        with np.load(path) as file:
            pictures = file["pictures"]
            labels = file.get("labels")
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise DataError(f"{path} is no file of pictures; it needs the array pictures.") from error
    values = torch.as_tensor(scaled(pictures))
    if len(torch.unique(values.flatten(1), dim=0)) < 2:
        raise DataError(f"{path} has fewer than two different pictures; there is nothing to group.")
    if labels is not None and (labels.shape != (len(values),) or labels.dtype.kind not in "iu"):
        raise DataError(f"{path}: labels must be one whole number for every picture.")
    return values, None if labels is None else labels.astype(np.int64)


def _rows(network: PictureNetwork, pictures: Tensor) -> NDArray[np.float32]:
    """Return the constraint layer's rows ``(n, K)`` of all pictures."""
    network.eval()
    with torch.no_grad():
        parts = [constrain(network(part)) for part in pictures.split(1024)]
    return np.asarray(torch.cat(parts).numpy(), np.float32)


def _figures(rows: NDArray[np.float32], labels: Labels | None) -> dict[str, float]:
    """Return how sure the groups are and, where labels are known, how right."""
    found = np.asarray(rows.argmax(axis=1), np.int64)
    figures = {
        "groups": float(len(np.unique(found))),
        "mean of the largest element": float(rows.max(axis=1).mean()),
    }
    if labels is not None:
        scores = score(labels, found)
        figures |= {"ACC": scores.accuracy, "NMI": scores.nmi_geometric, "ARI": scores.ari}
    return figures
