"""Trains the pair scorer of the default engine: attention over the neighbours of one face.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022) refines a face by a transformer over
its nearest neighbours and then tells which of them are the same person. Here the tokens carry
relations (:mod:`photoorg.clustering.scoring.relations`), and the similarities of the neighbours
with each other enter as attention bias, so that the network serves people and recognisers it never
saw. Binary cross-entropy over all pairs but that of the face with itself, on resampled albums
(:mod:`photoorg.training.albums`).

Files of one recogniser (rows that look alike: clean and degraded pictures of the same faces) are
versions of each other, the first the good one. With files of several recognisers the network is a
generic one; trained on those of one, it serves that one and is tied to it. Such a network may go on
from a generic one (``start``), and files in which nobody is named teach it to restore embeddings
(:mod:`photoorg.clustering.scoring.restoration`).
"""

import copy
import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from photoorg.clustering.engine import ClusterEngine, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.default import trained_engine
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated, calibrate_on_album, grouped
from photoorg.clustering.scoring.networks import GENERIC, generic_details, read_network
from photoorg.clustering.scoring.picture_quality import direction_in_album, quality_of
from photoorg.clustering.scoring.relations import (
    FEATURES,
    crowd_curve,
    inputs,
    relations,
)
from photoorg.clustering.scoring.restoration import restored
from photoorg.errors import DataError, UsageError
from photoorg.evaluation.metrics import score
from photoorg.training.albums import Recognizer, draw_album, in_bursts
from photoorg.training.checkpoints import load_checkpoint, save_checkpoint
from photoorg.training.folds import folds
from photoorg.training.identities import (
    Identities,
    export,
    read_identities,
    read_pictures,
    start_from,
    write_card,
)
from photoorg.training.muon import Muon
from photoorg.training.network import follow_average, reduced_precision
from photoorg.training.networks.pair_network import PairNetwork
from photoorg.training.profile import Profile, profile_of, versions
from photoorg.types import ProgressCallback, no_progress

logger = logging.getLogger(__name__)

K = 80
ANCHORS = 3000
"""Faces of an album that are anchors; other albums teach more than more of one."""
FEWER = 16
"""Tokens in every other batch: some faces will be judged by their first neighbours alone."""


@dataclass(frozen=True, slots=True)
class SimilarityRecipe:
    """Everything a run depends on besides its data; ``bend`` counts for generic networks only.

    ``bursts`` is the share of albums in which pictures were taken several times in a row. Small
    albums are drawn until they have ``faces``: one alone would teach next to nothing.

    ``start`` is the file of an exported network to go on from; ``search`` says whether neighbours
    are searched among the embeddings ``given`` or those ``restored``.

    The matrices of the layers learn by Muon at ``learning_rate``, all else by AdamW at a tenth.
    """

    pack: str = GENERIC
    start: str = ""
    search: str = "given"
    albums: int = 300
    batch: int = 128
    learning_rate: float = 0.02
    weight_decay: float = 0.02
    bend: float = 0.05
    bursts: float = 0.25
    faces: int = 1000
    held_out: int = 5
    ema: float = 0.998
    seed: int = 0
    device: str = "cpu"


