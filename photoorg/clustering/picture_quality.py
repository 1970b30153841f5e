"""How good the picture of a face is, told from its embedding.

Recognisers send blurred and dark pictures towards places of their own, so that quality is nearly
a direction of the embeddings. For a recogniser somebody trained a network for, it is stored with
the network. For any other the album itself tells it: in the groups that the calibrated cosine
makes, good pictures resemble the rest of their group more than they resemble everybody, bad ones
hardly. On development sets of three recognisers, quality told so correlates with the true one (how
much an embedding resembles that of the undegraded picture) by .60 to .87, and by .72 to .94 where
the direction was learned from pairs of good and degraded pictures.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.affinity import Platt
from photoorg.clustering.canonical import canonical_order
from photoorg.clustering.engine import FaceSet, Labels
from photoorg.types import FloatArray

LARGEST = 1.5
"""Quality lies between this and its negative."""
LEAST = 3
"""Faces of a group from which each can be held against the others."""
FEWEST, MOST = 300, 10_000
"""Faces in such groups: with fewer nothing is told, and more tell no more."""
COHORT = 10_000
"""Faces that stand for everybody."""
RIDGE = 50.0
"""Of the regression over unit rows."""
PER_LOGIT, USUAL = 0.25, 3.6
"""Quality is counted in these parts of the curve's logits, from what is usual."""


def quality_of(rows: FloatArray, direction: FloatArray) -> FloatArray:
    """Return the quality ``(n,)`` of the pictures behind unit rows ``(n, d)``.

    ``direction (d + 1,)`` is where the embeddings of good pictures point, and what is subtracted
    from the product with it.
    """
    # Not a product of matrices: what that gives depends on where a row stands.
    along = np.einsum("nd,d->n", rows, direction[:-1])
    quality: FloatArray = np.clip(along - direction[-1], -LARGEST, LARGEST)
    return quality


def slope_of(rows: FloatArray, goodness: NDArray[np.float64], ridge: float) -> NDArray[np.float64]:
    """Return the direction ``(d,)`` in which goodness ``(n,)`` rises most, by ridge regression."""
    apart = rows - rows.mean(axis=0)
    scatter = (apart.T @ apart).astype(np.float64) + ridge * np.eye(rows.shape[1])
    slope: NDArray[np.float64] = np.linalg.solve(scatter, apart.T @ (goodness - goodness.mean()))
    return slope


def direction_in_album(faces: FaceSet, groups: Labels, curve: Platt) -> FloatArray | None:
    """Return the direction ``(d + 1,)`` that groups ``(n,)`` of an album tell, for `quality_of`.

    None where too few faces are in groups. ``curve`` gives the scale.
    """
    order = canonical_order(faces)
    rows, group = _in_groups(order, groups)
    if len(rows) < FEWEST:
        return None
    embeddings = faces.embeddings[rows]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    rest = np.add.reduceat(embeddings, starts, axis=0)[group] - embeddings
    rest /= np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6)
    everybody = faces.embeddings[order[:COHORT]].mean(axis=0)
    rest -= everybody
    goodness = np.einsum("nd,nd->n", rest, embeddings).astype(np.float64)
    unit = curve.slope * PER_LOGIT
    slope = slope_of(embeddings, goodness, RIDGE)
    zero = embeddings.mean(axis=0) @ slope - goodness.mean()
    # Rounded, so that sums in another order of the rows give the same constants.
    return np.append(unit * slope, unit * zero + USUAL).round(3).astype(np.float32)


def _in_groups(
    order: NDArray[np.int64], groups: Labels
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows ``(m,)`` of groups large enough, group by group, and the group's number.

    Groups come in the order in which they appear in ``order``, whatever they are called.
    """
    _, first, group, sizes = np.unique(
        groups[order], return_index=True, return_inverse=True, return_counts=True
    )
    places = np.flatnonzero(sizes[group] >= LEAST)
    places = places[np.argsort(first[group[places]], kind="stable")][:MOST]
    numbers = np.cumsum(np.diff(group[places], prepend=-1) != 0) - 1
    return order[places], numbers
