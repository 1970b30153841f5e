"""The default engine: NDDe and TPDi with the scorer that serves the faces' recogniser best.

Where a network was trained for the recogniser, it judges the pairs; which recogniser that is, the
pack says or the embeddings themselves. Else a network judges them that was trained on several
recognisers; but where an album separates better in a metric of its own, its recogniser is unlike
all of those, and the cosine in that metric judges, as it does in albums of few faces. Without any
network, it is the cosine, calibrated for the pack or on the album.
"""

from dataclasses import dataclass, field

from photoorg.array_files import ArrayCache
from photoorg.clustering.density.peaks import TAU
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.grouped import FittedForest, Grouped
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.ndde_tpdi.neighbor_cache import recall, remember
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting
from photoorg.clustering.scoring.adaptation import adapted, centred
from photoorg.clustering.scoring.affinity import PairScorer, known_calibration
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.scoring.networks import GENERIC, Network, generic_network, matching_network
from photoorg.clustering.scoring.relational import FAMILY, RelationalScorer
from photoorg.fitted import fitted
from photoorg.types import ProgressCallback, no_progress

_FITTED = fitted(__name__)

TRAINED_TAU = _FITTED["TRAINED_TAU"]
"""Where groups are cut when a network judges the pairs, and not where the paper has it: it knows
better than the cosine who is a stranger, so that less evidence from the neighbours is needed.
People whom it learned from tell a cut that is too high: fit it with a network that kept some out,
on these (``photoorg train similarity`` keeps out one in five)."""
RESTORED_TAU = _FITTED["RESTORED_TAU"]
"""The same where restored embeddings are searched: strangers among clear pictures lie nearer. Its
fit wants such a network beside the other one."""
TAU_FOR_ALL = _FITTED["TAU_FOR_ALL"]
"""The same beside the network for all recognisers, which is less sure."""
FEWEST_FOR_ALL = int(_FITTED["FEWEST_FOR_ALL"])
"""Faces of an album that this network judges. A smaller one does not tell how good its pictures
are, and the calibrated cosine does as well."""
FINER, COARSER = -0.3, 0.15
"""How far the cut is moved for smaller and for larger groups. On 2,000 photos of 726 people the
one raises BCubed precision by .001 (a strong face model) to .011 (a weak one) for less recall, the
other recall by .001 to .002 for .006 to .013 of precision; further away, groups fall apart or run
together. (``photoorg evaluate --engine ndde-tpdi-finer`` tells it of any set.)"""


@dataclass(frozen=True, slots=True)
class Default:
    """Chooses the scorer and the metric for faces, and lets :class:`NddeTpdi` group them.

    ``pack`` is the name of a pack, of its recogniser, or the model id stored with embeddings.
    ``moved`` is added to where groups are cut. ``network`` judges instead of the shipped ones;
    with ``cosine`` none does.
    """

    pack: str | None = None
    moved: float = 0.0
    network: Network | None = None
    cosine: bool = False
    setting: Setting = field(default_factory=Setting)
    name: str = "ndde-tpdi"
    needs: frozenset[str] = frozenset()

    def preferred(self, faces: FaceSet) -> NddeTpdi:
        """Return the engine for faces of an album that needs no metric of its own."""
        network = self._network(faces)
        if network is None:
            return self._engine(known_calibration(self.pack) or AlbumCalibrated())
        if network.pack == GENERIC:
            scorer = RelationalScorer(network, known_calibration(self.pack))
            return self._engine(scorer, TAU_FOR_ALL)
        scorer = RelationalScorer(network, network.curve or known_calibration(network.pack))
        return self._engine(scorer, RESTORED_TAU if network.searches_restored else TRAINED_TAU)

    def suited(self, faces: FaceSet) -> tuple[NddeTpdi, FaceSet]:
        """Return the engine that serves the faces, and the faces in the metric it works in.

        Of a recogniser that nothing is known of, faces that are all alike are centred, and the
        album makes a metric of its own where that separates better.
        """
        engine = self.preferred(faces)
        if not self._is_unknown(engine):
            return engine, faces
        here = centred(faces)
        own = adapted(here)
        few = isinstance(engine.scorer, RelationalScorer) and len(faces) < FEWEST_FOR_ALL
        if own is not here or few:
            engine = self._engine(AlbumCalibrated())
        return engine, own

    def fit(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> FittedForest:
        """Return the forest of the faces; raises ContradictionError."""
        engine, shown = self.suited(faces)
        return engine.fit(shown, constraints, progress)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        engine, shown = self.suited(faces)
        return engine.fit_predict(shown, constraints, progress)

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.group(faces, settled, constraints, progress).labels

    def group(
        self,
        faces: FaceSet,
        settled: Labels | None = None,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
        cache: ArrayCache | None = None,
    ) -> Grouped:
        """Group faces; see :meth:`.grouped.ExplainingEngine.group`.

        Faces that join others are judged as those were, which the cache tells.
        """
        kept_by = self.preferred(faces)
        before = recall(cache, faces, kept_by.scorer) if cache else None
        engine, shown = kept_by, faces
        if before is None or settled is None or bool((settled < 0).all()):
            engine, shown = self.suited(faces)
        if shown is not faces:
            # A metric made for the album changes with every face, and with it all similarities.
            cache = before = None
        grouped = engine.group(shown, settled, constraints, progress, before)
        if cache and grouped.neighbors is not before:
            remember(cache, faces, engine.scorer, grouped.neighbors)
        return grouped

    def _network(self, faces: FaceSet) -> Network | None:
        if self.cosine or self.network:
            return self.network
        return matching_network(FAMILY, self.pack, faces.embeddings) or generic_network(FAMILY)

    def _is_unknown(self, engine: NddeTpdi) -> bool:
        """Tell whether all that is known of the recogniser has to come from the album."""
        scorer = engine.scorer
        if isinstance(scorer, RelationalScorer):
            return scorer.network.pack == GENERIC and scorer.curve is None
        return isinstance(scorer, AlbumCalibrated)

    def _engine(self, scorer: PairScorer, tau: float = TAU) -> NddeTpdi:
        return NddeTpdi(scorer, self.setting, tau + self.moved, self.name)


def default_engine(pack: str | None = None) -> Default:
    """Return the engine for a pack."""
    return Default(pack)


def finer_engine(pack: str | None = None) -> Default:
    """Return the engine that rather leaves a person in two groups."""
    return Default(pack, FINER, name="ndde-tpdi-finer")


def coarser_engine(pack: str | None = None) -> Default:
    """Return the engine that rather lets two people be one group."""
    return Default(pack, COARSER, name="ndde-tpdi-coarser")


def cosine_engine(pack: str | None = None) -> Default:
    """Return the engine with the cosine, calibrated for a pack's recogniser or on the album."""
    return Default(pack, cosine=True, name="ndde-tpdi-cosine")


def trained_engine(network: Network, pack: str | None = None) -> Default:
    """Return the engine whose pairs this network judges.

    ``pack`` says whose faces a network for all recognisers is to judge, if that is known.
    """
    return Default(pack, network=network)
