"""Small made-up albums for the tests of grouping."""

import numpy as np
from numpy.typing import NDArray

from photoorg.types import FloatArray


def people(
    sizes: list[int], seed: int = 0, dimension: int = 64, noise: float = 0.6
) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return unit embeddings ``(n, d)`` of people with so many faces, and who they are ``(n,)``."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    means = rng.standard_normal((len(sizes), dimension))
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    apart = rng.standard_normal((len(labels), dimension)) / np.sqrt(dimension)
    embeddings = means[labels] + noise * apart
    embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
    return embeddings.astype(np.float32), labels


def same_groups(one: NDArray[np.int64], other: NDArray[np.int64]) -> bool:
    """Tell whether two labellings ``(n,)`` group alike, -1 being alone."""
    first = np.where(one < 0, -1 - np.arange(len(one)), one)
    second = np.where(other < 0, -1 - np.arange(len(other)), other)
    pairs = len(np.unique(np.stack([first, second], axis=1), axis=0))
    return pairs == len(np.unique(first)) == len(np.unique(second))
