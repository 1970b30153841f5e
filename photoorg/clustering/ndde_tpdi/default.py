"""The default engine: NDDe and TPDi with the scorer that serves the faces' recogniser best.

Where a network was trained for the recogniser, it judges the pairs; which recogniser that is, the
pack says or the embeddings themselves. Else a network judges them that was trained on several
recognisers; but where an album separates better in a metric of its own, its recogniser is unlike
all of those, and the cosine in that metric judges, as it does in albums of few faces. Without any
network, it is the cosine, calibrated for the pack or on the album.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi, Peaks, calibrated_engine
from photoorg.clustering.scoring.affinity import known_calibration
from photoorg.clustering.scoring.networks import GENERIC, Network, generic_network, matching_network
from photoorg.clustering.scoring.relational import FAMILY, RelationalScorer
from photoorg.types import ProgressCallback, no_progress

TRAINED_TAU = 0.8
"""Where groups are cut when a network judges the pairs: it knows better than the cosine who is a
stranger, so that less evidence from the neighbours is needed."""
RESTORED_TAU = 0.75
"""The same where restored embeddings are searched: strangers among clear pictures lie nearer."""
TAU_FOR_ALL = 0.65
"""The same beside the network for all recognisers, which is less sure."""
FEWEST_FOR_ALL = 300
"""Faces of an album that this network judges. A smaller one does not tell how good its pictures
are, and the calibrated cosine does as well."""
FINER, COARSER = -0.3, 0.15
"""How far the cut is moved for smaller and for larger groups. On 2,000 photos of 726 people the
one raises BCubed precision by .001 (a strong face model) to .011 (a weak one) for less recall, the
other recall by .001 to .002 for .006 to .013 of precision; further away, groups fall apart or run
together. (``photoorg evaluate --engine ndde-tpdi-finer`` tells it of any set.)"""


@dataclass(frozen=True, slots=True)
class Default:
    """``pack`` is the name of a pack, of its recogniser, or the model id stored with embeddings.

    ``moved`` is added to where groups are cut.
    """

    pack: str | None = None
    moved: float = 0.0
    name: str = "ndde-tpdi"
    needs: frozenset[str] = frozenset()

    def serving(self, faces: FaceSet) -> NddeTpdi:
        """Return the engine for these faces."""
        network = matching_network(FAMILY, self.pack, faces.embeddings)
        network = network or generic_network(FAMILY)
        if network is None:
            return _cut_at(calibrated_engine(self.pack), self.moved)
        return _cut_at(trained_engine(network, self.pack), self.moved)

    def fit(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Peaks:
        """Return the forest of the faces; raises ContradictionError."""
        return self.serving(faces).fit(faces, constraints, progress)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.serving(faces).fit_predict(faces, constraints, progress)

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
        notes: Path | None = None,
    ) -> Labels:
        return self.serving(faces).add(faces, settled, constraints, progress, notes)


def default_engine(pack: str | None = None) -> Default:
    """Return the engine for a pack."""
    return Default(pack)


def finer_engine(pack: str | None = None) -> Default:
    """Return the engine that rather leaves a person in two groups."""
    return Default(pack, FINER, "ndde-tpdi-finer")


def coarser_engine(pack: str | None = None) -> Default:
    """Return the engine that rather lets two people be one group."""
    return Default(pack, COARSER, "ndde-tpdi-coarser")


def _cut_at(engine: NddeTpdi, moved: float) -> NddeTpdi:
    own = engine.in_own_metric
    own = own and replace(own, tau=own.tau + moved)
    return replace(engine, tau=engine.tau + moved, in_own_metric=own)


def trained_engine(network: Network, pack: str | None = None) -> NddeTpdi:
    """Return the engine whose pairs a trained network judges.

    ``pack`` says whose faces a network for all recognisers is to judge, if that is known.
    """
    if network.pack != GENERIC:
        curve = network.curve or known_calibration(network.pack)
        tau = RESTORED_TAU if network.searches_restored else TRAINED_TAU
        return NddeTpdi(RelationalScorer(network, curve), tau=tau)
    curve = known_calibration(pack)
    own = NddeTpdi() if curve is None else None
    return NddeTpdi(
        RelationalScorer(network, curve),
        tau=TAU_FOR_ALL,
        in_own_metric=own,
        at_least=FEWEST_FOR_ALL,
    )
