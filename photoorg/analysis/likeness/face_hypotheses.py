"""How the faces of two versions of a photo say that the one became the other.

Every pair of an old and a new face is a hypothesis: the similarity, straight or mirrored, that
brings the landmarks of the one upon those of the other. A few more come for free: the change of
size and the eight turns. The best is the one under which all faces find each other again.

With points as complex numbers, both sets centred, the closest similarity is one division (Umeyama,
1991): ``w = a z + b`` with ``a = sum(conj(z) w) / sum(|z|^2)``; mirrored, ``z`` is its conjugate.
Detectors number landmarks as the viewer sees them, so left and right change places under a mirror.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness.transforms import Affine, apply, scale_of, turnings
from photoorg.fitted import fitted

Floats = NDArray[np.float64]

_FITTED = fitted(__name__)

FAR = _FITTED["FAR"]
"""Middles of one face lie closer than this share of its size."""

LARGER_BOX = _FITTED["LARGER_BOX"]
"""Detectors draw the box of one face at most so much larger or smaller."""

DISAGREES = _FITTED["DISAGREES"]
"""Cosines below are those of strangers (of 16,000 pairs 99.9 % with the test pack, 99 % with ours);
of one face before and after an edit they are above, unless it was found the wrong way up."""

UNKNOWN = _FITTED["UNKNOWN"]
"""How far two faces agree where at least one embedding is not known."""

_MIRRORED = [1, 0, 2, 4, 3]
_MAX_PAIRS = 150
_MAX_TWOS = 12
_EFFORT = 1_000_000
"""In large crowds fewer pairs are tried: each is scored by all pairs."""

_SETTLED = 20
_BEST = 6
OTHERWISE = _FITTED["OTHERWISE"]
"""Transforms are two if a corner of the picture ends farther apart, as a share of its length."""
PLAIN = _FITTED["PLAIN"]
"""Plain changes of size and turns are a little more likely than anything else."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where faces are: ``middles (n, 2)``, ``sizes (n,)``, ``landmarks (n, 5, 2)``."""

    middles: Floats
    sizes: Floats
    landmarks: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """A transform, how well the faces fit it, and whether it is a plain change of size or turn."""

    transform: Affine
    score: float
    plain: bool


def places(boxes: Floats, landmarks: Floats) -> Places:
    """Return the places of faces with ``boxes (n, 4)`` x, y, w, h."""
    return Places(
        middles=boxes[:, :2] + boxes[:, 2:] / 2,
        sizes=np.sqrt(np.maximum(boxes[:, 2] * boxes[:, 3], 1e-6)),
        landmarks=landmarks,
    )


def closeness(transform: Affine, old: Places, new: Places) -> Floats:
    """Return ``(n, m)`` in [0, 1]: 1 where ``transform`` brings a face exactly upon another."""
    close: Floats = _closeness(np.asarray([transform]), old, new)[0]
    return close


def _closeness(transforms: Floats, old: Places, new: Places) -> Floats:
    """Do the same for ``transforms (k, 2, 3)``: ``(k, n, m)``."""
    moved = np.einsum("kij,nj->kni", transforms[:, :, :2], old.middles) + transforms[:, None, :, 2]
    scales = np.sqrt(np.abs(np.linalg.det(transforms[:, :, :2])))
    sizes = np.maximum(scales[:, None] * old.sizes, 1e-9)
    larger = np.maximum(sizes[:, :, None], new.sizes)
    apart = np.linalg.norm(moved[:, :, None] - new.middles, axis=3) / (FAR * larger)
    grown = np.abs(np.log(sizes[:, :, None] / new.sizes)) / np.log(LARGER_BOX)
    close: Floats = np.maximum(0, 1 - apart**2) * np.maximum(0, 1 - grown**2)
    return close


def agreement(cosines: Floats) -> Floats:
    """Turn cosines (NaN where unknown) into weights: 0 for strangers, 1 for the very same."""
    known = np.clip((cosines - DISAGREES) / (1 - DISAGREES), 0, 1)
    weights: Floats = np.where(np.isnan(cosines), UNKNOWN, known)
    return weights


