"""Small made-up albums for the tests of grouping."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints
from photoorg.types import FloatArray, IntArray


def people(
    sizes: list[int], seed: int = 0, dimension: int = 64, noise: float = 0.6
) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return unit embeddings ``(n, d)`` of people with so many faces, and who they are ``(n,)``."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    means = rng.standard_normal((len(sizes), dimension))
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    apart = rng.standard_normal((len(labels), dimension)) / np.sqrt(dimension)
    embeddings = means[labels] + noise * apart
    embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
    return embeddings.astype(np.float32), labels


def same_groups(one: NDArray[np.int64], other: NDArray[np.int64]) -> bool:
    """Tell whether two labellings ``(n,)`` group alike, -1 being alone."""
    first = np.where(one < 0, -1 - np.arange(len(one)), one)
    second = np.where(other < 0, -1 - np.arange(len(other)), other)
    pairs = len(np.unique(np.stack([first, second], axis=1), axis=0))
    return pairs == len(np.unique(first)) == len(np.unique(second))


def answers(names: IntArray, sizes: list[int], seed: int = 0, first: int = 0) -> NDArray[np.int64]:
    """Return rows (answer, side, face) ``(m, 3)`` of answers about sides of at most such sizes.

    Faces of one of the ``names (n,)``, not -1, are never on both sides. Numbers of answers have
    gaps, and rows come in any order, some of them twice.
    """
    rng = np.random.default_rng(seed)
    person = np.where(names < 0, -1 - np.arange(len(names)), names)
    rows = [np.empty((0, 3), np.int64)]
    for answer, size in enumerate(sizes):
        mixed = rng.permutation(len(names))
        one = mixed[: min(size, len(names) // 2)]
        other = np.flatnonzero(~np.isin(person, person[one]))
        for side, faces in enumerate((one, rng.permutation(other)[:size])):
            number = np.full(len(faces), first + 7 * answer)
            rows.append(np.stack([number, np.full(len(faces), side), faces], axis=1))
    found = np.concatenate(rows)
    return np.concatenate([rng.permutation(found), found[: len(found) // 5]])


def meeting(labels: NDArray[np.int64], different: IntArray) -> list[int]:
    """Return the answers ``(answer, side, face) (m, 3)`` whose sides meet in a group."""
    there = different[labels[different[:, 2]] >= 0]
    groups: dict[tuple[int, int], set[int]] = {}
    for answer, side, face in there.tolist():
        groups.setdefault((answer, side), set()).add(int(labels[face]))
    return [a for a, side in groups if side == 0 and groups[a, 0] & groups.get((a, 1), set())]


def permuted(constraints: Constraints, order: NDArray[np.int64]) -> Constraints:
    """Return constraints of n faces for the faces of the rows ``order (n,)``."""
    places = np.argsort(order)
    different = np.array(constraints.different, np.int64)
    different[:, 2] = places[different[:, 2]]
    names, flags = constraints.must_link, constraints.not_faces
    return replace(
        constraints,
        must_link=None if names is None else names[order],
        cannot_link=places[constraints.cannot_link],
        not_faces=None if flags is None else flags[order],
        different=different,
    )
