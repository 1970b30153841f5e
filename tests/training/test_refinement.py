from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from photoorg.clustering.engine import face_set  # noqa: E402
from photoorg.clustering.neighbors.graph import knn_exact  # noqa: E402
from photoorg.clustering.scoring.networks import read_network  # noqa: E402
from photoorg.clustering.systems.refinement import RefinementScorer, engine_of  # noqa: E402
from photoorg.errors import DataError  # noqa: E402
from photoorg.training.identities import read_identities  # noqa: E402
from photoorg.training.refinement import (  # noqa: E402
    RefinementNetwork,
    RefinementRecipe,
    rank_code,
    train,
)
from tests.clustering.albums import people  # noqa: E402

TINY = RefinementRecipe(pack="mine", wide=32, epochs=4, batch=64, learning_rate=1e-3, held_out=3)


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    """Two versions of the same faces."""
    embeddings, labels = people([6, 5, 4, 3, 2, 1, 1] * 12, noise=0.8)
    worse = embeddings + np.random.default_rng(1).normal(0, 0.04, embeddings.shape)
    for name, rows in (("clean", embeddings), ("worse", worse)):
        np.savez(tmp_path / f"{name}.npz", embeddings=rows.astype(np.float32), labels=labels)
    return [tmp_path / "clean.npz", tmp_path / "worse.npz"]


def test_the_network_is_as_large_as_the_published_one() -> None:
    assert sum(part.numel() for part in RefinementNetwork(256).parameters()) == 1_479_425


def test_the_code_of_a_rank_is_sines_and_cosines() -> None:
    code = rank_code(80, 128)
    assert code.shape == (80, 128)
    assert torch.equal(code[0], torch.tensor([0.0, 1.0] * 64))
    assert code[3, :4].tolist() == pytest.approx(
        [np.sin(3), np.cos(3), np.sin(3 / 10_000 ** (2 / 128)), np.cos(3 / 10_000 ** (2 / 128))]
    )


def test_a_face_sees_its_own_neighbours_and_no_other_face_of_the_batch() -> None:
    torch.manual_seed(0)
    network = RefinementNetwork(32, wide=64).eval()
    near = torch.randn(3, 8, 32)
    with torch.no_grad():
        before = network(near)
        other = near.clone()
        other[1, 4] += 1
        after = network(other)
    assert torch.allclose(before[[0, 2]], after[[0, 2]], atol=1e-6)
    assert (before[1] - after[1]).abs().min() > 1e-4


def test_training_learns_and_goes_on_where_it_was_stopped(data: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "mine.onnx"
    figures = train(data, out, TINY)
    assert set(figures) == {
        f"{name}: {figure}" for name in ("clean", "worse") for figure in ("BCubed F", "effort")
    }
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    assert "worse.npz" in card
    network = read_network(out)
    assert (network.pack, network.dimension) == ("mine", 64)
    stopped = tmp_path / "stopped.onnx"

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(data, stopped, TINY, stop)
    seen: list[int] = []
    train(data, stopped, TINY, lambda done, _: seen.append(done))
    assert seen == [4]
    assert stopped.read_bytes() == out.read_bytes()
    other = tmp_path / "other.npz"
    np.savez(other, embeddings=np.eye(8, dtype=np.float32), labels=np.arange(8) // 2)
    with pytest.raises(DataError, match="same faces"):
        train([data[0], other], tmp_path / "never.onnx", TINY)


def test_a_trained_network_tells_neighbours_from_strangers(
    data: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "mine.onnx"
    train(data, out, replace(TINY, epochs=40, batch=16))
    network = read_network(out)
    known = read_identities(data[0])
    faces = face_set(known.embeddings)
    graph = knn_exact(faces.embeddings, 20)
    p = RefinementScorer(network).score(faces, graph)
    same = known.labels[graph.ids] == known.labels[:, None]
    assert (p[:, 0] == 1).all()
    assert p[:, 1:][same[:, 1:]].mean() > 2 * p[:, 1:][~same[:, 1:]].mean()
    some = RefinementScorer(network).score_rows(faces, graph, np.array([5, 2]))
    assert some == pytest.approx(p[[5, 2]], abs=1e-5)
    labels = engine_of(network).fit_predict(faces)
    order = np.random.default_rng(0).permutation(len(labels))
    again = engine_of(network).fit_predict(face_set(known.embeddings[order]))
    together = labels[:, None] == labels
    assert ((again[:, None] == again) == together[np.ix_(order, order)]).all()
