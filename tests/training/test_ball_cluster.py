from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from photoorg.clustering.engine import face_set  # noqa: E402
from photoorg.clustering.scoring.networks import energy, read_network, signature  # noqa: E402
from photoorg.clustering.systems.ball_cluster import BallCluster, embed  # noqa: E402 - after the skip
from photoorg.errors import DataError, UsageError  # noqa: E402
from photoorg.training.ball_cluster import (  # noqa: E402
    BallNetwork,
    BallRecipe,
    ball_loss,
    train,
    within_whitening,
)
from photoorg.training.folds import folds  # noqa: E402
from photoorg.training.identities import read_identities, same_photos  # noqa: E402

RECIPE = BallRecipe(pack="test", steps=20, people=20, seed=1)


def people(path: Path, seed: int = 0) -> Path:
    """Write forty people whose faces differ most in directions that say nothing."""
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(40), 4)
    told = random.normal(size=(40, 16))[labels] + random.normal(scale=0.3, size=(160, 16))
    loud = random.normal(scale=1.5, size=(160, 4))
    np.savez(path, embeddings=np.concatenate([told, loud], axis=1), labels=labels)
    return path


def test_loss_of_the_specification():
    angles = np.radians([0, 20, 90, 130])
    points = torch.tensor(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    own = torch.tensor([0, 0, 1, 1])
    similar, dissimilar = ball_loss(points, own, torch.tensor(0.2))
    assert float(similar) == 0
    assert float(dissimilar) == pytest.approx(0.049324, abs=1e-6)


def test_loss_of_the_vectors(vectors: Any):
    vector = vectors["bcl"]
    angles = np.radians(vector["angles_deg"])
    points = torch.tensor(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    similar, dissimilar = ball_loss(
        points, torch.tensor([0, 0, 1, 1]), torch.tensor(vector["b"]), vector["eps"]
    )
    assert float(4 * similar + dissimilar) == pytest.approx(vector["total_4pos+1neg"], abs=1e-6)


def test_the_published_network_and_radius():
    network = BallNetwork(256, "mlp", 0.7444)
    shapes = [tuple(p.shape) for name, p in network.layers.named_parameters() if "weight" in name]
    assert shapes == [(256, 256), (128, 256), (64, 128), (64, 64)]
    assert network.b.item() == pytest.approx(0.7444, abs=1e-4)
    assert network.h.item() == pytest.approx(0.1, abs=1e-3)
    with pytest.raises(UsageError, match="linear or mlp"):
        BallNetwork(256, "deep", 0.3)


def test_whitening_evens_what_differs_within_people(tmp_path: Path):
    faces = read_identities(people(tmp_path / "a.npz"))
    whitened = face_set(faces.embeddings @ within_whitening(faces.embeddings, faces.labels))

    def contrast(rows: np.ndarray) -> float:
        cosines = rows @ rows.T
        same = faces.labels[:, None] == faces.labels
        return float(cosines[same].mean() - cosines[~same].mean())

    assert contrast(whitened.embeddings) > contrast(faces.embeddings)


def test_training_writes_a_network_that_the_engine_runs(tmp_path: Path):
    data, out = people(tmp_path / "a.npz"), tmp_path / "balls.onnx"
    figures = train([data], out, RECIPE)
    network = read_network(out)
    assert 0 < network.number("b") < 1
    faces = read_identities(data)
    assert network.knows(faces.embeddings)
    other = face_set(np.random.default_rng(5).normal(size=(200, 20)))
    assert energy(other.embeddings, signature(faces.embeddings)) < 0.95
    points = embed(network, faces.embeddings)
    assert np.linalg.norm(points, axis=1) == pytest.approx(np.ones(160), abs=1e-5)
    assert BallCluster(weights=out).fit_predict(face_set(faces.embeddings)).shape == (160,)
    card = (tmp_path / "balls.md").read_text()
    assert "40 people" in card
    assert "BCubed F, cut at the learned 4 b" in card
    assert set(figures) <= set(card.replace("* ", "").replace(":", "\n").split("\n"))


def test_a_stopped_training_goes_on_where_it_was(tmp_path: Path):
    data = people(tmp_path / "a.npz")
    recipe = BallRecipe(pack="test", steps=40, people=20, seed=1)

    def stop(done: int, total: int) -> None:
        if done == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train([data], tmp_path / "stopped.onnx", recipe, stop)
    seen: list[int] = []
    train([data], tmp_path / "stopped.onnx", recipe, lambda done, total: seen.append(done))
    train([data], tmp_path / "whole.onnx", recipe)
    assert seen[0] == 21
    stopped, whole = (read_network(tmp_path / f"{name}.onnx") for name in ("stopped", "whole"))
    assert stopped.number("b") == whole.number("b")
    assert not (tmp_path / "stopped.checkpoint").exists()


def test_a_checkpoint_of_another_recipe_is_refused(tmp_path: Path):
    data = people(tmp_path / "a.npz")

    def stop(done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train([data], tmp_path / "b.onnx", RECIPE, stop)
    other = BallRecipe(pack="test", steps=20, people=10, seed=1)
    with pytest.raises(DataError, match="other settings"):
        train([data], tmp_path / "b.onnx", other)


def test_bad_training_data(tmp_path: Path):
    def reason(**arrays: np.ndarray) -> str:
        np.savez(tmp_path / "bad.npz", allow_pickle=False, **arrays)
        with pytest.raises(DataError) as caught:
            read_identities(tmp_path / "bad.npz")
        return str(caught.value)

    rows = np.eye(4)
    assert "needs the arrays" in reason(embeddings=rows)
    assert "one whole number" in reason(embeddings=rows, labels=np.arange(3))
    assert "fewer than two" in reason(embeddings=rows, labels=np.zeros(4, int))
    assert "no identity with two" in reason(embeddings=rows, labels=np.arange(4))
    first, second = people(tmp_path / "a.npz"), tmp_path / "c.npz"
    np.savez(second, embeddings=rows, labels=np.array([0, 0, 1, 1]))
    with pytest.raises(DataError, match="same faces"):
        same_photos([read_identities(first), read_identities(second)])


def test_folds_share_nobody():
    labels = np.repeat(np.arange(11), 2)
    for train_on, test_on in folds(labels, 3, seed=0):
        assert not set(train_on) & set(test_on)
        assert len(train_on) + len(test_on) == 11
