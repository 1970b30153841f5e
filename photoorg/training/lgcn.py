"""Trains the links of L-GCN (CVPR 2019) on labelled embeddings.

Published: widths 512, 512, 256, 256, k = [200, 10], u = 10, SGD at 0.01 with momentum 0.9, a tenth
of it after each epoch, four epochs of batches of 16 pivots, on half a million faces. With some
thousand faces that network learns the people by heart instead of what a link looks like. So by
default k = [20, 5] and u = 5, the later graph convolutions are narrow, and nothing that could be
learned by heart stays the same: every epoch sees another *album*, a part of the people, of each at
most a random number of faces, each as it is in a random one of the given files, and every album is
**turned** at random. The first layer then only has to measure: its directions are the leading ones
of the differences ``x_q - x_p``, turned, each with both signs, for the differences themselves and
for those between a node and the mean of its neighbours; it is not trained. The weights that are
kept are a running mean of those of the last hundred steps.

``turned=0 widths=512,512,256,256`` is the published network, for who has the data.
"""

import logging
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from photoorg.clustering.engine import Labels, face_set
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.networks import signature_details
from photoorg.clustering.systems.lgcn import LinkageGCN
from photoorg.clustering.systems.pivots import Shape, Subgraphs, joined, subgraphs
from photoorg.errors import UsageError
from photoorg.evaluation.metrics import score
from photoorg.training.baseline import best_components
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.folds import folds
from photoorg.training.identities import (
    Identities,
    export,
    read_identities,
    same_photos,
    write_card,
)
from photoorg.training.networks.link_network import LinkNetwork
from photoorg.types import FloatArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

MEAN_DECAY = 0.99
LOUDNESS, GAP_LOUDNESS = 0.3, 0.45
"""Lengths of the first layer's directions, for rows whose numbers have a deviation of one."""


@dataclass(frozen=True, slots=True)
class LinkRecipe:
    """Everything a run depends on besides its data; ``part`` of the people are in an album.

    With ``turned`` three quarters of the first width measure the distance to the pivot and a
    quarter that to the neighbours, each in half as many directions.
    """

    pack: str
    widths: str = "640,64,64,64"
    turned: int = 1
    k1: int = 20
    k2: int = 5
    u: int = 5
    epochs: int = 12
    pivots: int = 16
    part: float = 0.8
    learning_rate: float = 2e-3
    weight_decay: float = 0.05
    held_out: int = 5
    seed: int = 0
    device: str = "cpu"


