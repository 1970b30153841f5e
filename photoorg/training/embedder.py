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
(:mod:`~photoorg.training.within_class`); nothing else is learned from names.

Labelling costs about a third of a step, so every labelled picture is used ``reuse`` times from a
ring buffer. The learning rate is constant and falls linearly over the last ``cooldown`` minutes: a
run may be stopped at any time and be resumed, cooled down or prolonged from its checkpoint.
"""

import copy
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.analysis.face_crops import FaceCrops, held_out, read_crops
from photoorg.errors import ModelError
from photoorg.evaluation.verification import Verification, verification
from photoorg.training.augment import augment_face
from photoorg.training.muon import Muon
from photoorg.training.network import (
    Block,
    convolution,
    export_network,
    folded_copy,
    follow_average,
    rank,
    reduced_precision,
    restore,
    save,
    share_gradients,
    unfold,
)
from photoorg.training.producer import UNUSED_CHUNK, Producer
from photoorg.training.within_class import within_class_metric
from photoorg.types import BoolArray, FloatArray, Pixels, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

MAPS = (64, 128, 128)
"""Channels of the teacher's maps, 28, 14 and 7 cells a side."""
WIDTHS = (64, 128, 192)
BLOCKS = (1, 3, 1)
CHUNK = 128


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


class Embedder(nn.Module):
    """Faces ``(n, 3, 112, 112)`` in [-1, 1] to embeddings ``(n, 128)``, not normalised."""

    def __init__(self, dimension: int = 128, maps: Sequence[int] = MAPS) -> None:
        super().__init__()
        self.dimension = dimension
        entries = [
            [convolution(3, 24, kernel=3, stride=2), convolution(24, WIDTHS[0], kernel=3, stride=2)]
        ]
        entries += [
            [convolution(before, width, kernel=3, stride=2)]
            for before, width in zip(maps, WIDTHS[1:], strict=False)
        ]
        self.stages = nn.ModuleList(
            nn.Sequential(*entry, *(Block(width) for _ in range(blocks)), nn.Conv2d(width, told, 1))
            for entry, width, blocks, told in zip(entries, WIDTHS, BLOCKS, maps, strict=True)
        )
        self.head = nn.Sequential(
            convolution(maps[-1], 256, kernel=1),
            nn.Conv2d(256, 256, 7, groups=256),
            nn.Flatten(),
            nn.Linear(256, dimension),
        )

    def forward(self, faces: Tensor) -> Tensor:
        for stage in self.stages:
            faces = stage(faces)
        return self.head(faces)

    def guided(
        self, faces: Tensor, maps: Sequence[Tensor], told: Tensor
    ) -> tuple[Tensor, list[Tensor]]:
        """Return embeddings ``(n, 128)`` and the guesses of the teacher's maps.

        Where ``told (n,)``, a stage starts from the teacher's map instead of the guess before it.
        """
        seen, guesses = faces, []
        for stage, wanted in zip(self.stages, maps, strict=True):
            guess = stage(seen)
            guesses.append(guess)
            seen = torch.where(told[:, None, None, None], wanted.to(guess.dtype), guess)
        return self.head(seen), guesses


def as_input(faces: Pixels) -> FloatArray:
    """Turn BGR crops ``(n, 112, 112, 3)`` into the networks' input ``(n, 3, 112, 112)``."""
    return (faces[..., ::-1].transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 127.5


class Teacher:
    """An ArcFace-style residual ONNX network that also tells its maps at 28, 14 and 7 cells."""

    def __init__(self, path: Path) -> None:
        import onnx
        import onnxruntime

        try:
            model = onnx.shape_inference.infer_shapes(onnx.load(str(path)))
        except Exception as error:
            raise ModelError(f"{path} is not an ONNX file that can teach") from error
        shapes = {
            value.name: [size.dim_value for size in value.type.tensor_type.shape.dim]
            for value in model.graph.value_info
        }
        sums = [node.output[0] for node in model.graph.node if node.op_type == "Add"]
        last = {tuple(shapes.get(name, ())[2:]): name for name in sums}
        try:
            taps = [last[cells, cells] for cells in (28, 14, 7)]
        except KeyError:
            raise ModelError(
                f"{path} has no residual blocks of 28, 14 and 7 cells a side to learn from"
            ) from None
        self.widths = tuple(shapes[name][1] for name in taps)
        model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in taps)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name
        self._outputs = [self._session.get_outputs()[0].name, *taps]
        self._units = [(np.float32(0), np.float32(1))] * len(taps)

    def use_units_of(self, faces: Pixels) -> None:
        """Tell maps in units of each channel's mean and spread over these pictures from now on."""
        self._units = [(np.float32(0), np.float32(1))] * len(self._units)
        _, *maps = self.label(faces)
        self._units = [(cells.mean((0, 1, 2)), cells.std((0, 1, 2)) + 1e-3) for cells in maps]

    def label(self, faces: Pixels) -> tuple[FloatArray, ...]:
        """Return unit embeddings ``(n, d)`` and the maps ``(n, cells, cells, channels)``."""
        told = [
            self._session.run(self._outputs, {self._input: face[None]}) for face in as_input(faces)
        ]
        embeddings, *maps = (np.concatenate(parts) for parts in zip(*told, strict=True))
        embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
        return embeddings, *(
            (cells.transpose(0, 2, 3, 1) - mean) / spread
            for cells, (mean, spread) in zip(maps, self._units, strict=True)
        )


