import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse import csr_array

from photoorg.clustering.engine import ClusterEngine, Constraints, face_set
from photoorg.clustering.registry import load_engine
from photoorg.clustering.systems.map_equation import MapEquation, codelength, two_level
from photoorg.errors import DataError

TRIANGLES = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]


def graph(edges: list[tuple[int, int]], n: int) -> csr_array:
    one, other = np.array(edges).T
    links = csr_array((np.ones(len(edges)), (one, other)), shape=(n, n))
    return csr_array(links + links.T)


def partitions(n: int) -> Iterator[NDArray[np.int64]]:
    """Yield every grouping of n nodes once."""
    for labels in itertools.product(*(range(i + 1) for i in range(n))):
        if all(label <= max(labels[:i], default=-1) + 1 for i, label in enumerate(labels)):
            yield np.array(labels)


def by_definition(links: csr_array, modules: NDArray[np.int64]) -> float:
    """Return q H(Q) + sum p_i H(P_i), written down as it is defined."""
    weights = links.toarray() / links.sum()
    visits = weights.sum(axis=1)
    same = modules[:, None] == modules
    exits = np.array([weights[modules == m][:, modules != m].sum() for m in np.unique(modules)])
    assert weights[~same].sum() == pytest.approx(exits.sum())
    length = exits.sum() * entropy(exits)
    for m, leaving in zip(np.unique(modules), exits, strict=True):
        uses = np.append(visits[modules == m], leaving)
        length += uses.sum() * entropy(uses)
    return float(length)


def entropy(amounts: NDArray[np.float64]) -> float:
    shares = amounts[amounts > 0] / max(amounts.sum(), 1e-300)
    return float(-(shares * np.log2(shares)).sum())


def random_graph(random: np.random.Generator, n: int, *, directed: bool = False) -> csr_array:
    weights = random.random((n, n)) * (random.random((n, n)) < random.uniform(0.2, 0.7))
    np.fill_diagonal(weights, 0)
    return csr_array(weights if directed else weights + weights.T)


def two_people(random: np.random.Generator, each: int = 12) -> NDArray[np.float64]:
    middles = np.eye(2, 32)
    return np.repeat(middles, each, axis=0) + random.normal(size=(2 * each, 32)) * 0.05


def test_two_triangles_joined_by_an_edge():
    links = graph(TRIANGLES, 6)
    assert codelength(links, np.zeros(6, int)) == pytest.approx(2.556657, abs=5e-7)
    assert codelength(links, np.array([0, 0, 0, 1, 1, 1])) == pytest.approx(2.320730, abs=5e-7)
    assert two_level(links).tolist() == [0, 0, 0, 1, 1, 1]


def test_the_length_is_that_of_the_definition():
    random = np.random.default_rng(1)
    for n in range(3, 12):
        links = random_graph(random, n) + csr_array(np.diag(random.random(n)))
        modules = random.integers(-1, 3, n)
        assert codelength(csr_array(links), modules) == pytest.approx(by_definition(links, modules))


@pytest.mark.parametrize("directed", [False, True])
def test_no_partition_of_a_small_graph_is_shorter(directed: bool):
    random = np.random.default_rng(2)
    for n in [3, 4, 5, 5, 6, 6, 6, 7]:
        links = random_graph(random, n, directed=directed)
        best = min(codelength(links, modules, directed=directed) for modules in partitions(n))
        found = two_level(links, directed=directed, trials=5)
        assert codelength(links, found, directed=directed) == pytest.approx(best, abs=1e-9)


def test_directed_flow_along_symmetric_links_is_the_undirected_one():
    links = random_graph(np.random.default_rng(3), 9)
    modules = np.arange(9) % 3
    assert codelength(links, modules, directed=True) == pytest.approx(codelength(links, modules))


def test_a_ring_of_cliques_falls_into_its_cliques():
    cliques, size = 40, 6
    inner = list(itertools.combinations(range(size), 2))
    edges = [(size * c + a, size * c + b) for c in range(cliques) for a, b in inner]
    edges += [(size * c, (size * c + size + 1) % (cliques * size)) for c in range(cliques)]
    found = two_level(graph(edges, cliques * size))
    assert found.tolist() == np.repeat(np.arange(cliques), size).tolist()


def test_a_seed_gives_the_same_modules_again():
    links = random_graph(np.random.default_rng(4), 60)
    assert (two_level(links, seed=5) == two_level(links, seed=5)).all()


def test_nodes_without_links_stay_alone():
    assert two_level(graph([(1, 3)], 5)).tolist() == [0, 1, 2, 1, 3]
    assert two_level(csr_array((3, 3))).tolist() == [0, 1, 2]
    assert two_level(csr_array((0, 0))).tolist() == []
    assert codelength(csr_array((3, 3)), np.zeros(3, int)) == 0


@pytest.mark.parametrize(
    ("links", "reason"),
    [
        (np.ones((2, 3)), "square"),
        (np.array([[0, -1], [-1, 0]]), "negative"),
        (np.array([[0, np.nan], [np.nan, 0]]), "finite"),
        (np.array([[0, 1], [0, 0]]), "symmetric"),
    ],
)
def test_what_is_no_graph_is_refused(links: NDArray[np.float64], reason: str):
    with pytest.raises(DataError, match=reason):
        two_level(csr_array(links))


def test_modules_must_fit_the_graph():
    with pytest.raises(DataError, match="6 nodes"):
        codelength(graph(TRIANGLES, 6), np.zeros(5, int))


def test_the_engine_separates_two_people_in_any_order_of_the_rows():
    random = np.random.default_rng(6)
    embeddings = two_people(random)
    engine = load_engine("ndde-tpdi-map")
    assert isinstance(engine, ClusterEngine)
    labels = engine.fit_predict(face_set(embeddings))
    assert labels.tolist() == [0] * 12 + [1] * 12
    order = random.permutation(24)
    shuffled = engine.fit_predict(face_set(embeddings[order]))
    assert ((shuffled[:, None] == shuffled) == (labels[order][:, None] == labels[order])).all()


def test_the_engine_keeps_what_the_user_said():
    faces = face_set(two_people(np.random.default_rng(7)))
    must_link = np.full(24, -1, np.int32)
    must_link[[0, 20]] = 4
    must_link[1] = 5
    not_faces = np.zeros(24, bool)
    not_faces[23] = True
    rules = Constraints(must_link, np.array([[2, 3], [3, 14]], np.int32), not_faces)
    labels = MapEquation().fit_predict(faces, rules)
    assert labels[0] == labels[20] != labels[1]
    assert labels[3] not in (labels[2], labels[14])
    assert labels[23] == -1
    assert (labels[:23] >= 0).all()


def test_the_engine_takes_albums_of_no_and_of_one_face():
    assert MapEquation().fit_predict(face_set(np.empty((0, 4), np.float32))).tolist() == []
    assert MapEquation().fit_predict(face_set([[1.0, 2.0]])).tolist() == [0]
