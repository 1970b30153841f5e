"""Distils a compact face embedder from a larger teacher, without labels.

Function matching (Beyer et al. 2022): teacher and student see the same strongly augmented
picture, the student learns to say what the teacher says. The target of a picture ``x`` with the
mirror image ``x'`` is the mirror-averaged teacher ``t = (T(x) + T(x')) / |T(x) + T(x')|``, for
both of them, so one labelled picture trains two. The loss is ``1 - cos(S(x), t)`` plus
``map_weight`` times the same at every cell of the last 7 x 7 feature map, where the teacher says
far more than in its 128 numbers; the student reaches that map through a projection that is
dropped after training.

Labelling costs more than a step, so every labelled picture is used ``reuse`` times from a ring
buffer. The learning rate is constant and falls linearly over the last ``cooldown`` minutes: a run
may be stopped at any time and be resumed, cooled down or prolonged from its checkpoint.
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
from photoorg.analysis.verification import Verification, verification
from photoorg.errors import ModelError
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
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

logger = logging.getLogger(__name__)

WIDTHS = (48, 128, 192)
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
    map_weight: float = 1.0
    reuse: float = 8.0
    buffer: int = 16384
    labellers: int = 0
    ema: float = 0.998
    seed: int = 0
    checkpoint_minutes: float = 5.0


class Embedder(nn.Module):
    """Faces ``(n, 3, 112, 112)`` in [-1, 1] to embeddings ``(n, 128)``, not normalised."""

    def __init__(self, dimension: int = 128, teacher_width: int = 512) -> None:
        super().__init__()
        layers: list[nn.Module] = [convolution(3, WIDTHS[0], kernel=7, stride=4)]
        for stage, (width, blocks) in enumerate(zip(WIDTHS, BLOCKS, strict=True)):
            if stage:
                layers.append(convolution(WIDTHS[stage - 1], width, kernel=3, stride=2))
            layers += [Block(width) for _ in range(blocks)]
        self.trunk = nn.Sequential(*layers)
        self.last = convolution(WIDTHS[-1], WIDTHS[-1] // 3, kernel=1)
        self.head = nn.Linear(WIDTHS[-1] // 3 * 49, dimension)
        self.to_teacher = nn.Conv2d(WIDTHS[-1], teacher_width, 1)

    def forward(self, faces: Tensor) -> Tensor:
        return self.head(torch.flatten(self.last(self.trunk(faces)), 1))

    def with_map(self, faces: Tensor) -> tuple[Tensor, Tensor]:
        """Return embeddings ``(n, 128)`` and the guess of the teacher's map ``(n, c, 7, 7)``."""
        features = self.trunk(faces)
        return self.head(torch.flatten(self.last(features), 1)), self.to_teacher(features)


