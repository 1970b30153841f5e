"""Made-up albums of embeddings with known identities, for measuring speed and quality.

Identity sizes follow a Pareto law (half of all identities have one face, none more than 500).
Every identity has a mean and every face a deviation, both drawn from decaying spectra, so that
some identities look alike; how far faces deviate differs between identities and between faces.
In the "medium" album two faces of one identity have a mean cosine of .53 (averaged over
identities), in the "hard" one of .43; of different identities one pair in 10,000 exceeds .50.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.errors import UsageError
from photoorg.types import FloatArray

DEVIATIONS = {"medium": (0.55, 1.35), "hard": (0.70, 1.70)}
"""Least and most deviation of an identity's faces, in lengths of its mean."""

_MEAN_DIMENSIONS, _DEVIATION_DIMENSIONS = 60.0, 40.0
_LARGEST, _SPREAD = 500, 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Album:
    """Unit ``embeddings (n, d)`` and the identity ``labels (n,)`` of the faces."""

    embeddings: FloatArray
    labels: NDArray[np.int64]


def album(n: int, difficulty: str = "medium", seed: int = 0, dimension: int = 512) -> Album:
    """Return an album of n faces in the order of their identities; raises UsageError."""
    if difficulty not in DEVIATIONS:
        raise UsageError(f"Choose one of {', '.join(DEVIATIONS)}, not {difficulty}.")
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(n), identity_sizes(n, rng)) if n else np.empty(0, np.int64)
    people = int(labels[-1]) + 1 if n else 0
    mean_scale = np.sqrt(decaying_spectrum(dimension, _MEAN_DIMENSIONS)).astype(np.float32)
    scale = np.sqrt(decaying_spectrum(dimension, _DEVIATION_DIMENSIONS)).astype(np.float32)
    means = rng.standard_normal((people, dimension), dtype=np.float32) * mean_scale
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    deviation = rng.uniform(*DEVIATIONS[difficulty], people)[labels]
    deviation *= np.exp(_SPREAD * rng.standard_normal(n))
    embeddings = np.empty((n, dimension), np.float32)
    for start in range(0, n, 16384):
        rows = slice(start, min(start + 16384, n))
        block = rng.standard_normal((rows.stop - start, dimension), dtype=np.float32) * scale
        block *= (deviation[rows, None] / np.linalg.norm(block, axis=1, keepdims=True)).astype(
            np.float32
        )
        block += means[labels[rows]]
        embeddings[rows] = block / np.linalg.norm(block, axis=1, keepdims=True)
    return Album(embeddings, labels)


def identity_sizes(n: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return sizes of identities, padded with zeros to ``(n,)``, that sum to n."""
    # A size is at least s with the probability 1/s.
    drawn = np.minimum(1 / rng.random(n), _LARGEST).astype(np.int64)
    before = np.concatenate([[0], np.cumsum(drawn)[:-1]])
    sizes: NDArray[np.int64] = np.clip(n - before, 0, drawn)
    return sizes


def decaying_spectrum(dimension: int, effective: float) -> NDArray[np.float64]:
    """Return falling variances ``(dimension,)`` of sum 1 with ``effective`` dimensions.

    Effective dimensions are the squared sum over the sum of squares; the decay is exponential.
    """
    low, high = 1e-3, 1e4
    variances = np.ones(dimension)
    for _ in range(100):
        length = np.sqrt(low * high)
        variances = np.exp(-np.arange(dimension) / length)
        if variances.sum() ** 2 / (variances**2).sum() < min(effective, 0.99 * dimension):
            low = length
        else:
            high = length
    variances /= variances.sum()
    return variances
