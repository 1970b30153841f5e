"""How well each part of some people is grouped.

Fits are judged by how much scores differ between people, so the people are put into parts, each
with the same share of every file: files of several recognisers show the same people, and a lucky
person is lucky in all of them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels

PARTS = 20


def bcubed_of_parts(grouped: Sequence[tuple[Labels, Labels]]) -> NDArray[np.float64]:
    """Return BCubed F ``(m,)`` of each part of the people, over all albums.

    Of every album there are the people and the groups of its faces, both ``(n,)``; people are
    numbered alike in all albums, and faces of -1 do not count. A part with nobody is left out.
    """
    sums = np.zeros((3, PARTS))
    for people, groups in grouped:
        known = people >= 0
        part = people[known] % PARTS
        figures = _of_faces(people[known], groups[known])
        sums += [np.bincount(part, weights=figure, minlength=PARTS) for figure in figures]
    precision, recall, faces = sums[:, sums[2] > 0]
    return np.asarray(2 * precision * recall / (precision + recall) / faces)


def _of_faces(people: Labels, groups: Labels) -> tuple[NDArray[np.float64], ...]:
    """Return BCubed precision and recall of each face ``(n,)``, and ones; no group is -1."""
    pairs = np.stack([people, groups])
    _, cell, both = np.unique(pairs, axis=1, return_inverse=True, return_counts=True)
    shared = both[cell.ravel()]
    precision = shared / np.bincount(groups)[groups]
    return precision, shared / np.bincount(people)[people], np.ones(len(people))
