"""Distils a compact face embedder from a larger teacher, without labels.

Function matching (Beyer et al. 2022): teacher and student see the same strongly augmented
picture, the student learns to say what the teacher says. It learns in stages, guided by hints
(FitNets, Romero et al. 2015): at 28, 14 and 7 cells a side the teacher tells the last sum of its
residual blocks, and each stage of the student ends in its guess of that map, which the next stage
starts from. At first most pictures enter the next stage as the teacher's own map, so that all
stages learn side by side instead of waiting for the ones before them; the share of such pictures
falls to nothing in ``guided_minutes``. The loss is ``1 - cos(S(x), T(x))`` plus ``map_weight``
times the mean squared errors of the three maps, every channel in units of its own spread.

The exported network answers in a metric that the named faces among the training data give
(:mod:`~photoorg.training.starter.within_class`); nothing else is learned from names.

Labelling costs about a third of a step, so every labelled picture is used ``reuse`` times from a
ring buffer. The learning rate is constant and falls linearly over the last ``cooldown`` minutes: a
run may be stopped at any time and be resumed, cooled down or prolonged from its checkpoint.
"""

import copy
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.analysis.face_crops import FaceCrops, held_out, read_crops
from photoorg.errors import ModelError
from photoorg.evaluation.verification import Verification, verification
from photoorg.training.muon import Muon
from photoorg.training.network import (
    follow_average,
    rank,
    reduced_precision,
    restore,
    save,
    share_gradients,
    unfold,
)
from photoorg.training.starter.embedder_network import (
    Embedder,
    as_input,
    embed_crops,
    export_embedder,
)
from photoorg.training.starter.embedder_teacher import (
    CHUNK,
    LabelledFaces,
    Teacher,
    labelled_chunks,
)
from photoorg.training.starter.producer import UNUSED_CHUNK, Producer
from photoorg.types import BoolArray, FloatArray, ProgressCallback, no_progress

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EmbedderRecipe:
    """Everything a run depends on besides its data; times in minutes of training."""

    minutes: float = 70.0
    cooldown: float = 20.0
    batch: int = 64
    learning_rate: float = 0.03
    weight_decay: float = 0.02
    map_weight: float = 0.3
    guided_minutes: float = 20.0
    reuse: float = 6.0
    buffer: int = 8192
    labellers: int = 0
    ema: float = 0.998
    seed: int = 0
    checkpoint_minutes: float = 5.0


