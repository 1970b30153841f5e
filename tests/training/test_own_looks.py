"""A network that goes on learning what photos look like, from pictures of four kinds."""

from collections.abc import Callable

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from photoorg.analysis.picture_features import (  # noqa: E402 - after the skip
    PictureFeatures,
    decode,
    shrunk,
    simple,
)
from photoorg.clustering.systems.dac_head import Layer  # noqa: E402
from photoorg.clustering.systems.dac_layer import LayerLearning, LayerRecipe  # noqa: E402
from photoorg.training.own_looks import OwnLooksLearning, OwnLooksRecipe  # noqa: E402
from tests.jobs.scenes.pictures import pictures  # noqa: E402

RECIPE = OwnLooksRecipe(epochs=3, outer=64, batch=32, seed=2)


@pytest.fixture(scope="module")
def some() -> list[tuple[int, bytes]]:
    return pictures(16)


@pytest.fixture(scope="module")
def begin(some: list[tuple[int, bytes]]) -> Callable[..., OwnLooksLearning]:
    seen = [pixels for _, jpeg in some if (pixels := decode(jpeg)) is not None]
    shapes, simples = np.stack(list(map(shrunk, seen))), np.stack(list(map(simple, seen)))
    layer = settled(told(PictureFeatures(), some))
    return lambda state=None: OwnLooksLearning(shapes, simples, layer, RECIPE, state)


def settled(features: np.ndarray) -> Layer:
    learning = LayerLearning(features, LayerRecipe(groups=4))
    while not learning.done:
        learning.learn_epoch()
    return learning.layer


def told(features: PictureFeatures, some: list[tuple[int, bytes]]) -> np.ndarray:
    found = [features(jpeg) for _, jpeg in some]
    return np.stack([one for one in found if one is not None]).astype(np.float64)


def apartness(rows: np.ndarray, kinds: np.ndarray) -> float:
    """Return how far kinds lie from each other, in units of how far they reach."""
    middles = np.stack([rows[kinds == kind].mean(axis=0) for kind in np.unique(kinds)])
    reach = np.linalg.norm(rows - middles[kinds], axis=1).mean()
    return float(np.linalg.norm(middles[:, None] - middles[None], axis=2).mean() / reach)


def test_it_begins_as_the_network_that_comes_with_the_program(begin, some) -> None:
    shipped, own = PictureFeatures(), PictureFeatures(begin().network())
    assert own.model == shipped.model
    assert np.abs(told(own, some) - told(shipped, some)).max() < 1e-3


def test_it_tells_the_kinds_farther_apart_and_gets_a_name_of_its_own(begin, some) -> None:
    learning = begin()
    while not learning.done:
        learning.learn_epoch()
    shipped, own = PictureFeatures(), PictureFeatures(learning.network())
    kinds = np.array([kind for kind, _ in some])
    assert own.model != shipped.model
    assert apartness(told(own, some), kinds) > 1.02 * apartness(told(shipped, some), kinds)


def test_a_learning_that_was_stopped_ends_as_if_nothing_had_happened(begin) -> None:
    whole, stopped = begin(), begin()
    while not whole.done:
        whole.learn_epoch()
    stopped.learn_epoch()
    torch.rand(7)  # what else uses chance makes no difference
    resumed = begin(stopped.state())
    while not resumed.done:
        resumed.learn_epoch()
    assert resumed.epoch == whole.epoch == RECIPE.epochs
    assert resumed.network() == whole.network()


def test_an_epoch_can_be_left_in_the_middle(begin) -> None:
    learning = begin()
    calls = []

    def stop() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learning.learn_epoch(stop)
    assert learning.epoch == 0
