"""The trained scorer with the network that is shipped."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.graph import NeighborGraph, knn_exact
from photoorg.clustering.networks import Network, read_network, shipped_networks
from photoorg.clustering.relational import FAMILY, RelationalScorer
from photoorg.errors import ModelError
from photoorg.types import FloatArray
from tests.clustering.albums import people


def trained() -> Network:
    return shipped_networks(FAMILY)[0]


def scored(embeddings: FloatArray, k: int = 80) -> tuple[NeighborGraph, FloatArray]:
    faces = FaceSet(embeddings)
    graph = knn_exact(embeddings, k)
    return graph, RelationalScorer(trained()).score(faces, graph)


def test_faces_of_one_person_are_probable() -> None:
    embeddings, labels = people([9, 8, 7, 6, 5, 4, 3, 2, 1] * 12)
    graph, p = scored(embeddings)
    same = labels[graph.ids] == labels[:, None]
    assert (p[:, 0] == 1).all()
    assert ((p >= 0) & (p <= 1)).all()
    assert p[same].mean() > 0.9
    assert p[~same].mean() < 0.02


def test_both_directions_agree() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 10, noise=1.2)
    graph, p = scored(embeddings, k=24)
    for i, c in [(0, 1), (7, 5), (50, 23), (100, 10)]:
        j = graph.ids[i, c]
        back = np.flatnonzero(graph.ids[j] == i)
        if len(back):
            assert p[j, back[0]] == pytest.approx(p[i, c], abs=1e-6)


def test_probabilities_do_not_depend_on_the_order_of_the_rows() -> None:
    embeddings, _ = people([7, 5, 3, 1] * 20, noise=1.0)
    order = np.random.default_rng(3).permutation(len(embeddings))
    graph, p = scored(embeddings)
    _, shuffled = scored(np.ascontiguousarray(embeddings[order]))
    assert np.array_equal(shuffled, p[order])
    assert graph.k == 80


@pytest.mark.parametrize("sizes", [[1], [1, 1], [2], [2, 1]])
def test_albums_of_a_few_faces(sizes: list[int]) -> None:
    embeddings, _ = people(sizes)
    graph, p = scored(embeddings)
    assert p.shape == graph.ids.shape
    assert np.isfinite(p).all()


def test_an_empty_album() -> None:
    _, p = scored(np.empty((0, 64), np.float32))
    assert p.shape == (0, 0)


def test_some_rows_alone() -> None:
    embeddings, _ = people([6, 5, 4] * 8)
    faces, graph = FaceSet(embeddings), knn_exact(embeddings, 40)
    scorer = RelationalScorer(trained())
    some = scorer.score_rows(faces, graph, np.array([3, 70]))
    whole = scorer.score(faces, graph)
    assert some.shape == (2, 40)
    assert (some[:, 0] == 1).all()
    assert (some[:, 32:] == 0).all()
    # One direction alone says nearly what both say together.
    assert np.abs(some[:, :32] - whole[[3, 70], :32]).max() < 0.5
    assert np.abs(some[:, :32] - whole[[3, 70], :32]).mean() < 0.05


def test_a_damaged_network_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "generic.onnx"
    broken.write_bytes(b"no network")
    with pytest.raises(ModelError, match="install it again"):
        read_network(broken)
