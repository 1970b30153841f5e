"""How probable it is that two neighbouring faces show one person.

A :class:`PairScorer` gives these probabilities for all pairs of a neighbour graph. The simplest is
the calibrated cosine of Platt, ``p = sigmoid(slope (s - middle))``. Its constants come with the
recogniser (``calibration.json``, as ``photoorg evaluate-pack`` finds them) or, for an unknown one,
from the album itself (``calibration``).
"""

import json
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple, Protocol

import numpy as np
from scipy.special import expit

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.types import BoolArray, FloatArray, IntArray, ProgressCallback, no_progress

CALIBRATION = "calibration.json"
CROWDING = 0.75
"""Middles rise by this times the logarithm of the faces over the slope; without it small albums
are split and large ones merged. It would be 1 if the faces of one person did not grow in number
with the album."""


class Strangers(NamedTuple):
    """How alike different people are: mean and deviation of the similarities of their faces."""

    mean: float
    deviation: float


class PairScorer(Protocol):
    """Tells P(one person) for pairs of faces."""

    @property
    def name(self) -> str: ...

    def searched(self, embeddings: FloatArray) -> FloatArray:
        """Return the unit rows ``(n, e)`` among which neighbours are to be searched."""
        ...

    def fitted(self, faces: FaceSet, graph: NeighborGraph) -> "PairScorer":
        """Return the scorer with what it learns from the album, also for faces that join it."""
        ...

    def score(
        self, faces: FaceSet, graph: NeighborGraph, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        """Return P ``(n, k)`` for the pairs of the graph; column 0, the face itself, is 1."""
        ...

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        """Return P ``(m, k)`` as seen from some rows alone; much less work where they are few."""
        ...


@dataclass(frozen=True, slots=True)
class Platt:
    """Calibrated cosine: ``p = sigmoid(slope (s - middle))`` in an album of ``faces`` faces.

    ``faces`` 0 means that the constants hold for every album as they are.
    """

    slope: float
    middle: float
    faces: int = 0

    @property
    def name(self) -> str:
        return "calibrated cosine"

    def searched(self, embeddings: FloatArray) -> FloatArray:
        return embeddings

    def fitted(self, faces: FaceSet, graph: NeighborGraph) -> "Platt":  # noqa: ARG002
        return self

    def score(
        self,
        faces: FaceSet,
        graph: NeighborGraph,
        progress: ProgressCallback = no_progress,
    ) -> FloatArray:
        p = self.in_album_of(len(faces)).probability(graph.sims)
        p[:, :1] = 1.0
        progress(len(faces), len(faces))
        return p

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        p = self.in_album_of(len(faces)).probability(graph.sims[rows])
        p[:, :1] = 1.0
        return p

    def probability(self, sims: FloatArray) -> FloatArray:
        """Return p for similarities of any shape."""
        p = sims * np.float32(-self.slope)
        p += np.float32(self.slope * self.middle)
        np.exp(np.minimum(p, np.float32(80.0), out=p), out=p)
        p += 1.0
        np.divide(np.float32(1.0), p, out=p)
        return p

    def in_album_of(self, n: int) -> "Platt":
        """Return the constants for an album of n faces.

        The more faces, the more strangers are as similar as a given pair, so the middle rises.
        """
        if self.faces == 0:
            return self
        growth = np.log(min(max(n, 100), 10 * self.faces) / self.faces)
        return Platt(self.slope, self.middle + CROWDING * float(growth) / self.slope)


def known_calibration(pack: str | None) -> Platt | None:
    """Return the shipped constants for a recogniser or model id, None if there are none."""
    stored = json.loads(resources.files(__package__).joinpath(CALIBRATION).read_text("utf-8"))
    name = (pack or "").lower()
    for recognizer, constants in stored.items():
        # A model id is the recogniser's name and the start of its digest.
        if name == recognizer or name.startswith(f"{recognizer}-"):
            return Platt(**constants)
    return None


def fit(sims: FloatArray, same: BoolArray) -> Platt:
    """Return the constants of the logistic regression of ``same (m,)`` on ``sims (m,)``."""
    features = np.stack([np.ravel(sims), np.ones(np.size(sims))], axis=1).astype(np.float64)
    target = np.ravel(same).astype(np.float64)
    weights = np.array([10.0, -4.0])
    for _ in range(100):
        p = expit(features @ weights)
        gradient = features.T @ (target - p)
        curvature = (features * (p * (1 - p))[:, None]).T @ features
        step = np.linalg.solve(curvature + 1e-9 * np.eye(2), gradient)
        weights += np.clip(step, -5.0, 5.0)
        if np.abs(step).max() < 1e-7:
            break
    slope, shift = (float(weight) for weight in weights)
    if slope <= 1e-6 or not target.any():
        # Similarity tells nothing, so no similarity is enough.
        return Platt(slope=max(slope, 10.0), middle=2.0)
    return Platt(slope=slope, middle=-shift / slope)
