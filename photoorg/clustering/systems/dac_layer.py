"""Deep Adaptive Clustering without its convolutions: the constraint layer on given features.

The layer is ``z = x W + b`` and the constraint of :mod:`.dac` on it. It learns as the whole network
does there: similarities of outer batches say which pairs are surely similar or different, by the
thresholds of the schedule, and minibatches of two views of each picture lower the same loss by
RMSprop. A view is the features with some noise. ``W`` begins at the centres of k-means and is
scaled once, so that the first similarities lie on both sides of the thresholds; nothing keeps
groups at the same size after that, so that groups whose pictures are taken for similar become one.
How many are left is the number of groups that is proposed. (Outputs that begin at half that scale
take everything for similar: then kinds that have nothing in common become one.)

Learning takes the same time for any number of pictures; only the start and the answer look at all.
No PyTorch is needed.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.systems.dac import constrained, thresholds
from photoorg.clustering.systems.dac_head import Head, Layer, packed, unpacked
from photoorg.types import FloatArray

GROUPS = 10
"""A round begins with so many groups at most."""

LAST_X = 0.45
CLOSEST = 1e-6


@dataclass(frozen=True, slots=True)
class LayerRecipe:
    """Everything a run depends on besides its data.

    ``noise`` of views as a share of the spread of each feature, ``spread`` of the first outputs.
    """

    groups: int = GROUPS
    epochs: int = 50
    outer: int = 1000
    rounds: int = 2
    batch: int = 128
    views: int = 4
    noise: float = 0.6
    spread: float = 1.2
    learning_rate: float = 3e-3
    memory: float = 0.99
    seed: int = 0


def begin_with(pictures: int) -> int:
    """Return with how many groups to begin: the root of half the pictures, as a rule of thumb."""
    return max(2, min(GROUPS, round(math.sqrt(pictures / 2))))


def means(features: FloatArray, groups: int, seed: int = 0) -> tuple[FloatArray, Labels]:
    """Return the centres ``(k, d)`` of k-means (Lloyd 1982) among rows ``(n, d)``, and its labels.

    It starts a few times and keeps the best; centres are found in a part of many rows.
    """
    import faiss

    method = faiss.Kmeans(
        features.shape[1],
        min(groups, len(features)),
        niter=25,
        nredo=3,
        seed=seed,
        min_points_per_centroid=1,
    )
    rows = np.ascontiguousarray(features, np.float32)
    method.train(rows)
    _, nearest = method.index.search(rows, 1)
    return np.asarray(method.centroids), np.asarray(nearest[:, 0], np.int64)


class LayerLearning:
    """Learns from features ``(n, d)``, epoch by epoch; what it is at can be kept and taken up.

    Whether it was stopped in between makes no difference: the chance of an epoch is its own.
    """

    def __init__(
        self, features: NDArray[np.floating], recipe: LayerRecipe, state: bytes | None = None
    ) -> None:
        self._recipe = recipe
        given = features.astype(np.float32)
        kept = None if state is None else unpacked(state)
        self._centre = (
            given.mean(axis=0) if kept is None else kept.get("centre", given.mean(axis=0))
        )
        self._features = given - self._centre
        self._noise = recipe.noise * self._features.std(axis=0)
        if kept is None:
            self.epoch = 0
            self._weights, self._bias = self._start()
            self._mean_squares = [np.zeros_like(self._weights), np.zeros_like(self._bias)]
        else:
            self.epoch = int(kept["epoch"])
            self._weights, self._bias = kept["weights"], kept["bias"]
            self._mean_squares = [kept["weights_squared"], kept["bias_squared"]]

    @property
    def done(self) -> bool:
        """Whether all epochs are over."""
        return self.epoch >= self._recipe.epochs

    def state(self) -> bytes:
        """Return what it is at, for another one to go on with the same features and recipe."""
        return packed(
            {
                "epoch": np.array(self.epoch),
                "centre": self._centre,
                "weights": self._weights,
                "bias": self._bias,
                "weights_squared": self._mean_squares[0],
                "bias_squared": self._mean_squares[1],
            }
        )

    @staticmethod
    def state_of(layer: Layer, recipe: LayerRecipe) -> bytes:
        """Return the state of a learning that is over, and has come to this layer."""
        return packed(
            {
                "epoch": np.array(recipe.epochs),
                "centre": np.zeros(len(layer.weights), np.float32),
                "weights": layer.weights,
                "bias": layer.bias,
                "weights_squared": np.zeros_like(layer.weights),
                "bias_squared": np.zeros_like(layer.bias),
            }
        )

    @property
    def layer(self) -> Layer:
        """What was learned so far."""
        return Layer(self._weights, self._bias - self._centre @ self._weights)

    def learn_epoch(self) -> None:
        """Look at some outer batches and learn from each in minibatches."""
        recipe = self._recipe
        random = np.random.default_rng([recipe.seed, self.epoch])
        band = thresholds(LAST_X * self.epoch / max(recipe.epochs - 1, 1))
        for _ in range(recipe.rounds):
            chosen = random.permutation(len(self._features))[: recipe.outer]
            pictures = self._features[chosen]
            looks = [self._rows(pictures)]
            looks += [self._rows(self._view(pictures, random)) for _ in range(recipe.views - 1)]
            total = reduce(np.add, looks)
            seen = total / np.linalg.norm(total, axis=1, keepdims=True)
            parts = max(round(len(chosen) / recipe.batch), 1)
            for part in np.array_split(random.permutation(len(chosen)), parts):
                views = [self._view(pictures[part], random) for _ in range(2)]
                self._descend(views, seen[part] @ seen[part].T, band)
        self.epoch += 1

    def head(self) -> Head:
        """Return what was learned so far."""
        rows = self._rows(self._features)
        labels = rows.argmax(axis=1)
        typical = np.zeros((rows.shape[1], rows.shape[1]), np.float32)
        middles = np.zeros((rows.shape[1], len(self._centre)), np.float32)
        reach = np.zeros(rows.shape[1], np.float32)
        for group in np.unique(labels):
            members = self._features[labels == group]
            total = rows[labels == group].sum(axis=0)
            typical[group] = total / np.linalg.norm(total)
            middles[group] = members.mean(axis=0)
            far = np.linalg.norm(members - middles[group], axis=1)
            reach[group] = far.mean() + 3 * far.std()
        middles += self._centre
        return Head(self._centre, self._weights, self._bias, typical, middles, reach)

    def _start(self) -> tuple[FloatArray, FloatArray]:
        recipe = self._recipe
        centres, _ = means(self._features, recipe.groups, recipe.seed)
        weights = (centres - centres.mean(axis=0)).T
        outputs = self._features @ weights
        scale = recipe.spread / np.maximum(outputs.std(axis=0), CLOSEST)
        return np.asarray(weights * scale), np.asarray(-outputs.mean(axis=0) * scale)

    def _view(self, pictures: FloatArray, random: np.random.Generator) -> FloatArray:
        noise = random.standard_normal(pictures.shape, np.float32)
        return np.asarray(pictures + self._noise * noise)

    def _rows(self, features: FloatArray) -> FloatArray:
        return constrained(features @ self._weights + self._bias)

    def _descend(
        self, views: Sequence[FloatArray], similar: FloatArray, band: tuple[float, float]
    ) -> None:
        """Lower the loss of the similarities between two views of each picture by one step."""
        rows = [self._rows(view) for view in views]
        slope = pair_slope(similar, *band, rows[0] @ rows[1].T)
        outputs = [
            backward(rows[0], slope @ rows[1]),
            backward(rows[1], slope.T @ rows[0]),
        ]
        steps = (
            views[0].T @ outputs[0] + views[1].T @ outputs[1],
            outputs[0].sum(axis=0) + outputs[1].sum(axis=0),
        )
        memory, rate = self._recipe.memory, self._recipe.learning_rate
        for n, (value, step) in enumerate(zip((self._weights, self._bias), steps, strict=True)):
            mean = self._mean_squares[n] = memory * self._mean_squares[n] + (1 - memory) * step**2
            np.subtract(value, rate * step / (np.sqrt(mean) + 1e-8), out=value)


def pair_slope(similar: FloatArray, upper: float, lower: float, g: FloatArray) -> FloatArray:
    """Return how the loss changes with the similarities ``g (m, m)``, ``(m, m)``.

    ``similar (m, m)`` are the similarities that the pseudo-labels are taken from. The loss is that
    of the whole network: the mean over chosen pairs of ``-r log g - (1 - r) log(1 - g)``.
    """
    r = similar > upper
    v = r | (similar <= lower)
    np.fill_diagonal(r, val=True)
    np.fill_diagonal(v, val=True)
    g = g.clip(CLOSEST, 1 - CLOSEST)
    return np.asarray(np.where(r, -1 / g, 1 / (1 - g)) * v / v.sum(), np.float32)


def backward(rows: FloatArray, slope: FloatArray) -> FloatArray:
    """Return how something changes with the outputs before the constraint, from how with its rows.

    With ``l = c / |c|`` and ``c = exp(z)`` (the subtracted maximum does not change l) that is
    ``l * (s - l (l . s))`` for each row.
    """
    return np.asarray(rows * (slope - rows * (rows * slope).sum(axis=1, keepdims=True)))
