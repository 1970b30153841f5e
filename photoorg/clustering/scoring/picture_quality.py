"""How good the picture of a face is, told from its embedding.

Recognisers send blurred and dark pictures towards places of their own, so that quality is nearly
a direction of the embeddings. For a recogniser somebody trained a network for, it is stored with
the network. For any other the album itself tells it: in the groups that the calibrated cosine
makes, good pictures resemble the rest of their group more than they resemble everybody, bad ones
hardly. Counted from 1 for what the good pictures of the album reach to -1 for none at all, this
means the same for every recogniser: on development sets of three of them, pictures nobody touched
get .73 to .91, albums without bad pictures hardly anything else, and pictures that resemble the
untouched one by less than .4 get -.1 to .54. The correlation with that resemblance is .50 to .87,
and .72 to .94 where the direction was learned from pairs of good and bad pictures.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.types import FloatArray

LARGEST = 1.5
"""Quality lies between this and its negative."""
LEAST = 3
"""Faces of a group from which each can be held against the others."""
FEWEST, MOST = 300, 10_000
"""Faces in such groups: with fewer nothing is told, and more tell no more."""
COHORT = 10_000
"""Faces that stand for everybody."""
OF_GROUP, OF_COHORT = 50, 100
"""Of one group at most so many tell and are among everybody, so that a person with hundreds of
faces, or a crowd of blurred strangers, does not decide alone; where there are few groups, more."""
RIDGE = 150.0
"""Of the regression over unit rows."""
GOOD = 0.75
"""Quantile that the good ones are at among the pictures of groups."""


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


def direction_in_album(faces: FaceSet, groups: Labels) -> FloatArray | None:
    """Return the direction ``(d + 1,)`` that groups ``(n,)`` of an album tell, for `quality_of`.

    None where too few faces are in groups.
    """
    order = canonical_order(faces)
    rows, group = _in_groups(order, groups)
    if len(rows) < FEWEST or group[-1] == 0:
        return None
    embeddings = faces.embeddings[rows]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    rest = np.add.reduceat(embeddings, starts, axis=0)[group] - embeddings
    rest /= np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6)
    everybody = order[:COHORT]
    everybody = everybody[_rank(groups[everybody]) < OF_COHORT]
    rest -= faces.embeddings[everybody].mean(axis=0)
    goodness = np.einsum("nd,nd->n", rest, embeddings).astype(np.float64)
    few = _rank(group) < max(OF_GROUP, 2 * FEWEST // len(starts))
    embeddings, goodness, group = embeddings[few], goodness[few], group[few]
    best = float(np.quantile(goodness, GOOD))
    if best <= 0:
        return None
    slope = slope_of(embeddings, goodness, RIDGE) * _certainty(embeddings, goodness, group)
    zero = embeddings.mean(axis=0) @ slope - goodness.mean()
    # Rounded, so that sums in another order of the rows give the same constants.
    return np.append(2 * slope / best, 2 * zero / best + 1).round(3).astype(np.float32)


def _certainty(
    embeddings: FloatArray, goodness: NDArray[np.float64], group: NDArray[np.int64]
) -> float:
    """Return the factor that the slope learned on half of the groups needs on the others.

    Ridge regression tells less than there is where faces are few; where nothing can be told, what
    it tells is noise.
    """
    agreeing, power = 0.0, 1e-9
    for half in (group % 2 == 0, group % 2 == 1):
        guess = embeddings[~half] @ slope_of(embeddings[half], goodness[half], RIDGE)
        guess -= guess.mean()
        agreeing += float(guess @ goodness[~half])
        power += float(guess @ guess)
    return max(agreeing / power, 0.0)


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many equal values ``(n,)`` stand before each."""
    order = np.argsort(values, kind="stable")
    starts = np.flatnonzero(np.diff(values[order], prepend=values.min() - 1))
    rank = np.empty(len(values), np.int64)
    rank[order] = np.arange(len(values)) - np.repeat(starts, np.diff(starts, append=len(values)))
    return rank


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
