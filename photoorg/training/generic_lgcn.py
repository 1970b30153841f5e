"""Trains the links of L-GCN for any recogniser: nodes are relations to the pivot.

Binary cross-entropy over the links from pivots to their k1 nearest faces, as published, on albums
drawn from the files of several recognisers; see
:mod:`photoorg.clustering.systems.pivot_relations` for what the network sees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.scoring.networks import generic_details, read_network
from photoorg.clustering.systems.album_relations import relations_in
from photoorg.clustering.systems.lgcn import LinkageGCN, propagate, related_links
from photoorg.clustering.systems.pivot_relations import PivotRelations, pivot_relations
from photoorg.clustering.systems.pivots import Shape
from photoorg.training.identities import add_details, export, write_card
from photoorg.training.lgcn import links_wanted, reach, widths_of
from photoorg.training.networks.link_network import RelationNetwork
from photoorg.training.on_albums import (
    OnAlbums,
    best_cut,
    figures_on,
    read_data,
    train_on_albums,
)
from photoorg.types import ProgressCallback, no_progress

PIVOTS = 2_000
"""Pivots of an album; other albums teach more than more of one."""
LEASTS = tuple(np.arange(0.30, 0.96, 0.05).round(2).tolist())
"""Probabilities from which a link may count."""


@dataclass(frozen=True, slots=True)
class GenericLinkRecipe(OnAlbums):
    """Everything a run depends on besides its data; ``batch`` are pivots of one step."""

    widths: str = "64,64,64,64"
    k1: int = 24
    k2: int = 5
    u: int = 8
    batch: int = 100


def train(
    data: Sequence[Path],
    out: Path,
    recipe: GenericLinkRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files of several recognisers, write ``out`` and its card; return figures.

    A run that was stopped goes on from ``out`` with the suffix ``.checkpoint``. Raises DataError.
    """
    read = read_data(data, recipe)
    shape = Shape(recipe.k1, recipe.k2, recipe.u)
    torch.manual_seed(recipe.seed)
    network = RelationNetwork(widths_of(recipe.widths))

    def losses(
        network: nn.Module, faces: FaceSet, people: Labels, rng: np.random.Generator
    ) -> Iterator[Tensor]:
        album = pivot_relations(*relations_in(faces), shape)
        chosen = rng.permutation(len(faces))[:PIVOTS]
        for pivots in np.array_split(chosen, -(-len(chosen) // recipe.batch)):
            batch = album.of(pivots)
            logits = network(**_tensors(album.arrays(batch), recipe.device))
            wanted = torch.as_tensor(links_wanted(batch, people)).to(recipe.device)
            yield functional.binary_cross_entropy_with_logits(logits, wanted)

    checkpoint = out.with_suffix(".checkpoint")
    mean = train_on_albums(network, read.recognizers, losses, recipe, checkpoint, progress)
    example = FaceSet(read.recognizers[0].versions[0][:200])
    album = pivot_relations(*relations_in(example), shape)
    _export(mean, album, out, {**generic_details(), **reach(shape)})
    trained = read_network(out)

    def groupings(faces: FaceSet) -> Iterator[Labels]:
        pairs, scores = related_links(trained, faces)
        for least in LEASTS:
            yield propagate(len(faces), pairs, scores, least)

    least = best_cut(read.recognizers, LEASTS, groupings, recipe)
    add_details(out, {"least": str(least)})
    figures = dict(figures_on(read.measured, LinkageGCN(weights=out), recipe.left_out))
    title = "L-GCN for any recogniser"
    write_card(out, title, recipe=asdict(recipe), data=read.trained, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def _tensors(arrays: dict[str, Any], device: str) -> dict[str, Tensor]:
    return {name: torch.as_tensor(value).to(device) for name, value in arrays.items()}


def _export(network: nn.Module, album: PivotRelations, out: Path, details: dict[str, str]) -> None:
    inputs = _tensors(album.arrays(album.of(np.arange(4))), "cpu")
    axes = [{0: name} for name in ("nodes", "links", "links", "links", "hops")]
    export(network, inputs, axes, out, details, half=True)
