"""Takes the age out of what a finished embedder says.

Strangers of one age lie close to each other in few directions of an embedding
(:func:`~photoorg.training.starter.teachers.age_directions`), babies closest of all: one threshold
then melts children together where it keeps adults apart. Without these directions it need not.
The network stays as it is; one matrix follows it.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from photoorg.analysis.face_crops import read_crops
from photoorg.clustering.engine import unit_rows
from photoorg.errors import ModelError
from photoorg.training.starter.teachers import AGES, Recognizer, age_directions
from photoorg.types import FloatArray

TOLD = "embeddings_with_ages"
MATRIX = "without_ages"
FURTHER = 1
"""Directions that each further collection takes out: the first one left little to its ages."""


def take_out_ages(embedder: Path, ages: Sequence[Sequence[Path]], out: Path) -> Path:
    """Write ``embedder`` to ``out``, without the ages that the folders of crops tell.

    ``ages`` are collections of zip files; each is looked at by itself, since what tells two of
    them apart is how they were made and not who is on them. The people kept out of training have
    no part in it. What a network has lost already it does not lose again: next would be people.
    Raises DataError, ModelError.
    """
    proto = onnx.load(str(embedder))
    known = [one for one in proto.graph.initializer if one.name == MATRIX]
    before = numpy_helper.to_array(known[0]) if known else None
    gone = 0 if before is None else len(before) - round(float(np.trace(before)))
    matrix, wanted = None, 0
    for number, files in enumerate(ages):
        count = FURTHER if number else AGES
        wanted += count
        if gone >= wanted:
            continue
        crops = read_crops(files)
        crops = crops.select(~crops.aside)
        rows = Recognizer(embedder).embed(crops.pixels)
        if matrix is None:
            matrix = np.eye(rows.shape[1])
        directions = age_directions(unit_rows(rows @ matrix), crops.folders, count)
        matrix = matrix @ (np.eye(len(matrix)) - directions.T @ directions)
    if matrix is not None and before is None:
        _append(proto, matrix.astype(np.float32))
    elif matrix is not None and before is not None:
        both = (before @ matrix).astype(np.float32)
        known[0].CopyFrom(numpy_helper.from_array(both, MATRIX))
    part = out.with_suffix(".part.onnx")
    onnx.checker.check_model(proto)
    onnx.save(proto, str(part))
    part.replace(out)
    return out


def _append(proto: onnx.ModelProto, matrix: FloatArray) -> None:
    """Let what the network answers be multiplied by a matrix ``(d, d)``."""
    graph = proto.graph
    if len(graph.output) != 1:
        raise ModelError("An embedder has one output.")
    name = graph.output[0].name
    for node in graph.node:
        for ends in (node.input, node.output):
            ends[:] = [TOLD if one == name else one for one in ends]
    graph.initializer.append(numpy_helper.from_array(matrix.astype(np.float32), MATRIX))
    graph.node.append(helper.make_node("MatMul", [TOLD, MATRIX], [name]))
