"""Rules that recognise named people and leave everybody else alone: no grouping of unknowns.

What the user named comes in as ``Constraints.must_link``; everything else is recognised as one of
these people or stays ungrouped.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.peers.rival import Sweep
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

Recognition: TypeAlias = Callable[[FloatArray, IntArray, FloatArray, float], IntArray]
"""``recognize(known (m, d), names (m,), unknown (q, d), threshold)`` gives names ``(q,)`` or -1."""


@dataclass(frozen=True, slots=True)
class Recognizer:
    """A rule of recognition as a ``ClusterEngine``; without named faces it groups nothing."""

    name: str
    recognize: Recognition
    sweep: Sweep
    source: str
    needs: frozenset[str] = frozenset()
    threshold: float | None = None

    def at(self, threshold: float) -> "Recognizer":
        """Return the same rule with another threshold."""
        return replace(self, threshold=threshold)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``: the named people and who was recognised as one of them."""
        threshold = self.sweep.published if self.threshold is None else self.threshold
        labels = np.full(len(faces), -1, np.int64)
        named = None if constraints is None else constraints.must_link
        if named is not None and (named >= 0).any():
            order = photo_order(faces)
            known, unknown = order[named[order] >= 0], order[named[order] < 0]
            labels[known] = named[known]
            progress(0, 1)
            if len(unknown):
                rows = faces.embeddings
                labels[unknown] = self.recognize(
                    rows[known], labels[known], rows[unknown], threshold
                )
        progress(1, 1)
        return satisfy(labels, faces, constraints)
