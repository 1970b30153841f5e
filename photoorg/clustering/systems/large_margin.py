"""Large-margin nearest-neighbour metric (Weinberger and Saul 2009): a linear map for kNN.

The map L pulls every face towards its target neighbours, the nearest of its own person, and pushes
faces of others out of their reach plus a margin:

    (1 - mu) sum_ij |L(x_i - x_j)|^2 + mu sum_ijl max(0, m + |L(x_i - x_j)|^2 - |L(x_i - x_l)|^2)

over targets j and others l. Gradient descent from the leading principal directions; the step grows
while the loss falls and shrinks where it does not.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from photoorg.types import FloatArray, IntArray

TARGETS, DIMENSIONS, MU, STEPS = 3, 64, 0.5, 40
GROW, SHRINK, LEAST = 1.1, 0.5, 1e-6
MOST_FACES = 3000

Matrix = NDArray[np.float64]


def large_margin_map(known: FloatArray, names: IntArray) -> FloatArray:
    """Return a map ``(d, p)`` learned from unit rows ``(m, d)`` of named people ``(m,)``.

    Of more than 3,000 faces it learns from every other one, or every third and so on. Where nobody
    has two faces or there is one person only, it is the principal directions alone.
    """
    every = -(-len(known) // MOST_FACES)
    known, names = known[::every], names[::every]
    x = known.astype(np.float64)
    directions = np.linalg.eigh(x.T @ x)[1][:, ::-1][:, :DIMENSIONS]
    anchors, targets = target_neighbours(known, names)
    if len(anchors) == 0 or len(np.unique(names)) < 2:
        return np.asarray(directions, np.float32)
    others = names[anchors][:, None] != names[None, :]
    # A common scale: the margin is what a face and its targets are apart on average.
    margin = float(np.square(x[anchors] - x[targets]).sum(axis=1).mean())
    current = directions
    loss, gradient = _loss(x, current, anchors, targets, others, margin)
    step = 0.1 / max(float(np.abs(gradient).max()), LEAST)
    for _ in range(STEPS):
        tried = current - step * gradient
        new_loss, new_gradient = _loss(x, tried, anchors, targets, others, margin)
        if new_loss < loss:
            current, loss, gradient, step = tried, new_loss, new_gradient, step * GROW
        else:
            step *= SHRINK
    return np.asarray(current, np.float32)


def target_neighbours(known: FloatArray, names: IntArray) -> tuple[IntArray, IntArray]:
    """Return pairs ``(t,)``: faces and the nearest of their own person, at most three each."""
    anchors, targets = [], []
    for name in np.unique(names):
        own = np.flatnonzero(names == name)
        cosines = known[own] @ known[own].T
        np.fill_diagonal(cosines, -np.inf)
        count = min(TARGETS, len(own) - 1)
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :count]
        anchors.append(np.repeat(own, count))
        targets.append(own[nearest].ravel())
    return np.concatenate(anchors), np.concatenate(targets)


def _loss(
    x: Matrix,
    directions: Matrix,
    anchors: IntArray,
    targets: IntArray,
    others: NDArray[np.bool_],
    margin: float,
) -> tuple[float, Matrix]:
    """Return the loss and its gradient ``(d, p)``.

    All terms are squared distances of pairs, so the gradient is a graph Laplacian's: pairs that
    pull have a positive weight, pairs that push a negative one.
    """
    n = len(x)
    mapped = x @ directions
    squares = np.square(mapped).sum(axis=1)
    to_target = np.square(mapped[anchors] - mapped[targets]).sum(axis=1)
    to_all = squares[anchors][:, None] + squares[None, :] - 2 * mapped[anchors] @ mapped.T
    excess = np.where(others, margin + to_target[:, None] - to_all, 0)
    active = excess > 0
    loss = (1 - MU) * to_target.sum() + MU * excess[active].sum()
    pull = (1 - MU) + MU * active.sum(axis=1)
    row, column = np.nonzero(active)
    ends = (
        np.concatenate([anchors, anchors[row]]),
        np.concatenate([targets, column]),
    )
    weights = csr_array((np.concatenate([pull, np.full(len(row), -MU)]), ends), shape=(n, n))
    weights = weights + weights.T
    laplacian = np.asarray(weights.sum(axis=1))[:, None] * mapped - weights @ mapped
    return float(loss), 2 * x.T @ laplacian
