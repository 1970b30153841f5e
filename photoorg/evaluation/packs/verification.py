"""Measures how well embeddings tell people apart.

Verification follows LFW (Huang et al. 2007): ten folds of 300 pairs of one person and 300 pairs of
two; the accuracy of a fold uses the threshold that is best on the other nine. ``TAR@FAR`` is the
share of same-person pairs above the similarity that the given share of the others exceeds.

With 3,000 pairs of two people three of them decide that similarity at 1e-3, and the figure differs
by several points from one draw of the pairs to the next. All figures are means over several draws.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoorg.errors import DataError
from photoorg.types import BoolArray, FloatArray, IntArray

FOLDS = 10
DRAWS = 16


@dataclass(frozen=True, slots=True)
class Verification:
    """How well embeddings tell same from different people; every figure in [0, 1].

    ``pairs`` are those of one draw.
    """

    accuracy: float
    tar_1e2: float
    tar_1e3: float
    threshold_1e3: float
    pairs: int

    def __str__(self) -> str:
        return (
            f"accuracy {100 * self.accuracy:.2f} %, TAR {100 * self.tar_1e2:.1f} % at FAR 1e-2, "
            f"{100 * self.tar_1e3:.1f} % at FAR 1e-3"
        )


def draw_pairs(
    names: Sequence[str], count: int = 6000, seed: int = 0
) -> tuple[IntArray, BoolArray]:
    """Draw pairs like LFW's: rows ``(count, 2)`` and ``(count,)`` True for one person's.

    A pair of one person is a random person with two photos, then two of the photos; a pair of two
    people is two random people and a photo of each. No pair is drawn twice. Fewer same-person
    pairs are drawn (and as many others) where the people do not have as many.
    """
    rng = np.random.default_rng(seed)
    people: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        people.setdefault(name, []).append(row)
    groups = list(people.values())
    several = [rows for rows in groups if len(rows) > 1]
    possible = sum(len(rows) * (len(rows) - 1) // 2 for rows in several)
    half = min(count // 2, possible) // FOLDS * FOLDS
    if len(groups) < 2 or not half:
        raise DataError("verification needs photos of several people, some with many photos")
    same: set[tuple[int, int]] = set()
    while len(same) < half:
        rows = several[rng.integers(len(several))]
        first, second = sorted(rng.choice(rows, 2, replace=False).tolist())
        same.add((first, second))
    different: set[tuple[int, int]] = set()
    while len(different) < half:
        one, two = sorted(rng.choice(len(groups), 2, replace=False).tolist())
        different.add((int(rng.choice(groups[one])), int(rng.choice(groups[two]))))
    folds = [*rng.permutation(sorted(same)), *rng.permutation(sorted(different))]
    return np.array(folds), np.arange(2 * half) < half


def verification(
    embeddings: FloatArray,
    names: Sequence[str],
    other: FloatArray | None = None,
    *,
    count: int = 6000,
    draws: int = DRAWS,
) -> Verification:
    """Measure embeddings ``(n, d)`` of people's photos; ``names (n,)`` tell who they are.

    Pairs are made with those of ``other (n, d)`` pictures of the same photos, if given.
    """
    second = embeddings if other is None else other
    found = []
    for seed in range(draws):
        pairs, same = draw_pairs(names, count, seed)
        found.append(verify_pairs(embeddings[pairs[:, 0]], second[pairs[:, 1]], same))
    return Verification(
        accuracy=float(np.mean([draw.accuracy for draw in found])),
        tar_1e2=float(np.mean([draw.tar_1e2 for draw in found])),
        tar_1e3=float(np.mean([draw.tar_1e3 for draw in found])),
        threshold_1e3=float(np.mean([draw.threshold_1e3 for draw in found])),
        pairs=found[0].pairs,
    )


def verify_pairs(one: FloatArray, other: FloatArray, same: BoolArray) -> Verification:
    """Measure the pairs ``one[k], other[k]`` of embeddings ``(n, d)``; ``same (n,)``."""
    similarity = cosine(one, other)
    strict = accept_threshold(similarity[~same], 1e-3)
    loose = accept_threshold(similarity[~same], 1e-2)
    return Verification(
        accuracy=fold_accuracy(similarity, same),
        tar_1e2=float((similarity[same] > loose).mean()),
        tar_1e3=float((similarity[same] > strict).mean()),
        threshold_1e3=strict,
        pairs=len(same),
    )


def cosine(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the cosine similarity ``(n,)`` of the rows of two arrays ``(n, d)``."""
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    similarity: FloatArray = np.einsum("nd,nd->n", one, other) / np.maximum(lengths, 1e-12)
    return similarity


def accept_threshold(others: FloatArray, false_accepts: float) -> float:
    """Return the similarity that the given share of pairs of different people exceeds."""
    return float(np.sort(others)[::-1][int(false_accepts * len(others))])


def fold_accuracy(similarity: FloatArray, same: BoolArray) -> float:
    """Return LFW's accuracy: the mean over ten folds, threshold from the other nine."""
    fold = np.empty(len(same), np.int64)
    for value in (True, False):
        rows = np.flatnonzero(same == value)
        fold[rows] = np.arange(len(rows)) * FOLDS // len(rows)
    scores = []
    for held in range(FOLDS):
        known = fold != held
        threshold = best_threshold(similarity[known], same[known])
        scores.append(float(((similarity[~known] > threshold) == same[~known]).mean()))
    return float(np.mean(scores))


def best_threshold(similarity: FloatArray, same: BoolArray) -> float:
    """Return the similarity above which calling a pair one person is right most often."""
    order = np.argsort(similarity)[::-1]
    hits = np.cumsum(np.where(same[order], 1, -1))
    best = int(np.argmax(hits))
    following = similarity[order[min(best + 1, len(order) - 1)]]
    return float((similarity[order[best]] + following) / 2)
