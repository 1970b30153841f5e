"""Trains a small adapter on a pack's embedding from the user's own named faces, by triplets.

FaceNet's loss (CVPR 2015) over anchors a, positives p and negatives n of a batch,

    sum max(0, |a - p|^2 - |a - n|^2 + alpha),  alpha = 0.2,

with all pairs (a, p) and for each the nearest semi-hard negative: farther than p, by less than
alpha. The adapter is ``x + W x``, W starting at zero and held small, then scaled to length one:
where nothing can be learned it changes nothing.

A third of every person's faces is held out. The adapter is only worth having when it tells the
held-out faces of the same person from those of others better than the embedding alone; the gain is
tested by drawing people anew, and :func:`train` writes no adapter unless it is certain.
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
from photoorg.errors import DataError
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.identities import Identities, export, read_identities, write_card
from photoorg.types import BoolArray, FloatArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

ALPHA = 0.2
HELD_OUT, DRAWS, CERTAIN = 3, 200, 0.05


@dataclass(frozen=True, slots=True)
class AdapterRecipe:
    """Everything a run depends on besides its data; a step takes faces of ``people``."""

    pack: str
    steps: int = 150
    people: int = 45
    faces: int = 40
    learning_rate: float = 1e-3
    weight_decay: float = 0.05
    seed: int = 0
    device: str = "cpu"


class Adapter(nn.Module):
    """Unit embeddings ``(m, d)`` to unit embeddings ``(m, d)``."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.change = nn.Linear(dimension, dimension, bias=False)
        nn.init.zeros_(self.change.weight)

    def forward(self, embeddings: Tensor) -> Tensor:
        return functional.normalize(embeddings + self.change(embeddings), dim=1)


def triplet_loss(anchors: Tensor, positives: Tensor, negatives: Tensor, alpha: float) -> Tensor:
    """Return the loss ``(t,)`` of every triplet of unit rows ``(t, d)``."""
    near = (anchors - positives).square().sum(dim=1)
    far = (anchors - negatives).square().sum(dim=1)
    return (near - far + alpha).clamp(min=0)


def semi_hard(points: Tensor, people: Tensor, alpha: float) -> tuple[Tensor, Tensor, Tensor]:
    """Return rows ``(t,)`` of anchors, positives and their nearest semi-hard negatives.

    A negative n is semi-hard where ``|a - p|^2 < |a - n|^2 < |a - p|^2 + alpha``; pairs without one
    are left out.
    """
    squares = (2 - 2 * points @ points.T).clamp(min=0)
    same = people[:, None] == people[None, :]
    pairs = same & ~torch.eye(len(points), dtype=torch.bool, device=points.device)
    anchors, positives = pairs.nonzero(as_tuple=True)
    near = squares[anchors, positives][:, None]
    far = squares[anchors]
    fits = ~same[anchors] & (far > near) & (far < near + alpha)
    negatives = torch.where(fits, far, torch.inf).argmin(dim=1)
    found = fits.any(dim=1)
    return anchors[found], positives[found], negatives[found]


def train(
    data: Sequence[Path],
    out: Path,
    recipe: AdapterRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on the named faces of a file; write ``out`` and its card only where it helps.

    Returns the figures; ``helps`` is 1 where the adapter was written. A run that was stopped goes
    on from ``out`` with the suffix ``.checkpoint``.
    """
    if len(data) != 1:
        raise DataError("The adapter is trained on one library's faces; give one file.")
    named = read_identities(data[0])
    held_out = hold_out(named.labels, recipe.seed)
    learned = Identities(named.embeddings[~held_out], named.labels[~held_out], named.source)
    torch.manual_seed(recipe.seed)
    adapter = Adapter(named.embeddings.shape[1]).to(recipe.device)
    optimizer = torch.optim.AdamW(
        adapter.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    checkpoint = out.with_suffix(".checkpoint")
    first = load_checkpoint(checkpoint, recipe, adapter, optimizer)
    for step in range(first, recipe.steps):
        rows = _batch(learned.labels, recipe, np.random.default_rng((recipe.seed, step)))
        people = torch.as_tensor(learned.labels[rows]).to(recipe.device)
        points = adapter(torch.as_tensor(learned.embeddings[rows]).to(recipe.device))
        anchors, positives, negatives = semi_hard(points.detach(), people, ALPHA)
        if len(anchors):
            losses = triplet_loss(points[anchors], points[positives], points[negatives], ALPHA)
            optimizer.zero_grad()
            losses.mean().backward()
            optimizer.step()
        if (step + 1) % 25 == 0:
            save_checkpoint(checkpoint, recipe, step + 1, adapter, optimizer)
        progress(step + 1, recipe.steps)
    adapter.cpu()
    with torch.no_grad():
        adapted = adapter(torch.as_tensor(named.embeddings)).numpy()
    figures = compare(named.embeddings, adapted, named.labels, held_out, recipe.seed)
    if figures["helps"]:
        example = {"embeddings": torch.as_tensor(named.embeddings[:4])}
        details = signature_details(recipe.pack, named.embeddings)
        export(adapter, example, [{0: "faces"}], out, details)
        write_card(out, "FaceNet adapter", recipe=asdict(recipe), data=[named], figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def hold_out(labels: Labels, seed: int) -> BoolArray:
    """Choose about a third of the faces ``(n,)`` of everybody who has three or more."""
    held = np.zeros(len(labels), np.bool_)
    random = np.random.default_rng(seed)
    for person in np.unique(labels):
        own = np.flatnonzero(labels == person)
        held[random.permutation(own)[: len(own) // HELD_OUT]] = True
    return held


def compare(
    raw: FloatArray, adapted: FloatArray, labels: Labels, held_out: BoolArray, seed: int
) -> dict[str, float]:
    """Return how well held-out faces find their person, before and after, and whether it helps.

    A held-out face is right when the nearest face that was trained on is of its person. ``helps``
    is 1 when the gain is over zero in all but five per cent of draws of people with replacement.
    """
    before, after = (_right(points, labels, held_out) for points in (raw, adapted))
    people = labels[held_out]
    names, numbers = np.unique(people, return_inverse=True)
    gains = np.bincount(numbers, after.astype(float) - before.astype(float))
    random = np.random.default_rng(seed)
    draws = random.integers(0, max(len(names), 1), (DRAWS, len(names)))
    worst = float(np.quantile(gains[draws].sum(axis=1), CERTAIN)) if len(names) else 0.0
    return {
        "held-out faces": float(held_out.sum()),
        "right before": float(before.mean()) if len(before) else 0.0,
        "right after": float(after.mean()) if len(after) else 0.0,
        "helps": float(worst > 0),
    }


def _right(points: FloatArray, labels: Labels, held_out: BoolArray) -> BoolArray:
    nearest = np.argmax(points[held_out] @ points[~held_out].T, axis=1)
    return np.asarray(labels[~held_out][nearest] == labels[held_out])


def _batch(labels: Labels, recipe: AdapterRecipe, random: np.random.Generator) -> Labels:
    """Return rows of some people with two faces or more, at most ``recipe.faces`` of each."""
    sizes = np.bincount(labels)
    chosen = random.permutation(np.flatnonzero(sizes > 1))[: recipe.people]
    if len(chosen) < 2:
        raise DataError("Fewer than two people have faces to train on; name more faces first.")
    return np.concatenate(
        [random.permutation(np.flatnonzero(labels == name))[: recipe.faces] for name in chosen]
    )
