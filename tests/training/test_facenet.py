from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from photoorg.clustering.engine import unit_rows  # noqa: E402 - after the skip
from photoorg.clustering.systems.facenet import FaceNet, adapt  # noqa: E402
from photoorg.errors import DataError, ModelError  # noqa: E402
from photoorg.training.facenet import (  # noqa: E402
    AdapterRecipe,
    compare,
    hold_out,
    semi_hard,
    train,
    triplet_loss,
)

RECIPE = AdapterRecipe(pack="test", steps=60, people=15, learning_rate=0.02, seed=0)


def album(path: Path, *, loud: float) -> Path:
    """Write people that eight directions tell apart and 24 others, more or less loud, do not."""
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(15), 9)
    told = random.normal(size=(15, 8))[labels] + random.normal(scale=0.25, size=(135, 8))
    rest = random.normal(scale=loud, size=(135, 24))
    np.savez(path, embeddings=np.concatenate([told, rest], axis=1), labels=labels)
    return path


def test_triplet_of_the_specification():
    a, p, n = (torch.tensor([row]) for row in ([1.0, 0.0], [0.8, 0.6], [0.6, 0.8]))
    assert float(triplet_loss(a, p, n, 0.2)) == 0
    assert float(triplet_loss(a, p, n, 0.5)) == pytest.approx(0.1, abs=1e-6)


def test_triplet_of_the_vectors(vectors: Any):
    vector = vectors["triplet"]
    a, p, n = (torch.tensor([row]) for row in ([1.0, 0.0], [0.8, 0.6], [0.6, 0.8]))
    assert float((a - p).square().sum()) == pytest.approx(vector["d_ap2"])
    assert float((a - n).square().sum()) == pytest.approx(vector["d_an2"])
    assert float(triplet_loss(a, p, n, 0.5)) == pytest.approx(vector["loss_alpha.5"], abs=1e-6)


def test_negatives_are_farther_than_the_positive_but_not_by_much():
    angles = np.radians([0.0, 37, 53, 90])
    points = torch.tensor(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    people = torch.tensor([0, 0, 1, 2])
    anchors, positives, negatives = semi_hard(points, people, 0.5)
    found = list(zip(anchors.tolist(), positives.tolist(), negatives.tolist(), strict=True))
    # From face 1 the nearest other, 2, is nearer than its positive and 3 is semi-hard.
    assert found == [(0, 1, 2), (1, 0, 3)]
    assert semi_hard(points, torch.arange(4), 0.5)[0].tolist() == []


def test_an_adapter_that_helps_is_written(tmp_path: Path):
    data, out = album(tmp_path / "named.npz", loud=0.9), tmp_path / "adapter.onnx"
    figures = train([data], out, RECIPE)
    assert figures["helps"] == 1
    assert figures["right after"] > figures["right before"]
    with np.load(data) as file:
        rows = unit_rows(file["embeddings"])
    assert adapt(rows, out).shape == rows.shape
    assert FaceNet(adapter=out).threshold == 1.1
    assert "FaceNet adapter" in out.with_suffix(".md").read_text()
    with pytest.raises(ModelError, match="another face model"):
        adapt(rows[:, :8], out)


def test_an_adapter_that_does_not_help_is_not_offered(tmp_path: Path):
    out = tmp_path / "adapter.onnx"
    figures = train([album(tmp_path / "named.npz", loud=0.01)], out, RECIPE)
    assert figures["helps"] == 0
    assert not out.exists()


def test_a_third_of_everybody_is_held_out():
    labels = np.repeat([0, 1, 2], [9, 3, 2])
    held = hold_out(labels, seed=0)
    assert np.bincount(labels[held], minlength=3).tolist() == [3, 1, 0]


def test_a_gain_by_chance_does_not_count():
    labels = np.repeat(np.arange(10), 3)
    held = np.tile([False, False, True], 10)
    raw = np.eye(10, dtype=np.float32)[labels]
    worse = raw.copy()
    worse[2] = raw[5]
    assert compare(raw, raw, labels, held, 0)["helps"] == 0
    assert compare(worse, raw, labels, held, 0)["helps"] == 0


def test_one_named_person_is_not_enough(tmp_path: Path):
    labels = np.array([0] * 6 + [1])
    rows = np.random.default_rng(0).normal(size=(7, 4))
    np.savez(tmp_path / "few.npz", embeddings=rows, labels=labels)
    with pytest.raises(DataError, match="name more faces"):
        train([tmp_path / "few.npz"], tmp_path / "a.onnx", RECIPE)