def train_embedder(
    files: Sequence[Path],
    teacher: Path,
    folder: Path,
    recipe: EmbedderRecipe | None = None,
    *,
    start: Path | None = None,
    device: str = "cpu",
    progress: ProgressCallback = no_progress,
) -> Path:
    """Train on the zip files of crops and return the exported ``embedder.onnx`` in ``folder``.

    ``folder`` keeps ``embedder.pt``, from which a later call goes on (with the same or a longer
    or shorter time), and always the best network so far. Without one the run goes on from the
    exported network ``start``, if given. ``progress`` counts seconds.
    """
    recipe = recipe or EmbedderRecipe()
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    everyone = read_crops(files)
    aside, named = held_out(everyone.names), np.array([bool(name) for name in everyone.names])
    unseen, known = everyone.select(aside), everyone.select(named & ~aside)
    model = _first_network(files, teacher, start, device)
    average = copy.deepcopy(model).eval()
    optimizers = _optimizers(model, recipe)
    rates = [recipe.learning_rate, recipe.learning_rate / 10]
    state = {"step": 0, "seconds": 0.0, "chunks": 0, "best": 0.0}
    checkpoint = folder / "embedder.pt"
    if checkpoint.exists():
        state = restore(checkpoint, model, average, optimizers)
        logger.info("resuming at step %d after %.0f s", state["step"], state["seconds"])
    producer = Producer(
        labelled_chunks, (files, teacher, recipe.seed + rank()),
        workers=recipe.labellers, first=int(state["chunks"]),
    )  # fmt: skip
    buffer = LabelledFaces(recipe.buffer)
    rng = np.random.default_rng([recipe.seed, rank(), int(state["step"])])
    used, shown = 0, 0.0
    slack = 2.0 if recipe.labellers else 1.0
    limit, saved = 60 * recipe.minutes, state["seconds"]
    try:
        started = time.perf_counter()
        while state["seconds"] < limit:
            while buffer.added < 8 * CHUNK or used > slack * recipe.reuse * buffer.added:
                buffer.add(producer.take())
            if used > recipe.reuse * buffer.added and (chunk := producer.take_ready()) is not None:
                buffer.add(chunk)
            share = min(1.0, (limit - state["seconds"]) / (60 * recipe.cooldown))
            share *= min(1.0, (state["step"] + 1) / 100)
            for optimizer, rate in zip(optimizers, rates, strict=True):
                optimizer.param_groups[0]["lr"] = rate * share
            told = rng.random(recipe.batch) < _share_told(recipe, start, state["seconds"])
            loss = _step(model, buffer.sample(rng, recipe.batch), told, recipe, device)
            now = time.perf_counter()
            state["seconds"] = share_gradients(model, state["seconds"] + now - started)
            started = now
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            if not np.isfinite(loss):
                raise ModelError("the training diverged: start again with a smaller learning rate")
            follow_average(
                average, model, min(recipe.ema, (1 + state["step"]) / (10 + state["step"]))
            )
            used += recipe.batch
            state["step"] += 1
            shown = 0.99 * shown + 0.01 * loss
            progress(int(state["seconds"]), int(limit))
            due = state["seconds"] - saved > 60 * recipe.checkpoint_minutes
            if rank() == 0 and (due or state["seconds"] >= limit):
                saved = state["seconds"]
                state["chunks"] = producer.taken
                found = verify(average, unseen)
                reuse = used / buffer.added
                logger.info(
                    "%d steps, %.1f min, loss %.4f, reuse %.1f, %s",
                    state["step"], saved / 60, shown, reuse, found,
                )  # fmt: skip
                if found.tar_1e3 + found.accuracy > state["best"]:
                    state["best"] = found.tar_1e3 + found.accuracy
                    export_embedder(average, folder / "embedder.onnx", known)
                save(checkpoint, model, average, optimizers, state)
                started = time.perf_counter()
    finally:
        producer.close()
    return folder / "embedder.onnx"


def _optimizers(model: Embedder, recipe: EmbedderRecipe) -> list[Any]:
    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim < 2]
    return [
        Muon(matrices, lr=recipe.learning_rate, weight_decay=recipe.weight_decay),
        torch.optim.AdamW(vectors, lr=recipe.learning_rate / 10, weight_decay=0.0),
    ]


def _first_network(
    files: Sequence[Path], teacher: Path, start: Path | None, device: str
) -> Embedder:
    """Return a new network, or one that says what the exported network ``start`` says."""
    model = Embedder(maps=Teacher(teacher).widths)
    model.to(device).to(memory_format=torch.channels_last)
    if start is not None:
        pictures = labelled_chunks(files, teacher, 0)(UNUSED_CHUNK)[0]
        unfold(model, start, torch.from_numpy(as_input(pictures)).to(device))
    return model


def _share_told(recipe: EmbedderRecipe, start: Path | None, seconds: float) -> float:
    """Return for which share of the pictures a stage starts from what the teacher tells."""
    if start is not None or not recipe.guided_minutes:
        return 0.0
    return max(0.0, 0.9 * (1 - seconds / (60 * recipe.guided_minutes)))


def _step(
    model: Embedder,
    batch: tuple[FloatArray, Tensor, list[Tensor]],
    told: BoolArray,
    recipe: EmbedderRecipe,
    device: str,
) -> float:
    """Add the gradients of one batch and return the embedding's part of the loss."""
    faces = torch.from_numpy(batch[0]).to(device, memory_format=torch.channels_last)
    targets = batch[1].to(device).float()
    maps = [cells.to(device) for cells in batch[2]]
    with reduced_precision(device):
        embeddings, guesses = model.guided(faces, maps, torch.from_numpy(told).to(device))
    loss = 1 - nn.functional.cosine_similarity(embeddings.float(), targets).mean()
    far = sum(
        nn.functional.mse_loss(guess.float(), wanted.float())
        for guess, wanted in zip(guesses, maps, strict=True)
    )
    (loss + recipe.map_weight * far).backward()
    return float(loss.detach())


@torch.no_grad()
def verify(model: Embedder, unseen: FaceCrops) -> Verification:
    """Measure the mirror-averaged network on the people kept out of training."""
    return verification(embed_crops(model, unseen.pixels), unseen.names)
