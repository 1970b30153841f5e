"""The header reader agrees with the onnx package and survives rubbish."""

from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper, load_model, numpy_helper, save

from photoorg.packs.onnx_header import read_onnx_header
from tests.analysis.tiny_pack import write_detector, write_recognizer
from tests.conftest import REPOSITORY


def test_shapes_of_a_recogniser(tmp_path: Path) -> None:
    write_recognizer(tmp_path / "r.onnx")
    header = read_onnx_header(tmp_path / "r.onnx")
    assert header.inputs == ((0, 3, 112, 112),)
    assert header.outputs == ((0, 3),)
    assert header.recognizes
    assert not header.detects


def test_a_detector_needs_landmarks(tmp_path: Path) -> None:
    write_detector(tmp_path / "d.onnx")
    assert read_onnx_header(tmp_path / "d.onnx").detects
    write_detector(tmp_path / "d.onnx", landmarks=False)
    header = read_onnx_header(tmp_path / "d.onnx")
    assert not header.detects
    assert not header.recognizes


def test_weights_listed_among_the_inputs_do_not_count(tmp_path: Path) -> None:
    face = helper.make_tensor_value_info("face", TensorProto.FLOAT, [1, 3, 112, 112])
    gain = helper.make_tensor_value_info("gain", TensorProto.FLOAT, [])
    out = helper.make_tensor_value_info("out", TensorProto.FLOAT, [1, 3, 112, 112])
    weights = [numpy_helper.from_array(np.array(2.0, np.float32), "gain")]
    nodes = [helper.make_node("Mul", ["face", "gain"], ["out"])]
    graph = helper.make_graph(nodes, "old", [gain, face], [out], weights)
    save(helper.make_model(graph), tmp_path / "old.onnx")
    assert read_onnx_header(tmp_path / "old.onnx").inputs == ((1, 3, 112, 112),)


def test_every_cut_and_any_rubbish_is_a_value_error(tmp_path: Path) -> None:
    file = tmp_path / "r.onnx"
    write_recognizer(file)
    whole = file.read_bytes()
    rng = np.random.default_rng(0)
    for length in range(0, len(whole) - 1, 7):
        file.write_bytes(whole[:length])
        with pytest.raises(ValueError, match=r"cut off|no network|no ONNX"):
            read_onnx_header(file)
    for _ in range(200):
        file.write_bytes(rng.bytes(300))
        try:
            read_onnx_header(file)
        except ValueError:
            continue


def test_agrees_with_onnx() -> None:
    _agrees(REPOSITORY / "resources")


@pytest.mark.pack
def test_agrees_with_onnx_about_the_networks_of_others(shared: Path) -> None:
    _agrees(shared / "models")


def _agrees(folder: Path) -> None:
    files = sorted(folder.rglob("*.onnx"))
    assert files
    for file in files:
        graph = load_model(str(file)).graph
        weights = {weight.name for weight in graph.initializer}

        def shape(value: object) -> tuple[int, ...]:
            return tuple(d.dim_value for d in value.type.tensor_type.shape.dim)  # type: ignore[attr-defined]  # onnx has no types here

        header = read_onnx_header(file)
        assert header.inputs == tuple(shape(v) for v in graph.input if v.name not in weights)
        assert header.outputs == tuple(shape(v) for v in graph.output)
