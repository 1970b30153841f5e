"""Probabilities of pairs, NDDe, TPDi and density peaks: the engine of the program.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022), sections 3.2 to 3.4, on the
probabilities of any :class:`~photoorg.clustering.scoring.affinity.PairScorer`, extended by rules:
a pointer of the forest that would break one is left out, and the face it started from tries its
next nearest denser neighbours. Works in the canonical order of the faces throughout.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.density.diffusion import Ids, tpdi_of
from photoorg.clustering.density.peaks import Forest, cut, density_forest
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi import neighbor_cache as kept
from photoorg.clustering.ndde_tpdi.incremental import attach
from photoorg.clustering.ndde_tpdi.neighborhoods import (
    Neighborhoods,
    Setting,
    densities,
    in_order,
    neighborhoods,
)
from photoorg.clustering.ndde_tpdi.scored_neighbors import whole
from photoorg.clustering.rules.canonical import canonical_order, numbered
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.groups import Groups, Rules
from photoorg.clustering.scoring.adaptation import adapted, centred
from photoorg.clustering.scoring.affinity import PairScorer, known_calibration
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.types import FloatArray, ProgressCallback, no_progress


@dataclass(frozen=True, slots=True, eq=False)
class Peaks:
    """A fitted forest; :meth:`labels` cuts it at any granularity without computing it again."""

    order: NDArray[np.int64]
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

    def _other_edges(self, faces: NDArray[np.int64], tau: float) -> NDArray[np.int64]:
        """Return the edges ``(m, 2)`` from faces to their denser neighbours, nearest first."""
        distances = tpdi_of(self.ids, self.root_p, faces)
        density, others = self.forest.density, self.ids[faces]
        own = density[faces][:, None]
        denser = (density[others] > own) | ((density[others] == own) & (others < faces[:, None]))
        row, column = np.nonzero(denser & (distances < tau))
        edges = np.stack([faces[row], others[row, column]], axis=1)
        return edges[np.lexsort((edges[:, 1], edges[:, 0], distances[row, column]))]


@dataclass(frozen=True, slots=True)
class NddeTpdi:
    """Groups of faces linked to their nearest denser neighbour by a TPDi below tau.

    Given an engine ``in_own_metric``, faces that are all alike are centred, the album makes a
    metric of its own where that separates better, and that engine groups in it; it also groups
    albums of fewer than ``at_least`` faces.
    """

    scorer: PairScorer = field(default_factory=AlbumCalibrated)
    setting: Setting = field(default_factory=Setting)
    tau: float = 0.7
    in_own_metric: "NddeTpdi | None" = None
    at_least: int = 0
    name: str = "ndde-tpdi"
    needs: frozenset[str] = frozenset()

    def fit(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Peaks:
        """Return the forest of the faces; raises ContradictionError."""
        engine, faces = self.suited(faces)
        return engine.fit_suited(faces, constraints, progress)

    def fit_suited(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Peaks:
        """Return the forest of faces in the metric they have; raises ContradictionError."""
        rules = compile_rules(faces, constraints)
        near = neighborhoods(faces, self.scorer, self.setting.k, rules, progress)
        return grow(near, rules.reordered(near.order), self.setting)

    def suited(self, faces: FaceSet) -> "tuple[NddeTpdi, FaceSet]":
        """Return the engine that serves the faces, and the faces in the metric it works in."""
        if self.in_own_metric is None:
            return self, faces
        faces = centred(faces)
        own = adapted(faces)
        if own is faces and len(faces) >= self.at_least:
            return self, faces
        return replace(self.in_own_metric, setting=self.setting), own

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        engine, faces = self.suited(faces)
        peaks = engine.fit_suited(faces, constraints, progress)
        return peaks.labels(engine.tau)

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
        notes: Path | None = None,
    ) -> Labels:
        """Group the faces with -1 in ``settled (n,)``; see :mod:`.incremental`.

        Where that is all of them, they are grouped as :meth:`fit_predict` groups them. Raises
        DataError, ContradictionError.
        """
        all_new = len(settled) == len(faces) and bool((settled < 0).all())
        notes = notes if len(faces) >= kept.FEWEST else None
        before = kept.read_notes(notes, faces, self.scorer) if notes else None
        if before is None or all_new:
            engine, shown = self.suited(faces)
        else:
            engine, shown = self, faces  # as it was found to be best for the faces there already
        if shown is not faces:
            # A metric made for the album changes with every face, and with it all similarities.
            notes = before = None
        scorer, setting = engine.scorer, engine.setting
        if all_new:
            rules = compile_rules(shown, constraints)
            known = whole(shown, scorer, setting.k, before, progress)
            near = in_order(known.graph, known.p, canonical_order(shown), rules)
            labels = grow(near, rules.reordered(near.order), setting).labels(engine.tau)
        else:
            attached = attach(
                shown,
                settled,
                scorer,
                constraints,
                known=before,
                setting=setting,
                tau=engine.tau,
                progress=progress,
            )
            known, labels = attached.known, attached.labels
        if notes and known is not before:
            kept.write_notes(notes, faces, scorer, known)
        return labels


def calibrated_engine(pack: str | None = None) -> NddeTpdi:
    """Return the engine with the cosine calibrated for a pack's recogniser or on the album."""
    known = known_calibration(pack)
    own = NddeTpdi() if known is None else None
    return NddeTpdi(known or AlbumCalibrated(), in_own_metric=own, name="ndde-tpdi-cosine")


def grow(near: Neighborhoods, rules: Rules, setting: Setting) -> Peaks:
    """Return the forest of density peaks; the rules are in canonical order too."""
    density, root_p = densities(near, setting)
    forest = density_forest(near.ids, root_p, density, near.p)
    return Peaks(near.order, forest, rules, near.ids, root_p)
