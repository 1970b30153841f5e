"""Trains the pair scorer of the default engine: attention over the neighbours of one face.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022) refines a face by a transformer over
its nearest neighbours and then tells which of them are the same person. Here the tokens carry
relations (:mod:`photoorg.clustering.relations`), and the similarities of the neighbours with each
other enter as attention bias, so that the network serves people and recognisers it never saw.
Binary cross-entropy over all pairs but that of the face with itself, on resampled albums
(:mod:`photoorg.training.albums`).

Files of one recogniser (rows that look alike: clean and degraded pictures of the same faces) are
versions of each other. With files of several recognisers the network is a generic one; trained
on those of one, it serves that one and is tied to it.
"""

import copy
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.affinity import Platt
from photoorg.clustering.calibration import AlbumCalibrated, calibrate_on_album, grouped
from photoorg.clustering.default import trained_engine
from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.graph import knn_exact
from photoorg.clustering.metrics import score
from photoorg.clustering.ndde_tpdi import NddeTpdi
from photoorg.clustering.networks import (
    GENERIC,
    generic_details,
    quality_details,
    read_network,
    signature_details,
)
from photoorg.clustering.picture_quality import direction_in_album, slope_of
from photoorg.clustering.relations import (
    FEATURES,
    UNIT,
    crowd_curve,
    inputs,
    relations,
    rough_curve,
)
from photoorg.training.albums import Recognizer, draw_album
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.identities import Identities, export, folds, read_identities, write_card
from photoorg.training.muon import Muon
from photoorg.training.network import follow_average, reduced_precision
from photoorg.types import FloatArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

K = 80
ANCHORS = 3000
"""Faces of an album that are anchors; other albums teach more than more of one."""
FEWER = 16
"""Tokens in every other batch: some faces will be judged by their first neighbours alone."""
MOST = 10.0
"""How far a logit may be corrected."""
RIDGE = 3.0
"""Of the regression that finds the direction of good pictures, over unit rows."""
ALIKE = 0.3
"""Mean cosine of the rows from which two files come from one recogniser."""


@dataclass(frozen=True, slots=True)
class SimilarityRecipe:
    """Everything a run depends on besides its data; ``bend`` counts for generic networks only.

    The matrices of the layers learn by Muon at ``learning_rate``, all else by AdamW at a tenth.
    """

    pack: str = GENERIC
    albums: int = 300
    batch: int = 128
    learning_rate: float = 0.02
    weight_decay: float = 0.02
    bend: float = 0.05
    held_out: int = 5
    ema: float = 0.998
    seed: int = 0
    device: str = "cpu"