def train(
    data: Sequence[Path],
    out: Path,
    recipe: LinkRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files of the same photos, write ``out`` and its card; return figures.

    One part in ``recipe.held_out`` of the people is kept for the figures. A run that was stopped
    goes on from ``out`` with the suffix ``.checkpoint``, at the epoch it was in.
    """
    sets = [read_identities(path) for path in data]
    same_photos(sets)
    train_on, test_on = folds(sets[0].labels, recipe.held_out, recipe.seed)[0]
    parts = [part.of(train_on) for part in sets]
    shape = Shape(recipe.k1, recipe.k2, recipe.u)
    torch.manual_seed(recipe.seed)
    widths, dimension = widths_of(recipe.widths), parts[0].embeddings.shape[1]
    joint = widths[0] - 2 * _directions(widths[0], dimension) if recipe.turned else None
    network = LinkNetwork(dimension, widths, joint)
    directions = _prepare(network, parts, recipe)
    network.to(recipe.device)
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(MEAN_DECAY))
    both = nn.ModuleList([network, mean])
    optimizer = torch.optim.AdamW(
        [part for part in network.parameters() if part.requires_grad],
        recipe.learning_rate,
        weight_decay=recipe.weight_decay,
    )
    checkpoint = out.with_suffix(".checkpoint")
    for epoch in range(load_checkpoint(checkpoint, recipe, both, optimizer), recipe.epochs):
        random = np.random.default_rng((recipe.seed, epoch))
        faces, people = album(parts, recipe.part, random)
        if recipe.turned:
            turn(network, directions, random)
        everything = torch.as_tensor(faces).to(recipe.device)
        seen = [half.detach() for half in network.projected(everything)]
        graph = knn_exact(faces, max(shape.k1, shape.k2, shape.u) + 1)
        near = joined(graph, shape.u)
        batches = np.array_split(random.permutation(len(faces)), -(-len(faces) // recipe.pivots))
        losses = []
        for done, pivots in enumerate(batches):
            progress(epoch * len(batches) + done, recipe.epochs * len(batches))
            share = (epoch + done / len(batches)) / recipe.epochs
            for part in optimizer.param_groups:
                part["lr"] = recipe.learning_rate * (1 + math.cos(math.pi * share)) / 2
            batch = subgraphs(graph, near, pivots, shape)
            given = seen if recipe.turned else network.projected(everything)
            logits = network.logits(*given, **_tensors(batch, recipe.device))
            wanted = torch.as_tensor(links_wanted(batch, people)).to(recipe.device)
            loss = functional.binary_cross_entropy_with_logits(logits, wanted)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            mean.update_parameters(network)
            losses.append(float(loss.detach()))
        logger.info("epoch %d: loss %.4f", epoch + 1, np.mean(losses))
        save_checkpoint(checkpoint, recipe, epoch + 1, both, optimizer)
    progress(1, 1)
    network = mean.module.cpu()
    if recipe.turned:
        turn(network, directions, np.random.default_rng(recipe.seed))
    known = np.concatenate([part.embeddings for part in parts])
    details = {**signature_details(recipe.pack, known), **reach(shape)}
    _export(network, known[:200], shape, out, details)
    figures = _figures(out, sets[0].of(test_on))
    write_card(out, "L-GCN", recipe=asdict(recipe), data=sets, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def _prepare(
    network: LinkNetwork, parts: Sequence[Identities], recipe: LinkRecipe
) -> NDArray[np.float32]:
    """Measure the scale of the differences and return their leading directions ``(d, r)``."""
    faces, _ = album(parts, recipe.part, np.random.default_rng(recipe.seed))
    graph = knn_exact(faces, recipe.k1 + 1)
    differences = (faces[graph.ids[:, 1:]] - faces[:, None]).reshape(-1, faces.shape[1])
    network.scale.train()
    network.scale(torch.as_tensor(differences))
    network.scale.eval()
    with torch.no_grad():
        scaled = network.scale(torch.as_tensor(faces - faces.mean(axis=0))).numpy()
    found = np.linalg.eigh(scaled.T.astype(np.float64) @ scaled)[1][:, ::-1]
    if recipe.turned:
        network.layers[0].requires_grad_(requires_grad=False)
    count = _directions(len(network.layers[0].bias), len(found))
    return np.asarray(found[:, :count], np.float32)


def _directions(width: int, dimension: int) -> int:
    """Return in how many directions a first layer of some width measures distances."""
    return min(max(width * 3 // 8, 1), dimension)


def turn(
    network: LinkNetwork, directions: NDArray[np.float32], random: np.random.Generator
) -> None:
    """Set the first layer to directions ``(d, r)``, turned at random within their span."""
    layer = network.layers[0]
    count = directions.shape[1]
    turned = np.linalg.qr(random.normal(size=(count, count)))[0].astype(np.float32)
    basis = torch.as_tensor((directions @ turned).T)
    gaps = basis[: len(layer.near) // 2] * GAP_LOUDNESS
    basis = basis * LOUDNESS
    with torch.no_grad():
        layer.own.zero_()
        layer.near.zero_()
        layer.own[: 2 * count] = torch.cat([basis, -basis])
        layer.own[2 * count : 2 * (count + len(gaps))] = torch.cat([gaps, -gaps])
        layer.near[: 2 * len(gaps)] = -torch.cat([gaps, -gaps])


def widths_of(text: str) -> list[int]:
    """Return the four widths in a text; raise UsageError for anything else."""
    try:
        widths = [int(part) for part in text.split(",")]
    except ValueError:
        widths = []
    if len(widths) != 4 or min(widths) < 1:
        raise UsageError(f"“{text}” are no widths of four layers; write them as 128,128,64,64.")
    return widths


def album(
    parts: Sequence[Identities], part: float, random: np.random.Generator
) -> tuple[FloatArray, Labels]:
    """Return faces ``(n, d)`` and people ``(n,)`` of a made-up album, as the module text says."""
    labels = parts[0].labels
    people = np.unique(labels)
    chosen = random.permutation(people)[: max(round(part * len(people)), 2)]
    most = np.zeros(people.max() + 1, np.int64)
    most[chosen] = 1 + np.exp(random.normal(2.0, 1.5, len(chosen))).astype(np.int64)
    rows = random.permutation(len(labels))
    rows = rows[np.argsort(labels[rows], kind="stable")]
    place = np.arange(len(rows)) - np.searchsorted(labels[rows], labels[rows])
    rows = rows[place < most[labels[rows]]]
    which = random.integers(0, len(parts), len(rows))
    faces = np.stack([part.embeddings for part in parts])[which, rows]
    return np.ascontiguousarray(faces), labels[rows]


def links_wanted(batch: Subgraphs, people: Labels) -> FloatArray:
    """Return for every asked link ``(h,)`` whether it is right, as 0 or 1."""
    same = people[batch.nodes[batch.hops]] == people[batch.pivots[batch.hops]]
    return np.asarray(same, np.float32)


def _tensors(batch: Subgraphs, device: str) -> dict[str, Tensor]:
    return {name: torch.as_tensor(value).to(device) for name, value in batch.arrays().items()}


def reach(shape: Shape) -> dict[str, str]:
    """Return the metadata that say how far the sub-graphs of a network reach."""
    return {"k1": str(shape.k1), "k2": str(shape.k2), "u": str(shape.u)}


def _export(
    network: LinkNetwork, faces: FloatArray, shape: Shape, out: Path, details: dict[str, str]
) -> None:
    graph = knn_exact(faces, max(shape.k1, shape.k2, shape.u) + 1)
    used, batch = subgraphs(graph, joined(graph, shape.u), np.arange(4), shape).among()
    inputs = {"faces": torch.as_tensor(faces[used]), **_tensors(batch, "cpu")}
    axes = [{0: name} for name in ("faces", "nodes", "nodes", "links", "links", "nodes", "hops")]
    export(network, inputs, axes, out, details, half=True)


def _figures(out: Path, held_out: Identities) -> dict[str, float]:
    """Return what the engine reaches on people it was not trained on, beside plain components."""
    labels = LinkageGCN(weights=out).fit_predict(face_set(held_out.embeddings))
    learned = score(held_out.labels, labels)
    plain = best_components(knn_exact(held_out.embeddings, 41), held_out.labels)
    return {
        "BCubed F": learned.bcubed_f,
        "effort": learned.effort or 0.0,
        "BCubed F of connected components at their best threshold": plain.bcubed_f,
        "effort of connected components at that threshold": plain.effort or 0.0,
    }
