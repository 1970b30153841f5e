"""Takes out of what a finished embedder says what strangers have in common.

Strangers of one age lie close to each other in few directions of an embedding
(:func:`~photoorg.training.starter.teachers.age_directions`), babies closest of all, and so do
strangers of one origin: one threshold then melts some together where it keeps others apart. Without
these directions it need not. The network stays as it is; one matrix follows it.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from photoorg.analysis.face_crops import FaceCrops, read_crops
from photoorg.clustering.engine import unit_rows
from photoorg.errors import ModelError
from photoorg.training.starter.teachers import AGES, Recognizer, age_directions, group_directions
from photoorg.types import FloatArray

TOLD = "embeddings_with_ages"
MATRIX = "without_ages"
"""So networks call it that have it already: ages were the first that was taken out."""
FURTHER = 1
"""Directions of age that each further collection takes out: the first one left little of them."""
ORIGINS = 2
"""The directions in which origins differ most, of adults where a collection tells them."""
NOTHING = 1e-3
"""So far apart at least are the mean rows, of a length of 1 each, where something tells them."""


def take_out_groups(embedder: Path, ages: Sequence[Sequence[Path]], out: Path) -> Path:
    """Write ``embedder`` to ``out``, without the ages that the folders of crops tell.

    ``ages`` are collections of zip files; each is looked at by itself, since what tells two of
    them apart is how they were made and not who is on them. That is taken out, too: strangers are
    not to look alike for having been cut out or blurred in the same way. So are the origins that
    the names of files tell. The people kept out of training have no part in it. What a network has
    lost already it does not lose again: next would be people. Raises DataError, ModelError.
    """
    proto = onnx.load(str(embedder))
    known = [one for one in proto.graph.initializer if one.name == MATRIX]
    before = numpy_helper.to_array(known[0]) if known else None
    lost = 0 if before is None else len(before) - round(float(np.trace(before)))
    matrix: FloatArray | None = None
    seen: list[FloatArray] = []
    for files in ages:
        crops = read_crops(files)
        crops = crops.select(~crops.aside)
        rows = Recognizer(embedder).embed(crops.pixels)
        if matrix is None:
            matrix = np.eye(rows.shape[1], dtype=np.float32)
        after = _apart(matrix, rows, crops, seen)
        count = round(float(np.trace(matrix - after)))
        if count > lost:
            matrix = after
        lost = max(0, lost - count)
        seen.append(rows)
    if matrix is not None:
        if before is None:
            _append(proto, matrix)
        else:
            known[0].CopyFrom(numpy_helper.from_array(before @ matrix, MATRIX))
    part = out.with_suffix(".part.onnx")
    onnx.checker.check_model(proto)
    onnx.save(proto, str(part))
    part.replace(out)
    return out


def _apart(
    matrix: FloatArray, rows: FloatArray, crops: FaceCrops, seen: Sequence[FloatArray]
) -> FloatArray:
    """Return a projection ``(d, d)`` that also leaves out what strangers of a collection share.

    ``rows (n, d)`` are what a network says of ``crops``, ``seen`` of the collections before.
    """

    def left() -> FloatArray:
        return unit_rows(rows @ matrix)

    if seen:
        others = unit_rows(np.concatenate(seen) @ matrix)
        made = left().mean(axis=0) - others.mean(axis=0)
        if np.linalg.norm(made) > NOTHING:
            matrix = _without(matrix, unit_rows(made[None]))
    count = FURTHER if seen else AGES
    matrix = _without(matrix, age_directions(left(), crops.folders, count))
    origins = np.array(crops.origins)
    adults = crops.adults & (origins != "")
    if len(set(origins[adults])) > ORIGINS:
        matrix = _without(matrix, group_directions(left()[adults], origins[adults], ORIGINS))
    return matrix


def _without(matrix: FloatArray, directions: FloatArray) -> FloatArray:
    """Return a projection ``(d, d)`` that leaves orthonormal ``directions (k, d)`` out, too."""
    return matrix @ (np.eye(len(matrix), dtype=np.float32) - directions.T @ directions)


def _append(proto: onnx.ModelProto, matrix: FloatArray) -> None:
    """Let what the network answers be multiplied by a matrix ``(d, d)``."""
    graph = proto.graph
    if len(graph.output) != 1:
        raise ModelError("An embedder has one output.")
    name = graph.output[0].name
    for node in graph.node:
        for ends in (node.input, node.output):
            ends[:] = [TOLD if one == name else one for one in ends]
    graph.initializer.append(numpy_helper.from_array(matrix, MATRIX))
    graph.node.append(helper.make_node("MatMul", [TOLD, MATRIX], [name]))
