"""How often two strangers of one age, or of one origin, pass for one person.

Strangers of one age look more alike to a network than others, children most of all: at one
threshold children are melted together where adults are kept apart. Origins are the same.
"""

from collections.abc import Callable, Mapping

import numpy as np

from photoorg.analysis.face_crops import ADULT, FaceCrops, begins
from photoorg.evaluation.packs.verification import accept_threshold, cosine
from photoorg.types import FloatArray, IntArray, Pixels

OLD = 60
"""Years from which on the old have bands of their own."""
FEW = 1e-3
MOST = 1000
"""Faces of a group that are compared with each other: half a million pairs."""


def groups(crops: FaceCrops) -> dict[str, IntArray]:
    """Return the rows of each band of age, the youngest first, and of the adults of each origin.

    Of a large group they are the first :data:`MOST`; one face alone is no group.
    """
    bands, origins = np.array(crops.folders), np.array(crops.origins)
    named = {band: bands == band for band in sorted(set(crops.folders), key=_in_order)}
    named |= {
        origin: crops.adults & (origins == origin) for origin in sorted(set(crops.origins) - {""})
    }
    rows = {name: np.flatnonzero(chosen)[:MOST] for name, chosen in named.items()}
    return {name: found for name, found in rows.items() if len(found) > 1}


def alike(crops: FaceCrops, embed: Callable[[Pixels], FloatArray]) -> dict[str, FloatArray]:
    """Return the cosine similarity of any two strangers of each of the :func:`groups`."""
    found = {}
    for name, rows in groups(crops).items():
        embeddings = embed(crops.pixels[rows])
        first, second = np.triu_indices(len(rows), 1)
        found[name] = cosine(embeddings[first], embeddings[second])
    return found


def accepted(pairs: Mapping[str, FloatArray], threshold: float) -> dict[str, float]:
    """Return of each group the share of pairs of strangers above a threshold."""
    return {name: float((values > threshold).mean()) for name, values in pairs.items()}


def adult_threshold(pairs: Mapping[str, FloatArray]) -> float | None:
    """Return what a thousandth of the pairs of adult strangers exceeds; None without adults.

    They are those of the fullest band that begins between 20 and 59 years, of two the younger.
    """
    adults = [values for name, values in pairs.items() if ADULT <= begins(name) < OLD]
    return accept_threshold(max(adults, key=len), FEW) if adults else None


def _in_order(band: str) -> tuple[int, str]:
    return begins(band), band
