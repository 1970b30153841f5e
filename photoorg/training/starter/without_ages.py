"""Takes the age out of what a finished embedder says.

Strangers of one age lie close to each other in few directions of an embedding
(:func:`~photoorg.training.starter.teachers.age_directions`), babies closest of all: one threshold
then melts children together where it keeps adults apart. Without these directions it need not.
The network stays as it is; one matrix follows it.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from photoorg.analysis.face_crops import read_crops
from photoorg.errors import ModelError
from photoorg.training.starter.teachers import AGES, Recognizer, age_directions
from photoorg.types import FloatArray

TOLD = "embeddings_with_ages"
MATRIX = "without_ages"


def take_out_ages(embedder: Path, ages: Path, out: Path) -> Path:
    """Write ``embedder`` to ``out``, without the ages that the folders of the crops ``ages`` tell.

    The people kept out of training have no part in it. A network without ages is written as it
    is: what it would lose next are people. Raises DataError, ModelError.
    """
    proto = onnx.load(str(embedder))
    if all(one.name != MATRIX for one in proto.graph.initializer):
        crops = read_crops([ages])
        crops = crops.select(~crops.aside)
        rows = Recognizer(embedder).embed(crops.pixels)
        directions = age_directions(rows, crops.folders, AGES)
        _append(proto, np.eye(rows.shape[1]) - directions.T @ directions)
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