def as_input(faces: Pixels) -> FloatArray:
    """Turn BGR crops ``(n, 112, 112, 3)`` into the networks' input ``(n, 3, 112, 112)``."""
    return (faces[..., ::-1].transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 127.5


class Teacher:
    """An ArcFace-style ONNX network that also tells its last feature map."""

    def __init__(self, path: Path) -> None:
        import onnx
        import onnxruntime

        try:
            model = onnx.load(str(path))
        except Exception as error:
            raise ModelError(f"{path} is not an ONNX file that can teach") from error
        whole = [node for node in model.graph.node if _kernel(node) == [7, 7]]
        if not whole:
            raise ModelError(f"{path} has no 7 x 7 convolution over its last feature map")
        self._map = whole[-1].input[0]
        model.graph.output.append(onnx.helper.make_empty_tensor_value_info(self._map))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name
        self._output = self._session.get_outputs()[0].name

    def label(self, faces: Pixels) -> tuple[FloatArray, FloatArray]:
        """Return mirror-averaged unit embeddings ``(n, d)`` and maps ``(n, 7, 7, c)``.

        The map of the mirror image is turned back before averaging: it fits the picture as given.
        """
        embeddings, maps = [], []
        for face in as_input(faces):
            straight, cells = self._run(face[None])
            mirrored, mirrored_cells = self._run(np.ascontiguousarray(face[None, :, :, ::-1]))
            both = straight / np.linalg.norm(straight) + mirrored / np.linalg.norm(mirrored)
            embeddings.append(both / np.linalg.norm(both))
            maps.append((cells + mirrored_cells[..., ::-1]).transpose(1, 2, 0) / 2)
        return np.stack(embeddings), np.stack(maps)

    def _run(self, face: FloatArray) -> tuple[FloatArray, FloatArray]:
        output, cells = self._session.run([self._output, self._map], {self._input: face})
        return output[0], cells[0]


def _kernel(node: Any) -> list[int]:
    return [size for a in node.attribute if a.name == "kernel_shape" for size in a.ints]


Chunk = tuple[Pixels, FloatArray, FloatArray]


def labelled_chunks(files: Sequence[Path], teacher: Path, seed: int) -> Callable[[int], Chunk]:
    """Return the function that makes chunk ``k``: new pictures, their targets and their maps."""
    everyone = read_crops(files)
    faces = everyone.pixels[~held_out(everyone.names)]
    network = Teacher(teacher)

    def make(number: int) -> Chunk:
        rng = np.random.default_rng([seed, number])
        first, second = rng.integers(len(faces), size=(2, CHUNK))
        pictures = np.stack(
            [augment_face(faces[a], faces[b], rng) for a, b in zip(first, second, strict=True)]
        )
        targets, maps = network.label(pictures)
        return pictures, targets.astype(np.float16), maps.astype(np.float16)

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

    def sample(self, rng: np.random.Generator, count: int) -> tuple[FloatArray, Tensor, Tensor]:
        """Return faces ``(n, 3, 112, 112)``, targets ``(n, d)`` and maps ``(n, c, 7, 7)``."""
        rows = rng.integers(min(self.added, self.capacity), size=count)
        pictures, targets, maps = (part[rows] for part in self._parts)
        mirrored = rng.random(count) < 0.5
        pictures[mirrored] = pictures[mirrored, :, ::-1]
        maps[mirrored] = maps[mirrored, :, ::-1]
        return as_input(pictures), torch.from_numpy(targets), torch.from_numpy(maps)


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
    unseen = everyone.select(held_out(everyone.names))
    model = Embedder().to(device).to(memory_format=torch.channels_last)
    _go_on_from(model, start, lambda: labelled_chunks(files, teacher, recipe.seed)(UNUSED_CHUNK))
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
            loss = _step(model, buffer.sample(rng, recipe.batch), recipe, device)
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
                    export_embedder(average, folder / "embedder.onnx")
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


@torch.no_grad()
def _go_on_from(model: Embedder, start: Path | None, make: Callable[[], Chunk]) -> None:
    """Fill a new network from an exported one; the guess of the teacher's map is fitted anew."""
    if start is None:
        return
    pictures, _, maps = make()
    example = torch.from_numpy(as_input(pictures)).to(next(model.parameters()).device)
    unfold(model, start, example)
    cells = model.trunk(example).movedim(1, 3).flatten(0, 2).float().cpu()
    wanted = torch.from_numpy(maps).float().flatten(0, 2)
    middle, target = cells.mean(0), wanted.mean(0)
    cells, wanted = cells - middle, wanted - target
    ridge = 1e-2 * cells.square().mean() * len(cells) * torch.eye(cells.shape[1])
    weight = torch.linalg.solve(cells.T @ cells + ridge, cells.T @ wanted).T
    model.to_teacher.weight.copy_(weight[:, :, None, None])
    assert model.to_teacher.bias is not None
    model.to_teacher.bias.copy_(target - weight @ middle)


def _step(
    model: Embedder, batch: tuple[FloatArray, Tensor, Tensor], recipe: EmbedderRecipe, device: str
) -> float:
    """Add the gradients of one batch and return the embedding's part of the loss."""
    faces = torch.from_numpy(batch[0]).to(device, memory_format=torch.channels_last)
    targets = batch[1].to(device).float()
    with reduced_precision(device):
        embeddings, guess = model.with_map(faces)
        maps = batch[2].to(device).permute(0, 3, 1, 2).to(guess.dtype)
        far = 1 - nn.functional.cosine_similarity(guess, maps, dim=1).float().mean()
    loss = 1 - nn.functional.cosine_similarity(embeddings.float(), targets).mean()
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
    parts = []
    for start in range(0, len(faces), 256):
        batch = torch.from_numpy(as_input(faces[start : start + 256])).to(device)
        batch = batch.contiguous(memory_format=torch.channels_last)
        with reduced_precision(device.type):
            parts.append((model(batch) + model(batch.flip(3))).float().cpu().numpy())
    return np.concatenate(parts)


class _MirrorAveraged(nn.Module):
    """The network as shipped: the picture and its mirror image, averaged."""

    def __init__(self, model: Embedder) -> None:
        super().__init__()
        self.model = model

    def forward(self, faces: Tensor) -> Tensor:
        return self.model(faces) + self.model(faces.flip(3))


def export_embedder(model: Embedder, path: Path, *, mirror: bool = True) -> None:
    """Write the network as ONNX with folded normalisation and float16 weights."""
    folded = folded_copy(model)
    network = _MirrorAveraged(folded) if mirror else folded
    export_network(
        network,
        path,
        example=torch.zeros(2, 3, 112, 112),
        dynamic={0: torch.export.Dim("n")},
        inputs=["faces"],
        outputs=["embeddings"],
    )
