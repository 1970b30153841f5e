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
ring buffer.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.analysis.face_crops import FaceCrops, read_crops
from photoorg.evaluation.packs.verification import Verification, verification
from photoorg.training.network import folded_copy, rank, reduced_precision, unfold
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
    learn_wanted,
)
from photoorg.training.starter.producer import UNUSED_CHUNK, Producer
from photoorg.training.starter.teachers import Wanted
from photoorg.training.starter.timed_run import TimedRecipe, TimedRun
from photoorg.types import BoolArray, FloatArray, Pixels, ProgressCallback, no_progress

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EmbedderRecipe(TimedRecipe):
    """How the embedder is trained, as told above."""

    minutes: float = 70.0
    map_weight: float = 0.3
    guided_minutes: float = 20.0
    reuse: float = 6.0
    buffer: int = 8192
    labellers: int = 0
    kept: float = 0.2


def train_embedder(
    files: Sequence[Path],
    teachers: Sequence[Path],
    folder: Path,
    recipe: EmbedderRecipe | None = None,
    *,
    ages: Path | None = None,
    start: Path | None = None,
    device: str = "cpu",
    progress: ProgressCallback = no_progress,
) -> Path:
    """Train on the zip files of crops and return the exported ``embedder.onnx`` in ``folder``.

    The ``teachers`` say together what is wanted, the first one guides the stages; the directions
    of age that the folders of the crops ``ages`` tell are taken out of it (:mod:`.teachers`).

    ``folder`` keeps ``embedder.pt`` (and ``wanted.npy``), from which a later call goes on (with the
    same or a longer or shorter time), and always the best network so far. Without one the run goes
    on from the exported network ``start``, if given; its weights have the share ``recipe.kept`` in
    those that are exported. ``progress`` counts seconds.
    """
    recipe = recipe or EmbedderRecipe()
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    everyone = read_crops(files)
    named = np.array([bool(name) for name in everyone.names])
    unseen = everyone.select(named & everyone.aside)
    known = everyone.select(named & ~everyone.aside)
    del everyone
    model = _first_network(files, teachers[0], start, device)
    student = partial(embed_crops, model) if start is not None else None
    first = folded_copy(model) if start is not None else None
    wanted = _wanted(folder, files, teachers, ages, student)
    run = TimedRun(model, recipe, folder / "embedder.pt", progress)
    run.state.setdefault("best", 0.0)
    producer = Producer(
        labelled_chunks,
        (files, teachers, wanted, recipe.seed + rank()),
        workers=recipe.labellers, first=int(run.state["chunks"]),
    )  # fmt: skip
    buffer = LabelledFaces(recipe.buffer)
    rng = run.random()
    used = 0
    slack = 2.0 if recipe.labellers else 1.0
    try:
        while run.goes_on():
            while buffer.added < 8 * CHUNK or used > slack * recipe.reuse * buffer.added:
                buffer.add(producer.take())
            if used > recipe.reuse * buffer.added and (chunk := producer.take_ready()) is not None:
                buffer.add(chunk)
            told = rng.random(recipe.batch) < _share_told(recipe, start, run.seconds)
            run.step(_gradients(model, buffer.sample(rng, recipe.batch), told, recipe, device))
            used += recipe.batch
            if run.is_due():
                found = verify(folded_copy(run.average, first, recipe.kept), unseen)
                logger.info(
                    "%d steps, %.1f min, loss %.4f, reuse %.1f, %s",
                    run.state["step"], run.seconds / 60, run.loss, used / buffer.added, found,
                )  # fmt: skip
                if found.tar_1e3 + found.accuracy > run.state["best"]:
                    run.state["best"] = found.tar_1e3 + found.accuracy
                    export_embedder(
                        run.average, folder / "embedder.onnx", known, before=first, kept=recipe.kept
                    )
                run.save(producer.taken)
    finally:
        producer.close()
    return folder / "embedder.onnx"


def _wanted(
    folder: Path,
    files: Sequence[Path],
    teachers: Sequence[Path],
    ages: Path | None,
    student: Callable[[Pixels], FloatArray] | None,
) -> Wanted | None:
    """Return what is to be learned; a run keeps it, so that going on costs nothing."""
    kept = folder / "wanted.npy"
    if (folder / "embedder.pt").exists() and kept.exists():
        return Wanted(np.load(kept))
    wanted = learn_wanted(files, teachers, ages, student)
    if wanted is not None:
        np.save(kept, wanted.matrix)
    return wanted


def _first_network(
    files: Sequence[Path], teacher: Path, start: Path | None, device: str
) -> Embedder:
    """Return a new network, or one that says what the exported network ``start`` says."""
    model = Embedder(maps=Teacher(teacher).widths)
    model.to(device).to(memory_format=torch.channels_last)
    if start is not None:
        pictures = labelled_chunks(files, [teacher], None, 0)(UNUSED_CHUNK)[0]
        unfold(model, start, torch.from_numpy(as_input(pictures)).to(device))
    return model


def _share_told(recipe: EmbedderRecipe, start: Path | None, seconds: float) -> float:
    """Return for which share of the pictures a stage starts from what the teacher tells."""
    if start is not None or not recipe.guided_minutes:
        return 0.0
    return max(0.0, 0.9 * (1 - seconds / (60 * recipe.guided_minutes)))


def _gradients(
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