def hypotheses(
    old: Places,
    new: Places,
    cosines: Floats,
    sizes: tuple[tuple[int, int], tuple[int, int]],
) -> list[Hypothesis]:
    """Return the likeliest transforms of one photo into another, the best first.

    ``cosines (n, m)`` are those of the embeddings, NaN where unknown, ``sizes`` those of the two
    pictures.
    """
    plain = turnings(*sizes)
    if not len(old.sizes) or not len(new.sizes):
        return [Hypothesis(way, 0.0, plain=True) for way in plain]
    ways = np.concatenate([plain, _of_pairs(old, new, cosines)])
    weights = agreement(cosines)
    scores = _scores(ways, old, new, weights)
    scores[: len(plain)] *= PLAIN
    found: list[Hypothesis] = []
    for row in np.argsort(-scores, kind="stable")[:_SETTLED]:
        way, score = _settled(ways[row], scores[row], old, new, weights)
        if all(_differ(way, each.transform, sizes[0]) for each in found):
            found.append(Hypothesis(way, score, plain=bool(row < len(plain))))
        if len(found) == _BEST:
            break
    return sorted(found, key=lambda each: -each.score)


def _scores(ways: Floats, old: Places, new: Places, weights: Floats) -> Floats:
    parts = np.array_split(ways, max(1, len(ways) * weights.size // 2_000_000))
    scores = [(_closeness(part, old, new) * weights).max(axis=2).sum(axis=1) for part in parts]
    return np.concatenate(scores)


def _of_pairs(old: Places, new: Places, cosines: Floats) -> Floats:
    """Return the similarities ``(k, 2, 3)`` of the likeliest pairs, straight and mirrored.

    Two pairs together say more exactly what happens far from both.
    """
    count = int(np.clip(_EFFORT // cosines.size, _MAX_TWOS, _MAX_PAIRS))
    order = np.argsort(-np.nan_to_num(cosines, nan=0.0), axis=None, kind="stable")[:count]
    pairs = np.stack(np.unravel_index(order, cosines.shape), axis=1)
    groups = [pairs[[place]] for place in range(len(pairs))]
    for one, other in combinations(pairs[:_MAX_TWOS], 2):
        if (one != other).all():
            groups.append(np.stack([one, other]))
    fits = [
        fit(old.landmarks[group[:, 0]], new.landmarks[group[:, 1]], mirrored=mirrored)
        for group in groups
        for mirrored in (False, True)
    ]
    return np.array([way for way in fits if scale_of(way) > 1e-3]).reshape(-1, 2, 3)


def fit(source: Floats, target: Floats, *, mirrored: bool) -> Affine:
    """Return the similarity that brings landmarks ``(..., 5, 2)`` closest to others."""
    if mirrored:
        target = target[..., _MIRRORED, :]
    z, w = (points.reshape(-1, 2) @ np.array([1, 1j]) for points in (source, target))
    z = z.conj() if mirrored else z
    middle, aim = z.mean(), w.mean()
    spread = float(np.sum(np.abs(z - middle) ** 2))
    a = np.vdot(z - middle, w - aim) / spread if spread > 0 else 0j
    b = aim - a * middle
    sign = -1.0 if mirrored else 1.0
    return np.array([[a.real, -sign * a.imag, b.real], [a.imag, sign * a.real, b.imag]])


def _settled(
    way: Affine, score: float, old: Places, new: Places, weights: Floats
) -> tuple[Affine, float]:
    """Fit the transform to all faces that it brings together, where that is better."""
    worth = closeness(way, old, new) * weights
    rows = np.flatnonzero(worth.max(axis=1) > 0)
    if len(rows) < 2:
        return way, float(score)
    columns = worth[rows].argmax(axis=1)
    mirrored = bool(np.linalg.det(way[:, :2]) < 0)
    fitted = fit(old.landmarks[rows], new.landmarks[columns], mirrored=mirrored)
    if not scale_of(fitted) > 1e-3:
        return way, float(score)
    better = float(_scores(np.asarray([fitted]), old, new, weights)[0])
    return (fitted, better) if better > score else (way, float(score))


def _differ(one: Affine, other: Affine, size: tuple[int, int]) -> bool:
    """Tell whether two transforms bring the corners of a picture to different places."""
    corners = np.array([(0, 0), (1, 0), (0, 1), (1, 1)]) * size
    apart = np.linalg.norm(apply(one, corners) - apply(other, corners), axis=1).max()
    reach = max(scale_of(one), scale_of(other)) * max(size)
    return bool(apart > OTHERWISE * reach)
