"""A metric in which the ways that faces of one person differ count less than others.

Within-class covariance normalisation (Hatch, Kajarekar and Stolcke 2006): with the covariance
``S`` of faces around their own person's mean, rows are multiplied by ``A`` where ``A A^T`` is the
inverse of ``(1 - shrinkage) S + shrinkage tr(S)/d I``. The rows are centred first: what all faces
have in common tells nobody from anybody.
"""

from collections.abc import Sequence

import numpy as np

from photoorg.types import FloatArray

SHRINKAGE = 0.7
"""By cross-validation among the people trained on."""


def within_class_metric(rows: FloatArray, names: Sequence[str]) -> tuple[FloatArray, FloatArray]:
    """Return the middle ``(d,)`` and matrix ``(d, d)`` learned from unit rows ``(n, d)``.

    The covariance is that of the people with at least two rows; without any nothing changes.
    """
    d = rows.shape[1]
    _, own, sizes = np.unique(np.array(names), return_inverse=True, return_counts=True)
    several = sizes[own] > 1
    if not several.any():
        return np.zeros(d, np.float32), np.eye(d, dtype=np.float32)
    means = np.zeros((len(sizes), d))
    np.add.at(means, own, rows)
    means /= sizes[:, None]
    own, rows_of_several = own[several], rows[several]
    # A mean of few faces lies near each of them: without this, small groups would seem narrow.
    away = (rows_of_several - means[own]) * np.sqrt(sizes[own] / (sizes[own] - 1.0))[:, None]
    spread = away.T @ away / len(away)
    spread = (1 - SHRINKAGE) * spread + SHRINKAGE * np.trace(spread) / d * np.eye(d)
    matrix = np.linalg.inv(np.linalg.cholesky(spread)).T
    matrix /= np.sqrt(np.square(matrix).sum() / d)
    return rows.mean(axis=0).astype(np.float32), matrix.astype(np.float32)