def train(
    data: Sequence[Path],
    out: Path,
    recipe: SimilarityRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Train on labelled files, write ``out`` and its card; return figures.

    One part in ``recipe.held_out`` of the people is kept for the figures (0: nobody is, and there
    are none). A run that was stopped goes on from ``out`` with the suffix ``.checkpoint``. Raises
    DataError for files that do not fit, ModelError for a network that cannot be gone on from,
    UsageError for a recipe that cannot be.
    """
    pictures = [part for part in map(read_pictures, data) if part is not None]
    nameless = {part.source for part in pictures}
    if pictures and recipe.pack == GENERIC:
        raise DataError(
            f"In {pictures[0].source} nobody is named, which only helps a network of one"
            " recogniser; leave it out, or say whose it is with --pack."
        )
    sets = [read_identities(path) for path in data if path not in nameless]
    if not sets:
        raise DataError(f"In {data[0]} nobody is named; add a file of faces of known people.")
    people = np.unique(np.concatenate([part.labels for part in sets]))
    known, unknown = people, people[:0]
    if recipe.held_out:
        # Whatever the seed, so that a network that is gone on from has not seen them either.
        known, unknown = folds(people, recipe.held_out, 0)[0]
    recognizers = versions([part.of(known) for part in sets])
    profile = None if recipe.pack == GENERIC else _profile(recipe, recognizers[0], pictures)
    torch.manual_seed(recipe.seed)
    network = PairNetwork(with_beside=bool(pictures)).to(recipe.device)
    if recipe.start:
        start_from(network, Path(recipe.start))
    optimizers = _optimizers(network, recipe)
    both = nn.ModuleList([network, copy.deepcopy(network)])
    checkpoint = out.with_suffix(".checkpoint")
    first = load_checkpoint(checkpoint, recipe, both, *optimizers)
    for album in range(first, recipe.albums):
        rng = np.random.default_rng((recipe.seed, album))
        for optimizer, rate in zip(optimizers, _rates(recipe), strict=True):
            optimizer.param_groups[0]["lr"] = rate * (1 - album / recipe.albums)
        drawn = _albums(recognizers, recipe, 0.0 if profile else recipe.bend, rng)
        losses = [_one_album(both, optimizers, *one, profile, recipe, rng) for one in drawn]
        if (album + 1) % 10 == 0:
            logger.info("album %d: loss %.4f", album + 1, np.mean(losses))
            save_checkpoint(checkpoint, recipe, album + 1, both, *optimizers)
        progress(album + 1, recipe.albums)
    average = both[1].cpu().eval()
    example = {"tokens": torch.zeros(3, 8, FEATURES), "table": torch.zeros(3, 8, 8)}
    axes = [{0: "anchors", 1: "near"}, {0: "anchors", 1: "near", 2: "near"}]
    if pictures:
        example, axes = example | {"beside": torch.zeros(3, 8, 8)}, [*axes, axes[1]]
    details = profile.details(recipe.pack) if profile else generic_details()
    export(average, example, axes, out, details)
    figures = _figures(out, [part.of(unknown) for part in sets]) if recipe.held_out else {}
    write_card(
        out,
        "Pair scorer",
        recipe=asdict(replace(recipe, start=Path(recipe.start).name)),
        data=[*sets, *pictures],
        figures=figures,
        before=_card_before(recipe),
    )
    checkpoint.unlink(missing_ok=True)
    return figures


def _albums(
    recognizers: Sequence[Recognizer],
    recipe: SimilarityRecipe,
    bend: float,
    rng: np.random.Generator,
) -> Iterator[tuple[FaceSet, Labels]]:
    """Yield albums until they have as many faces together as the recipe wants."""
    drawn = 0
    while drawn < recipe.faces:
        faces, labels = draw_album(recognizers, rng, bend=bend)
        if rng.random() < recipe.bursts:
            faces, labels = in_bursts(faces, labels, rng)
        yield faces, labels
        drawn += len(faces)


def _profile(
    recipe: SimilarityRecipe, recognizer: Recognizer, pictures: Sequence[Identities]
) -> Profile:
    if recipe.search not in ("given", "restored"):
        raise UsageError(f"search is “given” or “restored”, not “{recipe.search}”.")
    searches_restored = recipe.search == "restored"
    if searches_restored and not pictures:
        raise UsageError("To restore embeddings, add files of faces that nobody named.")
    return profile_of(recognizer, pictures, searches_restored=searches_restored)


def _card_before(recipe: SimilarityRecipe) -> str:
    """Return the card of the network that was gone on from, if it was one for the same faces.

    Such a card has the figures on people who are kept out no more.
    """
    card = Path(recipe.start).with_suffix(".md") if recipe.start else None
    if card is None or not card.exists() or read_network(Path(recipe.start)).pack != recipe.pack:
        return ""
    return card.read_text(encoding="utf-8")


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
    profile: Profile | None,
    recipe: SimilarityRecipe,
    rng: np.random.Generator,
) -> float:
    """Train on the faces of an album, at most ``ANCHORS``, and return the mean loss."""
    network, average = both
    network.train()
    rows, beside = faces.embeddings, None
    usual = profile.strangers if profile else [None]
    if profile and profile.restoration is not None:
        others = replace(faces, embeddings=restored(rows, profile.restoration))
        if profile.searches_restored:
            faces, others = others, faces
        beside = (others.embeddings, crowd_curve(others, usual[1]))
    graph = knn_exact(faces.embeddings, K)
    curve = _a_little_off(crowd_curve(faces, usual[0]), rng)
    if profile:
        direction = profile.direction
    else:
        groups = grouped(graph, calibrate_on_album(faces, graph))
        direction = direction_in_album(faces, groups)
    quality = None if direction is None else quality_of(rows, direction)
    seen = relations(faces, graph, curve, quality, beside)
    order = rng.permutation(len(faces))[:ANCHORS]
    losses = []
    for anchors in np.array_split(order, max(1, len(order) // recipe.batch)):
        tokens = min(FEWER, seen.tokens) if rng.random() < 0.5 else seen.tokens
        parts = {
            name: torch.from_numpy(part).to(recipe.device)
            for name, part in inputs(seen, anchors, tokens).items()
        }
        same = labels[graph.ids[anchors, :tokens]] == labels[anchors, None]
        target = torch.from_numpy(same.astype(np.float32)).to(recipe.device)
        with reduced_precision(recipe.device):
            logits = network(**parts).float()
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


def _figures(network: Path, held_out: Sequence[Identities]) -> dict[str, float]:
    """Return what the engine reaches on people it was not trained on, beside the cosine."""
    engines: dict[str, ClusterEngine] = {
        "this network": trained_engine(read_network(network)),
        "cosine calibrated on the album": NddeTpdi(AlbumCalibrated()),
    }
    figures = {}
    for part in held_out:
        for name, engine in engines.items():
            found = engine.fit_predict(FaceSet(part.embeddings))
            reached = score(part.labels, found)
            figures[f"{part.source.stem}, {name}: BCubed F"] = reached.bcubed_f
            figures[f"{part.source.stem}, {name}: effort"] = reached.effort or 0.0
    return figures
