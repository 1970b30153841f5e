"""DAC on made-up pictures; that it reaches 0.85 on the digits takes minutes and is a benchmark."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("sklearn")

from photoorg.clustering.engine import face_set  # noqa: E402
from photoorg.clustering.systems.dac import DeepAdaptive, run  # noqa: E402 - after the skip
from photoorg.errors import DataError, UsageError  # noqa: E402
from photoorg.evaluation.metrics import score  # noqa: E402
from photoorg.training.dac import group, learn, pair_loss, read_pictures, train, warped  # noqa: E402
from photoorg.training.networks.picture_network import PictureRecipe, constrain  # noqa: E402

RECIPE = PictureRecipe(groups=3, epochs=4, start=6, batch=64, channels=8, seed=1)


def shapes(count: int = 40, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return discs, crosses and bars ``(3 count, 12, 12)`` of many places, and which is which."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[:12, :12]
    pictures, labels = [], np.repeat(np.arange(3), count)
    for label in labels:
        cx, cy = random.uniform(4.5, 6.5, 2)
        drawn = [
            (x - cx) ** 2 + (y - cy) ** 2 < 10,
            (abs(x - cx) < 1) | (abs(y - cy) < 1),
            abs(y - cy) < 2,
        ][label]
        pictures.append(drawn * 200 + random.integers(0, 40, (12, 12)))
    return np.array(pictures, np.uint8), labels


def test_the_loss_leaves_out_pairs_between_the_thresholds():
    similar = torch.tensor([[1.0, 0.97, 0.6], [0.97, 1.0, 0.2], [0.6, 0.2, 1.0]])
    g = torch.tensor([[0.9, 0.8, 0.7], [0.8, 0.9, 0.3], [0.7, 0.3, 0.9]])
    found = float(pair_loss(similar, 0.95, 0.455, g))
    wanted = -(3 * np.log(0.9) + 2 * np.log(0.8) + 2 * np.log(0.7)) / 7
    assert found == pytest.approx(wanted, abs=1e-5)
    # One threshold leaves nothing out, as in DAC*.
    everything = float(pair_loss(similar, 0.5, 0.5, g))
    assert everything == pytest.approx((wanted * 7 - 2 * np.log(0.7)) / 9, abs=1e-5)


def test_a_picture_is_always_similar_to_another_view_of_itself():
    g = torch.full((2, 2), 0.4)
    found = float(pair_loss(torch.zeros(2, 2), 0.95, 0.455, g))
    assert found == pytest.approx(-(2 * np.log(0.4) + 2 * np.log(0.6)) / 4, abs=1e-5)


def test_warps_change_every_picture_a_little_and_keep_its_form():
    pictures = torch.as_tensor(shapes(4)[0][:, None] / 255, dtype=torch.float32)
    torch.manual_seed(0)
    views = warped(pictures, RECIPE)
    assert views.shape == pictures.shape
    changes = (views - pictures).abs().mean(dim=(1, 2, 3))
    assert (changes > 0.01).all()
    none = replace(RECIPE, shift=0.0, turn=0.0, scale=0.0, bend=0.0)
    assert torch.allclose(warped(pictures, none), pictures, atol=1e-5)


def test_groups_are_found_without_labels():
    pictures, labels = shapes()
    found = group(pictures, RECIPE)
    assert score(labels, found).accuracy > 0.9
    assert np.array_equal(group(pictures, RECIPE), found)
    star = group(pictures, replace(RECIPE, adaptive=0))
    assert score(labels, star).accuracy > 0.9


def test_rows_of_the_network_straddle_the_thresholds_at_the_start():
    pictures = torch.as_tensor(shapes()[0][:, None] / 255, dtype=torch.float32)
    network = learn(pictures, replace(RECIPE, epochs=0)).train()
    rows = constrain(network(pictures)).detach()
    g = (rows @ rows.T).flatten()
    assert (rows >= 0).all()
    assert float((g > 0.95).float().mean()) > 0.05
    assert float((g <= 0.455).float().mean()) > 0.2


def test_training_writes_a_network_that_the_engine_runs(tmp_path: Path):
    pictures, labels = shapes()
    np.savez(tmp_path / "shapes.npz", pictures=pictures, labels=labels)
    figures = train([tmp_path / "shapes.npz"], tmp_path / "shapes.onnx", RECIPE)
    assert figures["ACC"] > 0.9
    rows = run(tmp_path / "shapes.onnx", pictures)
    assert score(labels, rows.argmax(axis=1)).accuracy == pytest.approx(figures["ACC"])
    assert "120 pictures of 12 x 12" in (tmp_path / "shapes.md").read_text()
    assert not (tmp_path / "shapes.checkpoint").exists()
    with pytest.raises(DataError, match="grey or colour"):
        run(tmp_path / "shapes.onnx", np.zeros((2, 12, 12, 3), np.uint8))


def test_a_stopped_training_goes_on_at_its_epoch(tmp_path: Path):
    np.savez(tmp_path / "shapes.npz", pictures=shapes()[0])

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    seen: list[int] = []
    data, out = [tmp_path / "shapes.npz"], tmp_path / "stopped.onnx"
    with pytest.raises(KeyboardInterrupt):
        train(data, out, RECIPE, stop)
    again = train(data, out, RECIPE, lambda done, total: seen.append(done))
    assert seen == [2, 3, 4]
    assert again == pytest.approx(train(data, tmp_path / "whole.onnx", RECIPE))


def test_few_and_equal_pictures():
    assert group(np.zeros((5, 8, 8), np.uint8), RECIPE).tolist() == [0] * 5
    two = np.stack([np.zeros((8, 8)), np.eye(8)]).astype(np.uint8) * 255
    found = group(np.repeat(two, 3, axis=0), replace(RECIPE, groups=10, epochs=1))
    assert found.shape == (6,)
    assert found.max() < 2


def test_the_engine_groups_pictures_and_not_embeddings():
    pictures, labels = shapes(20)
    colour = np.repeat(pictures[..., None], 3, axis=3)
    faces = face_set(
        np.random.default_rng(0).normal(size=(60, 8)),
        crops=lambda rows: [colour[row] for row in rows],
    )
    found = DeepAdaptive(groups=3, epochs=4).fit_predict(faces)
    assert score(labels, found).accuracy > 0.8


def test_bad_pictures(tmp_path: Path):
    np.savez(tmp_path / "none.npz", embeddings=np.eye(3))
    with pytest.raises(DataError, match="needs the array pictures"):
        read_pictures(tmp_path / "none.npz")
    np.savez(tmp_path / "same.npz", pictures=np.ones((3, 4, 4)))
    with pytest.raises(DataError, match="two different"):
        read_pictures(tmp_path / "same.npz")
    np.savez(tmp_path / "odd.npz", pictures=shapes(2)[0], labels=np.arange(2))
    with pytest.raises(DataError, match="one whole number"):
        read_pictures(tmp_path / "odd.npz")
    with pytest.raises(DataError, match="one file"):
        train([tmp_path / "odd.npz"] * 2, tmp_path / "x.onnx", RECIPE)


def test_without_scikit_learn_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "sklearn.cluster", None)
    with pytest.raises(UsageError, match="pip install"):
        group(shapes(4)[0], RECIPE)
