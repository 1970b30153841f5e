import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.systems.dac import (
    LEARNING,
    DeepAdaptive,
    constrained,
    run,
    scaled,
    shrunk,
    thresholds,
)
from photoorg.errors import DataError, ModelError, UsageError


def test_constraint_layer_of_the_specification():
    outputs = np.array([[0.9, 0.1, 0], [0.8, 0.2, 0], [0, 0.1, 0.9], [0.3, 0.4, 0.3]], np.float32)
    rows = constrained(outputs)
    g = rows @ rows.T
    assert (rows > 0).all()
    assert np.diag(g) == pytest.approx(np.ones(4))
    wanted = [0.99703, 0.74242, 0.90685, 0.76908, 0.93428, 0.90685]
    assert g[np.triu_indices(4, 1)] == pytest.approx(wanted, abs=1e-5)


def test_constraint_layer_and_schedule_of_the_vectors(vectors: Any):
    rows = constrained(np.array(vectors["dac_constraint_layer"]["in"]))
    assert rows @ rows.T == pytest.approx(np.array(vectors["dac_constraint_layer"]["g"]), abs=1e-5)
    for _, x, upper, lower in vectors["dac_schedule"]:
        assert thresholds(x) == pytest.approx((upper, lower))


def test_the_thresholds_meet_at_one_half():
    assert thresholds(0.0) == pytest.approx((0.95, 0.455))
    assert thresholds(0.45) == pytest.approx((0.5, 0.5))


def test_large_outputs_do_not_overflow():
    rows = constrained(np.array([[1000.0, 999.0], [-1000.0, -1000.0]], np.float32))
    assert np.isfinite(rows).all()
    assert rows[1] == pytest.approx(np.sqrt([0.5, 0.5]))


def test_pictures_of_any_kind_become_channels_in_0_to_1():
    grey = scaled(np.array([[[0, 8], [16, 4]]], np.float64))
    assert grey.shape == (1, 1, 2, 2)
    assert grey.ravel().tolist() == [0, 0.5, 1, 0.25]
    colour = scaled(np.full((2, 4, 5, 3), 51, np.uint8))
    assert colour.shape == (2, 3, 4, 5)
    assert colour == pytest.approx(np.full((2, 3, 4, 5), 0.2))
    for wrong in (np.zeros((3, 4)), np.zeros((0, 4, 4)), np.full((1, 2, 2), "a")):
        with pytest.raises(DataError, match="Pictures must be numbers"):
            scaled(wrong)
    with pytest.raises(DataError, match="not finite"):
        scaled(np.full((1, 2, 2), np.nan))
    assert shrunk(np.full((112, 112, 3), 7, np.uint8), 32).tolist() == [[[7] * 3] * 32] * 32


def test_without_pictures_there_is_nothing_to_group():
    with pytest.raises(DataError, match="have none"):
        DeepAdaptive().fit_predict(face_set(np.eye(3)))


def test_without_torch_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, LEARNING, raising=False)
    monkeypatch.setitem(sys.modules, "torch", None)
    faces = face_set(np.eye(3), crops=lambda rows: [np.zeros((8, 8, 3), np.uint8) for _ in rows])
    with pytest.raises(UsageError, match=r"pip install 'photoorg\[train\]'"):
        DeepAdaptive().fit_predict(faces)


def test_a_file_that_is_no_network(tmp_path: Path):
    (tmp_path / "x.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="damaged"):
        run(tmp_path / "x.onnx", np.zeros((2, 8, 8), np.uint8))
