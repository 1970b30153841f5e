"""How often two strangers of one age pass for one person.

Strangers of one age look more alike to a network than others, children most of all: at one
threshold children are melted together where adults are kept apart.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from photoorg.evaluation.verification import accept_threshold, cosine
from photoorg.types import FloatArray, IntArray

ADULT = range(20, 60)
"""Years, of which a band of adults begins in one."""
FEW = 1e-3
MOST = 1000
"""Faces of a band that are compared with each other: half a million pairs."""

_YEARS = re.compile(r"\d+", re.ASCII)


def compared(bands: Sequence[str]) -> IntArray:
    """Return the rows that are worth an embedding: the first :data:`MOST` of each band."""
    names = np.array(bands)
    return np.concatenate([np.flatnonzero(names == band)[:MOST] for band in _in_order(bands)])


def pairs_by_band(embeddings: FloatArray, bands: Sequence[str]) -> dict[str, FloatArray]:
    """Return how much alike any two strangers of a band are.

    Of the embeddings ``(n, d)`` the folders ``bands (n,)`` tell the age; the youngest come first.
    """
    alike = {}
    for band in _in_order(bands):
        rows = embeddings[np.array(bands) == band]
        first, second = np.triu_indices(len(rows), 1)
        alike[band] = cosine(rows[first], rows[second])
    return alike


def accepted(alike: Mapping[str, FloatArray], threshold: float) -> dict[str, float]:
    """Return of each band the share of pairs of strangers above a threshold."""
    return {band: float((pairs > threshold).mean()) for band, pairs in alike.items() if len(pairs)}


def adult_threshold(alike: Mapping[str, FloatArray]) -> float | None:
    """Return what a thousandth of the pairs of adult strangers exceeds; None without adults.

    They are those of the fullest band that begins between 20 and 59 years, of two the younger.
    """
    adults = {band: pairs for band, pairs in alike.items() if _begins(band) in ADULT and len(pairs)}
    if not adults:
        return None
    return accept_threshold(max(adults.values(), key=len), FEW)


def _in_order(bands: Sequence[str]) -> list[str]:
    return sorted(set(bands), key=lambda name: (_begins(name), name))


def _begins(band: str) -> int:
    """Return the year in which a band begins, as its folder is called, or -1."""
    found = _YEARS.match(band)
    return int(found[0]) if found else -1