Chunk = tuple[Any, ...]
"""Pictures ``(n, 112, 112, 3)``, targets ``(n, d)`` and the teacher's maps, as float16."""


def labelled_chunks(files: Sequence[Path], teacher: Path, seed: int) -> Callable[[int], Chunk]:
    """Return the function that makes chunk ``k``: new pictures, their targets and their maps."""
    everyone = read_crops(files)
    faces = everyone.pixels[~held_out(everyone.names)]
    network = Teacher(teacher)
    network.use_units_of(faces[:CHUNK])

    def make(number: int) -> Chunk:
        rng = np.random.default_rng([seed, number])
        first, second = rng.integers(len(faces), size=(2, CHUNK))
        pictures = np.stack(
            [augment_face(faces[a], faces[b], rng) for a, b in zip(first, second, strict=True)]
        )
        return pictures, *(part.astype(np.float16) for part in network.label(pictures))

    return make


class LabelledFaces:
    """The ring buffer of labelled pictures."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.added = 0
        self._parts: list[np.ndarray[Any, Any]] = []

    def add(self, chunk: Chunk) -> None:
        """Put a chunk in the place of the oldest pictures."""
        if not self._parts:
            self._parts = [np.empty((self.capacity, *part.shape[1:]), part.dtype) for part in chunk]
        rows = np.arange(self.added, self.added + len(chunk[0])) % self.capacity
        for store, part in zip(self._parts, chunk, strict=True):
            store[rows] = part
        self.added += len(rows)

    def sample(
        self, rng: np.random.Generator, count: int
    ) -> tuple[FloatArray, Tensor, list[Tensor]]:
        """Return faces ``(n, 3, 112, 112)``, targets ``(n, d)``, maps ``(n, c, cells, cells)``."""
        rows = rng.integers(min(self.added, self.capacity), size=count)
        pictures, targets, *maps = (part[rows] for part in self._parts)
        cells = [torch.from_numpy(part).permute(0, 3, 1, 2) for part in maps]
        return as_input(pictures), torch.from_numpy(targets), cells


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


@torch.no_grad()
def embed_crops(model: Embedder, faces: Pixels) -> FloatArray:
    """Return mirror-averaged embeddings ``(n, d)`` of BGR crops."""
    model.eval()
    device = next(model.parameters()).device
    parts = [np.empty((0, model.dimension), np.float32)]
    for start in range(0, len(faces), 256):
        batch = torch.from_numpy(as_input(faces[start : start + 256])).to(device)
        batch = batch.contiguous(memory_format=torch.channels_last)
        with reduced_precision(device.type):
            parts.append((model(batch) + model(batch.flip(3))).float().cpu().numpy())
    return np.concatenate(parts)


class Shipped(nn.Module):
    """The network as shipped: picture and mirror image averaged, in the metric of one's own."""

    def __init__(self, model: Embedder, middle: FloatArray, matrix: FloatArray) -> None:
        super().__init__()
        self.model = model
        self.register_buffer("middle", torch.from_numpy(middle))
        self.register_buffer("matrix", torch.from_numpy(matrix))

    def forward(self, faces: Tensor) -> Tensor:
        both = nn.functional.normalize(self.model(faces) + self.model(faces.flip(3)))
        return (both - self.middle) @ self.matrix


def export_embedder(model: Embedder, path: Path, known: FaceCrops) -> None:
    """Write the network as ONNX with folded normalisation and float16 weights.

    It answers in the metric of the named faces ``known``, see :mod:`.within_class`.
    """
    rows = embed_crops(model, known.pixels)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    export_network(
        Shipped(folded_copy(model), *within_class_metric(rows, known.names)),
        path,
        example=torch.zeros(2, 3, 112, 112),
        dynamic={0: torch.export.Dim("n")},
        inputs=["faces"],
        outputs=["embeddings"],
    )
