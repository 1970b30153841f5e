"""Density peaks against the specification's vectors and a plain search for parents."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.density.diffusion import ndde, tpdi, transitions
from photoorg.clustering.density.peaks import (
    CERTAIN,
    CROWD,
    FAR,
    Forest,
    cut,
    density_forest,
    parents_of,
)
from photoorg.clustering.neighbors.graph import knn_exact
from tests.clustering.albums import people, same_groups
from tests.clustering.density.test_diffusion import DISTANCES, IDS


@pytest.mark.parametrize("sigma", [0.05, 0.1])
def test_parents_and_labels_of_the_specification(sigma: float, vectors: Any) -> None:
    density = ndde(IDS, transitions(DISTANCES, 0.5))
    forest = density_forest(IDS, np.sqrt(transitions(DISTANCES, sigma)), density)
    assert forest.parents.tolist() == vectors[f"dpc_parent_sigma{sigma}"]
    distances = [np.inf if d is None else d for d in vectors[f"dpc_pdist_sigma{sigma}"]]
    assert forest.distances == pytest.approx(distances, abs=1e-6)
    for tau in (0.3, 0.7, 0.999):
        labels: Any = vectors[f"labels_sigma{sigma}_tau{tau}"]
        assert same_groups(cut(forest, tau), np.array(labels))


@given(st.integers(1, 50), st.integers(1, 12), st.integers(0, 9), st.booleans())
def test_parents_are_the_nearest_denser_neighbours(n: int, k: int, seed: int, flat: bool) -> None:
    graph = knn_exact(people([2] * (n // 2) + [1] * (n % 2), seed, dimension=12)[0], k)
    p = transitions(1 - graph.sims, 0.1)
    density = np.ones(len(graph)) if flat else ndde(graph.ids, p)
    distances = tpdi(graph.ids, p)
    forest = density_forest(graph.ids, np.sqrt(p), density)
    for i in range(len(graph)):
        denser = [
            (distances[i, c], j)
            for c, j in enumerate(graph.ids[i].tolist())
            if (density[j], -j) > (density[i], -i)
        ]
        nearest, parent = min(denser, default=(np.inf, i))
        assert (forest.parents[i], forest.distances[i]) == (parent, nearest)
    rows = np.arange(0, len(graph), 3)
    some = parents_of(graph.ids, np.sqrt(p), density, rows)
    assert np.array_equal(some[0], forest.parents[rows])


def test_equal_densities_make_no_circles() -> None:
    ids = np.array([[0, 1], [1, 0], [2, 1]], np.int32)
    forest = density_forest(ids, np.full((3, 2), 0.7, np.float32), np.ones(3))
    assert forest.parents.tolist() == [0, 0, 1]


def test_a_chain_of_any_length_has_one_root() -> None:
    n = 5000
    chain = Forest(
        parents=np.maximum(np.arange(n) - 1, 0).astype(np.int32),
        distances=np.where(np.arange(n) == 0, np.inf, 0.5).astype(np.float32),
        density=np.arange(n, 0, -1.0),
    )
    assert not cut(chain, 0.7).any()
    assert np.array_equal(cut(chain, 0.5), np.arange(n))


def crowd(n: int, k: int = 80) -> tuple[Any, Any]:
    """Return k neighbours of n faces that hardly share any, and a density that falls."""
    rng = np.random.default_rng(0)
    others = np.stack([rng.permutation(n - 1)[: k - 1] for _ in range(n)])
    itself = np.arange(n)[:, None]
    ids = np.concatenate([itself, others + (others >= itself)], axis=1)
    return ids.astype(np.int32), np.arange(n, 0, -1.0)


def test_faces_of_a_crowd_hang_together_though_neighbourhoods_hardly_overlap() -> None:
    ids, density = crowd(1000)
    p = np.full(ids.shape, 0.95, np.float32)
    p[:, 0] = 1
    root_p = np.sqrt(transitions(np.float32(1) - p, 0.1))
    alone = density_forest(ids, root_p, density)
    linked = density_forest(ids, root_p, density, p)
    assert (alone.distances[1:] > FAR).mean() > 0.9
    crowded = linked.distances != alone.distances
    assert (linked.distances[crowded] == np.float32(FAR)).all()
    assert (linked.density[linked.parents[crowded]] > linked.density[crowded]).all()
    # Of those left, none of the nearest is denser.
    assert len(np.unique(cut(linked, 0.7))) < 60 < 900 < len(np.unique(cut(alone, 0.7)))
    rows = np.arange(0, 1000, 3)
    some = parents_of(ids, root_p, density, rows, p)
    assert np.array_equal(some[0], linked.parents[rows])


@pytest.mark.parametrize(("pair", "others"), [(0.95, 0.3), (0.7, 0.7), (0.95, 0.6)])
def test_who_is_not_certainly_in_a_crowd_needs_a_common_neighbourhood(
    pair: float, others: float
) -> None:
    ids, density = crowd(400)
    p = np.full(ids.shape, others, np.float32)
    p[:, :2] = 1, pair
    assert pair * p[:, 1 : CROWD + 1].mean() < CERTAIN
    root_p = np.sqrt(transitions(np.float32(1) - p, 0.1))
    one, other = (density_forest(ids, root_p, density, q) for q in (None, p))
    assert np.array_equal(one.distances, other.distances)
    assert np.array_equal(one.parents, other.parents)
