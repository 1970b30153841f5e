"""What the embedder learns from: pictures, and what a larger network makes of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from photoorg.analysis.face_crops import FaceCrops, read_crops
from photoorg.errors import ModelError
from photoorg.training.starter.augment import augment_face
from photoorg.training.starter.embedder_network import as_input
from photoorg.training.starter.teachers import Recognizer, Wanted, one_threaded
from photoorg.types import FloatArray, Pixels

CHUNK = 128
COMPARED = 2048
"""Faces by which the targets are put as the student says them."""
BLACK, NARROWEST = 16, 3
"""The brightest of a row that is black; rows of a bar that is no shadow."""


class Teacher:
    """An ArcFace-style residual ONNX network that also tells its maps at 28, 14 and 7 cells."""

    def __init__(self, path: Path) -> None:
        import onnx

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
        self._session = one_threaded(model.SerializeToString(), path)
        self._input = self._session.get_inputs()[0].name
        self._outputs = [self._session.get_outputs()[0].name, *taps]
        self._units = [(np.float32(0), np.float32(1))] * len(taps)

    def use_units_of(self, faces: Pixels) -> None:
        """Tell maps in units of each channel's mean and spread over these pictures from now on."""
        self._units = [(np.float32(0), np.float32(1))] * len(self._units)
        _, *maps = self.label(faces)
        self._units = [(cells.mean((0, 1, 2)), cells.std((0, 1, 2)) + 1e-3) for cells in maps]

    def embed(self, faces: Pixels) -> FloatArray:
        """Return unit embeddings ``(n, d)``."""
        return self.label(faces)[0]

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
"""Pictures ``(n, 112, 112, 3)``, targets ``(n, d)`` and the guide's maps, as float16."""


def learn_wanted(
    files: Sequence[Path],
    teachers: Sequence[Path],
    ages: Path | None,
    student: Callable[[Pixels], FloatArray] | None = None,
) -> Wanted | None:
    """Return what the teachers say together about these files' faces, without the ages.

    Put in such a way that a ``student`` that knows something already says nearly the same. None
    for a single teacher that has no ages to lose: it is repeated word by word. This embeds some
    30,000 faces, which takes minutes.
    """
    if len(teachers) == 1 and ages is None:
        return None
    told = [Recognizer(teacher) for teacher in teachers]
    faces = faces_to_learn_from(files).pixels
    wanted = Wanted.learn(told, faces, ages)
    if student is not None:
        some = faces[:: max(1, len(faces) // COMPARED)]
        wanted = wanted.turned_to([one.embed(some) for one in told], student(some))
    return wanted


def labelled_chunks(
    files: Sequence[Path], teachers: Sequence[Path], wanted: Wanted | None, seed: int
) -> Callable[[int], Chunk]:
    """Return the function that makes chunk ``k``: new pictures, their targets and their maps.

    The first of the teachers is the guide that tells its maps; ``wanted`` says what the student
    makes of all of them, the guide's own embedding if None.
    """
    faces = faces_to_learn_from(files).pixels
    guide, *others = Teacher(teachers[0]), *map(Recognizer, teachers[1:])
    guide.use_units_of(faces[:CHUNK])

    def make(number: int) -> Chunk:
        rng = np.random.default_rng([seed, number])
        first, second = rng.integers(len(faces), size=(2, CHUNK))
        pictures = np.stack(
            [augment_face(faces[a], faces[b], rng) for a, b in zip(first, second, strict=True)]
        )
        targets, *maps = guide.label(pictures)
        if wanted is not None:
            targets = wanted.of([targets, *(other.embed(pictures) for other in others)])
        return pictures, *(part.astype(np.float16) for part in (targets, *maps))

    return make


def faces_to_learn_from(files: Sequence[Path]) -> FaceCrops:
    """Return the crops that nobody kept out.

    Some have a black bar at the top; every other of these is filled with a mirror image, so that
    both are learned from.
    """
    everyone = read_crops(files)
    everyone = everyone.select(~everyone.aside)
    for face in everyone.pixels[::2]:
        bar = int(np.argmax(face.max(axis=(1, 2)) > BLACK))
        if NARROWEST < bar < len(face) // 2:
            face[:bar] = face[bar : 2 * bar][::-1]
    return everyone


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
