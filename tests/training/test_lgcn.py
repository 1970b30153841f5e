from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from photoorg.clustering.engine import face_set  # noqa: E402 - after the skip
from photoorg.clustering.neighbors.graph import knn_exact  # noqa: E402
from photoorg.clustering.scoring.networks import read_network  # noqa: E402
from photoorg.clustering.systems.lgcn import LinkageGCN  # noqa: E402
from photoorg.clustering.systems.pivots import Shape, joined, subgraphs  # noqa: E402
from photoorg.errors import DataError, UsageError  # noqa: E402
from photoorg.training.identities import read_identities  # noqa: E402
from photoorg.training.lgcn import (  # noqa: E402
    LinkRecipe,
    album,
    links_wanted,
    train,
    turn,
    widths_of,
)
from photoorg.training.networks.link_network import LinkNetwork  # noqa: E402

RECIPE = LinkRecipe(pack="test", widths="32,8,8,8", k1=8, k2=3, u=3, epochs=2, seed=1)


def people(path: Path, seed: int = 0) -> Path:
    """Write sixty people of four faces each."""
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(60), 4)
    rows = random.normal(size=(60, 24))[labels] + random.normal(scale=0.5, size=(240, 24))
    np.savez(path, embeddings=rows, labels=labels)
    return path


def batch(rows: np.ndarray, shape: Shape) -> tuple[np.ndarray, dict[str, Any]]:
    graph = knn_exact(rows, 9)
    used, found = subgraphs(graph, joined(graph, shape.u), np.arange(6), shape).among()
    return rows[used], {name: torch.as_tensor(value) for name, value in found.arrays().items()}


def test_the_published_network_has_four_convolutions_of_twice_the_input():
    network = LinkNetwork(512, widths_of("512,512,256,256"))
    shapes = [(*layer.own.shape, *layer.near.shape) for layer in network.layers]
    assert shapes == [
        (512, 512, 512, 512),
        (512, 512, 512, 512),
        (256, 512, 256, 512),
        (256, 256, 256, 256),
    ]
    assert not list(network.scale.parameters())
    with pytest.raises(UsageError, match="four layers"):
        widths_of("64,64")
    with pytest.raises(UsageError, match="four layers"):
        widths_of("64,64,x,64")


def test_the_first_product_per_face_is_that_of_the_differences():
    rows = face_set(np.random.default_rng(0).normal(size=(40, 12))).embeddings
    faces, arrays = batch(rows, Shape(8, 3, 3))
    network = LinkNetwork(12, [16, 8, 8, 8])
    network.scale.running_mean.uniform_(-0.1, 0.1)
    network.scale.running_var.uniform_(0.5, 2)
    network.eval()
    differences = torch.as_tensor(faces)[arrays["nodes"]] - torch.as_tensor(faces)[arrays["pivots"]]
    nodes = network.scale(differences)
    links = (arrays["rows"], arrays["columns"], arrays["shares"])
    for layer in network.layers:
        nodes = layer(nodes, *links)
    both = network.head(nodes[arrays["hops"]])
    found = network(torch.as_tensor(faces), **arrays)
    assert torch.allclose(found, both[:, 1] - both[:, 0], atol=1e-5)


def test_the_turned_first_layer_measures_distances_whatever_the_turn():
    network = LinkNetwork(12, [48, 8, 8, 8], joint=24)
    directions = np.eye(12, dtype=np.float32)
    lengths = []
    for seed in (0, 1):
        turn(network, directions, np.random.default_rng(seed))
        own = network.layers[0].own.detach()
        # A direction and its opposite together give the length in it.
        assert torch.allclose(own[:12], -own[12:24])
        lengths.append((own[:12] @ own[:12].T).diagonal())
        assert torch.allclose(network.layers[0].near, -own[24:])
    assert torch.allclose(lengths[0], lengths[1])


def test_albums_are_parts_of_the_people_and_links_are_told_right(tmp_path: Path):
    faces = read_identities(people(tmp_path / "a.npz"))
    rows, who = album([faces, faces], 0.5, np.random.default_rng(0))
    assert len(np.unique(who)) == 30
    assert np.bincount(who).max() <= 4
    assert len(rows) == len(who)
    graph = knn_exact(rows, 9)
    found = subgraphs(graph, joined(graph, 3), np.arange(len(rows)), Shape(8, 3, 3))
    wanted = links_wanted(found, who)
    assert len(wanted) == 8 * len(rows)
    nearest = wanted.reshape(-1, 8)[:, :1]
    assert nearest.mean() > wanted.mean() > 0


def test_training_writes_a_network_that_the_engine_runs(tmp_path: Path):
    data, out = people(tmp_path / "a.npz"), tmp_path / "links.onnx"
    figures = train([data], out, RECIPE)
    network = read_network(out)
    assert [network.details[name] for name in ("k1", "k2", "u")] == ["8", "3", "3"]
    faces = read_identities(data)
    assert network.knows(faces.embeddings)
    assert LinkageGCN(weights=out).fit_predict(face_set(faces.embeddings)).shape == (240,)
    card = (tmp_path / "links.md").read_text()
    assert "60 people" in card
    assert set(figures) <= set(card.replace("* ", "").replace(":", "\n").split("\n"))


def test_a_stopped_training_goes_on_at_its_epoch(tmp_path: Path):
    data = people(tmp_path / "a.npz")
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        if done > total * 0.6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train([data], tmp_path / "stopped.onnx", RECIPE, stop)
    again = train([data], tmp_path / "stopped.onnx", RECIPE, lambda done, total: seen.append(done))
    assert min(seen[:-1]) > 0
    assert again == train([data], tmp_path / "whole.onnx", RECIPE)
    assert not (tmp_path / "stopped.checkpoint").exists()


def test_one_identity_is_refused(tmp_path: Path):
    np.savez(tmp_path / "one.npz", embeddings=np.eye(4), labels=np.zeros(4, int))
    with pytest.raises(DataError, match="fewer than two"):
        train([tmp_path / "one.npz"], tmp_path / "x.onnx", RECIPE)
