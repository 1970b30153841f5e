"""What every rival's grouping rule shares: an order of arrival, one main threshold, the answers.

A rule sees the faces in the order in which the other program would have met them and gives one
grouping per threshold, so that a sweep computes only once what does not depend on the threshold.
What the user said is applied to the finished grouping, because none of the programs knows it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.rules.unconstrained import in_order, photo_order, satisfy
from photoorg.types import ProgressCallback, no_progress

Rule: TypeAlias = Callable[[FaceSet, Sequence[float]], Iterator[Labels]]
"""``rule(faces, thresholds)`` gives labels ``(n,)`` for every threshold, -1 where ungrouped."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """The threshold a rival hangs on: its name, its published value and values to try.

    The best value of ``grid`` by the ground truth is the rival's "tuned" row: an upper bound for
    whoever uses the program with this embedder.
    """

    parameter: str
    published: float
    grid: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """A published rule as a :class:`~photoorg.clustering.engine.ClusterEngine`.

    ``threshold`` None is the published value. ``source`` says whose rule it is and what was read.
    """

    name: str
    rule: Rule
    sweep: Sweep
    source: str
    needs: frozenset[str] = frozenset()
    threshold: float | None = None

    def at(self, threshold: float) -> "Rival":
        """Return the same rule with another main threshold."""
        return replace(self, threshold=threshold)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)`` at the main threshold; see ``ClusterEngine.fit_predict``."""
        threshold = self.sweep.published if self.threshold is None else self.threshold
        return next(self.fit_sweep(faces, (threshold,), constraints, progress))

    def fit_sweep(
        self,
        faces: FaceSet,
        thresholds: Sequence[float],
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Iterator[Labels]:
        """Give labels ``(n,)`` for every threshold in turn."""
        if len(faces) == 0:
            yield from (np.empty(0, np.int64) for _ in thresholds)
            return
        order = photo_order(faces)
        groupings = self.rule(in_order(faces, order), thresholds)
        for done, found in enumerate(groupings):
            progress(done, len(thresholds))
            labels = np.empty(len(faces), np.int64)
            labels[order] = found
            yield satisfy(labels, faces, constraints)
        progress(len(thresholds), len(thresholds))
