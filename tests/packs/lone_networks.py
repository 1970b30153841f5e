"""Recognisers that come alone, of a few bytes: one wants scaled pixels, one scales them itself."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

from photoorg.packs.offers import PackOffer, Recognizer

SCALED = Recognizer(3, mean=127.5, std=127.5)
"""As AuraFace wants its pixels."""

AS_THEY_ARE = Recognizer(3, mean=0.0, std=1.0)
"""As the ArcFace of the ONNX Model Zoo does."""


def write_like_the_zoo(file: Path) -> bytes:
    """Write what MXNet exported in 2018: one face at a time, weights listed among the inputs.

    The answer is the mean red, green and blue after the network's own scaling.
    """
    weights = {"middle": 127.5, "scale": 1 / 128}
    nodes = [
        helper.make_node("Sub", ["data", "middle"], ["_minusscalar0"], name="_minusscalar0"),
        helper.make_node("Mul", ["_minusscalar0", "scale"], ["_mulscalar0"], name="_mulscalar0"),
        helper.make_node("GlobalAveragePool", ["_mulscalar0"], ["means"]),
        helper.make_node("Flatten", ["means"], ["fc1"]),
    ]
    inputs = [_value("data", [1, 3, 112, 112]), *(_value(name, [1]) for name in weights)]
    constants = [
        numpy_helper.from_array(np.array([value], np.float32), name)
        for name, value in weights.items()
    ]
    graph = helper.make_graph(nodes, "zoo", inputs, [_value("fc1", [1, 3])], constants)
    opsets = [helper.make_opsetid("", 8)]
    save(helper.make_model(graph, opset_imports=opsets, ir_version=3), file)
    return file.read_bytes()


def _value(name: str, shape: list[Any]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def offer_of(
    data: bytes, recognizer: Recognizer, url: str = "http://127.0.0.1:9/it.onnx"
) -> PackOffer:
    """Return an offer of a recogniser that comes alone."""
    return PackOffer(
        name="lone",
        url=url,
        size=len(data),
        unpacked=len(data) + 2_000_000,
        sha256=hashlib.sha256(data).hexdigest(),
        terms="Only for tests.",
        title="Lone one",
        licence="Apache-2.0",
        accuracy=0.99,
        recognizer=recognizer,
    )
