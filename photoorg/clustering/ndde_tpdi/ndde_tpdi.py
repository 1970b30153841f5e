"""Probabilities of pairs, NDDe, TPDi and density peaks: the method of the paper, and no more.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022), sections 3.2 to 3.4, on the
probabilities of any :class:`~photoorg.clustering.scoring.affinity.PairScorer`, extended by rules:
a pointer of the forest that would break one is left out, and the face it started from tries its
next nearest denser neighbours. Works in the canonical order of the faces throughout. Which scorer
serves whose faces, and in which metric, :mod:`.default` chooses.
"""

from dataclasses import dataclass, field

from photoorg.clustering.density.peaks import TAU
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.grouped import FittedForest, Grouped, grow
from photoorg.clustering.ndde_tpdi.incremental import attach
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting, in_order, neighborhoods
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors, whole
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.types import ProgressCallback, no_progress


@dataclass(frozen=True, slots=True)
class NddeTpdi:
    """Groups of faces linked to their nearest denser neighbour by a TPDi below tau.

    For every face the ``setting.k`` nearest neighbours are searched and ``scorer`` tells how
    probable it is that a pair is one person: p ``(n, k)``. NDDe (eq. 8) makes a density ``(n,)`` of
    them and TPDi (eq. 10) distances; each face points to the nearest of its denser neighbours.
    """

    scorer: PairScorer = field(default_factory=AlbumCalibrated)
    setting: Setting = field(default_factory=Setting)
    tau: float = TAU
    name: str = "ndde-tpdi"
    needs: frozenset[str] = frozenset()

    def fit(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> FittedForest:
        """Return the forest of the faces; raises ContradictionError."""
        rules = compile_rules(faces, constraints)
        near = neighborhoods(faces, self.scorer, self.setting.k, rules, progress)
        return grow(near, rules.reordered(near.order), self.setting)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.fit(faces, constraints, progress).labels(self.tau)

    def group(
        self,
        faces: FaceSet,
        settled: Labels | None = None,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
        before: ScoredNeighbors | None = None,
    ) -> Grouped:
        """Group the faces that ``settled (n,)`` leaves alone (-1), or all.

        ``before`` are the neighbours of the first faces, where they are known. Where no face is
        settled the labels are those of :meth:`fit_predict`; else see :mod:`.incremental`. Raises
        DataError, ContradictionError.
        """
        if settled is not None and not _all_new(settled, faces):
            return attach(
                faces,
                settled,
                self.scorer,
                constraints,
                before=before,
                setting=self.setting,
                tau=self.tau,
                progress=progress,
            )
        rules = compile_rules(faces, constraints)
        found = whole(faces, self.scorer, self.setting.k, before, progress)
        near = in_order(found.graph, found.p, canonical_order(faces), rules)
        forest = grow(near, rules.reordered(near.order), self.setting)
        return Grouped(forest.labels(self.tau), found, forest, self.tau)

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.group(faces, settled, constraints, progress).labels


def _all_new(settled: Labels, faces: FaceSet) -> bool:
    return len(settled) == len(faces) and bool((settled < 0).all())
