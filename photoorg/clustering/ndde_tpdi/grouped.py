"""A grouping together with what it was made of, so that nobody has to compute it again."""

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from photoorg.array_files import ArrayCache
from photoorg.clustering.density.diffusion import Ids, tpdi_of
from photoorg.clustering.density.peaks import Forest, cut, density_forest
from photoorg.clustering.engine import Constraints, FaceSet, GrowingEngine, Labels
from photoorg.clustering.ndde_tpdi.neighborhoods import Neighborhoods, Setting, densities
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors
from photoorg.clustering.rules.canonical import numbered
from photoorg.clustering.rules.groups import Groups, Rules
from photoorg.types import FloatArray, ProgressCallback, no_progress

Order = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class FittedForest:
    """The forest of density peaks; :meth:`labels` cuts it anywhere without computing it again.

    Places are those of the canonical order: ``order (n,)`` are the rows that they stand for.
    """

    order: Order
    forest: Forest
    rules: Rules
    ids: Ids
    root_p: FloatArray

    def labels(self, tau: float) -> Labels:
        """Return the groups ``(n,)`` of faces linked by distances below tau, by the rows given."""
        if self.rules.free:
            grouped = cut(self.forest, tau)
            grouped[self.rules.absent] = -1
        else:
            grouped = self._joined(tau)
        labels = np.empty(len(grouped), np.int64)
        labels[self.order] = grouped
        return numbered(labels)

    def _joined(self, tau: float) -> Labels:
        groups = Groups.start(self.rules)
        linked = np.flatnonzero(self.forest.distances < tau)
        linked = linked[np.lexsort((linked, self.forest.distances[linked]))]
        edges = np.stack([linked, self.forest.parents[linked]], axis=1)
        refused = groups.join(edges)
        groups.join(self._other_edges(linked[refused], tau))
        return groups.labels()

    def _other_edges(self, faces: Order, tau: float) -> Order:
        """Return the edges ``(m, 2)`` from faces to their denser neighbours, nearest first."""
        distances = tpdi_of(self.ids, self.root_p, faces)
        density, others = self.forest.density, self.ids[faces]
        own = density[faces][:, None]
        denser = (density[others] > own) | ((density[others] == own) & (others < faces[:, None]))
        row, column = np.nonzero(denser & (distances < tau))
        edges = np.stack([faces[row], others[row, column]], axis=1)
        return edges[np.lexsort((edges[:, 1], edges[:, 0], distances[row, column]))]


def grow(near: Neighborhoods, rules: Rules, setting: Setting) -> FittedForest:
    """Return the forest of density peaks; the rules are in canonical order too."""
    density, root_p = densities(near, setting)
    forest = density_forest(near.ids, root_p, density, near.p)
    return FittedForest(near.order, forest, rules, near.ids, root_p)


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """Groups of n faces and what they were made of.

    ``labels (n,)`` are as an engine gives them. ``neighbors`` are the pairs that were judged, by
    rows. ``forest`` is what was cut at ``tau``; faces that joined groups already there are in the
    forest that all of them would be cut from. ``between (m, 2)`` are pairs of rows that would have
    linked two groups that were there, nearest first.
    """

    labels: Labels
    neighbors: ScoredNeighbors
    forest: FittedForest
    tau: float
    between: Order = field(default_factory=lambda: np.empty((0, 2), np.int64))


@runtime_checkable
class ExplainingEngine(GrowingEngine, Protocol):
    """A method that also tells what its groups were made of."""

    def group(
        self,
        faces: FaceSet,
        settled: Labels | None = None,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
        cache: ArrayCache | None = None,
    ) -> Grouped:
        """Group faces as :meth:`add` does, or all anew where ``settled`` is None.

        ``cache`` keeps for the next time what was found, when the same faces come first.
        """
        ...
