"""What an album says about its embedder without any label."""

import numpy as np

from photoorg.types import FloatArray

SAMPLE = 2000


def random_similarity(embeddings: FloatArray) -> tuple[float, float]:
    """Return mean and standard deviation of the cosines of an album's pairs ``(n, d)``."""
    every = -(-len(embeddings) // SAMPLE)
    sample = embeddings[::every]
    cosines = (sample @ sample.T)[np.triu_indices(len(sample), 1)]
    # Nearly all pairs are strangers; quantiles leave out the tail that is not.
    low, middle, high = np.quantile(cosines, (0.1587, 0.5, 0.8413))
    return float(middle), float(high - low) / 2
