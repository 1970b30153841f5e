"""How well single identities are grouped, by their size and by how sparse they are.

The question of the hard-clusters paper's first figure: methods differ little on large dense
identities and a lot on small or sparse ones.
"""

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.engine import Labels
from photoorg.types import BoolArray, FloatArray

SIZES = (1, 2, 3, 5, 9, 17, 33, 65)
PARTS = 5


@dataclass(frozen=True, slots=True)
class Slice:
    """BCubed F of the faces of some identities; ``name`` says which."""

    name: str
    identities: int
    faces: int
    bcubed_f: float


def by_size(truth: Labels, labels: Labels) -> list[Slice]:
    """Return the slices of identities by number of faces; both labellings are ``(n,)``."""
    faces = _faces(truth, labels)
    sizes = faces.sizes
    slices = []
    for low, high in zip(SIZES, (*SIZES[1:], np.inf), strict=True):
        chosen = (sizes >= low) & (sizes < high)
        name = f"{low}" if high == low + 1 else f"{low}+" if high == np.inf else f"{low}-{high - 1}"
        if chosen.any():
            slices.append(faces.slice(name, chosen))
    return slices


def by_spread(embeddings: FloatArray, truth: Labels, labels: Labels) -> list[Slice]:
    """Return five slices of the identities with two faces or more, densest first.

    The spread of an identity is the mean cosine distance of its faces ``(n, d)`` to their mean.
    """
    faces = _faces(truth, labels)
    sizes = faces.sizes
    known = truth >= 0
    numbers = np.unique(truth[known], return_inverse=True)[1]
    means = np.zeros((len(sizes), embeddings.shape[1]), np.float64)
    np.add.at(means, numbers, embeddings[known])
    lengths = np.linalg.norm(means, axis=1) / sizes
    repeated = np.flatnonzero(sizes > 1)
    densest = repeated[np.argsort(-lengths[repeated], kind="stable")]
    slices = []
    for part in np.array_split(densest, PARTS):
        if len(part):
            chosen = np.isin(np.arange(len(sizes)), part)
            name = f"{1 - lengths[part].max():.2f} to {1 - lengths[part].min():.2f}"
            slices.append(faces.slice(name, chosen))
    return slices


@dataclass(frozen=True, slots=True, eq=False)
class _Faces:
    """BCubed ``precision, recall (m,)`` of the known faces, their ``people (m,)`` and sizes."""

    precision: FloatArray
    recall: FloatArray
    people: Labels
    sizes: Labels

    def slice(self, name: str, chosen: BoolArray) -> Slice:
        """Return the slice of the chosen people ``(K,)``."""
        faces = chosen[self.people]
        p, r = float(self.precision[faces].mean()), float(self.recall[faces].mean())
        return Slice(name, int(chosen.sum()), int(faces.sum()), 2 * p * r / (p + r))


def _faces(truth: Labels, labels: Labels) -> _Faces:
    known = truth >= 0
    people, sizes = np.unique(truth[known], return_inverse=True, return_counts=True)[1:]
    groups = labels[known].astype(np.int64)
    alone = groups < 0
    groups[alone] = groups.max(initial=0) + 1 + np.arange(alone.sum())
    groups, widths = np.unique(groups, return_inverse=True, return_counts=True)[1:]
    keys = people * len(widths) + groups
    cell, counts = np.unique(keys, return_inverse=True, return_counts=True)[1:]
    shared = counts[cell]
    precision = (shared / widths[groups]).astype(np.float32)
    return _Faces(precision, (shared / sizes[people]).astype(np.float32), people, sizes)