class Layer(nn.Module):
    """Pre-norm attention with a given bias, and a feed-forward part."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.three, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        parts = self.three(self.before(x)).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        weights = query @ key.transpose(2, 3) / query.shape[3] ** 0.5 + bias
        mixed = (weights.softmax(dim=3) @ value).transpose(1, 2).flatten(2)
        x = x + self.out(mixed)
        return x + self.down(functional.gelu(self.up(self.between(x))))


class PairNetwork(nn.Module):
    """Tokens ``(m, t, f)`` and table ``(m, t, t)`` to logits ``(m, t)`` of being one person.

    The network corrects the calibrated cosine, so that where it has learned nothing, nothing
    changes.
    """

    def __init__(self, width: int = 96, heads: int = 4, layers: int = 2, bias: int = 16) -> None:
        super().__init__()
        self.heads = heads
        self.tokens = nn.Linear(FEATURES, width)
        self.bias = nn.Sequential(nn.Linear(2, bias), nn.ReLU(), nn.Linear(bias, heads * layers))
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.head = nn.Sequential(
            nn.Linear(2 * width + FEATURES, width), nn.GELU(), nn.Linear(width, 1)
        )
        nn.init.zeros_(self.head[2].weight)
        nn.init.zeros_(self.head[2].bias)

    def forward(self, tokens: Tensor, table: Tensor) -> Tensor:
        # Rough probability beside the similarity: what matters changes fast around the middle.
        pairs = torch.stack([table, torch.sigmoid(UNIT * table)], dim=3)
        biases = self.bias(pairs).permute(0, 3, 1, 2).split(self.heads, dim=1)
        x = self.tokens(tokens)
        for layer, bias in zip(self.layers, biases, strict=True):
            x = layer(x, bias)
        x = self.last(x)
        anchor = x[:, :1].expand_as(x)
        correction = self.head(torch.cat([anchor, x, tokens], dim=2))[..., 0]
        return UNIT * tokens[..., 0] + MOST * torch.tanh(correction / MOST)


def train(
    data: Sequence[Path],
    out: Path,
    recipe: SimilarityRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files, write ``out`` and its card; return figures.

    One part in ``recipe.held_out`` of the people is kept for the figures (0: nobody is, and there
    are none). A run that was stopped goes on from ``out`` with the suffix ``.checkpoint``.
    """
    sets = [read_identities(path) for path in data]
    people = np.unique(np.concatenate([part.labels for part in sets]))
    known, unknown = people, people[:0]
    if recipe.held_out:
        known, unknown = folds(people, recipe.held_out, recipe.seed)[0]
    recognizers = versions([part.of(known) for part in sets])
    generic = recipe.pack == GENERIC
    torch.manual_seed(recipe.seed)
    network = PairNetwork().to(recipe.device)
    optimizers = _optimizers(network, recipe)
    both = nn.ModuleList([network, copy.deepcopy(network)])
    checkpoint = out.with_suffix(".checkpoint")
    first = load_checkpoint(checkpoint, recipe, both, *optimizers)
    direction = None if generic else quality_direction(recognizers[0])
    for album in range(first, recipe.albums):
        rng = np.random.default_rng((recipe.seed, album))
        faces, labels = draw_album(recognizers, rng, bend=recipe.bend if generic else 0.0)
        for optimizer, rate in zip(optimizers, _rates(recipe), strict=True):
            optimizer.param_groups[0]["lr"] = rate * (1 - album / recipe.albums)
        loss = _one_album(both, optimizers, faces, labels, direction, recipe, rng)
        if (album + 1) % 10 == 0:
            logger.info("album %d: loss %.4f", album + 1, loss)
            save_checkpoint(checkpoint, recipe, album + 1, both, *optimizers)
        progress(album + 1, recipe.albums)
    average = both[1].cpu().eval()
    everything = np.concatenate(recognizers[0].versions)
    details = generic_details() if generic else signature_details(recipe.pack, everything)
    if direction is not None:
        details |= quality_details(direction)
    example = {"tokens": torch.zeros(3, 8, FEATURES), "table": torch.zeros(3, 8, 8)}
    axes = [{0: "anchors", 1: "near"}, {0: "anchors", 1: "near", 2: "near"}]
    export(average, example, axes, out, details)
    figures = _figures(out, [part.of(unknown) for part in sets], data) if recipe.held_out else {}
    write_card(out, "Pair scorer", recipe=asdict(recipe), data=sets, figures=figures)
    checkpoint.unlink(missing_ok=True)
    return figures


def versions(sets: Sequence[Identities]) -> list[Recognizer]:
    """Return the recognisers behind the files, each with its files as versions of the faces."""
    found: list[Recognizer] = []
    for part in sets:
        same = next((one for one in found if _alike(one, part)), None)
        if same is None:
            found.append(Recognizer((part.embeddings,), part.labels))
        else:
            found[found.index(same)] = replace(same, versions=(*same.versions, part.embeddings))
    return found


def quality_direction(recognizer: Recognizer) -> FloatArray | None:
    """Return where the embeddings of good pictures point, ``(d + 1,)``, for ``quality_of``.

    By ridge regression of how much a picture's embedding resembles that of the first version of
    the same face, which is the good one; None where there is only one version.
    """
    if len(recognizer.versions) < 2:
        return None
    rows = np.concatenate(recognizer.versions)
    good = np.concatenate([recognizer.versions[0]] * len(recognizer.versions))
    alike = np.einsum("nd,nd->n", rows, good).astype(np.float64)
    direction = slope_of(rows, alike, RIDGE)
    direction /= 2 * max((rows @ direction).std(), 1e-6)
    # As it is stored with the network, so that training sees what grouping will see.
    return np.append(direction, rows.mean(axis=0) @ direction).round(3).astype(np.float32)


