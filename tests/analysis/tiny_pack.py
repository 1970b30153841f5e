"""Networks of a few bytes that run like real ones, for tests without any real pack."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

SIDE = 640
FACE = (200.0, 160.0, 360.0, 400.0)
"""Where the tiny detector sees a face on every canvas: x1, y1, x2, y2."""

LANDMARKS = np.array([[240, 240], [320, 240], [280, 290], [250, 340], [310, 340]], dtype=np.float32)


def write_detector(file: Path, score: float = 0.9, *, landmarks: bool = True) -> None:
    """Write a network with SCRFD's outputs that sees one face wherever it looks."""
    constants: list[Any] = []
    outputs: list[Any] = []
    nodes: list[Any] = []
    for part, width in (("score", 1), ("box", 4), ("landmark", 10)):
        for stride in (8, 16, 32):
            if part == "landmark" and not landmarks:
                continue
            name = f"{part}_{stride}"
            values = np.zeros((2 * (SIDE // stride) ** 2, width), np.float32)
            if stride == 32:
                _see_face(part, values, score)
            constants.append(numpy_helper.from_array(values, f"{name}_values"))
            # The answer has to depend on the input, or the network would have none.
            nodes.append(helper.make_node("Add", [f"{name}_values", "nothing"], [name]))
            outputs.append(_value(name, list(values.shape)))
    constants.append(numpy_helper.from_array(np.zeros((), np.float32), "zero"))
    nodes.insert(0, helper.make_node("ReduceMax", ["input"], ["most"], keepdims=0))
    nodes.insert(1, helper.make_node("Mul", ["most", "zero"], ["nothing"]))
    _save(file, nodes, [_value("input", [1, 3, "height", "width"])], outputs, constants)


def _see_face(part: str, values: Any, score: float) -> None:
    stride, column, row = 32, 8, 8
    anchor = 2 * (row * (SIDE // stride) + column)
    x, y = column * stride, row * stride
    if part == "score":
        values[anchor] = score
    elif part == "box":
        values[anchor] = np.array([x - FACE[0], y - FACE[1], FACE[2] - x, FACE[3] - y]) / stride
    else:
        values[anchor] = ((LANDMARKS - (x, y)) / stride).reshape(-1)


def write_recognizer(file: Path, *, batch: int | str = "n", gain: float = 1.0) -> None:
    """Write a network that gives the mean red, green and blue, times ``gain``."""
    nodes = [
        helper.make_node("GlobalAveragePool", ["face"], ["means"]),
        helper.make_node("Flatten", ["means"], ["flat"]),
        helper.make_node("Mul", ["flat", "gain"], ["embedding"]),
    ]
    constants = [numpy_helper.from_array(np.array(gain, np.float32), "gain")]
    inputs = [_value("face", [batch, 3, 112, 112])]
    _save(file, nodes, inputs, [_value("embedding", [batch, 3])], constants)


def write_pack(folder: Path, **recognizer: Any) -> Path:
    """Write a complete pack without a manifest and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_detector(folder / "det_tiny.onnx")
    write_recognizer(folder / "rec_tiny.onnx", **recognizer)
    return folder


def write_manifest(folder: Path, **changes: Any) -> None:
    """Write a manifest as insightface 2.1 wants it, with digests."""
    tasks: dict[str, dict[str, Any]] = {
        "detection": {"file": "det_tiny.onnx"},
        "recognition": {"file": "rec_tiny.onnx", "embedding_dimension": 3},
    }
    for task in tasks.values():
        data = (folder / task["file"]).read_bytes()
        task["sha256"] = hashlib.sha256(data).hexdigest()
    manifest: dict[str, Any] = {
        "manifest_version": 2,
        "model_id": "tiny",
        "license": "MODEL.LICENSE",
        "tasks": tasks,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest | changes), encoding="utf-8")


def _value(name: str, shape: list[Any]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _save(file: Path, nodes: Any, inputs: Any, outputs: Any, constants: Any) -> None:
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    opsets = [helper.make_opsetid("", 17)]
    save(helper.make_model(graph, opset_imports=opsets, ir_version=8), file)
