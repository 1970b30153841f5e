"""What the embedder learns to say: several teachers' embeddings together, without their ages.

The unit embeddings of all teachers stand side by side as one row; rows of strangers of one age
lie close to each other in a few directions that tell the age and nothing else. They are the first
ones in which the mean rows of the age bands differ, and they are taken out: what is left tells
children apart as it tells adults. Of the rest the student learns the principal directions that
its own width holds.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.analysis.face_crops import read_crops
from photoorg.clustering.engine import unit_rows
from photoorg.errors import DataError, ModelError
from photoorg.training.starter.embedder_network import as_input
from photoorg.types import FloatArray, Pixels

DIMENSION = 128
"""Of the student's embedding."""
AGES = 2
"""Directions of age; a third one holds more of the persons than of their ages."""
BLOCK = 256
SAMPLE = 8192
"""Faces that the principal directions are taken from."""


class Recognizer:
    """An ArcFace-style ONNX network, on one thread."""

    def __init__(self, path: Path) -> None:
        self._session = one_threaded(path.read_bytes(), path)
        (self._input,) = (inlet.name for inlet in self._session.get_inputs())

    def embed(self, faces: Pixels) -> FloatArray:
        """Return unit embeddings ``(n, d)`` of BGR crops, one after the other."""
        rows = [
            self._session.run(None, {self._input: as_input(faces[k : k + 1])})[0]
            for k in range(len(faces))
        ]
        return unit_rows(np.concatenate(rows).astype(np.float32))


class Wanted:
    """The student's targets, made from the teachers' unit embeddings."""

    def __init__(self, matrix: FloatArray) -> None:
        self.matrix = matrix

    @classmethod
    def learn(cls, teachers: Sequence[Any], faces: Pixels, ages: Path | None) -> "Wanted":
        """Return the targets for ``faces``, without the ages that the folders of ``ages`` tell."""
        some = np.random.default_rng(0).permutation(len(faces))[:SAMPLE]
        rows = _said(teachers, faces[some])
        out = np.eye(rows.shape[1], dtype=np.float32)
        if ages is not None:
            crops = read_crops([ages])
            directions = age_directions(_said(teachers, crops.pixels), crops.folders)
            out -= directions.T @ directions
        rows = rows @ out
        _, vectors = np.linalg.eigh(rows.T @ rows)
        return cls((out @ vectors[:, ::-1][:, :DIMENSION]).astype(np.float32))

    def turned_to(self, parts: Sequence[FloatArray], told: FloatArray) -> "Wanted":
        """Return targets as much alike among themselves, as near as may be to what ``told`` says.

        ``told (n, 128)`` are a network's embeddings of the faces of which the teachers say
        ``parts``. It has then less to change (orthogonal Procrustes, Schoenemann 1966).
        """
        left, _, right = np.linalg.svd(self.of(parts).T @ unit_rows(told))
        return Wanted((self.matrix @ (left @ right)).astype(np.float32))

    def of(self, parts: Sequence[FloatArray]) -> FloatArray:
        """Return unit targets ``(n, 128)`` from each teacher's unit embeddings ``(n, d_k)``."""
        return unit_rows(beside(parts) @ self.matrix)


def _said(teachers: Sequence[Any], faces: Pixels) -> FloatArray:
    blocks = np.array_split(faces, max(1, len(faces) // BLOCK))
    return np.concatenate([beside([each.embed(block) for each in teachers]) for block in blocks])


def beside(parts: Sequence[FloatArray]) -> FloatArray:
    """Return unit rows that hold every teacher's, each with the same weight."""
    return unit_rows(np.concatenate(parts, axis=1))


def age_directions(rows: FloatArray, bands: Sequence[str], count: int = AGES) -> FloatArray:
    """Return the ``(count, d)`` orthonormal directions in which age bands differ most.

    ``bands (n,)`` names each row's. Raises DataError where there are too few of them.
    """
    if len(set(bands)) <= count:
        raise DataError("ages are learned from faces in folders, one for each of several ages")
    return group_directions(rows, bands, count)


def group_directions(rows: FloatArray, groups: Sequence[str], count: int) -> FloatArray:
    """Return the ``(count, d)`` orthonormal directions in which the mean rows differ most.

    ``groups (n,)`` names each row's; there are more of them than directions.
    """
    kinds, own = np.unique(np.array(groups), return_inverse=True)
    means = np.stack([rows[own == kind].mean(axis=0) for kind in range(len(kinds))])
    directions: FloatArray = np.linalg.svd(means - means.mean(axis=0), full_matrices=False)[2]
    return directions[:count]


def one_threaded(model: bytes, path: Path) -> Any:
    """Return an onnxruntime session for a model of that file. Raises ModelError."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"{path} is no ONNX file of a face recogniser.") from error
