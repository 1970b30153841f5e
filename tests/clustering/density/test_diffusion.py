"""Transitions, NDDe and TPDi against the specification's vectors and plain formulas."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from photoorg.clustering.density.diffusion import ndde, tpdi, tpdi_of, transitions
from photoorg.clustering.neighbors.graph import knn_exact
from tests.clustering.albums import people

IDS = np.array(
    [[0, 1, 2, 3], [1, 0, 2, 3], [2, 0, 1, 5], [3, 4, 5, 1], [4, 3, 5, 0], [5, 3, 4, 2]], np.int32
)
DISTANCES = np.array(
    [
        [0, 0.1, 0.2, 0.9],
        [0, 0.1, 0.3, 0.8],
        [0, 0.2, 0.3, 0.95],
        [0, 0.1, 0.2, 0.8],
        [0, 0.1, 0.2, 0.9],
        [0, 0.2, 0.2, 0.95],
    ],
    np.float32,
)


def test_one_step_of_ndde(vectors: Any) -> None:
    density = ndde(IDS, transitions(DISTANCES, 0.5))
    assert density == pytest.approx(vectors["ndde_onestep_sigma.5_k4"], abs=1e-6)
    assert density.sum() == pytest.approx(5.99998, abs=1e-5)


def test_ndde_in_equilibrium(vectors: Any) -> None:
    density = ndde(IDS, transitions(DISTANCES, 0.5), steps=10_000)
    assert density == pytest.approx(vectors["ndde_stationary_selfremoved"], abs=2e-6)
    assert density.sum() == pytest.approx(6.0)


def test_the_published_iteration_loses_its_mass(vectors: Any) -> None:
    """What the reference code offers besides the one step, and why we do not."""
    stored = vectors["ndde_reference_dense_variant"]
    p = transitions(DISTANCES, 0.5).astype(np.float64)
    dense = np.zeros((6, 6))
    np.put_along_axis(dense, IDS.astype(np.int64), p, axis=1)
    np.fill_diagonal(dense, 0)
    density, masses = np.full(6, 1 / 6), []
    while True:
        before, density = density, 0.1 * density + 0.9 * dense.T @ density
        masses.append(density.sum())
        if np.abs(density - before).sum() < 0.05:
            break
    assert len(masses) == stored["iters"]
    assert masses[:5] == pytest.approx(stored["mass_after_each"], abs=1e-5)
    assert before == pytest.approx(stored["density"], abs=1e-6)


@pytest.mark.parametrize("sigma", [0.05, 0.1])
def test_tpdi(sigma: float, vectors: Any) -> None:
    distances = tpdi(IDS, transitions(DISTANCES, sigma))
    assert distances == pytest.approx(np.array(vectors[f"tpdi_sigma{sigma}"]), abs=1e-6)


def plain_tpdi(ids: NDArray[np.int32], p: NDArray[np.float32]) -> NDArray[np.float64]:
    dense = np.zeros((len(ids), len(ids)))
    np.put_along_axis(dense, ids.astype(np.int64), np.sqrt(p.astype(np.float64)), axis=1)
    return 1 - np.take_along_axis(dense @ dense.T, ids.astype(np.int64), axis=1)


@given(st.integers(2, 60), st.integers(1, 20), st.integers(0, 9), st.sampled_from([0.05, 0.1, 0.5]))
def test_tpdi_equals_the_plain_formula(n: int, k: int, seed: int, sigma: float) -> None:
    graph = knn_exact(people([3] * (n // 3) + [1] * (n % 3), seed, dimension=12)[0], k)
    p = transitions(1 - graph.sims, sigma)
    distances = tpdi(graph.ids, p)
    assert distances == pytest.approx(plain_tpdi(graph.ids, p), abs=1e-5)
    assert ((distances >= 0) & (distances <= 1)).all()
    rows = np.arange(0, len(graph), 2)
    assert np.array_equal(tpdi_of(graph.ids, np.sqrt(p), rows), distances[rows])


def test_tpdi_is_symmetric_and_mass_is_kept() -> None:
    embeddings, _ = people([40] * 20 + [1] * 200)
    graph = knn_exact(embeddings, 40)
    p = transitions(1 - graph.sims, 0.1)
    n = len(graph)
    dense = np.full((n, n), np.nan)
    np.put_along_axis(dense, graph.ids.astype(np.int64), tpdi(graph.ids, p), axis=1)
    both = ~np.isnan(dense) & ~np.isnan(dense.T)
    assert np.abs(dense - dense.T)[both].max() < 1e-6
    assert abs(ndde(graph.ids, p).sum() - n) < 1e-5 * n


def test_nothing_has_no_density() -> None:
    none = np.empty((0, 0), np.int32), np.empty((0, 0), np.float32)
    assert ndde(*none).shape == (0,)
    assert tpdi(*none).shape == (0, 0)
