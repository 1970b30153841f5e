"""The neighbour graph against brute force, with rounding, duplicates and insertion."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.neighbors import graph as graphs
from photoorg.clustering.neighbors.graph import (
    NeighborGraph,
    insert,
    knn_exact,
    search_again,
)
from photoorg.clustering.neighbors.inner_products import TILE, ByteTiles, FloatTiles, Order
from photoorg.clustering.neighbors.search import knn
from photoorg.errors import Cancelled, DataError
from photoorg.evaluation.synthetic import album
from photoorg.types import FloatArray
from tests.clustering.albums import people
from tests.clustering.graphs import check


def brute_force(embeddings: FloatArray, k: int) -> NeighborGraph:
    """Return the graph in double precision, without any tricks."""
    double = embeddings.astype(np.float64)
    sims = double @ double.T
    np.fill_diagonal(sims, 2.0)
    ids = np.argsort(-sims, axis=1, kind="stable")[:, :k]
    nearest = np.take_along_axis(sims, ids, axis=1)
    return NeighborGraph(ids.astype(np.int32), nearest.astype(np.float32))


@given(st.integers(1, 40), st.integers(1, 50), st.integers(0, 5))
def test_small_sets_equal_brute_force(n: int, k: int, seed: int) -> None:
    embeddings = people([1] * n, seed, dimension=8)[0]
    found, true = knn_exact(embeddings, k), brute_force(embeddings, min(k, n))
    check(found)
    assert np.array_equal(found.ids, true.ids)
    assert found.sims[:, 1:] == pytest.approx(true.sims[:, 1:], abs=1e-6)


@pytest.mark.parametrize("tiles", [FloatTiles, ByteTiles])
def test_both_ways_of_multiplying_are_exact(tiles: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphs, "arrange", tiles)
    embeddings = album(2500, seed=3, dimension=256).embeddings
    found, true = knn_exact(embeddings, 30), brute_force(embeddings, 30)
    check(found)
    assert np.abs(found.sims[:, 1:] - true.sims[:, 1:]).max() < 2e-6
    assert (found.ids == true.ids).mean() > 0.9999  # the rest are ties in float32


@pytest.mark.parametrize("skew", [0.0, 0.5, 3.0])
def test_bytes_are_products_rounded_to_eight_bits(skew: float) -> None:
    embeddings = album(1500, seed=1, dimension=256).embeddings
    embeddings[:, 0] += skew  # all entries of a row but one are small
    embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
    order = np.arange(1500)[::-1].copy()
    tiles = ByteTiles(embeddings, order)
    block = slice(TILE, 2 * TILE)
    values = tiles.product(0, 1) - tiles.offsets[block]
    rows, columns = embeddings[order[:TILE]], embeddings[order[TILE:]]
    rounded = (values[:, : len(columns)] - tiles.zero) / tiles.unit
    assert np.abs(rounded - rows @ columns.T).max() < 0.01
    assert (values[:, len(columns) :] < tiles.floor).all()


def test_the_order_of_the_rows_does_not_matter() -> None:
    embeddings = album(1300, seed=2, dimension=128).embeddings
    order = np.random.default_rng(0).permutation(1300)
    straight, mixed = knn_exact(embeddings, 20), knn_exact(embeddings[order], 20)
    assert np.array_equal(straight.ids[order], order[mixed.ids])
    assert np.array_equal(straight.sims[order], mixed.sims)


def test_duplicates_are_neighbours_and_ties_go_to_the_smaller_row() -> None:
    embeddings = np.repeat(people([1] * 4, dimension=16)[0], 50, axis=0)
    found = knn_exact(embeddings, 20)
    check(found)
    assert np.ptp(found.sims[:, 1:], axis=1).max() == 0
    assert found.ids[60].tolist() == [60, *range(50, 60), *range(61, 70)]
    ties = np.arange(200)[::-1].copy()
    backwards = knn_exact(embeddings, 20, ties=ties)
    assert backwards.ids[60].tolist() == [60, *range(99, 80, -1)]


@pytest.mark.parametrize("start", [0, 1, 25, 700, 1150])
def test_inserting_gives_the_same_graph_as_building_anew(start: int) -> None:
    embeddings = album(1200, seed=4, dimension=128).embeddings
    grown = insert(knn_exact(embeddings[:start], 25), embeddings, 25)
    whole = knn_exact(embeddings, 25)
    assert np.array_equal(grown.ids, whole.ids)
    assert np.array_equal(grown.sims, whole.sims)


def test_inserting_duplicates_of_old_rows() -> None:
    embeddings = people([1] * 60, dimension=16)[0]
    doubled = np.concatenate([embeddings, embeddings[:30]])
    grown = insert(knn_exact(embeddings, 10), doubled, 10)
    check(grown)
    assert np.array_equal(grown.ids, knn_exact(doubled, 10).ids)


def test_rows_that_expected_more_candidates_are_searched_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The entries that stand for the others are all of one person, and hardly any other is.
    alone, (crowd, _) = people([1] * 1500, dimension=64)[0], people([94], seed=1, noise=0.2)
    rows = alone.copy()
    rows[::16] = crowd
    again: list[int] = []

    def noting(embeddings: FloatArray, unsure: Order, *rest: Any) -> None:
        again.extend(unsure.tolist())
        search_again(embeddings, unsure, *rest)

    monkeypatch.setattr(graphs, "search_again", noting)
    grown = insert(knn_exact(rows[:64], 60), rows, 60)
    assert len(again) > 0
    monkeypatch.undo()
    check(grown)
    assert grown.sims[:, 1:] == pytest.approx(brute_force(rows, 60).sims[:, 1:], abs=1e-6)
    there = np.einsum("nd,nkd->nk", rows, rows[grown.ids])
    assert grown.sims[:, 1:] == pytest.approx(there[:, 1:], abs=1e-6)


def test_inserting_nothing_and_fewer() -> None:
    embeddings = people([20], dimension=16)[0]
    whole = knn_exact(embeddings, 5)
    assert np.array_equal(insert(whole, embeddings, 5).ids, whole.ids)
    with pytest.raises(DataError):
        insert(whole, embeddings[:10], 5)


def test_empty_and_tiny_sets() -> None:
    assert knn(np.empty((0, 16), np.float32), 5).ids.shape == (0, 0)
    assert knn(people([1])[0], 5).ids.tolist() == [[0]]
    assert knn(people([2])[0], 5).ids.tolist() == [[0, 1], [1, 0]]
    with pytest.raises(DataError):
        knn_exact(people([2])[0], 0)


def test_a_search_can_be_cancelled() -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        knn(people([50])[0], 5, progress=cancel)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ([1, 0], "does not begin with itself"),
        ([0, 7], "does not exist"),
        ([0, -1], "does not exist"),
        ([0, 0], "twice"),
    ],
)
def test_a_broken_graph_is_named(row: list[int], fault: str) -> None:
    ids = np.array([row, [1, 0]], np.int32)
    with pytest.raises(AssertionError, match=f"Row 0.*{fault}"):
        check(NeighborGraph(ids, np.array([[1, 0.5], [1, 0.5]], np.float32)))
    rising = np.array([[1, 0.5], [0.2, 0.5]], np.float32)
    with pytest.raises(AssertionError, match="falling"):
        check(NeighborGraph(np.array([[0, 1], [1, 0]], np.int32), rising))
