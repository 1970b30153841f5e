"""Embeddings as good pictures of the same faces would have given them.

Blur, darkness and covered parts move the embeddings of a recogniser in directions of its own, and
by how much it did so can be learned from pictures nobody is named on: each as it is and degraded.
The linear estimate of the good embedding ``y`` from that of any picture, ``x``,

    restored = (x - mean x) W,   W = argmin sum |y - mean y - (x - mean x) W|^2 + RIDGE |W|^2,

is divided by the scatter of what it cannot tell (``y`` less its estimate), so that directions count
by what they still say about a face after its picture was spoiled. Directions in which hardly
anything is left are dropped, which makes everything that follows faster.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.types import FloatArray

RIDGE = 30.0
"""Of the regression over unit rows."""
SHRINKAGE = 0.3
"""Share of what cannot be told that is taken to scatter alike in all directions."""
LEAST = 1e-4
"""Share of the largest variance below which a direction is dropped."""


def restored(embeddings: FloatArray, restoration: FloatArray) -> FloatArray:
    """Return unit rows ``(n, e)`` for unit rows ``(n, d)``; ``restoration`` is ``(d + 1, e)``.

    Its last row is subtracted from the products with the others.
    """
    rows = np.empty((len(embeddings), restoration.shape[1]), np.float32)
    # In blocks of one order: products of matrices depend on where a row stands in them.
    order = canonical_order(FaceSet(embeddings))
    for start in range(0, len(order), 4096):
        block = order[start : start + 4096]
        found = embeddings[block] @ restoration[:-1]
        found -= restoration[-1]
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
        rows[block] = found
    return rows


def learn_restoration(any_picture: FloatArray, good_picture: FloatArray) -> FloatArray:
    """Return the restoration ``(d + 1, e)`` learned from pairs of unit rows ``(n, d)``.

    Both rows of a pair are pictures of one face; the first may be good as well.
    """
    d = any_picture.shape[1]
    middle = any_picture.mean(axis=0)
    given, wanted = any_picture - middle, good_picture - good_picture.mean(axis=0)
    scatter = (given.T @ given).astype(np.float64)
    estimate = np.linalg.solve(scatter + RIDGE * np.eye(d), given.T @ wanted)
    untold = wanted - given @ estimate.astype(np.float32)
    spread = (untold.T @ untold).astype(np.float64) / len(untold)
    spread = (1 - SHRINKAGE) * spread + SHRINKAGE * np.trace(spread) / d * np.eye(d)
    turned = estimate @ _inverse_root(spread)
    variances, directions = np.linalg.eigh(turned.T @ scatter @ turned)
    kept = directions[:, variances > LEAST * variances[-1]][:, ::-1]
    matrix = turned @ kept
    matrix /= np.abs(matrix).max()
    return np.vstack([matrix, middle @ matrix]).astype(np.float32)


def _inverse_root(spread: NDArray[np.float64]) -> NDArray[np.float64]:
    values, directions = np.linalg.eigh(spread)
    root: NDArray[np.float64] = directions * values**-0.5
    return root
