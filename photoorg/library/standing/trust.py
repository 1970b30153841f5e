"""How surely a face is one, as a figure in [0, 1].

Detectors take hands, coats of arms and crumpled shirts for faces. The detector's own score tells
some of them. More is told by the embeddings, whatever network they come from: what is no face has
no person in it, and all of it looks alike. So the album itself says what junk looks like. Every
face counts as a sample of junk as far as its score makes it probable that it is junk, and as one of
faces for the rest; they are two clouds, and where a face lies on the line between their centres, as
a ratio of two normal densities, is added to the odds that its score gives. With these odds the
clouds are told apart once more, which takes out of the junk what only scored low (two rounds of
expectation maximisation; in a third one real faces that look alike begin to be called junk). With
few doubtful faces little is known, and the score decides alone.

The numbers below were chosen on the faces that two detectors of ours, the shipped one and the one
before, found in 2,702 photos, 3,652 and 3,625; what another detector found, too, is a face (3,233
and 3,184). Area under the curve, mean of both: score alone .978, with the likeness .986; on the
photos without those of known people, 909 and 883 faces, .965 and .990.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoorg.types import BoolArray, FloatArray

MIDDLE, STEEPNESS = 0.57, 20.0
"""A score at which as many things as faces are found, and how fast the odds grow with it."""

ROUNDS = 2
"""So often the likeness is asked."""

ENOUGH = 8
"""With so many samples of each, what they tell counts half; with more, more."""

LEAST = 2.0
"""With fewer samples than these, nothing is told."""

MOST = 5.0
"""The likeness changes the logarithm of the odds by at most this much."""

OF_A_CUT = 0.3
"""The most that a face is trusted of which an eye lies outside of the photo.

It is one, but half of it tells nobody: such halves look like each other, whoever they are of. Of
the 2,702 photos two groups of 86 and 27 of them stood among the first fifteen people.
"""

_LANDMARKS = 40
"""Bytes of five points."""

_ROWS = 8192


def trust(scores: FloatArray, embeddings: NDArray[np.floating]) -> FloatArray:
    """Return for each face how surely it is one ``(n,)``.

    ``scores (n,)`` are the detector's, NaN where it said nothing (then the face was put there by
    hand, and is one); ``embeddings (n, d)`` need not be normalised, rows of zeros or NaN are of
    faces without one.
    """
    scored = STEEPNESS * (scores.astype(np.float64) - MIDDLE)
    told = np.isfinite(embeddings).all(axis=1) & embeddings.any(axis=1)
    samples = told & ~np.isnan(scores)
    odds = scored
    for _ in range(ROUNDS):
        faces = _probability(odds)
        weights = np.where(samples, [1 - faces, faces], 0)
        odds = scored + np.where(told, np.clip(_likeness(weights, embeddings), -MOST, MOST), 0)
    return np.where(np.isnan(scores), 1.0, _probability(odds)).astype(np.float32)


def are_cut(landmarks: Sequence[bytes | None], sizes: NDArray[np.floating]) -> BoolArray:
    """Tell of faces ``(n,)`` whether an eye lies outside of their photo.

    ``landmarks`` are five points (float32 x, y in pixels, eyes first) as they are stored, None or
    empty where nothing is known; ``sizes (n, 2)`` are width and height of the photos.
    """
    nowhere = bytes(_LANDMARKS)
    points = b"".join(one if one and len(one) == _LANDMARKS else nowhere for one in landmarks)
    eyes = np.frombuffer(points, np.float32).reshape(-1, 5, 2)[:, :2]
    outside = (eyes < 0) | (eyes > sizes[:, None])
    return np.asarray(outside.any(axis=(1, 2)), bool)


def directions(embeddings: NDArray[np.floating]) -> FloatArray:
    """Return embeddings ``(n, d)`` of length one; zeros for those that tell nothing."""
    vectors = embeddings.astype(np.float32)
    vectors[~np.isfinite(vectors).all(axis=1)] = 0
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    ones: FloatArray = np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)
    return ones


def _probability(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    probability: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return probability


def _likeness(
    weights: NDArray[np.float64], embeddings: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Return the logarithm ``(n,)`` of how much likelier each is among faces than among junk.

    ``weights (2, n)`` tell how far each is a sample of junk and of faces. A sample is compared with
    the centre of the others, not with one it has pulled towards itself.
    """
    nothing = np.zeros(weights.shape[1])
    counts = weights.sum(axis=1)
    if counts.min() < LEAST:
        return nothing
    parts = [slice(at, at + _ROWS) for at in range(0, weights.shape[1], _ROWS)]
    sums = np.zeros((2, embeddings.shape[1]))
    for part in parts:
        sums += weights[:, part] @ directions(embeddings[part])
    along = np.concatenate(
        [_along(directions(embeddings[part]), weights[:, part], sums, counts) for part in parts]
    )
    junk, sure = weights @ along / counts
    spread = (weights[0] @ (along - junk) ** 2 + weights[1] @ (along - sure) ** 2) / counts.sum()
    gap = sure - junk
    if not (gap > 0 and spread > 0):
        return nothing
    known = counts.min() / (counts.min() + ENOUGH)
    likelier: NDArray[np.float64] = known * gap / spread * (along - (sure + junk) / 2)
    return likelier


def _along(
    vectors: FloatArray,
    weights: NDArray[np.float64],
    sums: NDArray[np.float64],
    counts: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return how much nearer directions ``(m, d)`` are to the second of two centres ``(m,)``.

    ``weights (2, m)`` tells how far each is among the ``counts (2,)`` directions whose ``sums
    (2, d)`` over ``counts`` are the centres. The centre of all others but ``e`` of weight ``w`` is
    ``(s - w e) / (n - w)``, and half the difference of the squared distances is what is returned.
    """
    own = (vectors.astype(np.float64) ** 2).sum(axis=1)
    length = (sums**2).sum(axis=1)[:, None]
    others = counts[:, None] - weights
    towards = sums @ vectors.T
    size = (length + weights * (weights * own - 2 * towards)) / others**2
    near: NDArray[np.float64] = (towards - weights * own) / others - size / 2
    nearer: NDArray[np.float64] = near[1] - near[0]
    return nearer
