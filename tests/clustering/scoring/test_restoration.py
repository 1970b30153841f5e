"""Embeddings as good pictures would have given them."""

import numpy as np
import pytest

from photoorg.clustering.engine import unit_rows
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.restoration import learn_restoration, restored
from photoorg.types import FloatArray
from tests.clustering.albums import people


def spoiled(rows: FloatArray, seed: int) -> FloatArray:
    """Return rows ``(n, d)`` as bad pictures give them: faded, and moved along a few directions."""
    rng = np.random.default_rng(seed)
    places = np.random.default_rng(5).standard_normal((4, rows.shape[1])) / rows.shape[1] ** 0.5
    return unit_rows(0.6 * rows + rng.normal(0, 0.7, (len(rows), 4)) @ places)


@pytest.fixture(scope="module")
def restoration() -> FloatArray:
    good, _ = people([1] * 3000, noise=0.0)
    return learn_restoration(np.concatenate([good, spoiled(good, 1)]), np.concatenate([good] * 2))


def test_people_nobody_learned_from_are_told_apart_better(restoration: FloatArray) -> None:
    faces, labels = people([4] * 100, noise=0.6)
    rows = spoiled(faces, 2)

    def hits(searched: FloatArray) -> float:
        return float((labels[knn_exact(searched, 4).ids[:, 1:]] == labels[:, None]).mean())

    assert hits(restored(rows, restoration)) > hits(rows) + 0.2


def test_restored_rows_have_length_one_whatever_their_order(restoration: FloatArray) -> None:
    rows = spoiled(people([3] * 50)[0], 3)
    found = restored(rows, restoration)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    order = np.random.default_rng(0).permutation(len(rows))
    assert np.array_equal(restored(np.ascontiguousarray(rows[order]), restoration), found[order])
    assert restored(rows[:0], restoration).shape == (0, restoration.shape[1])


def test_directions_no_embedding_uses_are_dropped() -> None:
    good, _ = people([1] * 500, noise=0.0, dimension=32)
    turn = np.linalg.qr(np.random.default_rng(1).standard_normal((96, 32)))[0].T
    wide = (good @ turn).astype(np.float32)
    found = learn_restoration(
        np.concatenate([wide, spoiled(good, 1) @ turn]), np.tile(wide, (2, 1))
    )
    assert found.shape == (97, 32)
    assert np.isfinite(found).all()
