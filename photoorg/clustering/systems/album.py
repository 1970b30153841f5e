"""What an album says about its embedder without any label."""

import numpy as np

from photoorg.types import FloatArray

SAMPLE = 2000


def random_similarity(embeddings: FloatArray) -> tuple[float, float]:
    """Return mean and standard deviation of the cosines of an album's pairs ``(n, d)``."""
    every = -(-len(embeddings) // SAMPLE)
    sample = embeddings[::every]
    cosines = (sample @ sample.T)[np.triu_indices(len(sample), 1)]
    # Pairs of one person make the upper half wide, in an album of few people even most of it.
    low, middle = np.quantile(cosines, (0.1587, 0.5))
    return float(middle), float(middle - low)
