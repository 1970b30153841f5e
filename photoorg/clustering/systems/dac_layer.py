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

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.systems.dac import constrained, thresholds
from photoorg.types import FloatArray

GROUPS = 10
"""A round begins with so many groups at most."""

LAST_X = 0.45
CLOSEST = 1e-6
AT_ONCE = 16_384
"""So many rows are answered at a time."""

_PARTS = ("centre", "weights", "bias", "typical", "middles", "reach")


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


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What was learned: of any features to which group they belong.

    ``centre (d,)``, ``weights (d, K)`` and ``bias (K,)`` of the layer; the pictures of each group
    that it learned from have the mean row ``typical (K, K)`` and lie around ``middles (K, d)``
    within ``reach (K,)``.
    """

    centre: FloatArray
    weights: FloatArray
    bias: FloatArray
    typical: FloatArray
    middles: FloatArray
    reach: FloatArray

    def rows(self, features: NDArray[np.floating]) -> FloatArray:
        """Return the constraint layer's rows ``(n, K)`` for features ``(n, d)``."""
        outputs = (features.astype(np.float32) - self.centre) @ self.weights + self.bias
        return constrained(np.asarray(outputs, np.float32))

    def groups(self, features: NDArray[np.floating]) -> tuple[Labels, FloatArray]:
        """Return the group ``(n,)`` of features ``(n, d)`` and how sure that is, 0 to 1.

        That is the similarity of a row to the typical one. Of what lies farther from a group than
        nearly all it learned from, nothing is sure.
        """
        labels, sure = np.zeros(len(features), np.int64), np.zeros(len(features), np.float32)
        for start in range(0, len(features), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            some = features[part].astype(np.float32)
            rows = self.rows(some)
            labels[part] = rows.argmax(axis=1)
            far = np.linalg.norm(some - self.middles[labels[part]], axis=1)
            similar = (rows * self.typical[labels[part]]).sum(axis=1)
            sure[part] = np.where(far <= self.reach[labels[part]], similar, 0)
        return labels, sure

    def packed(self) -> bytes:
        """Return it as bytes."""
        return _packed({name: getattr(self, name) for name in _PARTS})

    @classmethod
    def unpacked(cls, blob: bytes) -> "Head":
        """Return what :meth:`packed` made bytes of."""
        arrays = _unpacked(blob)
        return cls(*(arrays[name] for name in _PARTS))


class LayerLearning:
    """Learns from features ``(n, d)``, epoch by epoch; what it is at can be kept and taken up.

    Whether it was stopped in between makes no difference: the chance of an epoch is its own.
    """

    def __init__(
        self, features: NDArray[np.floating], recipe: LayerRecipe, state: bytes | None = None
    ) -> None:
        self._recipe = recipe
        given = features.astype(np.float32)
        self._centre = given.mean(axis=0)
        self._features = given - self._centre
        self._noise = recipe.noise * self._features.std(axis=0)
        if state is None:
            self.epoch = 0
            self._weights, self._bias = self._start()
            self._mean_squares = [np.zeros_like(self._weights), np.zeros_like(self._bias)]
        else:
            kept = _unpacked(state)
            self.epoch = int(kept["epoch"])
            self._weights, self._bias = kept["weights"], kept["bias"]
            self._mean_squares = [kept["weights_squared"], kept["bias_squared"]]

    @property
    def done(self) -> bool:
        """Whether all epochs are over."""
        return self.epoch >= self._recipe.epochs

    def state(self) -> bytes:
        """Return what it is at, for another one to go on with the same features and recipe."""
        return _packed(
            {
                "epoch": np.array(self.epoch),
                "weights": self._weights,
                "bias": self._bias,
                "weights_squared": self._mean_squares[0],
                "bias_squared": self._mean_squares[1],
            }
        )

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


def _packed(arrays: dict[str, NDArray[Any]]) -> bytes:
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _unpacked(blob: bytes) -> dict[str, FloatArray]:
    with np.load(io.BytesIO(blob), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
