"""The constraint layer on features: its gradient, what it finds, and going on where it was."""

from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import Labels
from photoorg.clustering.systems.dac import constrained
from photoorg.clustering.systems.dac_head import Head
from photoorg.clustering.systems.dac_layer import (
    LayerLearning,
    LayerRecipe,
    backward,
    begin_with,
    means,
    pair_slope,
)
from photoorg.types import FloatArray

RECIPE = LayerRecipe(groups=8, epochs=30)


def blobs(sizes: tuple[int, ...], seed: int = 0) -> tuple[FloatArray, Labels]:
    """Return rows around well-separated points, and which point each belongs to."""
    dice = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    points = np.random.default_rng(7).normal(size=(len(sizes), 16))
    rows = points[labels] + 0.15 * dice.normal(size=(len(labels), 16))
    return rows.astype(np.float32), labels


def learned(features: FloatArray, recipe: LayerRecipe = RECIPE) -> Head:
    learning = LayerLearning(features, recipe)
    while not learning.done:
        learning.learn_epoch()
    return learning.head()


def test_the_slope_is_that_of_the_loss() -> None:
    dice = np.random.default_rng(0)
    outputs, other = dice.normal(size=(2, 6, 4))
    similar: Any = dice.uniform(0, 1, (6, 6))

    def loss(z: FloatArray) -> float:
        g = constrained(z) @ constrained(other).T
        r = (similar > 0.7) | np.eye(6, dtype=bool)
        v = r | (similar <= 0.4)
        return float(-(v * np.where(r, np.log(g), np.log(1 - g))).sum() / v.sum())

    rows = constrained(outputs)
    slope = pair_slope(similar, 0.7, 0.4, rows @ constrained(other).T)
    found = backward(rows, slope @ constrained(other))
    by_hand = np.zeros_like(outputs)
    for place in np.ndindex(outputs.shape):
        for sign in (1, -1):
            moved = outputs.copy()
            moved[place] += sign * 1e-5
            by_hand[place] += sign * loss(moved) / 2e-5
    assert found == pytest.approx(by_hand, abs=1e-4)


def test_groups_that_are_too_many_become_those_that_there_are() -> None:
    features, truth = blobs((60, 40, 30, 20))
    labels, sure = learned(features).groups(features)
    assert len(set(zip(truth.tolist(), labels.tolist(), strict=True))) == len(set(labels.tolist()))
    assert len(set(labels.tolist())) <= 5
    assert (sure > 0.9).mean() > 0.9


def test_what_is_far_from_all_that_was_learned_is_not_sure() -> None:
    features, _ = blobs((50, 50, 50))
    head = learned(features)
    more, _ = blobs((5, 5, 5), seed=1)
    assert (head.groups(more)[1] > 0.9).mean() > 0.8
    assert head.groups(-3 * more)[1].max() == 0


def test_a_learning_that_was_stopped_goes_on_with_the_same_outcome() -> None:
    features, _ = blobs((40, 40, 40))
    whole = LayerLearning(features, RECIPE)
    parts = LayerLearning(features, RECIPE)
    for _ in range(5):
        whole.learn_epoch()
        parts.learn_epoch()
        parts = LayerLearning(features, RECIPE, parts.state())
    assert parts.epoch == 5
    assert parts.head().packed() == whole.head().packed()


def test_a_head_is_the_same_after_it_was_kept() -> None:
    features, _ = blobs((40, 40))
    head = learned(features)
    again = Head.unpacked(head.packed())
    assert again.rows(features).tolist() == head.rows(features).tolist()
    assert again.groups(features)[1].tolist() == head.groups(features)[1].tolist()


@pytest.mark.parametrize("rows", [2, 5, 30])
def test_equal_and_few_rows_are_no_trouble(rows: int) -> None:
    features = np.ones((rows, 8), np.float32)
    labels, _ = learned(features, LayerRecipe(groups=begin_with(rows), epochs=3)).groups(features)
    assert len(set(labels.tolist())) == 1


def test_k_means_finds_points_that_are_far_apart() -> None:
    features, truth = blobs((30, 20, 10))
    centres, labels = means(features, 3)
    assert centres.shape == (3, 16)
    assert len(set(zip(truth.tolist(), labels.tolist(), strict=True))) == 3
    assert [begin_with(n) for n in (2, 48, 10**6)] == [2, 5, 10]
