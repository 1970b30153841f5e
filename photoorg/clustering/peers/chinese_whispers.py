"""Chinese whispers (Biemann 2006): every face takes the label most of its neighbours have."""

from typing import Any

import numpy as np
from numba import njit

from photoorg.clustering.engine import Labels
from photoorg.types import FloatArray, IntArray


def chinese_whispers(links: Any, order: IntArray, *, until_still: bool = False) -> Labels:
    """Return labels ``(n,)`` after visiting the faces of ``order (sweeps, visits)`` one by one.

    ``links`` is a CSR matrix of positive weights; of labels with equal weight the smallest wins.
    ``until_still`` ends after a sweep that changed nothing.
    """
    labels = np.arange(links.shape[0], dtype=np.int64)
    weights = links.data.astype(np.float32)
    for visits in order:
        changed = _whisper(links.indptr, links.indices, weights, labels, visits)
        if until_still and not changed:
            break
    return labels


@njit(cache=True)
def _whisper(
    starts: IntArray, others: IntArray, weights: FloatArray, labels: Labels, visits: IntArray
) -> int:
    votes = np.zeros(len(labels), np.float32)
    changed = 0
    for face in visits:
        best = labels[face]
        first, last = starts[face], starts[face + 1]
        for edge in range(first, last):
            votes[labels[others[edge]]] += weights[edge]
        most = np.float32(0)
        for edge in range(first, last):
            label = labels[others[edge]]
            if votes[label] > most or (votes[label] == most and label < best):
                best, most = label, votes[label]
        for edge in range(first, last):
            votes[labels[others[edge]]] = 0
        if best != labels[face]:
            labels[face] = best
            changed += 1
    return changed
