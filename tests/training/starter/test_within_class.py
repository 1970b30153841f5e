import numpy as np
import pytest

from photoorg.training.starter.within_class import SHRINKAGE, within_class_metric


def people(count: int, each: int) -> tuple[np.ndarray, list[str]]:
    """Return rows whose faces of one person differ along the first direction above all."""
    rng = np.random.default_rng(0)
    names = [f"person {n}" for n in range(count) for _ in range(each)]
    means = np.repeat(rng.standard_normal((count, 6)), each, axis=0)
    rows = means + rng.standard_normal(means.shape) * [3, 0.3, 0.3, 0.3, 0.3, 0.3]
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True) + [0, 0.2, 0, 0, 0, 0]
    return rows.astype(np.float32), names


def test_directions_in_which_one_persons_faces_differ_count_less() -> None:
    rows, names = people(200, 4)
    middle, matrix = within_class_metric(rows, names)
    assert middle == pytest.approx(rows.mean(axis=0), abs=1e-6)
    assert np.square(matrix).sum() == pytest.approx(6, rel=1e-4)
    gains = np.linalg.norm(matrix @ matrix.T, axis=1)
    assert (gains[0] < gains[1:]).all()


def test_the_covariance_is_normalised_but_for_the_shrinkage() -> None:
    rows, names = people(3000, 3)
    _, matrix = within_class_metric(rows, names)
    own = np.unique(names, return_inverse=True)[1]
    means = np.stack([rows[own == n].mean(axis=0) for n in range(3000)])
    away = rows - means[own]
    spread = away.T @ away / len(rows) * 3 / 2
    spread = (1 - SHRINKAGE) * spread + SHRINKAGE * np.trace(spread) / 6 * np.eye(6)
    made = matrix.T @ spread @ matrix
    assert made == pytest.approx(made[0, 0] * np.eye(6), abs=1e-3 * made[0, 0])


def test_without_anybody_seen_twice_nothing_changes() -> None:
    rows, _ = people(5, 1)
    middle, matrix = within_class_metric(rows, list("abcde"))
    assert not middle.any()
    assert np.array_equal(matrix, np.eye(6, dtype=np.float32))
    assert within_class_metric(rows[:0], [])[1].shape == (6, 6)