def _alike(one: Recognizer, part: Identities) -> bool:
    first = one.versions[0]
    if first.shape != part.embeddings.shape or not np.array_equal(one.labels, part.labels):
        return False
    return float(np.einsum("ij,ij->i", first, part.embeddings).mean()) > ALIKE


def _rates(recipe: SimilarityRecipe) -> tuple[float, float]:
    return recipe.learning_rate, recipe.learning_rate / 10


def _optimizers(network: PairNetwork, recipe: SimilarityRecipe) -> list[torch.optim.Optimizer]:
    """Muon learns from a quarter of the albums what AdamW alone learns from all of them."""
    matrices = [p for p in network.layers.parameters() if p.ndim > 1]
    theirs = set(map(id, matrices))
    others = [p for p in network.parameters() if id(p) not in theirs]
    first, second = _rates(recipe)
    return [
        Muon(matrices, first, weight_decay=recipe.weight_decay),
        torch.optim.AdamW(others, second, weight_decay=recipe.weight_decay),
    ]


def _one_album(
    both: nn.ModuleList,
    optimizers: Sequence[torch.optim.Optimizer],
    faces: FaceSet,
    labels: Labels,
    direction: FloatArray | None,
    recipe: SimilarityRecipe,
    rng: np.random.Generator,
) -> float:
    """Train on the faces of an album, at most ``ANCHORS``, and return the mean loss."""
    network, average = both
    network.train()
    graph = knn_exact(faces.embeddings, K)
    if recipe.pack == GENERIC:
        curve = _a_little_off(crowd_curve(faces), rng)
        groups = grouped(graph, calibrate_on_album(faces, graph))
        direction = direction_in_album(faces, groups, curve)
    else:
        curve = _a_little_off(rough_curve(faces), rng)
    seen = relations(faces, graph, curve, direction)
    order = rng.permutation(len(faces))[:ANCHORS]
    losses = []
    for anchors in np.array_split(order, max(1, len(order) // recipe.batch)):
        tokens = min(FEWER, seen.tokens) if rng.random() < 0.5 else seen.tokens
        parts = (torch.from_numpy(part).to(recipe.device) for part in inputs(seen, anchors, tokens))
        same = labels[graph.ids[anchors, :tokens]] == labels[anchors, None]
        target = torch.from_numpy(same.astype(np.float32)).to(recipe.device)
        with reduced_precision(recipe.device):
            logits = network(*parts).float()
        loss = functional.binary_cross_entropy_with_logits(logits[:, 1:], target[:, 1:])
        network.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
        follow_average(average, network, recipe.ema)
        losses.append(float(loss.detach()))
    return float(np.mean(losses))


def _a_little_off(curve: Platt, rng: np.random.Generator) -> Platt:
    """Return the curve as it may be in another album."""
    slope = curve.slope * float(np.exp(rng.normal(0, 0.1)))
    return Platt(slope, curve.middle + float(rng.normal(0, 0.3)) / slope)


def _figures(
    network: Path, held_out: Sequence[Identities], data: Sequence[Path]
) -> dict[str, float]:
    """Return what the engine reaches on people it was not trained on, beside the cosine."""
    engines = {
        "this network": trained_engine(read_network(network)),
        "cosine calibrated on the album": NddeTpdi(AlbumCalibrated()),
    }
    figures = {}
    for part, path in zip(held_out, data, strict=True):
        for name, engine in engines.items():
            found = engine.fit_predict(FaceSet(part.embeddings))
            reached = score(part.labels, found)
            figures[f"{path.stem}, {name}: BCubed F"] = reached.bcubed_f
            figures[f"{path.stem}, {name}: effort"] = reached.effort or 0.0
    return figures
